"""A starter as its page draws it: by pengungkit, each thing with its tick. Pure."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from rencana_aksi.domain.awal import AksiAwal, KerjaAwal, NaskahAwal, PengungkitAwal, jadwal_kerja


@dataclass(frozen=True, slots=True)
class Centang:
    """What is ticked: pengungkit by their codes, rows and actions by their ids. Evidence goes with its action."""

    area: frozenset[str]
    kerja: frozenset[str]
    aksi: frozenset[str]

    def diambil(self, p: PengungkitAwal, k: KerjaAwal, a: AksiAwal) -> bool:
        return p.kode in self.area and k.id in self.kerja and a.id in self.aksi


@dataclass(frozen=True, slots=True)
class ButirAksi:
    """`jadwal`: its days in the year, as they will be stored; empty where it has none."""

    aksi: AksiAwal
    dipilih: bool
    jadwal: str


@dataclass(frozen=True, slots=True)
class ButirKerja:
    kerja: KerjaAwal
    dipilih: bool
    aksi: tuple[ButirAksi, ...]


@dataclass(frozen=True, slots=True)
class BagianAwal:
    """A pengungkit. `banyak` actions are proposed, `diambil` of them taken as it stands; `berorang`: its team has
    somebody to answer for them."""

    kode: str
    nama: str
    dipilih: bool
    kerja: tuple[ButirKerja, ...]
    banyak: int
    diambil: int
    berorang: bool


def semua_centang(naskah: NaskahAwal) -> Centang:
    """Everything, as at first."""
    return Centang(
        frozenset(p.kode for p in naskah.pengungkit),
        frozenset(k.id for p in naskah.pengungkit for k in p.kerja),
        frozenset(a.id for _, _, a in naskah.semua_aksi()),
    )


def pilihan_dari(naskah: NaskahAwal, centang: Centang) -> frozenset[str]:
    """The ids that are taken: of what stands under a ticked pengungkit, each action with its evidence; ids that the
    starter does not have stay in it, to be refused."""
    dikenal = semua_centang(naskah)
    hasil = set((centang.kerja | centang.aksi) - (dikenal.kerja | dikenal.aksi))
    for p, k, a in naskah.semua_aksi():
        if centang.diambil(p, k, a):
            hasil |= {k.id, a.id, *(s.id for s in a.syarat)}
    return frozenset(hasil)


def susun_bagian(
    naskah: NaskahAwal, tahun: int, centang: Centang, nama: dict[str, str], bertim: Collection[str]
) -> list[BagianAwal]:
    """`nama`: of each pengungkit in the instrument; `bertim`: those whose team has somebody."""
    return [_bagian(p, tahun, centang, nama.get(p.kode, p.kode), p.kode in bertim) for p in naskah.pengungkit]


def _bagian(p: PengungkitAwal, tahun: int, centang: Centang, nama: str, berorang: bool) -> BagianAwal:
    kerja = tuple(ButirKerja(k, k.id in centang.kerja, tuple(_aksi(k.aksi, tahun, centang))) for k in p.kerja)
    diambil = sum(centang.diambil(p, k, a) for k in p.kerja for a in k.aksi)
    banyak = sum(len(k.aksi) for k in p.kerja)
    return BagianAwal(p.kode, nama, p.kode in centang.area, kerja, banyak, diambil, berorang)


def _aksi(semua: Iterable[AksiAwal], tahun: int, centang: Centang) -> Iterator[ButirAksi]:
    return (ButirAksi(a, a.id in centang.aksi, _jadwal(a.jadwal, tahun)) for a in semua)


@lru_cache(maxsize=2048)
def _jadwal(kata: str, tahun: int) -> str:
    """The starter's words are few and the same for everyone."""
    return jadwal_kerja(kata, tahun)[0] if kata else ""
