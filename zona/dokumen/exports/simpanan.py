"""Documents once drawn, kept under the fingerprint of their content: the same content is never drawn twice.

They stand in DATA/dokumen, beside the stored evidence and not among it: all of them can be deleted at any time.
"""

import fcntl
import hashlib
import os
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path

from django.conf import settings

from zona.dokumen.exports.ekspor import Ekspor

SIMPAN = 3

_juru = ThreadPoolExecutor(max_workers=1, thread_name_prefix="dokumen")
_digambar: dict[Path, "Future[Path]"] = {}


def ambil_atau_tunggu(ekspor: Ekspor) -> Path | None:
    """As ambil_atau_buat, but None where it takes longer than ZONA_SABAR_DOKUMEN seconds: it goes on being drawn, and
    who asks again gets it. One drawing at a time in a worker. Raises DomainError where it cannot be drawn."""
    berkas = _tempat(ekspor)
    if _pakai(berkas):
        return berkas
    tugas = _digambar.get(berkas)
    if tugas is None or tugas.done():
        tugas = _digambar[berkas] = _juru.submit(ambil_atau_buat, ekspor)
        tugas.add_done_callback(lambda _: _digambar.pop(berkas, None))
    try:
        return tugas.result(settings.ZONA_SABAR_DOKUMEN)
    except TimeoutError:
        return None


def ambil_atau_buat(ekspor: Ekspor) -> Path:
    """The file of this document, drawn where there is none yet. Of a group the newest few are kept. Who asks while it
    is being drawn waits for that one. Raises DomainError where it cannot be drawn."""
    berkas = _tempat(ekspor)
    if _pakai(berkas):
        return berkas
    folder = berkas.parent
    folder.mkdir(parents=True, exist_ok=True)
    with _giliran(folder / ".giliran"):
        if not _pakai(berkas):
            tulis_utuh(berkas, [ekspor.buat()])
            _bersihkan(folder)
    return berkas


def tulis_utuh(berkas: Path, isi: Iterable[bytes]) -> tuple[int, str]:
    """Write a file, piece by piece, so that it is there whole or not at all; its size and SHA-256. Raises OSError."""
    sementara = berkas.with_name(f".{berkas.name}.{os.getpid()}")
    try:
        with sementara.open("wb") as keluar:
            jumlah = hashlib.sha256()
            for potongan in isi:
                keluar.write(potongan)
                jumlah.update(potongan)
            keluar.flush()
            os.fsync(keluar.fileno())
            ukuran = keluar.tell()
        sementara.replace(berkas)
    finally:
        sementara.unlink(missing_ok=True)
    return ukuran, jumlah.hexdigest()


def _tempat(ekspor: Ekspor) -> Path:
    return Path(settings.DATA) / "dokumen" / ekspor.kelompok / f"{ekspor.sidik}.{ekspor.jenis}"


def _pakai(berkas: Path) -> bool:
    """Whether it is there; then it counts as new again."""
    try:
        os.utime(berkas)
    except FileNotFoundError:
        return False
    return True


@contextmanager
def _giliran(kunci: Path) -> Iterator[None]:
    """One maker at a time in a folder, over all workers of this machine."""
    with kunci.open("wb") as pegangan:
        fcntl.flock(pegangan, fcntl.LOCK_EX)
        yield


def _bersihkan(folder: Path) -> None:
    """Leave the newest; a file being read stays readable to who has it open."""
    berkas = sorted((b for b in folder.iterdir() if not b.name.startswith(".")), key=lambda b: b.stat().st_mtime_ns)
    for lama in berkas[:-SIMPAN]:
        lama.unlink(missing_ok=True)
