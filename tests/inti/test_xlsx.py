"""Workbooks: text stays text, the same content gives the same bytes, and reading guesses nothing."""

from datetime import date
from decimal import Decimal
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from openpyxl import Workbook, load_workbook

from zona.inti.errors import DomainError
from zona.inti.xlsx import BATAS_BARIS, Kolom, Lembar, Nilai, baca_xlsx, nama_lembar, tulis_xlsx

KOLOM = (Kolom("Teks", 20), Kolom("Tanggal"), Kolom("Angka"), Kolom("Kunci", kunci=True))
BARIS: list[tuple[Nilai, ...]] = [("Rapat", date(2023, 1, 25), 3, "k1"), ("Notula", None, Decimal("7.5"), None)]


def tulis(baris: list[tuple[Nilai, ...]], nama: str = "Uji") -> bytes:
    return tulis_xlsx([Lembar(nama, KOLOM, baris, beku="B2")], judul="Rencana & uji", pembuat="Kantor Uji")


def simpan(tmp_path: Path, isi: bytes) -> Path:
    berkas = tmp_path / "a.xlsx"
    berkas.write_bytes(isi)
    return berkas


@pytest.mark.parametrize("teks", ['=HYPERLINK("http://a")', "=1", "+62", "-5", "@SUM(A1)", "=", "#N/A", "#REF!", "01"])
def test_text_that_looks_like_a_formula_stays_text(tmp_path: Path, teks: str) -> None:
    isi = tulis([(teks, None, None, None)])
    sel = load_workbook(BytesIO(isi))["Uji"]["A2"]
    # openpyxl guesses again on reading: what the file itself says is its type
    assert (sel.value, sel.quotePrefix) == (teks, teks[0] in "=+-@")
    with ZipFile(BytesIO(isi)) as arsip:
        lembar = arsip.read("xl/worksheets/sheet1.xml").decode()
    assert (lembar.count("<f>"), lembar.count('t="e"')) == (0, 0)
    assert baca_xlsx(simpan(tmp_path, isi))["Uji"].baris[1] == (2, (teks,))


@pytest.mark.parametrize(
    ("teks", "harapan"),
    [
        ("a\x00b\x0bc", "abc"),
        ("satu\r\ndua\rtiga", "satu\ndua\ntiga"),
        ("a\ud800b\ufffe", "ab"),
        ("_x0041_ harfiah", "_x0041_ harfiah"),
        ("é – “kutip”", "é – “kutip”"),
    ],
)
def test_text_survives_without_control_characters(tmp_path: Path, teks: str, harapan: str) -> None:
    assert baca_xlsx(simpan(tmp_path, tulis([(teks, None, None, None)])))["Uji"].baris[1] == (2, (harapan,))


def test_text_longer_than_a_cell_is_cut() -> None:
    assert len(load_workbook(BytesIO(tulis([("x" * 40_000, None, None, None)])))["Uji"]["A2"].value) == 32_767


def test_values_read_back_are_those_written(tmp_path: Path) -> None:
    lembar = baca_xlsx(simpan(tmp_path, tulis(BARIS)))["Uji"]
    judul = (1, ("Teks", "Tanggal", "Angka", "Kunci"))
    assert lembar.baris == (judul, (2, BARIS[0]), (3, ("Notula", None, Decimal("7.5"))))
    assert lembar.sel(3, 2) == "Uji!C3"


def test_sheet_is_ready_for_work_and_paper() -> None:
    kertas = load_workbook(BytesIO(tulis(BARIS)))["Uji"]
    assert (kertas.freeze_panes, kertas.auto_filter.ref, kertas.print_title_rows) == ("B2", "A1:D3", "$1:$1")
    assert (kertas.page_setup.orientation, kertas.page_setup.fitToWidth) == ("landscape", 1)
    assert [kertas.column_dimensions[k].hidden for k in "ABCD"] == [False, False, False, True]
    assert (kertas["B2"].is_date, kertas["A2"].alignment.wrap_text) == (True, True)
    assert kertas.oddHeader.left.text == "Rencana && uji: Uji"


def test_workbook_of_the_same_content_has_the_same_bytes() -> None:
    isi = tulis(BARIS)
    assert isi == tulis(BARIS)
    with ZipFile(BytesIO(isi)) as arsip:
        assert {bagian.date_time for bagian in arsip.infolist()} == {(1980, 1, 1, 0, 0, 0)}


@pytest.mark.parametrize(
    ("teks", "nama"),
    [
        ("VI Peningkatan Kualitas Pelayanan Publik", "VI Peningkatan Kualitas"),
        ("I/II: [uji]*?", "I II uji"),
        ("'petik'", "petik"),
        ("x" * 40, "x" * 31),
    ],
)
def test_sheet_name_is_one_that_sheets_may_have(teks: str, nama: str) -> None:
    assert nama_lembar(teks) == nama


def buku(**sel: object) -> bytes:
    isi, keluar = Workbook(), BytesIO()
    for alamat, nilai in sel.items():
        isi["Sheet"][alamat] = nilai
    isi.save(keluar)
    return keluar.getvalue()


def bom() -> bytes:
    keluar = BytesIO()
    with ZipFile(keluar, "w", ZIP_DEFLATED) as arsip, arsip.open("xl/workbook.xml", "w", force_zip64=True) as bagian:
        for _ in range(160):
            bagian.write(bytes(1024 * 1024))
    return keluar.getvalue()


@pytest.mark.parametrize(
    ("isi", "pesan"),
    [
        (buku(B3="=SUM(A1:A2)"), "Sheet!B3: berisi rumus"),
        (buku(C2="#REF!"), "Sheet!C2: berisi galat"),
        (buku(**{f"A{BATAS_BARIS + 1}": "jauh"}), f"lebih dari {BATAS_BARIS} baris"),
        (b"%PDF-1.7", "bukan buku kerja XLSX"),
        (b"", "bukan buku kerja XLSX"),
        (buku(A1=1)[:2000], "bukan buku kerja XLSX"),
        (bom(), "terlalu besar"),
    ],
    ids=["rumus", "galat", "baris", "pdf", "kosong", "terpotong", "bom"],
)
def test_workbook_that_cannot_be_trusted_is_refused(tmp_path: Path, isi: bytes, pesan: str) -> None:
    with pytest.raises(DomainError, match=pesan):
        baca_xlsx(simpan(tmp_path, isi))


def test_workbook_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(DomainError, match="tidak dapat dibaca"):
        baca_xlsx(tmp_path / "tiada.xlsx")
