"""Files that are taken: what is told of them, whatever their name and their browser claim."""

import hashlib
import io

import openpyxl
import pytest
from django.core.files.base import ContentFile
from django.core.files.uploadedfile import TemporaryUploadedFile
from PIL import Image
from pytest_django import Settings

from tests.berkas_contoh import KANTORAN, gambar, kantoran, pdf
from zona.inti.berkas import BerkasSah, nama_tampil, periksa_berkas
from zona.inti.errors import DomainError


def _xlsx_sungguhan() -> bytes:
    isi = io.BytesIO()
    buku = openpyxl.Workbook()
    buku.active["A1"] = "Daftar hadir"
    buku.save(isi)
    return isi.getvalue()


def _mpo() -> bytes:
    isi = io.BytesIO()
    foto = Image.new("RGB", (60, 40), "white")
    foto.save(isi, "MPO", save_all=True, append_images=[foto.resize((30, 20))])
    return isi.getvalue()


DITERIMA = {
    "pdf": ("notula.pdf", pdf(), "application/pdf", "pdf"),
    "pdf berhuruf besar": ("NOTULA.PDF", pdf(), "application/pdf", "pdf"),
    "pdf berawalan baris kosong": ("notula.pdf", b"\r\n" + pdf(), "application/pdf", "pdf"),
    "pdf berekor sampah": ("notula.pdf", pdf() + b"\0" * 500, "application/pdf", "pdf"),
    "jpeg": ("rapat.jpeg", gambar("JPEG"), "image/jpeg", "jpg"),
    "jpeg berlapis dari ponsel": ("rapat.jpg", _mpo(), "image/jpeg", "jpg"),
    "png": ("rapat.png", gambar("PNG"), "image/png", "png"),
    "webp": ("rapat.webp", gambar("WEBP"), "image/webp", "webp"),
    "docx": ("sk.docx", kantoran("docx"), f"{KANTORAN}wordprocessingml.document", "docx"),
    "xlsx": ("hadir.xlsx", _xlsx_sungguhan(), f"{KANTORAN}spreadsheetml.sheet", "xlsx"),
    "pptx": ("paparan.pptx", kantoran("pptx"), f"{KANTORAN}presentationml.presentation", "pptx"),
}


@pytest.mark.parametrize(("nama", "isi", "mime", "ekstensi"), DITERIMA.values(), ids=DITERIMA.keys())
def test_periksa_berkas_yang_diterima(nama: str, isi: bytes, mime: str, ekstensi: str) -> None:
    berkas = ContentFile(isi)
    halaman = 1 if ekstensi == "pdf" else None
    sha256 = hashlib.sha256(isi).hexdigest()
    assert periksa_berkas(nama, berkas) == BerkasSah(nama, mime, ekstensi, sha256, len(isi), halaman, "")
    assert berkas.tell() == 0


def test_periksa_berkas_di_disk_tetap_terbuka() -> None:
    with TemporaryUploadedFile("rapat.jpg", "text/html", 0, None) as berkas:
        berkas.write(gambar("JPEG"))
        assert periksa_berkas("rapat.jpg", berkas).mime == "image/jpeg"
        assert berkas.read() == gambar("JPEG")


def test_periksa_berkas_tepat_di_batas(settings: Settings) -> None:
    settings.ZONA_BATAS_UNGGAH_MB = 1
    isi = pdf() + b"\0" * (1024 * 1024 - len(pdf()))
    with pytest.raises(DomainError, match="terpotong"):  # so much behind its end is no PDF any more
        periksa_berkas("a.pdf", ContentFile(isi))
    with pytest.raises(DomainError) as galat:
        periksa_berkas("a.pdf", ContentFile(isi + b"\0"))
    assert galat.value.pesan == "Berkas ini lebih besar daripada 1 MB. Perkecil dahulu."


NAMA = {
    "notula rapat.pdf": "notula rapat.pdf",
    "../../etc/passwd.pdf": "passwd.pdf",
    "C:\\fakepath\\sk.pdf": "sk.pdf",
    "lap\u202efdp.exe": "lapfdp.exe",
    "a\u200b\u2066b\ufeff.pdf": "ab.pdf",
    "baris\r\nbaru\x00.pdf": "barisbaru.pdf",
    "  banyak   spasi .pdf": "banyak spasi .pdf",
    "foto 📷.jpg": "foto 📷.jpg",
    "": "berkas",
    "..": "berkas",
    "folder/": "berkas",
    "x" * 300 + ".pdf": "x" * 251 + ".pdf",
    "x" * 300: "x" * 255,
    "e\u0301.pdf": "é.pdf",
}


@pytest.mark.parametrize(("asli", "tampil"), NAMA.items(), ids=range(len(NAMA)))
def test_nama_tampil(asli: str, tampil: str) -> None:
    assert nama_tampil(asli) == tampil
