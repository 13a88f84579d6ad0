"""A day and a window at the same place in another year. Pure."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, timedelta

from zona.inti.libur import alasan_libur, hari_kerja_mulai
from zona.inti.waktu import tanggal_id

SEHARI = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Geseran:
    """`semula` became `jadi`. `alasan`, where it is not simply the same day and month: a sentence."""

    semula: date
    jadi: date
    alasan: str = ""


def tahun_lain(hari: date, selisih: int) -> date:
    """The same day and month; the 29th of February becomes the 28th."""
    try:
        return hari.replace(year=hari.year + selisih)
    except ValueError:
        return hari.replace(year=hari.year + selisih, day=28)


def geser_hari(hari: date, selisih: int, terpakai: Collection[date] = ()) -> Geseran:
    """The same day and month, or the first working day after it that is not taken (`terpakai`)."""
    sama = tahun_lain(hari, selisih)
    alasan = [f"tanggal {hari.day} tidak ada pada Februari {sama.year}"] if sama.day != hari.day else []
    jadi = sama
    if sebab := alasan_libur(sama):
        alasan.append(f"{tanggal_id(sama)} {sebab}")
        jadi = hari_kerja_mulai(sama)
    while jadi in terpakai:
        alasan.append(f"{tanggal_id(jadi)} sudah terpakai")
        jadi = hari_kerja_mulai(jadi + SEHARI)
    return Geseran(hari, jadi, "; ".join(alasan))


def geser_jendela(awal: date, akhir: date, selisih: int) -> tuple[date, date]:
    """The same days and months; what ended with its month ends with it again."""
    penutup = tahun_lain(akhir, selisih)
    if (akhir + SEHARI).day == 1:
        penutup = (penutup.replace(day=28) + timedelta(days=4)).replace(day=1) - SEHARI
    return tahun_lain(awal, selisih), penutup
