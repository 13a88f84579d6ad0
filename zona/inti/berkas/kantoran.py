"""DOCX, XLSX and PPTX: a ZIP within limits whose [Content_Types].xml names its main part, and all parts are whole."""

import struct
import zipfile
from typing import IO, BinaryIO
from xml.sax.handler import ContentHandler
from xml.sax.xmlreader import AttributesImpl

from defusedxml.sax import parse

from zona.inti.berkas.jenis import BUKAN_KANTORAN, DOCX, PPTX, XLSX, Jenis
from zona.inti.errors import DomainError

ENTRI = 10_000
DIREKTORI = 2 * 1024 * 1024
TERURAI = 300 * 1024 * 1024
RASIO = 200
LONGGAR = 20 * 1024 * 1024
"""Unpacked bytes below which the ratio does not matter: a small sheet of zeros packs well."""
POTONGAN = 256 * 1024

UTAMA = {
    f"{DOCX.mime}.main+xml": (DOCX, "document"),
    f"{XLSX.mime}.main+xml": (XLSX, "workbook"),
    f"{PPTX.mime}.main+xml": (PPTX, "presentation"),
}
DAFTAR = "[Content_Types].xml"
RUSAK = "Berkas Office ini rusak atau terpotong. Simpan ulang dari aplikasinya, lalu unggah lagi."
BOM = "Berkas ini mengembang jauh melampaui ukuran wajar dokumen sehingga ditolak."
MAKRO = "Berkas ini memuat makro. Simpan ulang tanpa makro (DOCX, XLSX, atau PPTX), lalu unggah lagi."
TERKUNCI = "Berkas ini dikunci dengan kata sandi. Simpan ulang tanpa kata sandi, lalu unggah lagi."


def periksa_kantoran(isi: BinaryIO, ukuran: int) -> Jenis:
    """Which of the three it is. Raises DomainError for other archives, macros, locks, bombs and damage."""
    _periksa_direktori(isi, ukuran)
    isi.seek(0)
    try:
        with zipfile.ZipFile(isi) as arsip:
            _periksa_batas(arsip, ukuran)
            return _periksa_bagian(arsip)
    except DomainError:
        raise
    except Exception as galat:  # a parser fed hostile bytes raises anything
        raise DomainError(RUSAK) from galat


def _periksa_direktori(isi: BinaryIO, ukuran: int) -> None:
    """The end record, found as zipfile finds it, before zipfile reads the whole directory into memory."""
    mulai = max(0, ukuran - 22 - 65536 - 20)
    isi.seek(mulai)
    ekor = isi.read()
    tanda = b"PK\x05\x06"
    letak = len(ekor) - 22 if ekor[-22:-18] == tanda and ekor[-2:] == b"\0\0" else ekor.rfind(tanda)
    if letak < 0 or letak + 22 > len(ekor):
        raise DomainError(RUSAK)
    entri, panjang = struct.unpack_from("<HL", ekor, letak + 10)
    if entri > ENTRI or panjang > DIREKTORI or ekor[:letak][-20:-16] == b"PK\x06\x07":  # ZIP64: for millions of parts
        raise DomainError(BOM)


def _periksa_batas(arsip: zipfile.ZipFile, ukuran: int) -> None:
    daftar = arsip.infolist()
    terurai = sum(entri.file_size for entri in daftar)
    if len(daftar) > ENTRI or terurai > TERURAI or (terurai > LONGGAR and terurai > RASIO * ukuran):
        raise DomainError(BOM)
    if any(entri.flag_bits & 0x1 for entri in daftar):
        raise DomainError(TERKUNCI)
    nama = [entri.filename for entri in daftar]
    if len(set(nama)) != len(nama) or any(n.startswith("/") or "\\" in n or ".." in n.split("/") for n in nama):
        raise DomainError(RUSAK)


class _JenisIsi(ContentHandler):
    """Reads [Content_Types].xml: part name -> content type; macros anywhere."""

    def __init__(self) -> None:
        super().__init__()
        self.bagian: dict[str, str] = {}
        self.bermakro = False

    def startElement(self, name: str, attrs: AttributesImpl) -> None:
        jenis = attrs.get("ContentType", "")
        self.bermakro |= "macroenabled" in jenis.lower() or "vbaproject" in jenis.lower()
        if name.rpartition(":")[2] == "Override":
            self.bagian[attrs.get("PartName", "").lstrip("/")] = jenis


class _Akar(ContentHandler):
    """Reads an XML part to its end and remembers the name of its root."""

    akar = ""

    def startElement(self, name: str, attrs: AttributesImpl) -> None:
        self.akar = self.akar or name.rpartition(":")[2]


def _periksa_bagian(arsip: zipfile.ZipFile) -> Jenis:
    nama = set(arsip.namelist())
    if DAFTAR not in nama:
        raise DomainError(BUKAN_KANTORAN)
    isi = _JenisIsi()
    with arsip.open(DAFTAR) as bagian:
        _urai(bagian, isi)
    if isi.bermakro or any(n.lower().endswith("vbaproject.bin") for n in nama):
        raise DomainError(MAKRO)
    utama = [(letak, *UTAMA[jenis]) for letak, jenis in isi.bagian.items() if jenis in UTAMA and letak in nama]
    if len(utama) != 1:
        raise DomainError(BUKAN_KANTORAN)
    letak, jenis, akar = utama[0]
    badan = _Akar()
    with arsip.open(letak) as bagian:
        _urai(bagian, badan)
    if badan.akar != akar:
        raise DomainError(RUSAK)
    for entri in arsip.infolist():  # every part to its end: lengths and checksums
        with arsip.open(entri) as bagian:
            while bagian.read(POTONGAN):
                pass
    return jenis


def _urai(bagian: IO[bytes], penangan: ContentHandler) -> None:
    """Parse in constant memory; a DTD, an entity or a reference outside is refused."""
    parse(bagian, penangan, forbid_dtd=True)
