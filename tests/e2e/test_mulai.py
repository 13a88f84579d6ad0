"""An empty office in a real browser: from its door to a plan out of the instrument's starter and on to its rows; once
without JavaScript, on a phone; and by the blank workbook."""

import subprocess
import sys
from pathlib import Path

import pytest
from django.conf import settings
from openpyxl import load_workbook
from playwright.sync_api import Page, expect

from tests.basis import lingkungan_proses
from tests.e2e.conftest import SANDI, Buka
from tests.e2e.test_aksesibilitas import periksa

pytestmark = pytest.mark.e2e

KANTOR = f"""
from django.contrib.auth.hashers import make_password
from zona.organisasi.enums import AREA, PENGARAH, Peran
from zona.organisasi.models import Keanggotaan, Pengguna, Penugasan, Satker, Tim
satker = Satker.objects.create(kode="BARU", nama="Kantor Baru", induk="Badan", alamat="Jalan 1", kota="Mataram")
sandi = make_password({SANDI!r})
def orang(nama):
    return Pengguna.objects.create(username=nama, nama=nama.title(), satker=satker, password=sandi)
Penugasan.objects.create(satker=satker, pengguna=orang("petugas"), peran=Peran.ADMIN)
isi = [(PENGARAH, "kepala-baru", Peran.KEPALA), (PENGARAH, "ketua-baru", Peran.KETUA)]
isi += [(kode, "baru-" + kode.lower(), Peran.KOORDINATOR) for kode in AREA]
for urutan, (kode, nama, peran) in enumerate(isi, 1):
    tim, _ = Tim.objects.get_or_create(satker=satker, tahun=2023, kode=kode)
    Keanggotaan.objects.create(tim=tim, pengguna=orang(nama), peran=peran, urutan=urutan)
"""


@pytest.fixture
def kantor_baru(peladen: str, tmp_path: Path) -> str:
    """The server, with an office that has people and teams and no plan."""
    perintah = [sys.executable, "manage.py", "shell", "--no-imports", "-c", KANTOR]
    subprocess.run(perintah, cwd=settings.AKAR, env=lingkungan_proses(tmp_path / "data"), check=True)
    return peladen


def lihat(halaman: Page) -> None:
    """With axe, at every width; then as before."""
    ukuran = halaman.viewport_size
    periksa(halaman)
    assert ukuran is not None
    halaman.set_viewport_size(ukuran)


def ke_rencana_awal(halaman: Page) -> None:
    """From the door to the starter's ticks."""
    halaman.goto("/baru/mulai/")
    expect(halaman.get_by_role("heading", level=1)).to_have_text("Memulai di Kantor Baru")
    halaman.get_by_role("link", name="Buat rencana 2023").click()
    expect(halaman.get_by_label("Tahun rencana")).to_have_value("2023")
    halaman.get_by_role("button", name="Lanjutkan").click()
    expect(halaman.get_by_role("heading", level=1)).to_have_text("Rencana 2023 dari instrumen")


def banyak(halaman: Page) -> int:
    return int(halaman.locator("[data-hitung-semua]").inner_text())


def buat(halaman: Page) -> None:
    halaman.get_by_role("button", name="Buat rencana 2023").click()
    expect(halaman.get_by_text("Rencana 2023 tersusun sebagai draf dari rencana awal.")).to_be_visible()
    assert halaman.url.endswith("/baru/2023/rencana/sunting/I/")
    expect(halaman.get_by_text("Penyusunan Tim Kerja").first).to_be_visible()


def test_kantor_kosong_sampai_menyunting(buka: Buka, kantor_baru: str) -> None:
    halaman = buka(kantor_baru, "ketua-baru")
    halaman.goto("/baru/mulai/")
    lihat(halaman)
    ke_rencana_awal(halaman)
    lihat(halaman)
    semua = banyak(halaman)
    halaman.get_by_label("Ambil pengungkit I", exact=True).uncheck()
    assert banyak(halaman) < semua
    halaman.get_by_label("Ambil pengungkit I", exact=True).check()
    halaman.locator("[name=aksi]").first.uncheck()
    expect(halaman.locator("[data-hitung-semua]")).to_have_text(str(semua - 1))
    buat(halaman)


def test_tanpa_javascript_di_telepon(buka: Buka, kantor_baru: str) -> None:
    halaman = buka(kantor_baru, "ketua-baru", js=False, lebar=360)
    ke_rencana_awal(halaman)
    semua = banyak(halaman)
    halaman.locator("[name=aksi]").first.uncheck()
    halaman.get_by_role("button", name="Hitung").click()
    expect(halaman.locator("[data-hitung-semua]")).to_have_text(str(semua - 1))
    buat(halaman)


def test_buku_kerja_kosong_diisi_dan_dibawa_kembali(buka: Buka, kantor_baru: str, tmp_path: Path) -> None:
    halaman = buka(kantor_baru, "petugas")
    halaman.goto("/baru/mulai/rencana/")
    halaman.get_by_label("Dari buku kerja kosong Zona").check()
    halaman.get_by_role("button", name="Lanjutkan").click()
    with halaman.expect_download() as unduhan:
        halaman.get_by_role("link", name="Unduh buku kerja kosong (XLSX)").click()
    berkas = tmp_path / "rencana kami.xlsx"
    unduhan.value.save_as(berkas)
    buku = load_workbook(berkas)
    for ke, isi in enumerate(("II. Penataan Tatalaksana", 1, "Menyusun SOP", "a", "Rapat SOP", "25 Januari"), 1):
        buku["Seluruhnya"].cell(4, ke).value = isi
    buku.save(berkas)
    halaman.get_by_label("Buku kerja rencana (XLSX)").set_input_files(berkas)
    halaman.get_by_role("button", name="Lihat yang terbaca").click()
    expect(halaman.get_by_text("Seluruhnya, baris 2: contoh yang tidak diubah, tidak dibaca.")).to_be_visible()
    lihat(halaman)
    halaman.get_by_role("button", name="Buat rencana 2023").click()
    expect(halaman.get_by_text("Rencana 2023 dibuat sebagai draf dari rencana kami.xlsx.")).to_be_visible()
    expect(halaman.get_by_text("Rapat SOP")).to_be_visible()
