"""The list as a page shows it."""

from collections import Counter
from dataclasses import dataclass
from datetime import date
from zoneinfo import ZoneInfo

from bukti_fisik.queries.siap.baca import baca
from bukti_fisik.queries.siap.susun import BarisSiap, susun
from rencana_aksi.models import Rencana
from rencana_aksi.rules import acuan_terlambat


@dataclass(frozen=True, slots=True)
class AreaSiap:
    """One pengungkit, how much it asks for and how much is left to do. One that asks for nothing proves nothing."""

    kode: str
    nama: str
    diminta: int
    sisa: int

    @property
    def siap(self) -> bool:
        return bool(self.diminta) and not self.sisa


@dataclass(frozen=True, slots=True)
class DaftarSiap:
    """All of the plan; a page shows a part of `baris`."""

    area: list[AreaSiap]
    baris: list[BarisSiap]

    @property
    def siap(self) -> int:
        """How many pengungkit have nothing left to do."""
        return sum(a.siap for a in self.area)

    @property
    def pemilik(self) -> list[tuple[int, str, int]]:
        """Whose turn it is at anything, by name, with how often."""
        banyak = Counter((b.pemilik, b.pemilik_id) for b in self.baris if b.pemilik_id)
        return [(pk, nama, n) for (nama, pk), n in sorted(banyak.items()) if pk]

    def pilih(self, *, pengungkit: str = "", hal: str = "", pemilik: str = "") -> list[BarisSiap]:
        """Those that fit every filter that is set."""
        return [
            b
            for b in self.baris
            if pengungkit in ("", b.area) and hal in ("", b.hal) and pemilik in ("", str(b.pemilik_id))
        ]


@dataclass(frozen=True, slots=True)
class RingkasSiap:
    """Of `semua` pengungkit, `siap` are; `sisa` lines are left."""

    siap: int
    semua: int
    sisa: int


def siap_dinilai(rencana: Rencana, hari_ini: date) -> DaftarSiap:
    """As of `hari_ini`, in ten queries; the whole list is made, since its counts are of the whole."""
    bahan = baca(rencana)
    acuan = acuan_terlambat(hari_ini, ditetapkan=rencana.sudah_ditetapkan)
    baris = susun(bahan, rencana.tahun, acuan, ZoneInfo(rencana.satker.zona_waktu))
    sisa = Counter(b.area for b in baris)
    diminta = Counter(k.area for k in bahan.kebutuhan)
    area = [AreaSiap(kode, nama, diminta[kode], sisa[kode]) for kode, nama in bahan.pengungkit]
    return DaftarSiap(area, baris)


def ringkas_siap(rencana: Rencana, hari_ini: date) -> RingkasSiap:
    """The same in three numbers."""
    daftar = siap_dinilai(rencana, hari_ini)
    return RingkasSiap(daftar.siap, len(daftar.area), len(daftar.baris))
