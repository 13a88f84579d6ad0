"""A month as a wall calendar: weeks from Monday, what is due each day, and what runs through the month. Pure."""

from calendar import Calendar
from dataclasses import dataclass
from datetime import date

from zona.inti.libur import HARI, libur_setahun
from zona.inti.waktu import BULAN
from zona.matriks.queries.baris import TERLAMBAT
from zona.matriks.queries.jadwal import JadwalTahun, Kejadian


@dataclass(frozen=True, slots=True)
class HariKalender:
    """A day; `luar` where it is of the month before or after. `libur`: the holiday's name."""

    hari: date
    luar: bool
    libur: str
    kini: bool
    kejadian: list[Kejadian]

    @property
    def nama(self) -> str:
        return HARI[self.hari.weekday()]

    @property
    def akhir_pekan(self) -> bool:
        return self.hari.weekday() >= 5


@dataclass(frozen=True, slots=True)
class BulanKalender:
    """`jatuh_tempo`: how many are due in the month; `jendela`: windows with a day in it. `sebelum` and `sesudah`: the
    months beside it in the year, with their numbers."""

    nomor: int
    nama: str
    tahun: int
    minggu: list[list[HariKalender]]
    jatuh_tempo: int
    terlambat: int
    jendela: list[Kejadian]
    sebelum: tuple[int, str] | None
    sesudah: tuple[int, str] | None


def kalender(jadwal: JadwalTahun, bulan: int, hari_ini: date) -> BulanKalender:
    """The month (1–12) of the plan's year. What is due stands on its due date."""
    tahun = jadwal.tahun
    sebulan = jadwal.sebulan(bulan)
    libur = libur_setahun(tahun)
    minggu = [
        [
            HariKalender(
                hari=h,
                luar=h.month != bulan,
                libur=libur.get(h, ""),
                kini=h == hari_ini,
                kejadian=[k for k in sebulan if k.jangka and k.jangka[1] == h and h.month == bulan],
            )
            for h in pekan
        ]
        for pekan in Calendar().monthdatescalendar(tahun, bulan)
    ]
    tempo = [k for pekan in minggu for h in pekan for k in h.kejadian]
    return BulanKalender(
        nomor=bulan,
        nama=BULAN[bulan - 1],
        tahun=tahun,
        minggu=minggu,
        jatuh_tempo=len(tempo),
        terlambat=sum(k.keadaan == TERLAMBAT for k in tempo),
        jendela=[k for k in sebulan if k.berjendela],
        sebelum=(bulan - 1, BULAN[bulan - 2]) if bulan > 1 else None,
        sesudah=(bulan + 1, BULAN[bulan]) if bulan < 12 else None,
    )
