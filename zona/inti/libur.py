"""Working days: weekends and Indonesia's national holidays (the joint decree's; cuti bersama is leave, not a holiday).

From the library `holidays`, 1946–2100. Lunar feasts of years not yet decreed are computed, and say "(perkiraan)".
"""

from datetime import date, timedelta
from functools import cache

from holidays.countries.indonesia import Indonesia

HARI = ("Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu")
SABTU = 5


@cache
def libur_setahun(tahun: int) -> dict[date, str]:
    """The national holidays of a year with their names; empty beyond the years known."""
    return dict(Indonesia(years=tahun, language="id").items())


def alasan_libur(hari: date) -> str:
    """Why nobody works that day ("hari Sabtu", "libur nasional Hari Raya Natal"); empty on a working day."""
    libur = libur_setahun(hari.year).get(hari)
    akhir_pekan = f"hari {HARI[hari.weekday()]}" if hari.weekday() >= SABTU else ""
    return ", ".join(filter(None, (akhir_pekan, f"libur nasional {libur}" if libur else "")))


def hari_kerja_mulai(hari: date) -> date:
    """That day, or the first working day after it."""
    while alasan_libur(hari):
        hari += timedelta(days=1)
    return hari


def hari_kerja_sampai(hari: date) -> date:
    """That day, or the last working day before it."""
    while alasan_libur(hari):
        hari -= timedelta(days=1)
    return hari
