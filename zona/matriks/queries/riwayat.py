"""The latest of an action's audit trail: itself, its occurrences and their obstacles, its evidence."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Q

from bukti_fisik.models import Bukti
from bukti_fisik.queries.blok import waktu_setempat
from rencana_aksi.models import Kendala, Pelaksanaan, RencanaAksi
from zona.inti.models import Jejak
from zona.inti.waktu import tanggal_pendek

BANYAK = 30
KATA = {
    "status": "status",
    "realisasi": "realisasi",
    "jatuh_tempo": "jatuh tempo",
    "catatan": "catatan",
    "uraian": "uraian",
    "jadwal_teks": "jadwal",
    "penanggung_jawab": "penanggung jawab",
}
"""Fields worth telling on the action's page; the jejak page tells all."""


@dataclass(frozen=True, slots=True)
class BarisRiwayat:
    waktu: str
    oleh: str
    tindakan: str
    objek: str
    perubahan: list[str]
    alasan: str


def riwayat_aksi(aksi: RencanaAksi, satker_id: int, zona_waktu: str) -> tuple[list[BarisRiwayat], bool]:
    """The newest first, and whether there are more. One query."""
    milik = Q(objek=RencanaAksi._meta.label_lower, objek_id=aksi.pk)
    for model, kunci in ((Pelaksanaan, "aksi"), (Kendala, "aksi"), (Bukti, "syarat__aksi")):
        milik |= Q(objek=model._meta.label_lower, objek_id__in=model.objects.filter(**{kunci: aksi}).values("pk"))
    jejak = list(Jejak.objects.filter(milik, satker_id=satker_id)[: BANYAK + 1])
    return [_baris(j, zona_waktu) for j in jejak[:BANYAK]], len(jejak) > BANYAK


def _baris(jejak: Jejak, zona_waktu: str) -> BarisRiwayat:
    bukti = jejak.objek == Bukti._meta.label_lower  # what became of it is in the verb
    perubahan = [
        f"{'' if kata in jejak.tindakan else kata + ' '}{_kata(jejak.sebelum[kolom])} → {_kata(jejak.sesudah[kolom])}"
        for kolom, kata in KATA.items()
        if kolom in jejak.sebelum and kolom in jejak.sesudah and not bukti
    ]
    return BarisRiwayat(
        waktu_setempat(jejak.waktu, zona_waktu),
        jejak.oleh_nama,
        jejak.tindakan,
        jejak.objek_teks if bukti else "",
        perubahan,
        jejak.alasan,
    )


def _kata(nilai: object) -> str:
    """As the audit row keeps it: a word, an ISO date, a person as {"id", "teks"}, or nothing."""
    if isinstance(nilai, dict):
        return str(nilai.get("teks", ""))
    if nilai is None or nilai == "":
        return "–"
    try:
        return tanggal_pendek(date.fromisoformat(str(nilai)))
    except ValueError:
        return str(nilai)
