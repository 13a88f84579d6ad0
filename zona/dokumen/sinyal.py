"""What rooms above may add to the documents' page."""

from dataclasses import dataclass
from typing import Any

from django.dispatch import Signal

halaman_dokumen = Signal()
"""The page of documents is drawn. Sent with `rencana` and `pengguna`; a listener gives a Panel, or None."""


@dataclass(frozen=True, slots=True)
class Panel:
    """A template, and what it is drawn with (as `isi`)."""

    templat: str
    isi: Any
