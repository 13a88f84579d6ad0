"""PDF from a page: nothing fetched, repeatable, archivable."""

from base64 import b64encode
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image
from pypdf import PdfReader

from zona.inti.errors import DomainError
from zona.inti.pdf import AlamatDitolak, PengambilTertutup, baca_gaya, tulis_pdf

GAYA = 'html { font-family: "Liberation Sans" } h1 { bookmark-level: 1 }'


def halaman(isi: str) -> str:
    return f'<!doctype html><html lang="id"><head><title>Naskah uji</title></head><body>{isi}</body></html>'


def gambar() -> bytes:
    keluar = BytesIO()
    Image.new("RGB", (4, 4), "red").save(keluar, "PNG")
    return keluar.getvalue()


@pytest.mark.parametrize(
    "alamat",
    [
        "http://127.0.0.1:9/a.png",
        "https://contoh.id/a.css",
        "file:///etc/passwd",
        "FILE:///etc/passwd",
        "ftp://contoh.id/a",
        "/etc/passwd",
        "a.png",
        "datax:,a",
    ],
)
def test_fetcher_refuses_what_is_outside_the_document(alamat: str) -> None:
    with pytest.raises(AlamatDitolak):
        PengambilTertutup().fetch(alamat)


def test_fetcher_gives_embedded_data() -> None:
    assert PengambilTertutup().fetch("data:text/plain;base64,aGFsbw==").read() == b"halo"


def test_pdf_holds_embedded_pictures_but_no_files(tmp_path: Path) -> None:
    (tmp_path / "a.png").write_bytes(gambar())
    tanam = f'<img alt="a" src="data:image/png;base64,{b64encode(gambar()).decode()}">'
    berkas = (
        f'<img alt="b" src="{(tmp_path / "a.png").as_uri()}"><object data="{(tmp_path / "a.png").as_uri()}"></object>'
    )
    pdf = tulis_pdf(halaman(f"<h1>A</h1>{tanam}{berkas}"), GAYA)
    assert [len(h.images) for h in PdfReader(BytesIO(pdf)).pages] == [1]


def test_pdf_of_the_same_content_has_the_same_bytes() -> None:
    pertama, kedua, lain = (tulis_pdf(halaman(f"<h1>{isi}</h1>"), GAYA) for isi in ("A", "A", "B"))
    assert pertama == kedua
    assert pertama != lain


def test_pdf_is_archivable_tagged_and_says_what_it_is() -> None:
    pdf = PdfReader(BytesIO(tulis_pdf(halaman("<h1>Judul</h1><p>Isi</p>"), GAYA)))
    akar = pdf.trailer["/Root"]
    xmp = akar["/Metadata"].get_object().get_data().decode()
    assert ('pdfaid:part="3"' in xmp, 'pdfaid:conformance="A"' in xmp) == (True, True)
    assert (akar["/Lang"], akar["/MarkInfo"]["/Marked"], "/StructTreeRoot" in akar) == ("id", True, True)
    assert pdf.metadata is not None
    assert (pdf.metadata.title, pdf.metadata.creation_date) == ("Naskah uji", None)
    assert [penanda["/Title"] for penanda in pdf.outline] == ["Judul"]
    huruf = [f.get_object()["/BaseFont"] for f in pdf.pages[0]["/Resources"]["/Font"].values()]
    assert {nama.partition("+")[2] for nama in huruf} == {"Liberation-Sans", "Liberation-Sans-Bold"}


def test_pdf_wants_its_own_font() -> None:
    with pytest.raises(DomainError, match="fonts-liberation"):
        tulis_pdf(halaman("<p>Isi</p>"), 'html { font-family: "Liberation Serif" }')


@pytest.mark.parametrize("nama", ["dasar.css", "../css/cetak-naskah.css", "cetak-tiada.css", "/etc/passwd"])
def test_print_style_of_another_name_is_not_there(nama: str) -> None:
    with pytest.raises(FileNotFoundError):
        baca_gaya(nama)
