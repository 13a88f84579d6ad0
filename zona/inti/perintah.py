"""What every command says alike: its arguments, and files that cannot be opened."""

import errno
from argparse import ArgumentTypeError
from datetime import date

from zona.inti.waktu import TAHUN_AKHIR, TAHUN_AWAL

_SEBAB = {
    errno.ENOENT: "berkasnya tidak ada",
    errno.EACCES: "tidak ada izin untuk membukanya",
    errno.EPERM: "tidak ada izin untuk membukanya",
    errno.EISDIR: "yang disebut folder, bukan berkas",
    errno.ENOTDIR: "foldernya tidak ada",
    errno.ENOSPC: "tempat penyimpanannya penuh",
    errno.EROFS: "tempatnya hanya dapat dibaca",
}


def tahun(teks: str) -> int:
    """The type of an argument --tahun. Raises ArgumentTypeError."""
    if teks.isascii() and teks.isdecimal() and TAHUN_AWAL <= int(teks) <= TAHUN_AKHIR:
        return int(teks)
    raise ArgumentTypeError(f"tahun harus {TAHUN_AWAL} sampai {TAHUN_AKHIR}, bukan {teks}")


def tanggal(teks: str) -> date:
    """The type of an argument that is a day. Raises ArgumentTypeError."""
    try:
        return date.fromisoformat(teks)
    except ValueError as galat:
        raise ArgumentTypeError(f"{teks} bukan tanggal; tulis seperti 2023-03-15") from galat


def sebab_berkas(galat: OSError) -> str:
    """Why a file cannot be opened or written, in Indonesian."""
    return _SEBAB.get(galat.errno or 0, f"galat sistem {galat.errno}")
