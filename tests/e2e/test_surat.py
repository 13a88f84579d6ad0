"""A proposal from its first words to the signed letter, and the pakta signed by all, in a real browser."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.berkas_contoh import gambar
from tests.e2e.conftest import Buka
from tests.e2e.test_aksesibilitas import AKAR, SURAT, periksa

pytestmark = pytest.mark.e2e


@pytest.fixture
def pindaian(tmp_path: Path) -> Path:
    berkas = tmp_path / "pindaian.jpg"
    berkas.write_bytes(gambar())
    return berkas


def test_usulan_ditulis_dinomori_ditandatangani(buka: Buka, peladen: str, pindaian: Path) -> None:
    halaman = buka(peladen, "ketua", maklum="422")
    halaman.goto(f"{AKAR}dokumen/")
    halaman.get_by_role("region", name="Surat-surat").get_by_role("link", name="Surat Usulan").click()
    kertas = halaman.get_by_role("article", name="Hasil cetak")
    expect(kertas).to_contain_text("nilai 35,98 dari 100")
    halaman.get_by_label("Nama penanda tangan").fill("Ir. Pimpinan Instansi")
    halaman.get_by_label("Isi", exact=True).fill("Kami mengusulkan {satker}. <b>x</b>\n\n[[lampiran]]\n\n[[syarat]]")
    expect(kertas).to_contain_text("Kami mengusulkan Kantor Bahasa Provinsi Nusa Tenggara Barat.")
    expect(kertas).to_contain_text("Ir. Pimpinan Instansi")
    expect(halaman.locator("#pratinjau")).to_contain_text("HTML “<b>”")
    halaman.get_by_role("button", name="Simpan").click()
    expect(halaman.get_by_text("Surat Usulan tersimpan.")).to_be_visible()

    halaman.get_by_role("link", name="Nomor dan tanggal").click()
    expect(halaman.get_by_role("heading", name="Belum dapat diberi nomor")).to_be_visible()
    expect(halaman.locator(".kurang-surat")).to_contain_text("belum diisi")
    periksa(halaman)
    halaman.set_viewport_size({"width": 1280, "height": 800})
    halaman.get_by_role("link", name="Teks dan penanda tangan").click()
    halaman.get_by_label("Isi", exact=True).fill("Kami mengusulkan {satker}.")
    halaman.get_by_role("button", name="Simpan").click()
    halaman.get_by_role("link", name="Nomor dan tanggal").click()
    nomor = halaman.get_by_label("Nomor", exact=True)
    expect(nomor).to_have_value("1/I5.18/LK.06.01/2023")
    nomor.fill("1117/I5.18/LK.06.00/2023")
    halaman.get_by_label("Isikan nomor ini pada syarat pengusulan").check()
    halaman.get_by_role("button", name="Simpan").click()
    expect(halaman.locator("#id_nomor_error")).to_contain_text("sudah dipakai SK rencana kerja")
    periksa(halaman)
    halaman.set_viewport_size({"width": 1280, "height": 800})
    halaman.get_by_role("button", name="Usulkan nomor untuk tanggal itu").click()
    expect(nomor).to_have_value("1/I5.18/LK.06.01/2023")
    halaman.get_by_role("button", name="Simpan").click()
    expect(halaman.locator(".kepala-halaman-surat")).to_contain_text("Nomor 1/I5.18/LK.06.01/2023, 15 Maret 2023")

    with halaman.expect_download() as unduhan:
        halaman.get_by_role("link", name="Unduh PDF").click()
    assert unduhan.value.suggested_filename == "surat-usulan-kbntb-2023.pdf"
    halaman.get_by_role("link", name="Naskah bertanda tangan").click()
    halaman.get_by_label("Naskah bertanda tangan").set_input_files(pindaian)
    halaman.get_by_role("button", name="Unggah dan kunci").click()
    expect(halaman.get_by_text("Teks surat ini terkunci")).to_be_visible()
    expect(halaman.get_by_label("Isi", exact=True)).to_have_count(0)
    periksa(halaman)
    halaman.set_viewport_size({"width": 1280, "height": 800})
    halaman.get_by_role("link", name="Naskah bertanda tangan").click()
    periksa(halaman)
    halaman.goto(f"{AKAR}nilai/syarat/")
    expect(halaman.locator("main")).to_contain_text("1/I5.18/LK.06.01/2023")


@pytest.mark.parametrize("js", [True, False])
def test_pakta_ditandatangani_semua(buka: Buka, peladen: str, pindaian: Path, js: bool) -> None:
    halaman = buka(peladen, "kepala", lebar=360, js=js)
    halaman.goto(f"{SURAT}pakta/penanda/")
    expect(halaman.locator(".ringkas-pakta")).to_contain_text("28 dari 34 telah menandatangani")
    halaman.get_by_label("Tanggal menandatangani").fill("2023-03-13")
    halaman.get_by_label("Pindaian lembar tanda tangan").set_input_files(pindaian)
    halaman.get_by_role("checkbox", name="Wahyudi").check()
    halaman.get_by_role("button", name="Catat", exact=True).click()
    expect(halaman.get_by_text("6 orang dicatat menandatangani. 1 lainnya sudah tercatat")).to_be_visible()
    expect(halaman.locator(".ringkas-pakta")).to_contain_text(re.compile("34 dari 34.*seluruh pegawai"))
    baris = halaman.get_by_role("row").filter(has_text="Wahyudi")
    expect(baris).to_contain_text("1 Feb 2023")
    expect(baris.get_by_role("link", name="pindaian")).to_be_visible()


def test_tanpa_javascript(buka: Buka, peladen: str) -> None:
    halaman = buka(peladen, "ketua", js=False)
    halaman.goto(f"{SURAT}piagam/")
    expect(halaman.get_by_label("Saksi", exact=True)).to_have_count(0)
    halaman.get_by_role("button", name="Kembalikan menjadi draf").click()
    halaman.get_by_label("Saksi", exact=True).fill("Dr. Saksi Tiga; KPK")
    halaman.get_by_role("button", name="Lihat hasilnya").click()
    expect(halaman.get_by_role("article", name="Hasil cetak")).to_contain_text("Dr. Saksi Tiga")
    halaman.get_by_role("button", name="Simpan").click()
    expect(halaman.get_by_text("Piagam Pencanangan tersimpan.")).to_be_visible()
    halaman.get_by_role("link", name="Riwayat").click()
    halaman.get_by_role("link", name="Revisi 1", exact=True).click()
    halaman.get_by_role("link", name="Sunting mulai dari revisi ini").click()
    expect(halaman.get_by_label("Saksi", exact=True)).to_have_value(re.compile("Saksi Dua"))
