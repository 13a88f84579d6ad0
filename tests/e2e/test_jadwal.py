"""The year's timeline: on one sheet of paper, from month to month, and to the action; with and without JavaScript."""

import io

import pytest
from playwright.sync_api import expect
from pypdf import PdfReader

from tests.e2e.conftest import Buka

pytestmark = pytest.mark.e2e
JADWAL = "/kbntb/2023/rencana/jadwal/"


@pytest.mark.parametrize(("js", "lebar"), [(True, 1280), (False, 360)])
def test_head_goes_from_the_year_to_a_month_to_an_action(buka: Buka, peladen_baca: str, js: bool, lebar: int) -> None:
    halaman = buka(peladen_baca, "kepala", js=js, lebar=lebar)
    halaman.get_by_role("navigation", name="Utama").get_by_role("link", name="Jadwal").click()
    expect(halaman.locator(".linimasa a")).to_have_count(68)
    halaman.get_by_role("table").get_by_role("link", name="Februari").click()
    expect(halaman.get_by_role("heading", level=2).first).to_have_text("Februari 2023")
    halaman.get_by_role("navigation", name="Pindah bulan").get_by_role("link", name="Maret").click()
    expect(halaman.get_by_role("heading", level=2).first).to_have_text("Maret 2023")
    assert halaman.url.endswith(f"{JADWAL}?bulan=3")
    halaman.get_by_role("link", name="VI.3 Sosialisasi Pengelolaan Pengaduan Publik").click()
    expect(halaman.get_by_role("heading", level=1)).to_have_text("Sosialisasi Pengelolaan Pengaduan Publik")


def test_the_year_prints_on_one_landscape_page(buka: Buka, peladen_baca: str) -> None:
    halaman = buka(peladen_baca, "kepala")
    halaman.goto(JADWAL)
    (lembar,) = PdfReader(io.BytesIO(halaman.pdf(prefer_css_page_size=True))).pages
    assert (round(lembar.mediabox.width), round(lembar.mediabox.height)) == (842, 595)
    teks = lembar.extract_text()
    for kata in ("Kantor Bahasa Provinsi Nusa Tenggara Barat", "Desember", "VI. Peningkatan", "I.3.b", "Tanpa tanggal"):
        assert kata in teks
