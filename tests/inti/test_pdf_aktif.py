"""PDFs that act by themselves are kept and marked, however the action is written."""

import zlib
from io import BytesIO

import pytest
from django.core.files.base import ContentFile
from pypdf import PdfReader, PdfWriter
from pypdf.generic import ArrayObject, DictionaryObject, NameObject, StreamObject, TextStringObject

from tests.berkas_contoh import pdf
from zona.inti.berkas import periksa_berkas
from zona.inti.berkas.pdf import AKTIF


def berpembuka(aksi: dict[str, str], *, padat: bool = False, isian: int = 0) -> bytes:
    """A PDF that does something when it is opened; `padat`: hidden in a compressed object stream."""
    penulis = PdfWriter()
    penulis.add_blank_page(200, 200)
    if isian:
        aliran = StreamObject()
        aliran.set_data(b"x" * isian)
        penulis._add_object(aliran)
    isi = {NameObject(k): NameObject(v) if v.startswith("/") else TextStringObject(v) for k, v in aksi.items()}
    penulis._root_object[NameObject("/OpenAction")] = penulis._add_object(DictionaryObject(isi))
    keluar = BytesIO()
    penulis.write(keluar)
    return padatkan(keluar.getvalue()) if padat else keluar.getvalue()


def padatkan(isi: bytes) -> bytes:
    """The same objects in one object stream, with a cross-reference stream."""
    pembaca = PdfReader(BytesIO(isi))
    benda = {i: pembaca.get_object(i) for i in range(1, len(pembaca.xref[0]) + 1)}
    badan, letak = b"", []
    for nomor, objek in benda.items():
        keluar = BytesIO()
        objek.write_to_stream(keluar)
        letak.append((nomor, len(badan)))
        badan += keluar.getvalue() + b" "
    kepala = " ".join(f"{n} {o}" for n, o in letak).encode() + b" "
    data = zlib.compress(kepala + badan)
    n = len(benda)
    hasil = b"%PDF-1.7\n"
    awal_stm = len(hasil)
    hasil += (
        (
            f"{n + 1} 0 obj\n<</Type/ObjStm/N {n}/First {len(kepala)}/Filter/FlateDecode/Length {len(data)}>>\nstream\n"
        ).encode()
        + data
        + b"\nendstream\nendobj\n"
    )
    awal_xref = len(hasil)
    baris = b"\0\0\0\0\0\xff\xff"
    for i in range(n):
        baris += b"\x02" + (n + 1).to_bytes(4, "big") + i.to_bytes(2, "big")
    baris += b"\x01" + awal_stm.to_bytes(4, "big") + b"\0\0" + b"\x01" + awal_xref.to_bytes(4, "big") + b"\0\0"
    akar = pembaca.trailer.raw_get("/Root").idnum
    hasil += (
        (f"{n + 2} 0 obj\n<</Type/XRef/Size {n + 3}/W[1 4 2]/Root {akar} 0 R/Length {len(baris)}>>\nstream\n").encode()
        + baris
        + b"\nendstream\nendobj\n"
    )
    return hasil + f"startxref\n{awal_xref}\n%%EOF\n".encode()


@pytest.mark.parametrize("padat", [False, True])
@pytest.mark.parametrize(
    ("aksi", "nama"),
    [
        ({"/S": "/JavaScript", "/JS": "app.alert(1)"}, "JavaScript"),
        ({"/S": "/Launch", "/F": "calc.exe"}, "Launch"),
        ({"/S": "/SubmitForm", "/F": "https://contoh.id"}, "SubmitForm"),
        ({"/S": "/ImportData", "/F": "a.fdf"}, "ImportData"),
    ],
)
def test_an_action_is_marked(aksi: dict[str, str], nama: str, padat: bool) -> None:
    isi = berpembuka(aksi, padat=padat)
    assert (f"/{nama}".encode() in isi) is not padat
    sah = periksa_berkas("a.pdf", ContentFile(isi))
    assert (sah.halaman, sah.peringatan) == (1, AKTIF[nama])


@pytest.mark.parametrize("tulisan", [b"/J#61vaScript", b"/#4a#61#76#61#53#63#72#69#70#74", b"/JavaScrip#74"])
def test_a_name_in_disguise_is_marked(tulisan: bytes) -> None:
    isi = berpembuka({"/S": "/JavaScript", "/JS": "x"}).replace(b"/JavaScript", tulisan)
    assert periksa_berkas("a.pdf", ContentFile(isi)).peringatan == AKTIF["JavaScript"]


def test_a_name_across_two_reads_is_marked() -> None:
    """The file is read in pieces of 64 KB."""
    letak = berpembuka({"/S": "/JavaScript", "/JS": "x"}, isian=1).index(b"/JavaScript") - 1
    for geser in range(14):
        isi = berpembuka({"/S": "/JavaScript", "/JS": "x"}, isian=64 * 1024 - letak - 4 - geser)
        assert abs(isi.index(b"/JavaScript") - 64 * 1024) < 25
        assert periksa_berkas("a.pdf", ContentFile(isi)).peringatan == AKTIF["JavaScript"]


def test_words_about_scripts_are_none() -> None:
    isi = pdf("Pelatihan /JavaScriptku dan JavaScript")
    assert periksa_berkas("a.pdf", ContentFile(isi)).peringatan == ""


def test_several_are_all_named() -> None:
    isi = berpembuka({"/S": "/Launch", "/Next": "/JavaScript"})
    assert periksa_berkas("a.pdf", ContentFile(isi)).peringatan == f"{AKTIF['JavaScript']}, {AKTIF['Launch']}"


def test_a_plain_document_is_not_marked() -> None:
    penulis = PdfWriter(clone_from=BytesIO(pdf("biasa", halaman=3)))
    penulis._root_object[NameObject("/OpenAction")] = ArrayObject(
        [penulis.pages[1].indirect_reference, NameObject("/Fit")]
    )
    keluar = BytesIO()
    penulis.write(keluar)
    sah = periksa_berkas("a.pdf", ContentFile(keluar.getvalue()))
    assert (sah.halaman, sah.peringatan) == (3, "")
