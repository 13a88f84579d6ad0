"""A plan's year by its dates: every occurrence in its month, and apart those that lie in none."""

from dataclasses import dataclass, field
from datetime import date, timedelta

from rencana_aksi.models import Pengungkit, Rencana, RencanaAksi
from rencana_aksi.queries.tempat import tempat
from zona.inti.waktu import BULAN, rentang_id
from zona.matriks.queries.baris import TERLAMBAT, BarisPelaksanaan
from zona.matriks.queries.matriks import baris_pelaksanaan


@dataclass(frozen=True, slots=True)
class Kejadian:
    """An occurrence, and the action it is of."""

    baris: BarisPelaksanaan
    aksi: int
    tempat: str
    uraian: str
    jadwal: str

    @property
    def keadaan(self) -> str:
        return self.baris.keadaan

    @property
    def jangka(self) -> tuple[date, date] | None:
        """The days it is due in; None without a date."""
        tempo = self.baris.jatuh_tempo
        return None if tempo is None else (self.baris.mulai or tempo, tempo)

    @property
    def berjendela(self) -> bool:
        """Due in a window of days rather than on one."""
        return self.jangka is not None and self.jangka[0] != self.jangka[1]

    @property
    def kapan(self) -> str:
        """13–20 Maret 2023; a dash without a date."""
        return rentang_id(*self.jangka) if self.jangka else "–"

    def bulan(self, tahun: int) -> int | None:
        """The month of that year it counts in: its due date's; December where it is due later but begins within. None
        for what has no date, or no day in the year."""
        if self.jangka is None or self.jangka[0].year > tahun or self.jangka[1].year < tahun:
            return None
        return self.jangka[1].month if self.jangka[1].year == tahun else 12


@dataclass(frozen=True, slots=True)
class Sel:
    """How many occurrences count in a month."""

    jumlah: int
    terlambat: int


@dataclass(slots=True)
class BagianJadwal:
    """One of the six, its occurrences in the order of the plan."""

    kode: str
    nama: str
    kejadian: list[Kejadian] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class BulanJadwal:
    """A month: what counts in it, due first comes first."""

    nomor: int
    nama: str
    kejadian: list[Kejadian]

    @property
    def terlambat(self) -> int:
        return sum(k.keadaan == TERLAMBAT for k in self.kejadian)


@dataclass(frozen=True, slots=True)
class BarisTabel:
    """A row of the table: twelve months, then what lies outside the year, what has no date, and all."""

    kode: str
    nama: str
    bulan: list[Sel]
    luar: int
    tanpa: int
    jumlah: int


@dataclass(frozen=True, slots=True)
class JadwalTahun:
    tahun: int
    bagian: list[BagianJadwal]

    @property
    def semua(self) -> list[Kejadian]:
        return [k for b in self.bagian for k in b.kejadian]

    @property
    def bulan(self) -> list[BulanJadwal]:
        return [
            BulanJadwal(i, nama, _urut([k for k in self.semua if k.bulan(self.tahun) == i]))
            for i, nama in enumerate(BULAN, 1)
        ]

    @property
    def luar(self) -> list[Kejadian]:
        """Dated, with no day in the year."""
        return _urut([k for k in self.semua if k.jangka and k.bulan(self.tahun) is None])

    @property
    def tanpa(self) -> list[Kejadian]:
        return [k for k in self.semua if k.jangka is None]

    @property
    def tabel(self) -> list[BarisTabel]:
        """A row a pengungkit, and one of all."""
        return [*(self._baris(b.kode, b.nama, b.kejadian) for b in self.bagian), self._baris("", "Jumlah", self.semua)]

    def _baris(self, kode: str, nama: str, kejadian: list[Kejadian]) -> BarisTabel:
        jumlah, terlambat = [0] * 13, [0] * 13  # by month; 0: in none
        for k in kejadian:
            i = k.bulan(self.tahun) or 0
            jumlah[i] += 1
            terlambat[i] += k.keadaan == TERLAMBAT
        tanpa = sum(k.jangka is None for k in kejadian)
        sel = [Sel(jumlah[i], terlambat[i]) for i in range(1, 13)]
        return BarisTabel(kode, nama, sel, jumlah[0] - tanpa, tanpa, len(kejadian))

    def sebulan(self, bulan: int) -> list[Kejadian]:
        """What has a day in that month."""
        awal = date(self.tahun, bulan, 1)
        akhir = (awal + timedelta(days=31)).replace(day=1) - timedelta(days=1)
        return _urut([k for k in self.semua if k.jangka and k.jangka[0] <= akhir and awal <= k.jangka[1]])


def _urut(kejadian: list[Kejadian]) -> list[Kejadian]:
    """By due date; those of one day stay in the order of the plan."""
    return sorted(kejadian, key=lambda k: k.jangka[1] if k.jangka else date.max)


def susun_jadwal(rencana: Rencana, hari_ini: date) -> JadwalTahun:
    """Every occurrence of the plan, with its state as of `hari_ini`. Three queries."""
    bagian = {
        kode: BagianJadwal(kode, nama)
        for kode, nama in Pengungkit.objects.filter(rencana=rencana).values_list("kode", "nama")
    }
    kejadian = baris_pelaksanaan(rencana, hari_ini, aksi__rencana_kerja__pengungkit__rencana=rencana)
    aksi = RencanaAksi.objects.filter(rencana_kerja__pengungkit__rencana=rencana).order_by(
        "rencana_kerja__pengungkit__urutan", "rencana_kerja__urutan", "urutan"
    )
    kolom = ("pk", "rencana_kerja__pengungkit__kode", "rencana_kerja__nomor", "huruf", "uraian", "jadwal_teks")
    for pk, kode, nomor, huruf, uraian, jadwal in aksi.values_list(*kolom):
        letak = tempat(kode, nomor, huruf)
        bagian[kode].kejadian += [Kejadian(b, pk, letak, uraian, jadwal) for b in kejadian[pk]]
    return JadwalTahun(rencana.tahun, list(bagian.values()))
