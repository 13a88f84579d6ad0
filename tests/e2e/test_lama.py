"""An office's own spreadsheet in a real browser: handed in, its columns looked at, made the plan of a new year; once
without JavaScript, on a phone."""

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.conftest import Buka
from tests.e2e.test_aksesibilitas import periksa
from tests.impor.lembar_lama import Tata, naskah_contoh, tulis

pytestmark = pytest.mark.e2e


@pytest.fixture
def lembar(tmp_path: Path) -> Path:
    berkas = tmp_path / "Rencana kerja ZI.xlsx"
    berkas.write_bytes(tulis(naskah_contoh(), Tata(area="lembar", waktu="bulan", kata=1)))
    return berkas


def jalan(halaman: Page, lembar: Path, *, lihat: bool) -> None:
    """From copying the plan to the matrix of the new year."""
    halaman.goto("/kbntb/2023/rencana/salin/")
    halaman.get_by_role("link", name="dari lembar kerja lama").click()
    halaman.get_by_label("Lembar kerja lama").set_input_files(lembar)
    halaman.get_by_role("button", name="Baca berkas").click()
    expect(halaman.get_by_role("heading", level=1)).to_have_text("Rencana kerja ZI.xlsx menjadi rencana 2024")
    expect(halaman.get_by_label('Kolom E ("Waktu – Jan")')).to_have_value("bulan-1")
    if lihat:
        periksa(halaman)
        halaman.set_viewport_size({"width": 1280, "height": 800})
    halaman.get_by_role("button", name="Lanjut: lihat yang terbaca").click()
    expect(halaman.get_by_role("heading", name="Pengungkit VI")).to_be_visible()
    expect(halaman.locator("dl.ringkas")).to_contain_text("39")
    if lihat:
        periksa(halaman)
        halaman.set_viewport_size({"width": 1280, "height": 800})
    halaman.get_by_role("button", name="Buat rencana 2024").click()
    expect(halaman.get_by_text("Rencana 2024 dibuat sebagai draf dari Rencana kerja ZI.xlsx.")).to_be_visible()
    expect(halaman.get_by_text("Menyusun Mekanisme Pemilihan Tim Kerja").first).to_be_visible()


def test_lembar_lama_menjadi_rencana(buka: Buka, peladen: str, lembar: Path) -> None:
    jalan(buka(peladen, "ketua"), lembar, lihat=True)


def test_tanpa_javascript_di_telepon(buka: Buka, peladen: str, lembar: Path) -> None:
    halaman = buka(peladen, "ketua", js=False, lebar=360)
    jalan(halaman, lembar, lihat=False)
