"""Small real files of every kind taken, made in code."""

import io
import zipfile
from functools import cache

from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image
from pypdf import PdfWriter

KANTORAN = "application/vnd.openxmlformats-officedocument."
AKAR = {"docx": ("word/document.xml", "document", "wordprocessingml.document"),
        "xlsx": ("xl/workbook.xml", "workbook", "spreadsheetml.sheet"),
        "pptx": ("ppt/presentation.xml", "presentation", "presentationml.presentation")}  # fmt: skip


@cache
def pdf(tanda: str = "contoh", *, sandi: str = "", halaman: int = 1) -> bytes:
    """A PDF; another `tanda` gives other bytes."""
    penulis = PdfWriter()
    for _ in range(halaman):
        penulis.add_blank_page(200, 200)
    penulis.add_metadata({"/Title": tanda})
    if sandi:
        penulis.encrypt(sandi, algorithm="RC4-128")
    isi = io.BytesIO()
    penulis.write(isi)
    return isi.getvalue()


@cache
def gambar(format: str = "JPEG", lebar: int = 120, tinggi: int = 80) -> bytes:
    isi = io.BytesIO()
    Image.linear_gradient("L").resize((lebar, tinggi)).convert("RGB").save(isi, format)
    return isi.getvalue()


def arsip(**bagian: str | bytes) -> bytes:
    """A ZIP of the parts; "__" in a name stands for "/"."""
    return arsip_dari({nama.replace("__", "/"): isi for nama, isi in bagian.items()})


def arsip_dari(bagian: dict[str, str | bytes], *, padat: int = zipfile.ZIP_DEFLATED) -> bytes:
    isi = io.BytesIO()
    with zipfile.ZipFile(isi, "w", padat) as z:
        for nama, badan in bagian.items():
            z.writestr(nama, badan)
    return isi.getvalue()


def bagian_kantoran(jenis: str = "docx", **ganti: str) -> dict[str, str | bytes]:
    """The two parts that make an Office file: its list of content types and its main part."""
    letak, akar, ekor = AKAR[jenis]
    tipe = ganti.get("tipe", f"{KANTORAN}{ekor}.main+xml")
    daftar = (
        '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        f'<Override PartName="/{letak}" ContentType="{tipe}"/></Types>'
    )
    return {
        "[Content_Types].xml": ganti.get("daftar", daftar),
        letak: ganti.get("utama", f'<?xml version="1.0"?><{akar} xmlns="uji"><isi/></{akar}>'),
    }


def kantoran(jenis: str = "docx") -> bytes:
    return arsip_dari(bagian_kantoran(jenis))


def unggahan(nama: str = "notula.pdf", isi: bytes | None = None) -> SimpleUploadedFile:
    """As a browser sends it: its claimed type is always wrong, and must not matter."""
    return SimpleUploadedFile(nama, pdf() if isi is None else isi, content_type="text/html")
