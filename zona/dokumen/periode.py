"""The months and quarters that are reported on. Pure: today is always told."""

import calendar
from dataclasses import dataclass
from datetime import date, timedelta

from zona.dokumen.enums import JenisPeriode
from zona.inti.libur import alasan_libur
from zona.inti.waktu import BULAN
from zona.organisasi.enums import AREA

SEHARI = timedelta(days=1)
BANYAK = {JenisPeriode.BULAN: 12, JenisPeriode.TRIWULAN: 4}


@dataclass(frozen=True, slots=True)
class Periode:
    """A month (1–12) or a triwulan (1–4) of a year. Raises ValueError for any other number."""

    tahun: int
    jenis: JenisPeriode
    nomor: int

    def __post_init__(self) -> None:
        if not 1 <= self.nomor <= BANYAK[self.jenis]:
            raise ValueError(f"tidak ada {self.jenis} {self.nomor}")

    @property
    def triwulan(self) -> bool:
        return self.jenis == JenisPeriode.TRIWULAN

    @property
    def dari(self) -> date:
        return date(self.tahun, self.nomor * 3 - 2 if self.triwulan else self.nomor, 1)

    @property
    def sampai(self) -> date:
        bulan = self.nomor * 3 if self.triwulan else self.nomor
        return date(self.tahun, bulan, calendar.monthrange(self.tahun, bulan)[1])

    @property
    def nama(self) -> str:
        """Februari 2023; Triwulan I 2023."""
        return f"{self.nama_pendek} {self.tahun}"

    @property
    def nama_pendek(self) -> str:
        return f"Triwulan {AREA[self.nomor - 1]}" if self.triwulan else BULAN[self.nomor - 1]

    @property
    def sesudah(self) -> "Periode":
        """The next one, in the next year after the last."""
        if self.nomor == BANYAK[self.jenis]:
            return Periode(self.tahun + 1, self.jenis, 1)
        return Periode(self.tahun, self.jenis, self.nomor + 1)

    @property
    def sebelum(self) -> "Periode | None":
        """The one before, within the year."""
        return Periode(self.tahun, self.jenis, self.nomor - 1) if self.nomor > 1 else None

    @property
    def kemarin(self) -> date:
        """The last day before it: what it is compared with."""
        return self.dari - SEHARI

    def belum_mulai(self, hari_ini: date) -> bool:
        return self.dari > hari_ini

    def per(self, hari_ini: date) -> date:
        """The day its position is told as of: its last one, today while it lasts."""
        return min(self.sampai, hari_ini)

    def acuan(self, hari_ini: date) -> date:
        """What was due before this day is overdue: a day that is over counts whole, today does not yet."""
        return min(self.sampai + SEHARI, hari_ini)

    @property
    def bisa_selesai(self) -> date:
        """Its last working day: from then on its report may be finished."""
        hari = self.sampai
        while alasan_libur(hari):
            hari -= SEHARI
        return hari


def setahun(tahun: int) -> list[Periode]:
    """The reports of a year as they fall due: three months, then their triwulan."""
    hasil = []
    for nomor in range(1, 13):
        hasil.append(Periode(tahun, JenisPeriode.BULAN, nomor))
        if nomor % 3 == 0:
            hasil.append(Periode(tahun, JenisPeriode.TRIWULAN, nomor // 3))
    return hasil
