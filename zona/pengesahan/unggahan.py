"""Uploads that are not kept: a limit that holds while they arrive, and for keys no way to the disk."""

import time
from collections.abc import Callable
from typing import Any

from django.core.cache import cache
from django.core.files.uploadhandler import (
    FileUploadHandler,
    MemoryFileUploadHandler,
    SkipFile,
    TemporaryFileUploadHandler,
)
from django.http import HttpRequest

from zona.inti.berkas import batas_byte
from zona.organisasi.kunci_masuk import alamat_ip

BATAS_KUNCI = 128 * 1024
"""Bytes: a PKCS#12 with its chain has some ten thousand."""


class Penjaga(FileUploadHandler):
    """Passes over the rest of a file that is larger than `batas` bytes."""

    def __init__(self, request: HttpRequest, batas: int) -> None:
        super().__init__(request)
        self.batas = batas
        self.ukuran = 0

    def receive_data_chunk(self, raw_data: bytes, start: int) -> bytes:
        self.ukuran = start + len(raw_data)
        if self.ukuran > self.batas:
            self.request.META["zona.terlalu_besar"] = True  # type: ignore[union-attr]  # given above
            raise SkipFile
        return raw_data

    def file_complete(self, file_size: int) -> None:
        return None


def hanya_di_memori(request: HttpRequest) -> None:
    """Call before anything reads the form: its file never touches the disk."""
    request.upload_handlers = [Penjaga(request, BATAS_KUNCI), MemoryFileUploadHandler(request)]


def terbatas(request: HttpRequest) -> None:
    """Call before anything reads the form: its file is at most as large as any upload."""
    simpan: list[Callable[..., Any]] = [MemoryFileUploadHandler, TemporaryFileUploadHandler]
    request.upload_handlers = [Penjaga(request, batas_byte()), *(satu(request) for satu in simpan)]


def terlalu_besar(request: HttpRequest) -> bool:
    return bool(request.META.get("zona.terlalu_besar"))


def terlalu_sering(request: HttpRequest, nama: str, batas: int) -> bool:
    """Whether this address has asked more than `batas` times within the minute, counted per worker."""
    kunci = f"laju:{nama}:{alamat_ip(request)}:{int(time.time() // 60)}"
    cache.add(kunci, 0, timeout=60)
    try:
        return cache.incr(kunci) > batas
    except ValueError:  # dropped in between
        return False
