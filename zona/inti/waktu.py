"""Today, in the office's own time zone, and dates the way Indonesians write them."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from django.conf import settings
from django.utils import timezone

TAHUN_AWAL, TAHUN_AKHIR = 2000, 2100
"""Years a plan, a paper or a date of theirs may have."""
BULAN = (
    "Januari", "Februari", "Maret", "April", "Mei", "Juni",
    "Juli", "Agustus", "September", "Oktober", "November", "Desember",
)  # fmt: skip


def hari_ini(zona_waktu: str) -> date:
    """Today's date in the time zone named (an IANA name); ZONA_HARI_INI overrides it for the demo."""
    return settings.ZONA_HARI_INI or datetime.now(ZoneInfo(zona_waktu)).date()


_TANGGAL = re.compile(r"^(?P<hari>[0-9]{1,2}) +(?P<bulan>[A-Za-z]+) +(?P<tahun>[0-9]{4})$")
_ISO = re.compile(r"^([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})$")
_ANGKA = re.compile(r"^(?P<hari>[0-9]{1,2})[/.\-](?P<bulan>[0-9]{1,2})[/.\-](?P<tahun>[0-9]{4})$")

_saat: ContextVar[datetime | None] = ContextVar("saat", default=None)


def sekarang() -> datetime:
    """The moment that rows are stamped with: now, on the demo's day where ZONA_HARI_INI sets one."""
    if saat := _saat.get():
        return saat
    kini = timezone.now()
    if hari := settings.ZONA_HARI_INI:
        return timezone.localtime(kini).replace(year=hari.year, month=hari.month, day=hari.day)
    return kini


def hari_stempel(zona_waktu: str) -> date:
    """The day of `sekarang()` by the clock of that time zone."""
    saat = _saat.get()
    return saat.astimezone(ZoneInfo(zona_waktu)).date() if saat else hari_ini(zona_waktu)


@contextmanager
def pada(saat: datetime) -> Iterator[None]:
    """Inside, rows are stamped with `saat`: what is told of the past carries its own dates."""
    tanda = _saat.set(saat)
    try:
        yield
    finally:
        _saat.reset(tanda)


def diceritakan() -> bool:
    """Whether what happens now is told of the past (`pada`): nobody is to be sent word of it."""
    return _saat.get() is not None


def tanggal_id(hari: date | None) -> str:
    """1 Februari 2023; a dash when there is none."""
    return f"{hari.day} {BULAN[hari.month - 1]} {hari.year}" if hari else "–"


def baca_tanggal_id(teks: str) -> date | None:
    """The day that words name without a doubt: 1 Juni 2027, 1 Jun 2027, 2027-06-01. None for all else; of 1/6/2027
    nobody knows which is the month."""
    if cocok := _TANGGAL.match(teks.strip()):
        bulan = [i for i, nama in enumerate(BULAN, 1) if cocok["bulan"].lower() in (nama.lower(), nama[:3].lower())]
        return _hari(int(cocok["tahun"]), bulan[0], int(cocok["hari"])) if bulan else None
    iso = _ISO.match(teks.strip())
    return _hari(*map(int, iso.groups())) if iso else None


def contoh_tanggal(teks: str) -> str:
    """How a day is written, for whom these words were one: of 1/6/2027, 1 Juni 2027."""
    angka = _ANGKA.match(teks.strip())
    terbaca = _hari(int(angka["tahun"]), int(angka["bulan"]), int(angka["hari"])) if angka else None
    return tanggal_id(terbaca or date(2027, 6, 1))


def _hari(tahun: int, bulan: int, hari: int) -> date | None:
    try:
        return date(tahun, bulan, hari)
    except ValueError:
        return None


def tanggal_pendek(hari: date | None) -> str:
    """1 Feb 2023."""
    return f"{hari.day} {BULAN[hari.month - 1][:3]} {hari.year}" if hari else "–"


def rentang_id(awal: date, akhir: date) -> str:
    """1–27 Januari 2022; 26 Januari–30 Juni 2023; 20 Desember 2023–5 Januari 2024; April 2022 for the whole month."""
    if awal == akhir:
        return tanggal_id(awal)
    if (awal.year, awal.month) == (akhir.year, akhir.month):
        sebulan = awal.day == 1 and (akhir + timedelta(days=1)).day == 1
        return f"{BULAN[awal.month - 1]} {awal.year}" if sebulan else f"{awal.day}–{tanggal_id(akhir)}"
    if awal.year == akhir.year:
        return f"{awal.day} {BULAN[awal.month - 1]}–{tanggal_id(akhir)}"
    return f"{tanggal_id(awal)}–{tanggal_id(akhir)}"
