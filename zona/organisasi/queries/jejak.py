"""The audit trail of an office, a page at a time. Paged by id, not by offset: the ten-thousandth page costs what the
first does, and rows that arrive meanwhile move nothing."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from django.apps import apps
from django.db.models import Q, QuerySet

from zona.inti.models import Jejak
from zona.inti.waktu import tanggal_id, tanggal_pendek
from zona.organisasi.enums import KELUAR, MASUK
from zona.organisasi.models import Pengguna, Penugasan, Satker

SEHALAMAN = 50
MASUK_KELUAR = "masuk"
SISTEM = "sistem"
JENIS = {
    "rencana_aksi.rencana": "Rencana",
    "rencana_aksi.pengungkit": "Pengungkit",
    "rencana_aksi.programprioritas": "Program prioritas",
    "rencana_aksi.rencanakerja": "Rencana kerja",
    "rencana_aksi.rencanaaksi": "Rencana aksi",
    "rencana_aksi.pelaksanaan": "Pelaksanaan",
    "rencana_aksi.syaratbukti": "Syarat bukti",
    "rencana_aksi.kendala": "Kendala",
    "rencana_aksi.temuanditerima": "Temuan",
    "bukti_fisik.bukti": "Bukti",
    "bukti_fisik.berkas": "Berkas",
    "pengungkit.penilaian": "Penilaian",
    "pengungkit.jawaban": "Jawaban",
    "pengungkit.instrumen": "Instrumen",
    "nilai.pemenuhansyarat": "Syarat pengusulan",
    "nilai.usulan": "Usulan",
    "dokumen.laporanmonev": "Laporan monev",
    "surat.surat": "Surat",
    "surat.penandapakta": "Pakta Integritas",
    "surat.templatsurat": "Templat surat",
    "surat.setelansurat": "Penomoran surat",
    "tahapan.tahap": "Tahapan",
    "tahapan.dokumentahap": "Dokumen tahapan",
    "portalrb.tokenportal": "Token PortalRB",
    "organisasi.pengguna": "Akun",
    "organisasi.usulanpimpinan": "Kepala dan ketua",
    "organisasi.ajakan": "Ajakan",
    "organisasi.satker": "Satker",
}
"""What the trail speaks of, by the model's label, in the words of the filter."""


@dataclass(frozen=True, slots=True)
class Saring:
    """`jenis`: a key of JENIS, MASUK_KELUAR, or "" for all but signing in and out. `oleh`: a person's id, SISTEM or
    "". Days are the office's own, both included."""

    jenis: str = ""
    oleh: str = ""
    dari: date | None = None
    sampai: date | None = None


@dataclass(frozen=True, slots=True)
class BarisJejak:
    """One write as people read it. `perubahan`: (field, old, new)."""

    jejak: Jejak
    saat: datetime
    jenis: str
    perubahan: list[tuple[str, str, str]]

    @property
    def waktu(self) -> str:
        """15 Mar 2023, 09.05 WITA; it breaks after the date or not at all."""
        bagian = (tanggal_pendek(self.saat), f"{self.saat:%H.%M %Z}")
        return ", ".join(teks.replace(" ", "\N{NO-BREAK SPACE}") for teks in bagian)


@dataclass(frozen=True, slots=True)
class HalamanJejak:
    """`lama`: the id to go on with towards the past, `baru`: towards now; None where there is nothing."""

    baris: list[BarisJejak]
    lama: int | None
    baru: int | None


def jejak_satker(satker: Satker, saring: Saring) -> QuerySet[Jejak]:
    """The office's trail, newest first: whole. Who shows it leaves out what is not for the reader."""
    jejak = Jejak.objects.filter(satker_id=satker.pk)
    masuk_keluar = Q(tindakan__in=[MASUK, KELUAR])
    jejak = jejak.filter(masuk_keluar) if saring.jenis == MASUK_KELUAR else jejak.exclude(masuk_keluar)
    if saring.jenis not in ("", MASUK_KELUAR):
        jejak = jejak.filter(objek=saring.jenis)
    if saring.oleh:
        jejak = jejak.filter(oleh_id=None if saring.oleh == SISTEM else int(saring.oleh))
    zona = ZoneInfo(satker.zona_waktu)
    if saring.dari:
        jejak = jejak.filter(waktu__gte=datetime.combine(saring.dari, time(), zona))
    if saring.sampai:
        jejak = jejak.filter(waktu__lt=datetime.combine(saring.sampai + timedelta(days=1), time(), zona))
    return jejak


def halaman_jejak(
    jejak: QuerySet[Jejak], satker: Satker, *, sebelum: int | None = None, sesudah: int | None = None
) -> HalamanJejak:
    """SEHALAMAN rows of them: the newest, those before the id `sebelum`, or those just after `sesudah` (one query)."""
    if sesudah is not None:
        potong = list(jejak.filter(id__gt=sesudah).order_by("id")[: SEHALAMAN + 1])
        isi = potong[:SEHALAMAN][::-1]
        ada_baru, ada_lama = len(potong) > SEHALAMAN, True
    else:
        potong = list((jejak.filter(id__lt=sebelum) if sebelum is not None else jejak)[: SEHALAMAN + 1])
        isi = potong[:SEHALAMAN]
        ada_baru, ada_lama = sebelum is not None, len(potong) > SEHALAMAN
    zona = ZoneInfo(satker.zona_waktu)
    baris = [BarisJejak(j, j.waktu.astimezone(zona), JENIS.get(j.objek, j.objek), _perubahan(j)) for j in isi]
    return HalamanJejak(
        baris, lama=isi[-1].pk if isi and ada_lama else None, baru=isi[0].pk if isi and ada_baru else None
    )


def pelaku(satker: Satker) -> QuerySet[Pengguna]:
    """Who may have written: people of the office, and those of elsewhere with a role in it."""
    berperan = Penugasan.objects.filter(satker=satker).values("pengguna")
    return Pengguna.objects.filter(Q(satker=satker) | Q(pk__in=berperan)).order_by("nama")


def _perubahan(jejak: Jejak) -> list[tuple[str, str, str]]:
    return [
        (k.replace("_", " "), kata_jejak(jejak.sebelum.get(k)), kata_jejak(jejak.sesudah.get(k)))
        for k in kolom_berurut(jejak)
    ]


def kolom_berurut(jejak: Jejak) -> list[str]:
    """What it says changed, in the order of the model's fields, then the rest by name: PostgreSQL's JSON keeps none."""
    try:
        urutan = {f.name: nomor for nomor, f in enumerate(apps.get_model(jejak.objek)._meta.fields)}
    except (LookupError, ValueError):  # of something that is no row, or no longer a model
        urutan = {}
    return sorted({*jejak.sebelum, *jejak.sesudah}, key=lambda nama: (urutan.get(nama, len(urutan)), nama))


def kata_jejak(nilai: Any) -> str:
    """A value of the trail's JSON as people read it."""
    match nilai:
        case None | "":
            return "–"
        case bool():
            return "ya" if nilai else "tidak"
        case {"teks": teks}:
            return str(teks)
        case Mapping():
            return ", ".join(f"{k}: {kata_jejak(v)}" for k, v in nilai.items())
        case list():
            return ", ".join(kata_jejak(v) for v in nilai) or "–"
        case str() if len(nilai) == 10 and _tanggal(nilai):
            return tanggal_id(_tanggal(nilai))
    return str(nilai)


def _tanggal(teks: str) -> date | None:
    try:
        return date.fromisoformat(teks)
    except ValueError:
        return None
