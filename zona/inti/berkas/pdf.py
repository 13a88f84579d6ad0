"""PDF, opened by pypdf."""

import logging
from typing import BinaryIO

from pypdf import PdfReader

from zona.inti.errors import DomainError

EKOR = 64 * 1024
TRAILER = 5_000
"""Each change saved into a PDF adds one; pypdf, mending a broken file, would keep a million of them in memory."""
RUSAK = "PDF ini rusak dan tidak dapat dibuka. Simpan atau pindai ulang, lalu unggah lagi."
TERPOTONG = "PDF ini terpotong: bagian akhirnya tidak ada. Salin atau unduh ulang berkasnya, lalu unggah lagi."
TERKUNCI = "PDF ini dikunci dengan kata sandi atau pembatasan. Simpan ulang tanpa kunci, lalu unggah lagi."
KOSONG = "PDF ini tidak berhalaman."

# What it mends in a hostile file is no news for the server's log.
logging.getLogger("pypdf").setLevel(logging.CRITICAL)


def periksa_pdf(isi: BinaryIO, ukuran: int) -> None:
    """The end is there, nothing is locked, and there is a first page. Raises DomainError."""
    isi.seek(max(0, ukuran - EKOR))
    if b"%%EOF" not in isi.read():
        raise DomainError(TERPOTONG)
    isi.seek(0)
    if sum(potongan.count(b"trailer") for potongan in iter(lambda: isi.read(EKOR), b"")) > TRAILER:
        raise DomainError(RUSAK)
    isi.seek(0)
    try:
        pembaca = PdfReader(isi)
        terkunci = pembaca.is_encrypted
        halaman = 0 if terkunci else len(pembaca.pages)
        if halaman:
            pembaca.pages[0].mediabox  # noqa: B018 - the page itself is read, not only its place in the tree
    except Exception as galat:  # a parser fed hostile bytes raises anything
        raise DomainError(RUSAK) from galat
    if terkunci:
        raise DomainError(TERKUNCI)
    if not halaman:
        raise DomainError(KOSONG)
