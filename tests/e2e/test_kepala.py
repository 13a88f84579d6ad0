"""The head reads where the office stands and takes the plan along as PDF; with and without JavaScript."""

import io

import pytest
from playwright.sync_api import expect
from pypdf import PdfReader

from tests.e2e.conftest import Buka

pytestmark = pytest.mark.e2e


@pytest.mark.parametrize("js", [True, False])
def test_head_reads_the_dashboard_and_takes_the_pdf(buka: Buka, peladen_baca: str, js: bool) -> None:
    halaman = buka(peladen_baca, "kepala", js=js)
    expect(halaman.get_by_role("heading", level=1)).to_have_text("Keadaan kantor per 15 Maret 2023")
    expect(halaman.locator("p.putusan")).to_contain_text("38 dari 82 pelaksanaan selesai")
    tabel = halaman.get_by_role("table").first
    expect(tabel).to_be_in_viewport(ratio=1)
    expect(tabel.locator("tbody tr")).to_have_count(6)

    terlambat = tabel.get_by_role("link", name="terlambat pada pengungkit").first
    jumlah = int(terlambat.inner_text())
    terlambat.click()
    baris = halaman.locator("#hasil tbody tr")
    expect(baris.first).to_contain_text("Terlambat")
    assert 0 < baris.count() <= jumlah

    halaman.get_by_role("navigation", name="Utama").get_by_role("link", name="Dokumen").click()
    with halaman.expect_download() as unduhan:
        halaman.get_by_role("link", name="PDF").first.click()
    isi = unduhan.value.path().read_bytes()
    assert isi.startswith(b"%PDF-")
    teks = " ".join(" ".join(h.extract_text() for h in PdfReader(io.BytesIO(isi)).pages).split())
    assert "Menyusun Mekanisme Pemilihan Tim Kerja" in teks
    assert "Setiap bulan sekali (minggu pertama bulan berikutnya)" in teks
