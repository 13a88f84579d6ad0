"""Files on their shelf. A file is written before its row and removed when no row came of it, so that no row is ever
without its file; what a crash may leave is a file without a row, which the next upload of it takes over."""

import logging

from django.core.files import File
from django.core.files.storage import default_storage
from django.db import transaction

from bukti_fisik.models import Berkas
from zona.inti.berkas import BerkasSah
from zona.inti.errors import DomainError
from zona.organisasi.models import Satker

log = logging.getLogger(__name__)

GAGAL = "Berkas belum tersimpan karena penyimpanan sedang bermasalah. Coba lagi nanti atau hubungi admin."


def kunci_berkas(satker: Satker, sah: BerkasSah) -> str:
    """Our name of the file: office, then its SHA-256. Nothing of what the uploader called it."""
    return f"{satker.kode}/{sah.sha256[:2]}/{sah.sha256}.{sah.ekstensi}"


def antre(satker: Satker) -> None:
    """Writers of an office stand in line here until their transaction ends (SQLite queues them all by itself)."""
    Satker.objects.select_for_update().get(pk=satker.pk)


def tulis_bila_belum_ada(kunci: str, isi: File) -> None:
    """The slow part, outside the line: write unless something lies there. Raises DomainError when storage fails."""
    try:
        if not default_storage.exists(kunci):
            _tulis(kunci, isi)
    except Exception as galat:  # each kind of storage fails in its own way
        log.exception("menyimpan %s gagal", kunci)
        raise DomainError(GAGAL) from galat


def pastikan_utuh(kunci: str, isi: File, ukuran: int) -> None:
    """In line: the file lies there whole. One cut short by a crash, or removed meanwhile, is written again.
    Raises DomainError when storage fails."""
    try:
        if default_storage.exists(kunci):
            if default_storage.size(kunci) == ukuran:
                return
            default_storage.delete(kunci)
        _tulis(kunci, isi)
    except Exception as galat:  # each kind of storage fails in its own way
        log.exception("menyimpan %s gagal", kunci)
        raise DomainError(GAGAL) from galat


def _tulis(kunci: str, isi: File) -> None:
    isi.seek(0)
    nama = default_storage.save(kunci, File(isi.file))
    if nama != kunci:  # somebody wrote the same bytes in between
        default_storage.delete(nama)


def buang_bila_yatim(satker: Satker, kunci: str) -> None:
    """After a failed upload: remove the file unless a row speaks of it. A failure here is only logged, so that the
    person hears of the first one."""
    try:
        with transaction.atomic():
            antre(satker)
            if not Berkas.objects.filter(kunci=kunci).exists() and default_storage.exists(kunci):
                default_storage.delete(kunci)
    except Exception:
        log.exception("membuang %s gagal", kunci)
