"""What follows from the rights table for the plan."""

from typing import Any


def boleh_ubah_kendala(pengguna: Any, kendala: Any) -> bool:
    """Whoever may record the progress of the action, and the member of its team who answers for the follow-up."""
    return bool(pengguna.boleh("catat_status", kendala.aksi) or pengguna.boleh("catat_status", kendala))
