"""Years that texts name, in the plan of another year: "Laporan Tahun 2023", "(25 Januari 2023)". Pure.

Only years that stand alone: not in a letter's number, not in a period (2020–2024). A date goes where the schedule's
dates go: to the same day, or the first working day after it; the day's name, where it is written, with it.
"""

import re
from dataclasses import dataclass
from datetime import date

from rencana_aksi.domain.salin.tanggal import geser_hari
from zona.inti.libur import HARI
from zona.inti.waktu import BULAN, tanggal_id

_NAMA = "|".join(BULAN)
_SEPARUH = r"(?<![\d/.–—-])(?<![–—-]\s)(?<!dan\s)(?<!sampai\s)(?<!\d,\s)"
_HARI = re.compile(rf"{_SEPARUH}((?:{'|'.join(HARI)}),? )?(\d{{1,2}}) ({_NAMA}) (20\d\d)(?![\w/–—-])")
_TAHUN = re.compile(r"(?<![\w/.–—-])(20\d\d)(?![\w/–—]|-\w|\.\d)")


@dataclass(frozen=True, slots=True)
class UsulTeks:
    """`baru`: the text with its years moved. `bawaan`: it names the plan's own year, so that this is most likely meant;
    else only the year before or after."""

    baru: str
    bawaan: bool


def usul_teks(teks: str, dari: int, ke: int) -> UsulTeks | None:
    """What the text would say in the plan of year `ke`; None where it names no year near the plan's."""
    dekat = {dari - 1, dari, dari + 1}
    disebut: set[int] = set()

    def hari(m: re.Match[str]) -> str:
        tahun = int(m[4])
        try:
            lama = date(tahun, BULAN.index(m[3]) + 1, int(m[2]))
        except ValueError:
            return m[0]
        if tahun not in dekat:
            return m[0]
        disebut.add(tahun)
        jadi = geser_hari(lama, ke - dari).jadi
        return f"\0{f'{HARI[jadi.weekday()]}, ' if m[1] else ''}{tanggal_id(jadi)}\0"

    def sendiri(m: re.Match[str]) -> str:
        tahun = int(m[1])
        if tahun not in dekat:
            return m[0]
        disebut.add(tahun)
        return str(tahun + ke - dari)

    potong = _HARI.sub(hari, teks).split("\0")
    baru = "".join(p if i % 2 else _TAHUN.sub(sendiri, p) for i, p in enumerate(potong))
    return UsulTeks(baru, dari in disebut) if disebut and baru != teks else None
