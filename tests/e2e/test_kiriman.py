"""The old Drive in a real browser: a ZIP sent in pieces, two files confirmed, taken, and seen at their action."""

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.berkas_contoh import arsip_dari, pdf
from tests.e2e.conftest import Buka
from tests.e2e.test_aksesibilitas import AKAR, periksa

pytestmark = pytest.mark.e2e

MAP = "ZI 2023/1. Manajemen Perubahan/1.4 Perubahan pola pikir/e. Pelatihan Budaya Kerja"
TIM = "ZI 2023/1. Manajemen Perubahan/1.1 Penyusunan Tim Kerja"
ISI: dict[str, str | bytes] = {
    f"{TIM}/b. Pembentukan Tim Kerja/SK Tim Kerja baru.pdf": pdf("SK Tim dari Drive"),
    f"{TIM}/b. Pembentukan Tim Kerja/Absensi penentuan tim.pdf": pdf("absensi dari Drive"),
    f"{TIM}/a. Mekanisme/Notulen penyusunan mekanisme.pdf": pdf("notula dari Drive"),
    f"{MAP}/scan0001.pdf": pdf("entah"),
    "ZI 2023/lama.rar": b"Rar!",
    "ZI 2023/.DS_Store": b"x",
}


@pytest.fixture
def drive(tmp_path: Path) -> Path:
    berkas = tmp_path / "Drive lama.zip"
    berkas.write_bytes(arsip_dari(ISI))
    return berkas


def centang(halaman: Page, *nama: str) -> None:
    for satu in nama:
        halaman.locator(f"input[name=berkas][aria-label$='{satu}']").check()


def test_drive_lama_menjadi_bukti(buka: Buka, peladen: str, drive: Path) -> None:
    halaman = buka(peladen, "koordinator-1")
    halaman.goto(f"{AKAR}rencana/")
    halaman.locator("#kiriman-berkas").set_input_files(drive)
    halaman.wait_for_url("**/kiriman/*/")
    expect(halaman.get_by_text("1 berkas sistem (seperti .DS_Store) dilewati.")).to_be_visible()
    tabel = halaman.url
    periksa(halaman)
    halaman.set_viewport_size({"width": 1280, "height": 800})

    scan = halaman.locator("tr", has_text="scan0001.pdf")
    scan.get_by_role("link", name="Pilih tempat").click()  # its form comes into the row
    pilihan = scan.get_by_label("Bukti yang dijawab berkas ini")
    pilihan.select_option(label="b. SK Agen Perubahan (7 Februari 2023)")
    scan.get_by_role("button", name="Pakai tempat ini").click()
    expect(scan.get_by_text("Dipilih sendiri")).to_be_visible()
    scan.get_by_role("link", name="Pilih tempat lain").evaluate("a => window.location.assign(a.href)")
    halaman.wait_for_url("**/kiriman/berkas/*/**")
    periksa(halaman)

    halaman.set_viewport_size({"width": 1280, "height": 800})
    halaman.goto(tabel)
    centang(halaman, "SK Tim Kerja baru.pdf", "Absensi penentuan tim.pdf")
    halaman.get_by_role("button", name="Ambil yang dicentang").click()
    expect(halaman.get_by_text("2 berkas diambil sebagai bukti.")).to_be_visible()
    expect(halaman.locator("input[name=berkas]")).to_have_count(2)
    halaman.locator("tr", has_text="SK Tim Kerja baru.pdf").get_by_role("link", name="Lihat buktinya").click()
    expect(halaman.locator("#bukti").get_by_text("SK Tim Kerja baru.pdf").first).to_be_visible()
    expect(halaman.locator("#bukti").get_by_text("Absensi penentuan tim.pdf").first).to_be_visible()

    halaman.goto(f"{tabel}tutup/")
    periksa(halaman)
    halaman.get_by_role("button", name="Tutup dan hapus sisanya").click()
    expect(halaman.get_by_text("Kiriman Drive lama.zip ditutup.")).to_be_visible()


def test_drive_lama_tanpa_javascript(buka: Buka, peladen: str, drive: Path) -> None:
    """On a phone: marked by confidence, taken, all by plain forms."""
    halaman = buka(peladen, "koordinator-1", js=False, lebar=360)
    halaman.goto(f"{AKAR}kiriman/")
    halaman.locator("#kiriman-berkas").set_input_files(drive)
    halaman.get_by_role("button", name="Kirim", exact=True).click()
    halaman.get_by_label("Centang yang keyakinannya").select_option("80")
    halaman.get_by_role("button", name="Terapkan").click()
    expect(halaman.locator("input[name=berkas]:checked")).to_have_count(3)
    halaman.get_by_role("button", name="Ambil yang dicentang").click()
    expect(halaman.get_by_text("3 berkas diambil sebagai bukti.")).to_be_visible()
