"""PDF, opened by pypdf."""

import logging
import re
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
AKTIF = {
    "JavaScript": "skrip (JavaScript)",
    "Launch": "perintah menjalankan program",
    "RichMedia": "media yang berjalan sendiri",
    "XFA": "formulir dinamis (XFA)",
    "SubmitForm": "formulir yang mengirim data",
    "ImportData": "perintah mengambil data",
}
"""What in a PDF acts by itself, by its name there (ISO 32000-1, 12.6.4), as people read it."""
BERKAS_OBJEK = 2_000
"""Object streams looked into: a document of ten thousand pages has fewer."""

# What it mends in a hostile file is no news for the server's log.
logging.getLogger("pypdf").setLevel(logging.CRITICAL)


def _nama(nama: str) -> str:
    """A PDF name as a pattern: any letter of it may be written as #hex."""
    return "/" + "".join(f"(?:{h}|#{ord(h):02x}|#{ord(h):02X})" for h in nama) + "(?![A-Za-z0-9#])"


_AKTIF = re.compile("|".join(f"({_nama(nama)})" for nama in AKTIF).encode())


def periksa_pdf(isi: BinaryIO, ukuran: int) -> tuple[int, str]:
    """The end is there, nothing is locked, and there is a first page. Returns the number of pages, and what in it acts
    by itself, in words (empty: nothing). Raises DomainError."""
    isi.seek(max(0, ukuran - EKOR))
    if b"%%EOF" not in isi.read():
        raise DomainError(TERPOTONG)
    aktif = _telusuri(isi)
    isi.seek(0)
    try:
        pembaca = PdfReader(isi)
        terkunci = pembaca.is_encrypted
        halaman = 0 if terkunci else len(pembaca.pages)
        if halaman:
            pembaca.pages[0].mediabox  # noqa: B018 - the page itself is read, not only its place in the tree
            aktif |= _dalam_berkas_objek(pembaca)
    except Exception as galat:  # a parser fed hostile bytes raises anything
        raise DomainError(RUSAK) from galat
    if terkunci:
        raise DomainError(TERKUNCI)
    if not halaman:
        raise DomainError(KOSONG)
    return halaman, ", ".join(kata for nama, kata in AKTIF.items() if nama in aktif)


def _telusuri(isi: BinaryIO) -> set[str]:
    """The names of AKTIF that stand in the file as it is, in one pass. Raises DomainError for a million trailers."""
    isi.seek(0)
    trailer, ekor, aktif = 0, b"", set()
    while potongan := isi.read(EKOR):
        trailer += potongan.count(b"trailer")
        if trailer > TRAILER:
            raise DomainError(RUSAK)
        aktif |= _sebut(ekor + potongan)
        ekor = potongan[-80:]
    return aktif


def _dalam_berkas_objek(pembaca: PdfReader) -> set[str]:
    """Those in compressed object streams."""
    aktif: set[str] = set()
    for nomor in sorted({nomor for nomor, _ in pembaca.xref_objStm.values()})[:BERKAS_OBJEK]:
        aktif |= _sebut(pembaca.get_object(nomor).get_data())  # type: ignore[union-attr]  # a stream, or RUSAK
    return aktif


def _sebut(byte: bytes) -> set[str]:
    nama = list(AKTIF)
    return {nama[m.lastindex - 1] for m in _AKTIF.finditer(byte) if m.lastindex}
