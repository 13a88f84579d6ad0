"""Heaps of files that still wait for their places."""

from typing import Any

from rencana_aksi.models import Rencana
from rencana_aksi.queries.gantungan import kata_penahan
from zona.kiriman.enums import StatusKiriman
from zona.kiriman.models import Kiriman


def kiriman_menahan(sender: Any, *, rencana: Rencana, **lain: Any) -> list[str]:
    """In words, those that forbid throwing the plan away. One query."""
    return kata_penahan(Kiriman.objects.filter(rencana=rencana, status=StatusKiriman.TERBUKA))
