"""Pages as pictures (WebP), for reading without a download. Each is drawn by a program of its own (`pelukis.py`) with
little memory and time, two at once, so that no file can hold up or bring down the server (docs/adr/0015)."""

import logging
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from threading import BoundedSemaphore
from typing import BinaryIO

from zona.inti.errors import DomainError

log = logging.getLogger(__name__)

PELUKIS = Path(__file__).with_name("pelukis.py")
DETIK = 20
"""Wall clock for one page; the program itself has 15 of the processor."""
ANTRE = 20
BESAR = 8 * 1024 * 1024
"""A picture larger than this is no page."""
SUSUNAN = "1"
"""Of what the bytes depend on beside file and page; raise it when pelukis.py draws otherwise."""
RUSAK = "Halaman ini tidak dapat digambar. Buka berkas aslinya atau unduh untuk membacanya."
SIBUK = "Penggambar halaman sedang penuh. Coba lagi sebentar, atau buka berkas aslinya."

_tempat = BoundedSemaphore(2)


def lukis_halaman(isi: BinaryIO, nomor: int) -> bytes:
    """Page `nomor` (from 1) of a PDF. Raises DomainError where it cannot be drawn, or not now."""
    return _lukis(isi, "pdf", str(nomor))


def lukis_gambar(isi: BinaryIO) -> bytes:
    """A JPEG, PNG or WebP, upright and no wider than a page. Raises DomainError as `lukis_halaman`."""
    return _lukis(isi, "gambar")


def _lukis(isi: BinaryIO, *argumen: str) -> bytes:
    if not _tempat.acquire(timeout=ANTRE):
        raise DomainError(SIBUK)
    try:
        with _berkas_nyata(isi) as masukan:
            perintah = [sys.executable, "-I", str(PELUKIS), *argumen]
            hasil = subprocess.run(  # noqa: S603 - our own program
                perintah, stdin=masukan, capture_output=True, timeout=DETIK, check=False
            )
    except (subprocess.TimeoutExpired, OSError) as galat:
        log.warning("melukis halaman gagal: %s", galat)
        raise DomainError(RUSAK) from galat
    finally:
        _tempat.release()
    if hasil.returncode or not hasil.stdout or len(hasil.stdout) > BESAR:
        log.warning("melukis halaman gagal (%s): %s", hasil.returncode, hasil.stderr[-300:].decode(errors="replace"))
        raise DomainError(RUSAK)
    return hasil.stdout


def _berkas_nyata(isi: BinaryIO) -> BinaryIO:
    """The file itself where it lies on a disk of ours, else a copy of it there."""
    isi.seek(0)
    try:
        isi.fileno()
        return isi
    except (AttributeError, OSError):
        salinan = tempfile.TemporaryFile()  # noqa: SIM115 - closed by who asked
        shutil.copyfileobj(isi, salinan, 64 * 1024)
        salinan.seek(0)
        return salinan
