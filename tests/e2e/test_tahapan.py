"""The ketua follows the line of stages from the dashboard, fills one in and puts a document beside it; with and without
JavaScript."""

import pytest
from playwright.sync_api import expect

from tests.berkas_contoh import pdf
from tests.e2e.conftest import Buka

pytestmark = pytest.mark.e2e


@pytest.mark.parametrize("js", [True, False])
def test_line_leads_to_what_lacks_and_is_mended_there(buka: Buka, peladen: str, js: bool) -> None:
    halaman = buka(peladen, "ketua", js=js, maklum="422")
    halaman.goto("/kbntb/2023/?lihat=kantor")
    garis = halaman.get_by_role("region", name="Tahapan pembangunan ZI").get_by_role("listitem")
    expect(garis).to_have_count(7)
    expect(halaman.locator("[aria-current=step]")).to_contain_text("Pembangunan")
    expect(garis.nth(2)).to_contain_text("Belum mulai")
    expect(garis.nth(2)).to_contain_text("Kurang 3")
    garis.nth(2).get_by_role("link").click()

    tahap = halaman.locator("li#pemilihan")
    expect(tahap).to_be_in_viewport()
    tahap.get_by_role("link", name="Tanggal pemilihan unit belum diisi").click()
    expect(halaman.get_by_role("heading", level=1)).to_contain_text("3. Pemilihan unit")
    halaman.get_by_label("Selesai (nyata)").fill("2023-04-10")
    halaman.get_by_label("sumber daya").check()
    halaman.get_by_role("button", name="Simpan").click()
    expect(halaman.get_by_role("alert").filter(has_text="Belum tersimpan")).to_contain_text("sesudah hari ini")
    halaman.get_by_label("Selesai (nyata)").fill("2023-03-10")
    halaman.get_by_role("button", name="Simpan").click()
    expect(halaman.get_by_role("status")).to_contain_text("Pemilihan unit: tersimpan.")

    unggahan = {"name": "SK calon unit.pdf", "mimeType": "application/pdf", "buffer": pdf("calon")}
    halaman.get_by_label("Berkas", exact=True).set_input_files([unggahan])  # type: ignore[list-item]  # a FilePayload
    halaman.get_by_role("button", name="Tambah dokumen").click()
    expect(halaman.get_by_role("status")).to_contain_text("Dokumen tersimpan.")
    expect(halaman.get_by_role("link", name="SK calon unit.pdf")).to_be_visible()
    expect(halaman.get_by_role("heading", name="Tidak ada yang kurang")).to_be_visible()

    halaman.goto("/kbntb/2023/?lihat=kantor")
    expect(garis.nth(2)).to_contain_text("Lengkap")
    expect(halaman.locator("[aria-current=step]")).to_contain_text("Penilaian mandiri")
