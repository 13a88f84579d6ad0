"""The demo's calendar: working days, and a clock that stands where its story is."""

from collections.abc import Collection, Iterator
from contextlib import contextmanager
from datetime import date, datetime, timedelta
from unittest.mock import patch

from django.utils import timezone


@contextmanager
def pukul(saat: datetime) -> Iterator[None]:
    """Inside, the server's clock shows `saat`: what the demo writes carries the dates of its story, not those of the
    day it was loaded on. For a command that is alone in its process."""
    with patch.object(timezone, "now", lambda: saat):
        yield


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
