"""Weights of the result components."""

from dataclasses import dataclass
from decimal import Decimal

from pengungkit.enums import Kelompok
from pengungkit.models import Komponen
from rencana_aksi.models import Rencana


@dataclass(frozen=True, slots=True)
class Bobot:
    nama: str
    bobot: Decimal


def bobot_hasil(rencana: Rencana) -> tuple[Bobot, ...]:
    """The result components of the plan's instrument, in its order (one query)."""
    komponen = Komponen.objects.filter(instrumen=rencana.instrumen_id, kelompok=Kelompok.HASIL)
    return tuple(Bobot(*satu) for satu in komponen.values_list("nama", "bobot"))
