"""Where a heap lies until it is taken or closed: a folder of this machine's disk under its `kode`, beside the uploads
still on their way. A ZIP is `arsip` in it, a loose file its number. Nothing bears a name from outside."""

import os
import shutil
import zipfile
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager, suppress
from pathlib import Path
from typing import BinaryIO, cast
from uuid import UUID

from django.conf import settings
from django.core.files import File

from bukti_fisik.domain.unggahan import tempat as unggahan
from zona.inti.errors import DomainError
from zona.kiriman.domain.arsip import PENUH, SUAP, keluarkan

ARSIP = "arsip"
HILANG = "Isi kiriman ini sudah tidak ada di peladen. Kirim lagi."


def akar() -> Path:
    """The folder of all heaps, made where it is missing."""
    tempat: Path = settings.ZONA_FOLDER_UNGGAHAN / "kiriman"
    tempat.mkdir(mode=0o700, parents=True, exist_ok=True)
    return tempat


def folder(kode: UUID) -> Path:
    """The folder of one heap."""
    return akar() / kode.hex


def simpan(kode: UUID, nama: str, isi: File) -> None:
    """Keep the file under that name of ours: moved where it lies among the uploads, else copied in pieces. Raises
    DomainError where the disk takes no more."""
    tujuan = folder(kode) / nama
    try:
        tujuan.parent.mkdir(mode=0o700, exist_ok=True)
        if isi.name and Path(isi.name).parent == settings.ZONA_FOLDER_UNGGAHAN:
            Path(isi.name).rename(tujuan)
            return
        if not unggahan.muat(isi.size):
            raise DomainError(PENUH)
        isi.seek(0)
        with tujuan.open("wb") as keluar:
            shutil.copyfileobj(cast(BinaryIO, isi.file), keluar, SUAP)
            keluar.flush()
            os.fdatasync(keluar.fileno())
    except OSError as galat:
        raise DomainError(PENUH) from galat


class Sumber:
    """An open heap. `isi(n)` opens its file of that number."""

    def __init__(self, tempat: Path, arsip: zipfile.ZipFile | None) -> None:
        self.tempat, self.arsip = tempat, arsip

    def isi(self, urutan: int) -> AbstractContextManager[BinaryIO]:
        """Raises DomainError: not there any more, damaged, the disk is full."""
        if self.arsip is not None:
            return keluarkan(self.arsip, urutan, self.tempat)
        try:
            return (self.tempat / str(urutan)).open("rb")
        except FileNotFoundError as galat:
            raise DomainError(HILANG) from galat


@contextmanager
def buka(kode: UUID) -> Iterator[Sumber]:
    """The heap, its list read once. Raises DomainError where it is not there any more."""
    tempat = folder(kode)
    if not (tempat / ARSIP).exists():
        yield Sumber(tempat, None)
        return
    with zipfile.ZipFile(tempat / ARSIP) as arsip:  # looked at when it came
        yield Sumber(tempat, arsip)


def sentuh(kode: UUID) -> None:
    """Somebody works on it: it is not left behind."""
    with suppress(FileNotFoundError):
        os.utime(folder(kode))


def buang(kode: UUID) -> None:
    """Remove all of it; nothing where nothing lies."""
    shutil.rmtree(folder(kode), ignore_errors=True)


def semua() -> Iterator[tuple[UUID, float]]:
    """Heaps that have a folder, and when something in each was last added or taken (seconds since 1970)."""
    for satu in akar().iterdir():
        try:
            yield UUID(satu.name), satu.stat().st_mtime
        except (ValueError, FileNotFoundError):
            continue
