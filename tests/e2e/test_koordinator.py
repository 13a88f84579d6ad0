"""A coordinator marks an action done and uploads its evidence; with and without JavaScript."""

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.berkas_contoh import gambar, pdf
from tests.e2e.conftest import Buka

pytestmark = pytest.mark.e2e

AKSI = "Membuat Media Sosialisasi ZI-WBK"


def _capaian(halaman: Page, kode: str) -> tuple[int, int]:
    """(done, all) as the matrix says of a pengungkit."""
    teks = halaman.locator(f"#capaian-{kode}").inner_text()
    angka = [int(k) for k in teks.split() if k.isdigit()]
    return angka[0], angka[1]


def _cari_aksi(halaman: Page) -> None:
    """To the matrix through the menu, and to the one action through the filter."""
    halaman.get_by_role("navigation", name="Utama").get_by_role("link", name="Rencana", exact=True).click()
    expect(halaman.get_by_role("heading", level=1)).to_have_text("Matriks rencana kerja 2023")
    halaman.wait_for_load_state()  # how it looks tells whether the filter is folded
    if (buka_saring := halaman.get_by_label("Cari dan saring")).is_visible():
        buka_saring.check()
    halaman.get_by_role("searchbox", name="Cari").fill("membuat media sosialisasi")
    halaman.get_by_role("button", name="Saring").click()
    expect(halaman.get_by_text("rencana aksi cocok dengan saringan")).to_contain_text("1 rencana aksi")


def _berkas(tmp_path: Path) -> list[Path]:
    isi = {"notula.pdf": pdf("notula"), "foto.jpg": gambar()}
    for nama, badan in isi.items():
        (tmp_path / nama).write_bytes(badan)
    return [tmp_path / nama for nama in isi]


@pytest.mark.parametrize("lebar", [1280, 360])
def test_coordinator_marks_done_and_uploads(buka: Buka, peladen: str, tmp_path: Path, lebar: int) -> None:
    halaman = buka(peladen, "koordinator-1", lebar=lebar)
    expect(halaman.get_by_role("heading", level=1)).to_contain_text("Tugas saya")
    sebelum = halaman.locator("p.putusan").inner_text()
    _cari_aksi(halaman)
    selesai, semua = _capaian(halaman, "I")
    halaman.get_by_role("button", name=f"Selesai hari ini: {AKSI}").click()
    expect(halaman.locator("#capaian-I")).to_contain_text(f"{selesai + 1} dari {semua} pelaksanaan selesai")

    halaman.get_by_role("link", name=f"c. {AKSI}").click()
    expect(halaman.get_by_role("heading", level=1)).to_contain_text(AKSI)
    pilih = halaman.locator("form.unggah:visible").first
    pilih.get_by_label("Unggah berkas").set_input_files(_berkas(tmp_path))
    antrean = pilih.get_by_role("listitem")
    expect(antrean).to_have_text(["notula.pdf tersimpan sebagai versi 1.", "foto.jpg tersimpan sebagai versi 2."])
    daftar = halaman.locator(".syarat", has=pilih).locator(".bukti")
    expect(daftar).to_have_count(2)
    expect(daftar.first).to_contain_text("Menunggu verifikasi")
    expect(halaman.locator("#riwayat li").first).to_contain_text("mengunggah bukti")

    halaman.get_by_role("navigation", name="Utama").get_by_role("link", name="Beranda").click()
    sesudah = halaman.locator("p.putusan").inner_text()
    assert sesudah == sebelum.replace(f"{selesai} dari {semua}", f"{selesai + 1} dari {semua}", 1)


def test_coordinator_without_javascript(buka: Buka, peladen: str, tmp_path: Path) -> None:
    halaman = buka(peladen, "koordinator-1", js=False)
    _cari_aksi(halaman)
    selesai, semua = _capaian(halaman, "I")
    halaman.get_by_role("button", name=f"Selesai hari ini: {AKSI}").click()
    expect(halaman.locator("#capaian-I")).to_contain_text(f"{selesai + 1} dari {semua} pelaksanaan selesai")
    expect(halaman.get_by_text("rencana aksi cocok dengan saringan")).to_contain_text("1 rencana aksi")

    halaman.get_by_role("link", name=f"c. {AKSI}").click()
    pilih = halaman.locator("form.unggah:visible").first
    pilih.get_by_label("Unggah berkas").set_input_files(_berkas(tmp_path))
    pilih.get_by_role("button", name="Unggah", exact=True).click()
    expect(halaman.get_by_role("status")).to_have_text(
        "notula.pdf tersimpan sebagai versi 1. foto.jpg tersimpan sebagai versi 2."
    )
    expect(
        halaman.locator(".syarat", has=halaman.locator("form.unggah:visible")).first.locator(".bukti")
    ).to_have_count(2)


def test_refused_file_says_why(buka: Buka, peladen: str, tmp_path: Path) -> None:
    palsu = tmp_path / "laporan.pdf"
    palsu.write_bytes(b"bukan PDF")
    halaman = buka(peladen, "koordinator-1", maklum="422")
    _cari_aksi(halaman)
    halaman.get_by_role("link", name=f"c. {AKSI}").click()
    pilih = halaman.locator("form.unggah:visible").first
    pilih.get_by_label("Unggah berkas").set_input_files(palsu)
    expect(pilih.get_by_role("listitem")).to_contain_text("laporan.pdf ditolak.")
