"""Return and answer: handed in, returned with a reason beside the document, answered from Tugas saya, accepted."""

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.berkas_contoh import pdf
from tests.e2e.conftest import Buka

pytestmark = pytest.mark.e2e

AKSI = "/kbntb/2023/rencana/?q=membuat+media+sosialisasi"
ALASAN = "Belum ditandatangani kepala."


def _berkas(tmp_path: Path, nama: str) -> Path:
    tujuan = tmp_path / nama
    tujuan.write_bytes(pdf(nama, halaman=3))
    return tujuan


def _unggah(halaman: Page, berkas: Path, js: bool) -> None:
    pilih = halaman.locator("form.unggah:visible").first
    pilih.get_by_label("Unggah berkas").set_input_files(berkas)
    if not js:
        pilih.get_by_role("button", name="Unggah", exact=True).click()
    expect(halaman.get_by_text(f"{berkas.name} tersimpan sebagai versi").first).to_be_visible()


def _periksa(halaman: Page, nama: str) -> None:
    """To the document, through the menu and the queue."""
    halaman.get_by_role("navigation", name="Utama").get_by_role("link", name="Bukti", exact=True).click()
    halaman.get_by_role("link", name="Verifikasi saya").click()
    halaman.get_by_role("link", name=nama).click()
    expect(halaman.get_by_role("heading", level=1)).to_have_text(nama)


@pytest.mark.parametrize(("js", "lebar"), [(True, 1280), (False, 360)], ids=["js-1280", "tanpa-js-360"])
def test_returned_and_answered(buka: Buka, peladen: str, tmp_path: Path, js: bool, lebar: int) -> None:
    pengunggah = buka(peladen, "koordinator-1", js=js, lebar=lebar)
    pengunggah.goto(AKSI)
    pengunggah.locator("td.aksi a").first.click()
    _unggah(pengunggah, _berkas(tmp_path, "media-1.pdf"), js)

    ketua = buka(peladen, "ketua", js=js, lebar=lebar)
    _periksa(ketua, "media-1.pdf")
    lembar = ketua.locator("#dokumen img")
    expect(lembar).to_have_attribute("alt", "Halaman 1 dari 3, media-1.pdf")
    ketua.get_by_role("navigation", name="Halaman dokumen").get_by_role("link", name="Berikutnya").press("Enter")
    expect(lembar).to_have_attribute("alt", "Halaman 2 dari 3, media-1.pdf")
    if js:
        expect(lembar).to_have_js_property("naturalWidth", 1400)
        expect(
            ketua.get_by_role("navigation", name="Halaman dokumen").get_by_role("link", name="Berikutnya")
        ).to_be_focused()
    ketua.get_by_label("Alasan mengembalikan").fill(ALASAN)
    ketua.get_by_role("button", name="Kembalikan").click()
    expect(ketua.get_by_role("status").first).to_have_text("media-1.pdf dikembalikan.")

    pengunggah.goto("/kbntb/2023/")
    kembali = (
        pengunggah.get_by_role("region", name="Bukti dikembalikan")
        .get_by_role("listitem")
        .filter(has_text="media-1.pdf")
    )
    expect(kembali).to_contain_text(ALASAN)
    kembali.get_by_role("link").click()
    expect(pengunggah.get_by_text("Alasan dikembalikan:")).to_be_visible()
    pengunggah.get_by_label("Catatan", exact=True).fill("Sudah ditandatangani.")
    pengunggah.get_by_role("button", name="Kirim catatan").click()
    expect(pengunggah.locator(".utas .kata")).to_contain_text("Sudah ditandatangani.")
    pengunggah.get_by_role("link", name="Unggah versi baru").click()
    _unggah(pengunggah, _berkas(tmp_path, "media-2.pdf"), js)

    _periksa(ketua, "media-2.pdf")
    expect(ketua.locator(".utas")).to_contain_text(ALASAN)
    expect(ketua.locator(".utas")).to_contain_text("Sudah ditandatangani.")
    ketua.get_by_role("button", name="Terima").click()
    expect(ketua.get_by_role("status").first).to_have_text("media-2.pdf diterima.")
    pengunggah.goto("/kbntb/2023/")
    expect(pengunggah.get_by_text("media-1.pdf")).to_have_count(0)
