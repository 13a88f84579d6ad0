"""The plan's workbook out and back in a real browser: edited with a spreadsheet, changed here meanwhile, chosen,
applied, taken back; with and without JavaScript."""

from pathlib import Path

import pytest
from openpyxl import load_workbook
from playwright.sync_api import Page, expect

from tests.e2e.conftest import Buka
from tests.e2e.test_aksesibilitas import AKAR, periksa

pytestmark = pytest.mark.e2e

IMPOR = f"{AKAR}rencana/impor/"
MEDIA = "Membuat Media Sosialisasi ZI-WBK"


def _unduh(halaman: Page, tmp_path: Path) -> Path:
    halaman.goto(f"{AKAR}dokumen/")
    with halaman.expect_download() as unduhan:
        halaman.get_by_role("link", name="Buku kerja (XLSX)").click()
    berkas = tmp_path / "rencana.xlsx"
    unduhan.value.save_as(berkas)
    return berkas


def _sunting(berkas: Path) -> int:
    """One action in other words, one occurrence begun; the key of the latter."""
    buku = load_workbook(berkas)
    kertas = buku["Seluruhnya"]
    letak = {sel.value: sel.column for sel in kertas[1]}
    nomor = next(n for n in range(2, 90) if kertas.cell(n, letak["Rencana Aksi"]).value == MEDIA)
    kertas.cell(nomor, letak["Rencana Aksi"]).value = f"{MEDIA} dan menyebarkannya"
    kertas.cell(nomor, letak["Status"]).value = "Belum"
    buku.save(berkas)
    return int(kertas.cell(nomor, letak["Kunci Pelaksanaan"]).value)


@pytest.mark.parametrize("js", [True, False])
def test_workbook_edited_offline_comes_back(buka: Buka, peladen: str, tmp_path: Path, js: bool) -> None:
    halaman = buka(peladen, "ketua", js=js)
    berkas = _unduh(halaman, tmp_path)
    pelaksanaan = _sunting(berkas)

    koordinator = buka(peladen, "koordinator-1")
    koordinator.goto(f"{AKAR}rencana/pelaksanaan/{pelaksanaan}/status/")
    koordinator.get_by_label("Status").select_option(label="Selesai")
    koordinator.get_by_role("button", name="Simpan").click()
    koordinator.wait_for_url("**/rencana/**")

    halaman.get_by_role("link", name="Bawa kembali buku kerja").click()
    halaman.get_by_label("Buku kerja rencana (XLSX)").set_input_files(berkas)
    halaman.get_by_role("button", name="Lihat perubahannya").click()
    expect(halaman.get_by_role("heading", level=1)).to_have_text("Pratinjau impor")
    expect(halaman.locator(".jumlah-impor")).to_contain_text("1 bentrok")
    if js:
        periksa(halaman)
        halaman.set_viewport_size({"width": 1280, "height": 800})
    expect(halaman.get_by_role("radio", name="Yang di sini")).to_be_checked()
    halaman.get_by_role("radio", name="Dari berkas").check()
    halaman.get_by_label("Alasan perubahan rencana").fill("Sosialisasi diperluas")
    halaman.get_by_role("button", name="Terapkan yang dipilih").click()
    expect(halaman.get_by_text("2 perubahan diterapkan.")).to_be_visible()
    if js:
        periksa(halaman)
        halaman.set_viewport_size({"width": 1280, "height": 800})
    hasil = halaman.url
    halaman.get_by_role("link", name="Bandingkan dengan versi 1").click()
    expect(halaman.locator("ins")).to_contain_text(["dan menyebarkannya"])

    halaman.goto(hasil)
    halaman.get_by_role("button", name="Urungkan impor ini").click()
    expect(halaman.get_by_role("heading", level=1)).to_have_text("Pratinjau pengurungan")
    halaman.get_by_role("button", name="Terapkan yang dipilih").click()
    expect(halaman.get_by_role("heading", level=1)).to_have_text("Hasil pengurungan")
    halaman.goto(f"{AKAR}rencana/pelaksanaan/{pelaksanaan}/status/")
    expect(halaman.get_by_label("Status")).to_have_value("selesai")
    expect(halaman.get_by_text("dan menyebarkannya")).to_have_count(0)


def test_unchanged_workbook_changes_nothing(buka: Buka, peladen: str, tmp_path: Path) -> None:
    halaman = buka(peladen, "koordinator-1", lebar=360)
    berkas = _unduh(halaman, tmp_path)
    halaman.goto(IMPOR)
    halaman.get_by_label("Buku kerja rencana (XLSX)").set_input_files(berkas)
    halaman.get_by_role("button", name="Lihat perubahannya").click()
    expect(halaman.get_by_role("status")).to_contain_text("Tidak ada perubahan")
    periksa(halaman)
