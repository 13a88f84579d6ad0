"""What follows from the rights table for the plan, and when anything of it is late."""

from datetime import date
from typing import Any

from rencana_aksi.enums import Status

TERLAMBAT, DRAF = "terlambat", "draf"
"""States of an occurrence that are derived, never stored."""


def boleh_ubah_kendala(pengguna: Any, kendala: Any) -> bool:
    """Whoever may record the progress of the action, and the member of its team who answers for the follow-up."""
    return bool(pengguna.boleh("catat_status", kendala.aksi) or pengguna.boleh("catat_status", kendala))


def acuan_terlambat(hari: date, *, ditetapkan: bool) -> date:
    """The day before which what is due and not done is late: of a plan no version of which is ditetapkan nothing is."""
    return hari if ditetapkan else date.min


def keadaan_pelaksanaan(status: str, jatuh_tempo: date | None, hari_ini: date, *, ditetapkan: bool) -> str:
    """Its status; TERLAMBAT past due and neither selesai nor batal, DRAF where only a plan in force would be."""
    if status in (Status.SELESAI, Status.BATAL) or jatuh_tempo is None or jatuh_tempo >= hari_ini:
        return status
    return TERLAMBAT if jatuh_tempo < acuan_terlambat(hari_ini, ditetapkan=ditetapkan) else DRAF
