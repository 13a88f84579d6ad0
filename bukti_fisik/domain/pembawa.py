"""Writing down who brought bytes or an address into an office: every door does, and none takes it back."""

from typing import Any

from bukti_fisik.models import Pembawa
from zona.organisasi.models import Satker


def ingat_pembawa(satker: Satker, sidik: str, oleh: Any) -> None:
    """A step of bringing something in, inside its transaction; nothing where a command does it. One query."""
    if oleh is not None:
        Pembawa.objects.bulk_create([Pembawa(satker=satker, sidik=sidik, orang=oleh)], ignore_conflicts=True)
