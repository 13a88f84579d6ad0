"""What the header of an office's pages says: the office, the year one stands in, and the way to its other years."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from django.urls import reverse

from rencana_aksi.models import Rencana
from rencana_aksi.queries.tahun import (
    boleh_seluas,
    menggarap,
    rencana_dibuka,
    rencana_sekantor,
)
from zona.beranda.rules import HALAMAN, SARINGAN
from zona.inti.waktu import hari_ini
from zona.organisasi.enums import Lingkup
from zona.organisasi.models import Pengguna, Satker

DI_TAHUN, DI_SATKER = "<slug:satker>/<int:tahun>/", "<slug:satker>/"
MEMBUAT = ("usulkan_akun",)
"""Who makes a plan: the ketua of the year, and the admin satker."""
TANPA = ("belum", "belum ada rencana")
Saringan = Mapping[str, Sequence[str]]
"""A query string, taken apart."""
PANJANG = 200
"""No filter is longer."""


@dataclass(frozen=True, slots=True)
class TahunKantor:
    """A year of the office. `status`, `kata`: how far its plan is. `alamat`: this page, or the nearest above it, in
    that year. `kini`: the year one stands in; `berjalan`: the current year of the office's calendar."""

    tahun: int
    status: str
    kata: str
    alamat: str
    kini: bool
    berjalan: bool


@dataclass(frozen=True, slots=True)
class Kepala:
    """`tahun`: None on a page of the office that belongs to no year. `rencana`: where the menu leads; without
    one, to the team of `tahun_tim` and, for who makes one, to `mulai`. `pilihan`: the years the person is shown, newest
    first. `saringan`: what of the page's query string goes along to another year."""

    satker: Satker
    tahun: int | None
    rencana: Rencana | None
    tahun_tim: int
    pilihan: tuple[TahunKantor, ...]
    mulai: str = ""
    saringan: tuple[str, ...] = ()

    @property
    def kini(self) -> TahunKantor | None:
        return next((t for t in self.pilihan if t.kini), None)


@dataclass(frozen=True, slots=True)
class _Tempat:
    lingkup: Lingkup


@dataclass(frozen=True, slots=True)
class Halaman:
    """Where one stands: the route, and the query string as it was read."""

    rute: str
    kueri: Saringan

    @property
    def saringan(self) -> tuple[str, ...]:
        return SARINGAN.get(halaman_sendiri(self.rute), ())

    @property
    def terbawa(self) -> dict[str, list[str]]:
        """What of the query string means the same in another year."""
        semua = {nama: [v for v in self.kueri.get(nama, ()) if 0 < len(v) <= PANJANG] for nama in self.saringan}
        return {nama: isi for nama, isi in semua.items() if isi}


def kepala_rencana(pengguna: Pengguna, rencana: Rencana, di: Halaman) -> Kepala:
    """On a page of a plan. The plans are those read with it, else one query; the roles are asked once a request."""
    return _kepala(pengguna, rencana.satker, rencana.tahun, rencana_sekantor(rencana), di)


def kepala_satker(pengguna: Pengguna, satker: Satker, tahun: int | None, di: Halaman) -> Kepala | None:
    """On a page of the office that needs no plan (one query). None for who does not read the office."""
    if not pengguna.boleh("baca", _Tempat(Lingkup(satker.pk, tahun or 0))):
        return None
    return _kepala(pengguna, satker, tahun, Rencana.objects.filter(satker=satker).select_related("satker"), di)


def kepala_alamat(pengguna: Pengguna, kode: str, tahun: int | None, di: Halaman) -> Kepala | None:
    """On a page of which only the address is known: that something is not there, or not open (one query, and one in an
    office without a plan). None for who does not read the office. A year without a plan is none."""
    semua = list(Rencana.objects.visible_to(pengguna).filter(satker__kode=kode.upper()).select_related("satker"))
    if not semua:
        satker = Satker.objects.visible_to(pengguna).filter(kode=kode.upper()).first()
        return _kepala(pengguna, satker, None, (), di) if satker else None
    ada = tahun if any(r.tahun == tahun for r in semua) else None
    return _kepala(pengguna, semua[0].satker, ada, semua, di)


def _kepala(pengguna: Pengguna, satker: Satker, tahun: int | None, semua: Iterable[Rencana], di: Halaman) -> Kepala:
    semua = list(semua)
    hari = hari_ini(satker.zona_waktu)
    terlihat = [r for r in semua if r.tahun == tahun or r.sudah_ditetapkan or menggarap(pengguna, r)]
    pilihan = [
        TahunKantor(
            r.tahun, *keadaan_rencana(r), halaman_di_tahun(pengguna, r, di), r.tahun == tahun, r.tahun == hari.year
        )
        for r in terlihat
    ]
    ini = next((r for r in terlihat if r.tahun == tahun), None)
    if tahun is None:
        ini = rencana_dibuka(pengguna, semua, hari)
    elif ini is None:
        pilihan.append(TahunKantor(tahun, *TANPA, "", True, tahun == hari.year))
    urut = tuple(sorted(pilihan, key=lambda t: -t.tahun))
    tahun_tim = tahun or hari.year
    membuat = ini is None and boleh_seluas(pengguna, MEMBUAT, Lingkup(satker.pk, tahun_tim))
    mulai = reverse("mulai:mulai", args=(satker.slug,)) if membuat else ""
    return Kepala(satker, tahun, ini, tahun_tim, urut, mulai, di.saringan)


def keadaan_rencana(rencana: Rencana) -> tuple[str, str]:
    """(status, in words)."""
    return rencana.status, rencana.get_status_display().lower()


def halaman_di_tahun(pengguna: Pengguna, rencana: Rencana, di: Halaman) -> str:
    """The address of this page in that year with the filters that mean the same there, or of the nearest page above it
    that is there and open to the person."""
    for nama in halaman_di_atas(di.rute):
        hak = HALAMAN[nama]
        if not hak or boleh_seluas(pengguna, hak, rencana.lingkup):
            terbawa = di.terbawa if nama == halaman_sendiri(di.rute) else {}
            return reverse(nama, args=(rencana.satker.slug, rencana.tahun), query=terbawa or None)
    raise AssertionError(f"beranda terbuka bagi setiap pembaca: {di.rute}")


def halaman_sendiri(rute: str) -> str:
    """The page of HALAMAN that the route is itself; empty where it is another."""
    return _ekor_halaman().get(rute.removeprefix(DI_TAHUN), "") if rute.startswith(DI_TAHUN) else ""


@cache
def halaman_di_atas(rute: str) -> tuple[str, ...]:
    """The pages of HALAMAN on the way up from a route, the nearest first; beranda at last."""
    bagian = rute.removeprefix(DI_TAHUN).removeprefix(DI_SATKER).split("/")
    jalan = ("".join(f"{satu}/" for satu in bagian[:n]) for n in range(len(bagian) - 1, -1, -1))
    return tuple(nama for ekor in jalan if (nama := _ekor_halaman().get(ekor)))


@cache
def _ekor_halaman() -> dict[str, str]:
    """Pages by what their address has after office and year."""
    return {reverse(nama, args=("x", 1)).partition("/x/1/")[2]: nama for nama in HALAMAN}
