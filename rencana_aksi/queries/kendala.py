"""Obstacles as pages show them: those of one action, and those of an office month by month."""

import calendar
from dataclasses import dataclass
from datetime import date
from zoneinfo import ZoneInfo

from django.db.models import F, QuerySet
from django.shortcuts import get_object_or_404

from rencana_aksi.enums import StatusKendala
from rencana_aksi.models import Kendala, Pelaksanaan, Rencana, RencanaAksi
from rencana_aksi.queries.rencana import di_rencana
from rencana_aksi.queries.tempat import tempat
from rencana_aksi.rules import boleh_ubah_kendala
from zona.inti.models import Jejak
from zona.inti.waktu import tanggal_id
from zona.organisasi.models import Pengguna

RENCANA = "aksi__rencana_kerja__pengungkit__rencana"


@dataclass(frozen=True, slots=True)
class BarisKendala:
    """One obstacle, and whether this person may change it."""

    kendala: Kendala
    dicatat: date
    terlambat: bool
    boleh_ubah: bool

    @property
    def pada(self) -> str:
        """The occurrence it is of; empty where it is of the whole action."""
        return pelaksanaan_kata(self.kendala.pelaksanaan) if self.kendala.pelaksanaan else ""

    @property
    def tempat(self) -> str:
        """Where its action stands: II.6."""
        kerja = self.kendala.aksi.rencana_kerja
        return tempat(kerja.pengungkit.kode, kerja.nomor, self.kendala.aksi.huruf)


@dataclass(frozen=True, slots=True)
class PanelKendala:
    """What stands on an action's page."""

    aksi: RencanaAksi
    baris: list[BarisKendala]
    boleh_catat: bool


@dataclass(frozen=True, slots=True)
class SaringKendala:
    """Empty: all."""

    bulan: int | None = None
    pengungkit: str = ""
    status: str = ""


def pelaksanaan_kata(pelaksanaan: Pelaksanaan) -> str:
    """An occurrence in words: its place in the row of them, and when it is due."""
    kapan = tanggal_id(pelaksanaan.jatuh_tempo) if pelaksanaan.jatuh_tempo else "tanpa tanggal"
    return f"Pelaksanaan {pelaksanaan.urutan}, {kapan}"


def kendala_terlihat(pengguna: Pengguna, satker: str, tahun: int, pk: int) -> Kendala:
    """The obstacle with all it belongs to, in one query. Raises Http404 for outsiders."""
    semua = Kendala.objects.select_related(f"{RENCANA}__satker", "pelaksanaan", "penanggung_jawab")
    return get_object_or_404(semua, pk=pk, **di_rencana(RENCANA, pengguna, satker, tahun))


def jejak_terakhir(kendala: Kendala) -> int:
    """The id of the newest audit row about it: what a form tells that was drawn now."""
    jejak = Jejak.objects.filter(objek=Kendala._meta.label_lower, objek_id=kendala.pk)
    return jejak.values_list("id", flat=True).first() or 0


def panel_kendala(aksi: RencanaAksi, pengguna: Pengguna, hari_ini: date) -> PanelKendala:
    """The obstacles of the action (with its plan selected), unsolved first. One query, one for the person's roles."""
    kendala = list(_urut(Kendala.objects.filter(aksi=aksi)))
    for satu in kendala:
        satu.aksi = aksi
    zona = aksi.rencana_kerja.pengungkit.rencana.satker.zona_waktu
    baris = [_baris(satu, pengguna, hari_ini, zona) for satu in kendala]
    return PanelKendala(aksi, baris, pengguna.boleh("catat_status", aksi))


def daftar_kendala(rencana: Rencana, saring: SaringKendala, pengguna: Pengguna, hari_ini: date) -> list[BarisKendala]:
    """Those of the plan that match; of a month, those that stood in it. One query, one for the person's roles."""
    kendala = Kendala.objects.filter(**{RENCANA: rencana})
    zona = rencana.satker.zona_waktu
    if saring.bulan:
        akhir = calendar.monthrange(rencana.tahun, saring.bulan)[1]
        dari, sampai = date(rencana.tahun, saring.bulan, 1), date(rencana.tahun, saring.bulan, akhir)
        kendala = kendala.hidup(dari, sampai, zona)
    if saring.pengungkit:
        kendala = kendala.filter(aksi__rencana_kerja__pengungkit__kode=saring.pengungkit)
    if saring.status:
        kendala = kendala.filter(status=saring.status)
    return [_baris(satu, pengguna, hari_ini, zona) for satu in _urut(kendala.select_related(RENCANA))]


def _urut(kendala: QuerySet[Kendala]) -> QuerySet[Kendala]:
    """Unsolved first, what is due soonest above."""
    urut = (F("selesai_pada").desc(nulls_first=True), F("tenggat").asc(nulls_last=True), "pk")
    return kendala.select_related("aksi", "pelaksanaan", "penanggung_jawab", "dicatat_oleh").order_by(*urut)


def _baris(kendala: Kendala, pengguna: Pengguna, hari_ini: date, zona_waktu: str) -> BarisKendala:
    return BarisKendala(
        kendala,
        kendala.dicatat_pada.astimezone(ZoneInfo(zona_waktu)).date(),
        kendala.terlambat(hari_ini),
        boleh_ubah_kendala(pengguna, kendala),
    )


def belum_selesai(baris: list[BarisKendala]) -> int:
    """How many of these are not solved."""
    return sum(b.kendala.status != StatusKendala.SELESAI for b in baris)
