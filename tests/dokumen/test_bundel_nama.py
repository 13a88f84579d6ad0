"""Names in a bundle, given any text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zona.dokumen.exports.bundel_nama import BERKAS, FOLDER, Nama, nama_aman, nama_berkas, nama_folder


@pytest.mark.parametrize(
    ("teks", "nama"),
    [
        ("Surat Keputusan Tim", "Surat Keputusan Tim"),
        ("SK/Perjanjian: “Kinerja” <2023> | a?*\\b", "SK Perjanjian Kinerja 2023 a b"),
        ("Café – notulen", "Cafe - notulen"),
        ("🗂️ Rapat 📎", "Rapat"),
        ("تقرير", ""),
        ("\u202egpj.exe\x00", "gpj.exe"),
        ("CON", "_CON"),
        ("lpt1.txt", "_lpt1.txt"),
        ("titik di akhir. . .", "titik di akhir"),
        ("..\\..\\etc", "etc"),
        ("Laporan pelaksanaan rapat koordinasi bulanan", "Laporan pelaksanaan rapat"),
        ("x" * 50, "x" * 30),
    ],
)
def test_safe_name(teks: str, nama: str) -> None:
    assert nama_aman(teks, FOLDER) == nama


@given(st.text(max_size=200), st.text(max_size=12), st.integers(1, 999))
def test_any_text_makes_a_name_every_system_takes(judul: str, kode: str, urut: int) -> None:
    for nama, batas in (
        (nama_folder(urut, kode, judul), FOLDER),
        (nama_berkas(urut, judul, "2023-03-20 v12 (dikembalikan)", "docx"), BERKAS),
    ):
        assert 0 < len(nama) <= batas + 1
        assert nama.isascii()
        assert not set(nama) & set('<>:"/\\|?*') | {c for c in nama if ord(c) < 32}
        assert nama[-1] not in " ."
        assert nama[0].isdigit()


def test_end_of_a_name_is_never_cut() -> None:
    panjang = nama_berkas(3, "Notula " * 40, "2023-03-20 v2 (menunggu)", "pdf")
    assert (panjang, len(panjang) <= BERKAS) == ("03 Notula Notula Notula Notula 2023-03-20 v2 (menunggu).pdf", True)


def test_no_two_paths_are_alike_to_windows() -> None:
    nama = Nama()
    assert [nama.unik(n) for n in ("a/SK.pdf", "a/sk.pdf", "A/SK.PDF", "b/SK.pdf")] == [
        "a/SK.pdf", "a/sk (2).pdf", "A/SK (3).PDF", "b/SK.pdf",
    ]  # fmt: skip
