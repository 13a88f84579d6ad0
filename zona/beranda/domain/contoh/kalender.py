"""The demo's calendar: working days."""

from collections.abc import Collection
from datetime import date, timedelta


def hari_kerja(hari: date, maju: int, libur: Collection[date]) -> date:
    """`maju` working days after `hari`; with 0, `hari` or the first working day after it."""
    while _libur(hari, libur):
        hari += timedelta(days=1)
    for _ in range(maju):
        hari += timedelta(days=1)
        while _libur(hari, libur):
            hari += timedelta(days=1)
    return hari


def _libur(hari: date, libur: Collection[date]) -> bool:
    return hari.weekday() >= 5 or hari in libur
