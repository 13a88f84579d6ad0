"""What follows from the rights table for evidence."""

from typing import Any


def boleh_menarik(pengguna: Any, bukti: Any) -> bool:
    """What one uploaded while one may upload there; anybody's for those who may verify it."""
    hak = "unggah_bukti" if bukti.diunggah_oleh_id == pengguna.pk else "verifikasi_bukti"
    return bool(pengguna.boleh(hak, bukti))


def boleh_mencatat(pengguna: Any, bukti: Any) -> bool:
    """Those who note, and those who answer: the team that uploads there."""
    return bool(pengguna.boleh("catat_bukti", bukti) or pengguna.boleh("unggah_bukti", bukti))
