"""Today, in the office's own time zone, and dates the way Indonesians write them."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

from django.conf import settings

BULAN = (
    "Januari", "Februari", "Maret", "April", "Mei", "Juni",
    "Juli", "Agustus", "September", "Oktober", "November", "Desember",
)  # fmt: skip


def hari_ini(zona_waktu: str) -> date:
    """Today's date in the time zone named (an IANA name); ZONA_HARI_INI overrides it for the demo."""
    return settings.ZONA_HARI_INI or datetime.now(ZoneInfo(zona_waktu)).date()


def tanggal_id(hari: date | None) -> str:
    """1 Februari 2023; a dash when there is none."""
    return f"{hari.day} {BULAN[hari.month - 1]} {hari.year}" if hari else "–"


def tanggal_pendek(hari: date | None) -> str:
    """1 Feb 2023."""
    return f"{hari.day} {BULAN[hari.month - 1][:3]} {hari.year}" if hari else "–"
