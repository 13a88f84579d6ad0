"""The office and year a page of people stands in, with the plan of that year where there is one."""

from dataclasses import dataclass
from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.shortcuts import get_object_or_404

from pengungkit.enums import Kelompok
from pengungkit.models import Instrumen, Komponen
from rencana_aksi.models import Pengungkit, Rencana
from rencana_aksi.queries.tahun import bersama
from zona.inti.waktu import TAHUN_AKHIR, TAHUN_AWAL, hari_ini
from zona.organisasi.domain.tim import peran_sah
from zona.organisasi.enums import AREA, PENGARAH, Lingkup, Peran
from zona.organisasi.models import Keanggotaan, Pengguna, Satker, Tim

HANYA_ADMIN = "Hanya admin satker yang dapat mengubah akun, peran, dan susunan tim."


@dataclass(frozen=True, slots=True)
class Tempat:
    """An office and a year. `rencana`: the plan of that year, whose menu then stands above the page."""

    satker: Satker
    tahun: int
    rencana: Rencana | None

    @property
    def lingkup(self) -> Lingkup:
        return Lingkup(self.satker.pk, self.tahun)

    @property
    def konteks(self) -> dict[str, Any]:
        """What each of these pages draws its header and links from."""
        return {"tempat": self, "rencana": self.rencana, "satker": self.satker, "tahun": self.tahun}


def tempat_terlihat(pengguna: Pengguna, satker: str, tahun: int | None = None) -> Tempat:
    """The place, by default in the running year of the office. Two queries. Raises Http404 for outsiders and for years
    that are none."""
    kantor = get_object_or_404(Satker.objects.visible_to(pengguna), kode=satker.upper())
    tahun = hari_ini(kantor.zona_waktu).year if tahun is None else tahun
    if not TAHUN_AWAL <= tahun <= TAHUN_AKHIR:
        raise Http404
    semua = list(Rencana.objects.filter(satker=kantor).select_related("instrumen"))
    for satu in semua:
        satu.satker = kantor
    rencana = next((r for r in semua if r.tahun == tahun), None)
    return Tempat(kantor, tahun, bersama(semua, rencana) if rencana else None)


def tempat_dikelola(pengguna: Pengguna, satker: str, tahun: int | None = None) -> Tempat:
    """The same, for the one who administers the office. Raises PermissionDenied for readers as well."""
    tempat = tempat_terlihat(pengguna, satker, tahun)
    if not pengguna.boleh("kelola_akun", tempat):
        raise PermissionDenied(HANYA_ADMIN)
    return tempat


def nama_pengungkit(tempat: Tempat) -> dict[str, str]:
    """The names of the six, by code: as the plan has them, else as the instrument in force. One query."""
    if tempat.rencana:
        return dict(Pengungkit.objects.filter(rencana=tempat.rencana).values_list("kode", "nama"))
    bawaan = Instrumen.objects.filter(bawaan=True).order_by("-pk").values("pk")[:1]
    komponen = Komponen.objects.filter(instrumen__in=bawaan, kelompok=Kelompok.PENGUNGKIT).order_by("-urutan")
    return dict(komponen.values_list("area", "nama"))


@dataclass(frozen=True, slots=True)
class PilihanPeran:
    """A role in a team: its value (II:koordinator), words, and whether somebody holds it who leads alone."""

    nilai: str
    kata: str
    terisi: bool


@dataclass(frozen=True, slots=True)
class PilihanTim:
    judul: str
    pilihan: list[PilihanPeran]


def pilihan_tim(tempat: Tempat) -> list[PilihanTim]:
    """The roles that exist in each team of the year, with who holds those of one. Two queries."""
    nama = nama_pengungkit(tempat)
    memimpin = Keanggotaan.objects.filter(tim__satker=tempat.satker, tim__tahun=tempat.tahun).exclude(
        peran=Peran.ANGGOTA
    )
    pemegang = {(m.tim.kode, m.peran): m.pengguna.nama for m in memimpin.select_related("tim", "pengguna")}
    hasil = []
    for kode in (PENGARAH, *AREA):
        judul = f"{Tim(kode=kode).nama}{f', {nama[kode]}' if kode in nama else ''}"
        peran = [(p, pemegang.get((kode, p.value))) for p in peran_sah(kode)]
        pilihan = [
            PilihanPeran(f"{kode}:{p.value}", f"{p.label}, dipegang {siapa}" if siapa else p.label, bool(siapa))
            for p, siapa in peran
        ]
        hasil.append(PilihanTim(judul, pilihan))
    return hasil
