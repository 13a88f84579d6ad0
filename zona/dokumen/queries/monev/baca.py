"""Reading the plan and its audit trail."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from bukti_fisik.models import Bukti
from rencana_aksi.models import Kendala, Pelaksanaan, Pengungkit, Rencana, SyaratBukti
from rencana_aksi.queries.tempat import tempat
from zona.dokumen.queries.monev.sejarah import AksiMonev, Sejarah, Syarat
from zona.inti.models import Jejak

URUT = ("aksi__rencana_kerja__pengungkit__urutan", "aksi__rencana_kerja__urutan", "aksi__urutan")
PELAKSANAAN = (
    "pk", "aksi", "jatuh_tempo", "jatuh_tempo_semula", "status", "realisasi", "alasan", "catatan", "aksi__huruf",
    "aksi__uraian", "aksi__penanggung_jawab__nama", "aksi__rencana_kerja", "aksi__rencana_kerja__nomor",
    "aksi__rencana_kerja__uraian", "aksi__rencana_kerja__pengungkit__kode",
)  # fmt: skip
SYARAT = ("pk", "rencana_kerja__pengungkit__kode", "rencana_kerja", "aksi", "teks", "tiap_pelaksanaan")
KENDALA = (
    "pk", "aksi", "uraian", "dampak", "tindak_lanjut", "penanggung_jawab__nama", "tenggat", "status", "selesai_pada",
    "dicatat_pada",
)  # fmt: skip


def baca_sejarah(rencana: Rencana, sejak: date) -> Sejarah:
    """The plan (with its satker selected), to be told as of any day from `sejak` on. Six queries."""
    pengungkit = Pengungkit.objects.filter(rencana=rencana).values_list("kode", "nama", "bobot")
    s = Sejarah(ZoneInfo(rencana.satker.zona_waktu), rencana.sudah_ditetapkan, list(pengungkit))
    pelaksanaan = Pelaksanaan.objects.filter(aksi__rencana_kerja__pengungkit__rencana=rencana)
    s.baris = [dict(b) for b in pelaksanaan.order_by(*URUT, "urutan").values(*PELAKSANAAN)]
    s.aksi = {b["aksi"]: _aksi(b) for b in s.baris}
    syarat = SyaratBukti.objects.filter(rencana_kerja__pengungkit__rencana=rencana)
    urut = ("rencana_kerja__pengungkit__urutan", "rencana_kerja__urutan", "urutan")
    s.syarat = [Syarat(*nilai) for nilai in syarat.order_by(*urut).values_list(*SYARAT)]
    bukti = Bukti.objects.filter(syarat__rencana_kerja__pengungkit__rencana=rencana).order_by()
    s.bukti = [dict(b) for b in bukti.values("pk", "syarat", "pelaksanaan", "status", "diunggah_pada")]
    kendala = Kendala.objects.filter(aksi__rencana_kerja__pengungkit__rencana=rencana)
    s.kendala = [
        {**k, "penanggung_jawab": k["penanggung_jawab__nama"]} for k in kendala.order_by(*URUT, "pk").values(*KENDALA)
    ]
    s.jejak = _per_objek(_jejak(rencana.satker_id, s.akhir(sejak)))
    return s


def _aksi(b: Mapping[str, Any]) -> AksiMonev:
    area, nomor, huruf = b["aksi__rencana_kerja__pengungkit__kode"], b["aksi__rencana_kerja__nomor"], b["aksi__huruf"]
    return AksiMonev(
        b["aksi"],
        area,
        tempat(area, nomor, huruf),
        b["aksi__uraian"],
        b["aksi__rencana_kerja"],
        tempat(area, nomor),
        b["aksi__rencana_kerja__uraian"],
        b["aksi__penanggung_jawab__nama"] or "",
    )


def _jejak(satker_id: int, sejak: datetime) -> Iterable[Jejak]:
    label = [model._meta.label_lower for model in (Pelaksanaan, Bukti, Kendala)]
    jejak = Jejak.objects.filter(satker_id=satker_id, objek__in=label, waktu__gte=sejak).order_by("-id")
    return jejak.only("waktu", "oleh_nama", "objek", "objek_id", "sebelum", "sesudah", "alasan")


def _per_objek(jejak: Iterable[Jejak]) -> dict[tuple[str, int], list[Jejak]]:
    hasil: dict[tuple[str, int], list[Jejak]] = defaultdict(list)
    for satu in jejak:
        if satu.objek_id is not None:
            hasil[satu.objek, satu.objek_id].append(satu)
    return hasil
