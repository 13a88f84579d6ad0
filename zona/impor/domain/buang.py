"""What becomes of imports when the draft they made is thrown away."""

from typing import Any

from rencana_aksi.models import Rencana
from zona.impor.enums import JenisImpor
from zona.impor.models import Impor


def lepas_impor(sender: Any, *, rencana: Rencana, **lain: Any) -> None:
    """They go along: undoing them has no plan to undo in. An old spreadsheet stays, as one that is not a plan yet. A
    step of throwing the draft away, which writes the row."""
    milik = Impor.objects.filter(rencana=rencana)
    milik.filter(jenis=JenisImpor.URUNG).delete()
    milik.delete()
