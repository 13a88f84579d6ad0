"""The files of a heap as a table: a page of them, grouped by folder, each with its place and how sure that is."""

from dataclasses import dataclass

from django.core.paginator import Page, Paginator
from django.db.models import Count

from rencana_aksi.models import SyaratBukti
from zona.kiriman.enums import StatusBaris, StatusKiriman
from zona.kiriman.models import BarisKiriman, Kiriman
from zona.kiriman.queries.kiriman import BERSAMA
from zona.kiriman.queries.tempat import area_boleh
from zona.organisasi.models import Pengguna

SEHALAMAN = 50
KUAT, CUKUP = 80, 60
"""Confidence from which a proposal is called so."""


@dataclass(frozen=True, slots=True)
class BarisTabel:
    """`boleh`: the person may put it where it is to go. `dicentang`: marked at a wish, on the page seen."""

    baris: BarisKiriman
    tempat: SyaratBukti | None
    boleh: bool
    terbuka: bool
    dicentang: bool

    @property
    def letak(self) -> str:
        """I.2.a, as people name it."""
        if self.tempat is None:
            return ""
        kerja = self.tempat.rencana_kerja
        huruf = self.tempat.aksi.huruf if self.tempat.aksi else ""
        return ".".join(b for b in (kerja.pengungkit.kode, str(kerja.nomor or "–"), huruf) if b)

    @property
    def keyakinan(self) -> str:
        """The confidence in a word."""
        n = self.baris.keyakinan
        return "kuat" if n >= KUAT else "cukup" if n >= CUKUP else "lemah"

    @property
    def dipilih(self) -> bool:
        """A person chose another place than the one proposed."""
        return self.baris.syarat_id not in (None, self.baris.usulan_id)

    @property
    def siap(self) -> bool:
        """To be confirmed as it stands."""
        return self.terbuka and self.boleh and self.baris.lengkap


@dataclass(frozen=True, slots=True)
class Tabel:
    halaman: Page
    baris: list[BarisTabel]
    hitung: dict[str, int]

    @property
    def semua(self) -> int:
        return sum(self.hitung.values())

    @property
    def menunggu(self) -> int:
        return self.hitung[StatusBaris.MENUNGGU]


def susun_tabel(
    kiriman: Kiriman, pengguna: Pengguna, *, status: str = "", halaman: int = 1, tandai: int | None = None
) -> Tabel:
    """A page of the heap by folder and name (three queries); with `tandai` the rows of that confidence or more, as far
    as they are on this page and may be taken, are marked."""
    milik = BarisKiriman.objects.filter(kiriman=kiriman)
    hitung = dict.fromkeys(StatusBaris.values, 0) | dict(milik.order_by().values_list("status").annotate(n=Count("pk")))
    dipilih = milik.filter(status=status) if status else milik
    isi = Paginator(dipilih.select_related(*BERSAMA, "bukti__syarat").order_by("jalur", "urutan"), SEHALAMAN)
    lembar = isi.get_page(halaman)
    area = area_boleh(pengguna, kiriman.rencana)
    return Tabel(lembar, [susun_baris_tabel(b, kiriman, area, tandai) for b in lembar.object_list], hitung)


def susun_baris_tabel(baris: BarisKiriman, kiriman: Kiriman, area: set[str], tandai: int | None = None) -> BarisTabel:
    """One row, for a person who may upload for those pengungkit."""
    tempat = baris.tempat
    boleh = tempat is not None and tempat.rencana_kerja.pengungkit.kode in area
    terbuka = kiriman.status == StatusKiriman.TERBUKA and baris.status == StatusBaris.MENUNGGU
    kuat = tandai is not None and (baris.keyakinan >= tandai or baris.syarat_id is not None)
    return BarisTabel(baris, tempat, boleh, terbuka, kuat and terbuka and boleh and baris.lengkap)
