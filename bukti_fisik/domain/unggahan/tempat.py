"""Where what has arrived lies: one file per upload on this machine's disk, wherever evidence is kept in the end.

A piece is on the disk (fdatasync) before the row counts it, so what the row says has arrived is there even after a
power cut; what lies beyond it is written again. Each write and the taking of the whole file hold the file's lock, so
that a stalled line that wakes up late changes nothing under the eyes of who is reading.
"""

import fcntl
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO, Protocol
from uuid import UUID

from django.conf import settings

SUAP = 256 * 1024
"""Bytes in memory at a time."""
SISA = 200 * 1024 * 1024
"""Bytes of the disk left to the others."""


class Sumber(Protocol):
    """What bytes come from: a request, or an open file."""

    def read(self, jumlah: int, /) -> bytes: ...


def folder() -> Path:
    """The folder, made where it is missing; nobody else of this machine reads it."""
    tempat: Path = settings.ZONA_FOLDER_UNGGAHAN
    tempat.mkdir(mode=0o700, parents=True, exist_ok=True)
    return tempat


def letak(kode: UUID) -> Path:
    """Its file, there from the first piece on."""
    return folder() / kode.hex


def panjang(kode: UUID) -> int:
    """Bytes that lie there; 0 where nothing does."""
    try:
        return letak(kode).stat().st_size
    except FileNotFoundError:
        return 0


def muat(ukuran: int) -> bool:
    """The disk holds so much more."""
    return shutil.disk_usage(folder()).free >= ukuran + SISA


def tulis(kode: UUID, mulai: int, sumber: Sumber, jumlah: int) -> int:
    """Write at most `jumlah` bytes from `mulai` on; how many arrived before the line broke. They are on the disk when
    this returns. Raises OSError where the disk takes no more."""
    tujuan = os.open(letak(kode), os.O_WRONLY | os.O_CREAT | os.O_CLOEXEC, 0o600)
    try:
        masuk = 0
        while masuk < jumlah and (suap := _baca(sumber, min(SUAP, jumlah - masuk))):
            with _terkunci(tujuan):
                _tulis_semua(tujuan, suap, mulai + masuk)
            masuk += len(suap)
        os.fdatasync(tujuan)
        return masuk
    finally:
        os.close(tujuan)


def _baca(sumber: Sumber, jumlah: int) -> bytes:
    """Empty at the end, and where the line broke: what came before counts."""
    try:
        return sumber.read(jumlah)
    except OSError:
        return b""


def _tulis_semua(tujuan: int, suap: bytes, mulai: int) -> None:
    sisa = memoryview(suap)
    while sisa:
        tertulis = os.pwrite(tujuan, sisa, mulai)
        mulai, sisa = mulai + tertulis, sisa[tertulis:]


@contextmanager
def buka(kode: UUID, ukuran: int) -> Iterator[BinaryIO]:
    """The whole file, locked: nobody writes into it meanwhile. Raises FileNotFoundError."""
    with letak(kode).open("r+b") as isi, _terkunci(isi.fileno()):
        if os.fstat(isi.fileno()).st_size > ukuran:
            isi.truncate(ukuran)
        yield isi


@contextmanager
def _terkunci(tujuan: int) -> Iterator[None]:
    fcntl.flock(tujuan, fcntl.LOCK_EX)
    try:
        yield
    finally:
        fcntl.flock(tujuan, fcntl.LOCK_UN)


def buang(kode: UUID) -> None:
    """Remove what has arrived; nothing where nothing lies."""
    letak(kode).unlink(missing_ok=True)


def semua() -> Iterator[UUID]:
    """Uploads that have a file. Anything else in the folder is not ours."""
    for satu in folder().iterdir():
        with suppress(ValueError):
            yield UUID(satu.name)
