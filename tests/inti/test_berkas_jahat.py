"""Hostile and broken files, each with the sentence it must get. `JAHAT` is the corpus."""

import contextlib
import io
import struct
import zipfile
import zlib

import pytest
from django.core.files.base import ContentFile
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image, ImageFile

from tests.berkas_contoh import arsip, arsip_dari, bagian_kantoran, gambar, kantoran, pdf
from zona.inti.berkas import gambar as pemeriksa_gambar
from zona.inti.berkas import jenis, periksa_berkas
from zona.inti.berkas import kantoran as pemeriksa_kantoran
from zona.inti.berkas import pdf as pemeriksa_pdf
from zona.inti.errors import DomainError

HTML = b"<!doctype html><script>alert(1)</script>"
SVG = b'<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'
CFB = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 504
XLSM = "application/vnd.ms-excel.sheet.macroEnabled.main+xml"
TERTAWA = (
    '<!DOCTYPE x [<!ENTITY a "haha"><!ENTITY b "&a;&a;&a;&a;">]><Types>&b;</Types>'  # one step of a billion laughs
)
LUAR = '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><Types>&a;</Types>'


def _potong(isi: bytes, bagian: float = 0.7) -> bytes:
    return isi[: int(len(isi) * bagian)]


def _rusak(isi: bytes, cari: bytes, ganti: bytes) -> bytes:
    assert isi.count(cari) >= 1
    return isi.replace(cari, ganti)


def _png(lebar: int, tinggi: int, data: bytes = b"") -> bytes:
    """A PNG whose header promises what `data` does not hold."""

    def potong(nama: bytes, isi: bytes) -> bytes:
        return struct.pack(">I", len(isi)) + nama + isi + struct.pack(">I", zlib.crc32(nama + isi))

    kepala = struct.pack(">IIBBBBB", lebar, tinggi, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + potong(b"IHDR", kepala) + potong(b"IDAT", zlib.compress(data)) + potong(b"IEND", b"")


def _docx(tambahan: dict[str, str | bytes], padat: int = zipfile.ZIP_DEFLATED) -> bytes:
    return arsip_dari({**bagian_kantoran("docx"), **tambahan}, padat=padat)


def _docx_ganda() -> bytes:
    isi = io.BytesIO(kantoran("docx"))
    with pytest.warns(UserWarning, match="Duplicate"), zipfile.ZipFile(isi, "a") as z:
        z.writestr("word/document.xml", "<document/>")
    return isi.getvalue()


def _docx_terkunci() -> bytes:
    """Both records of every part say "encrypted"."""
    isi = bytearray(kantoran("docx"))
    for tanda, letak in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        mulai = isi.find(tanda)
        while mulai >= 0:
            isi[mulai + letak] |= 1
            mulai = isi.find(tanda, mulai + 1)
    return bytes(isi)


def _docx_direktori_berbohong() -> bytes:
    """The end record promises a directory of 3 GB."""
    isi = bytearray(kantoran("docx"))
    isi[-10:-6] = struct.pack("<L", 3_000_000_000)
    return bytes(isi)


def _pdf_tanpa_akar() -> bytes:
    return _rusak(_rusak(pdf(), b"/Root", b"/Roof"), b"/Catalog", b"/Katalog")


def _salah_nama(akhiran: str, isi: str, benar: str) -> str:
    saran = f"Ubah akhirannya menjadi .{benar}, lalu unggah lagi."
    return f"Nama berkas berakhiran .{akhiran}, tetapi isinya {isi}. {saran}"


JAHAT: dict[str, tuple[str, bytes, str]] = {
    "kosong": ("a.pdf", b"", "Berkas ini kosong (0 byte)."),
    "program Windows": ("surat.pdf", b"MZ\x90\0" + b"\0" * 200, jenis.PROGRAM),
    "program Linux": ("surat.pdf", b"\x7fELF" + b"\0" * 200, jenis.PROGRAM),
    "program macOS": ("surat.pdf", b"\xcf\xfa\xed\xfe" + b"\0" * 200, jenis.PROGRAM),
    "kelas Java": ("surat.pdf", b"\xca\xfe\xba\xbe" + b"\0" * 200, jenis.PROGRAM),
    "skrip": ("surat.pdf", b"#!/bin/sh\nrm -rf /\n", jenis.PROGRAM),
    "html": ("surat.html", HTML, jenis.HALAMAN),
    "html bernama pdf": ("surat.pdf", b"\xef\xbb\xbf \n" + HTML, jenis.HALAMAN),
    "html berisi penanda pdf": ("surat.pdf", HTML + pdf(), jenis.HALAMAN),
    "svg": ("logo.svg", SVG, jenis.HALAMAN),
    "svg bernama png": ("logo.png", SVG, jenis.HALAMAN),
    "teks": ("surat.pdf", b"Yth. Kepala Kantor", jenis.LAIN),
    "gif": ("a.gif", b"GIF89a\x01\0\x01\0", jenis.LAIN),
    "foto iPhone": ("IMG_0001.jpg", b"\0\0\0\x18ftypheic" + b"\0" * 50, jenis.HEIC),
    "Office lama": ("hadir.xls", CFB, jenis.OFFICE_LAMA),
    "Office berkata sandi": ("hadir.xlsx", CFB, jenis.OFFICE_LAMA),
    "rar": ("a.rar", b"Rar!\x1a\x07\0", jenis.ARSIP),
    "gzip": ("a.pdf", b"\x1f\x8b\x08\0" + b"\0" * 30, jenis.ARSIP),
    "pdf terkunci": ("sk.pdf", pdf(sandi="rahasia"), pemeriksa_pdf.TERKUNCI),
    "pdf terpotong": ("sk.pdf", _potong(pdf()), pemeriksa_pdf.TERPOTONG),
    "pdf hanya kepala": ("sk.pdf", b"%PDF-1.7\n", pemeriksa_pdf.TERPOTONG),
    "pdf kepala dan ekor": ("sk.pdf", b"%PDF-1.7\nstartxref\n9\n%%EOF", pemeriksa_pdf.RUSAK),
    "pdf tanpa akar": (
        "sk.pdf",
        _pdf_tanpa_akar(),
        pemeriksa_pdf.RUSAK,
    ),
    "pdf tanpa halaman": ("sk.pdf", pdf("tanpa", halaman=0), pemeriksa_pdf.KOSONG),
    "pdf berputar": (
        "sk.pdf",
        b"%PDF-1.4\nxref\n0 1\n0000000000 65535 f \ntrailer<</Root 1 0 R/Size 3/Prev 9>>\nstartxref\n9\n%%EOF",
        pemeriksa_pdf.RUSAK,
    ),
    "pdf kurung bertumpuk": (
        "sk.pdf",
        b"%PDF-1.4\n1 0 obj\n" + b"[" * 200_000 + b"\nendobj\ntrailer<</Root 1 0 R>>\nstartxref\n9\n%%EOF",
        pemeriksa_pdf.RUSAK,
    ),
    "pdf sejuta trailer": (
        "sk.pdf",
        b"%PDF-1.4\n" + b"trailer<</Root 1 0 R>>\n" * 1_000_000 + b"startxref\n9\n%%EOF",
        pemeriksa_pdf.RUSAK,
    ),
    "jpeg terpotong": ("a.jpg", _potong(gambar("JPEG")), pemeriksa_gambar.RUSAK),
    "jpeg hanya kepala": ("a.jpg", b"\xff\xd8\xff\xe0", pemeriksa_gambar.RUSAK),
    "png terpotong": ("a.png", _potong(gambar("PNG")), pemeriksa_gambar.RUSAK),
    "png salah jumlah": ("a.png", _rusak(gambar("PNG"), b"IDAT", b"IDAU"), pemeriksa_gambar.RUSAK),
    "png mengembang": ("a.png", _png(60_000, 60_000), pemeriksa_gambar.BESAR),
    "png tepat di atas batas": ("a.png", _png(10_000, 5_001), pemeriksa_gambar.BESAR),
    "webp terpotong": ("a.webp", _potong(gambar("WEBP")), pemeriksa_gambar.RUSAK),
    "riff tanpa gambar": ("a.webp", b"RIFF\x10\0\0\0WEBPVP8 \0\0\0\0", pemeriksa_gambar.RUSAK),
    "zip biasa": ("a.zip", arsip(catatan="halo"), jenis.BUKAN_KANTORAN),
    "zip bernama docx": ("a.docx", arsip(catatan="halo"), jenis.BUKAN_KANTORAN),
    "odt": ("a.odt", arsip(mimetype="application/vnd.oasis.opendocument.text"), jenis.BUKAN_KANTORAN),
    "docx terpotong": ("a.docx", _potong(kantoran("docx")), pemeriksa_kantoran.RUSAK),
    "docx tanpa bagian utama": (
        "a.docx",
        arsip_dari({"[Content_Types].xml": bagian_kantoran()["[Content_Types].xml"]}),
        jenis.BUKAN_KANTORAN,
    ),
    "docx berakar lain": ("a.docx", arsip_dari(bagian_kantoran(utama="<html/>")), pemeriksa_kantoran.RUSAK),
    "docx bukan xml": ("a.docx", arsip_dari(bagian_kantoran(utama="<document>")), pemeriksa_kantoran.RUSAK),
    "docx bertawa": ("a.docx", arsip_dari(bagian_kantoran(daftar=TERTAWA)), pemeriksa_kantoran.RUSAK),
    "docx membaca berkas peladen": ("a.docx", arsip_dari(bagian_kantoran(daftar=LUAR)), pemeriksa_kantoran.RUSAK),
    "docx bagian ganda": ("a.docx", _docx_ganda(), pemeriksa_kantoran.RUSAK),
    "docx keluar folder": ("a.docx", _docx({"../../etc/cron.d/x": "x"}), pemeriksa_kantoran.RUSAK),
    "docx alamat mutlak": ("a.docx", _docx({"/etc/passwd": "x"}), pemeriksa_kantoran.RUSAK),
    "docx rusak di tengah": (
        "a.docx",
        _rusak(_docx({"word/a.bin": b"tanda-tangan"}, zipfile.ZIP_STORED), b"tanda-tangan", b"tanda-tengan"),
        pemeriksa_kantoran.RUSAK,
    ),
    "docx terkunci": ("a.docx", _docx_terkunci(), pemeriksa_kantoran.TERKUNCI),
    "docx direktori berbohong": ("a.docx", _docx_direktori_berbohong(), pemeriksa_kantoran.BOM),
    "docx mengembang": ("a.docx", _docx({"word/a.bin": b"\0" * 30_000_000}), pemeriksa_kantoran.BOM),
    "docx 10.001 bagian": ("a.docx", _docx({f"a/{i}": b"" for i in range(10_000)}), pemeriksa_kantoran.BOM),
    "xlsx bermakro": ("a.xlsx", arsip_dari(bagian_kantoran("xlsx", tipe=XLSM)), pemeriksa_kantoran.MAKRO),
    "xlsm": ("a.xlsm", arsip_dari(bagian_kantoran("xlsx", tipe=XLSM)), pemeriksa_kantoran.MAKRO),
    "docx menyimpan makro": ("a.docx", _docx({"word/vbaProject.bin": b"x"}), pemeriksa_kantoran.MAKRO),
    "docx bernama xlsx": ("a.xlsx", kantoran("docx"), _salah_nama("xlsx", "Word (DOCX)", "docx")),
    "pdf bernama jpg": ("a.jpg", pdf(), _salah_nama("jpg", "PDF", "pdf")),
    "pdf bernama exe": ("lap\u202efdp.exe", pdf(), _salah_nama("exe", "PDF", "pdf")),
    "jpeg bernama png": ("a.png", gambar("JPEG"), _salah_nama("png", "JPEG", "jpg")),
    "pdf bersambung zip": ("a.pdf", pdf() + b"PK\x03\x04" + b"x" * 100_000, pemeriksa_pdf.TERPOTONG),
    "zip bernama pdf": ("a.pdf", arsip(catatan="halo"), jenis.BUKAN_KANTORAN),
    "gif yang juga skrip": ("a.jpg", b"GIF89a/*\0\0*/=1;alert(1)//", jenis.LAIN),
    "html bernama jpg": ("foto.jpg", HTML, jenis.HALAMAN),
    "svg bernama docx": ("sk.docx", SVG, jenis.HALAMAN),
    "program bernama jpg": ("foto.jpg", b"MZ\x90\0" + b"\0" * 200, jenis.PROGRAM),
    "skrip bernama docx": ("sk.docx", b"#!/bin/sh\nrm -rf /\n", jenis.PROGRAM),
    "kosong bernama jpg": ("foto.jpg", b"", "Berkas ini kosong (0 byte)."),
    "tanpa akhiran": (
        "notula",
        pdf(),
        "Nama berkas tidak berakhiran, sedangkan isinya PDF. Ubah akhirannya menjadi .pdf, lalu unggah lagi.",
    ),
}


@pytest.mark.parametrize(("nama", "isi", "kalimat"), JAHAT.values(), ids=JAHAT.keys())
def test_periksa_berkas_menolak(nama: str, isi: bytes, kalimat: str) -> None:
    with pytest.raises(DomainError) as galat:
        periksa_berkas(nama, ContentFile(isi))
    assert galat.value.pesan == kalimat


def test_jpeg_terpotong_ditolak_walau_sakelar_pillow_longgar(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ImageFile, "LOAD_TRUNCATED_IMAGES", True)  # as WeasyPrint leaves it
    with pytest.raises(DomainError) as galat:
        periksa_berkas("a.jpg", ContentFile(_potong(gambar("JPEG"))))
    assert galat.value.pesan == pemeriksa_gambar.RUSAK


def test_jpeg_terlalu_banyak_piksel_ditolak() -> None:
    isi = io.BytesIO()
    Image.new("L", (9_500, 9_400)).save(isi, "JPEG")  # 89,3 million, just below where Pillow itself begins to warn
    with pytest.raises(DomainError) as galat:
        periksa_berkas("a.jpg", ContentFile(isi.getvalue()))
    assert galat.value.pesan == pemeriksa_gambar.BESAR


UTUH = {"a.pdf": pdf(), "a.jpg": gambar("JPEG"), "a.png": gambar("PNG"), "a.webp": gambar("WEBP"), "a.docx": kantoran()}


@given(st.sampled_from(sorted(UTUH)), st.floats(0, 1), st.integers(0, 60), st.binary(max_size=60))
def test_periksa_berkas_yang_diacak_hanya_menolak_atau_menerima(
    nama: str, letak: float, buang: int, sisip: bytes
) -> None:
    isi = UTUH[nama]
    mulai = int(letak * len(isi))
    with contextlib.suppress(DomainError):  # and nothing else is ever raised
        assert periksa_berkas(nama, ContentFile(isi[:mulai] + sisip + isi[mulai + buang :])).nama == nama
