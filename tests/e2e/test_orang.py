"""People before any plan: an office made by the command, twenty people pasted, three rows mended, sheets printed, and a
new person signs in."""

import json
import os
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.basis import kelola, salinan
from tests.e2e.conftest import Buka, layani
from tests.e2e.test_aksesibilitas import periksa

pytestmark = pytest.mark.e2e

SANDI_BARU = "angin-tenggara-musim-4"
TIM = ("I", "II", "III", "IV", "V", "VI")
NAMA = (
    "Ani Utami, M.Hum.", "Budi Santoso, S.S.", "Cici Lestari, S.Pd.", "Dedi Kurnia", "Eka Putri, S.E.", "Fajar Nugraha",
    "Gita Permata, S.S.", "Hadi Wijaya", "Intan Sari, A.Md.", "Joko Susilo", "Kartika Dewi, S.E.", "Lukman Hakim",
    "Maya Anggraini, S.Pd.", "Nanda Pratama", "Oka Mahendra, S.S.", "Putu Ayu", "Rina Marlina, S.Sos.", "Slamet Riyadi",
    "Tuti Alawiyah", "Umar Said, S.H.",
)  # fmt: skip


def daftar() -> str:
    """Twenty people as they stand in a sheet, the headings in the second row. Three of them are wrong: a NIP that
    became a number, one of 17 digits, and a team there is none of."""
    baris = [["Daftar Tim Zona Integritas"], ["No", "Nama Lengkap", "NIP", "Jabatan", "Pengungkit", "Peran", "No. HP"]]
    for i, nama in enumerate(NAMA):
        nip = f"1980{i % 12 + 1:02}152006041{i + 1:03}"
        tim, peran = (TIM[(i - 2) // 3], "Anggota" if (i - 2) % 3 else "Koordinator") if i > 1 else ("", "Ketua")
        baris.append([str(i + 1), nama, nip, "Analis", tim, peran if i else "Penanggung Jawab", "081234567890"])
    baris[4][2], baris[6][2], baris[8][4] = "1,98E+17", "19800515200604100", "IX"
    return "\n".join("\t".join(satu) for satu in baris)


@dataclass(frozen=True)
class Kantor:
    alamat: str
    sandi: str


@pytest.fixture
def kantor_baru(gudang_layan: Path, tmp_path: Path) -> Iterator[Kantor]:
    """A server whose new office has an admin and nothing else."""
    perintah = ["buat_satker", "BARU", "--nama", "Kantor Bahasa Baru", "--admin", "sari"]
    perintah += ["--nama-admin", "Sari Dewi", "--zona-waktu", "Asia/Makassar", "--json"]
    with salinan(gudang_layan, tmp_path / "data") as data:
        sandi = json.loads(kelola(data, *perintah))["sandi_sementara"]
        with layani(data) as alamat:
            yield Kantor(alamat, sandi)


def masuk_pertama(halaman: Page, nama: str, sandi: str) -> None:
    """With a temporary password, which must be changed."""
    halaman.goto("/")
    halaman.get_by_label("Nama pengguna atau NIP").fill(nama)
    halaman.get_by_label("Sandi", exact=True).fill(sandi)
    halaman.get_by_role("button", name="Masuk").click()
    expect(halaman.get_by_role("heading", name="Ganti sandi")).to_be_visible()
    halaman.get_by_label("Sandi lama").fill(sandi)
    halaman.get_by_label("Sandi baru", exact=True).fill(SANDI_BARU)
    halaman.get_by_label("Sandi baru, sekali lagi").fill(SANDI_BARU)
    halaman.get_by_role("button", name="Ganti sandi").click()
    halaman.wait_for_url(lambda alamat: "/sandi/" not in alamat)


def potret(halaman: Page, nama: str, lebar: int) -> None:
    if folder := os.environ.get("ZONA_POTRET"):
        halaman.screenshot(path=f"{folder}/orang-{nama}-{lebar}.png", full_page=True)


@pytest.mark.parametrize(("js", "lebar"), [(True, 1280), (False, 360)], ids=["desk", "phone without JavaScript"])
def test_twenty_people_into_an_empty_office(buka: Buka, kantor_baru: Kantor, js: bool, lebar: int) -> None:
    halaman = buka(kantor_baru.alamat, js=js, lebar=lebar)
    masuk_pertama(halaman, "sari", kantor_baru.sandi)
    halaman.get_by_role("link", name="Masukkan orang").click()
    halaman.get_by_label("Tempelkan baris-baris").fill(daftar())
    halaman.get_by_role("button", name="Baca daftar").click()

    expect(halaman.locator("fieldset.baris-orang")).to_have_count(3)
    expect(halaman.get_by_text("Zona tidak menyimpan nomor telepon")).to_be_visible()
    potret(halaman, "lihat", lebar)
    if js:
        periksa(halaman)
        halaman.set_viewport_size({"width": lebar, "height": 800})
    halaman.get_by_role("group", name="Baris 5").get_by_label("NIP", exact=True).fill("198003152006042003")
    halaman.get_by_role("group", name="Baris 7").get_by_label("Simpan NIP sebagaimana tercetak").check()
    halaman.get_by_role("group", name="Baris 9").get_by_label("Pengungkit").select_option("II")
    halaman.get_by_role("button", name="Periksa lagi").click()
    halaman.get_by_role("button", name="Terapkan 20 baris").click()
    expect(halaman.get_by_text("20 orang baru, 0 berubah, 0 sama.")).to_be_visible()

    halaman.get_by_role("link", name=re.compile("Beri sandi pertama")).click()
    potret(halaman, "sandi", lebar)
    halaman.get_by_role("button", name="Buat lembar sandi").click()
    lembar = halaman.locator(".lembar-sandi > li")
    expect(lembar).to_have_count(20)
    potret(halaman, "lembar", lebar)
    if js:
        periksa(halaman)
    dedi = lembar.filter(has_text="Dedi Kurnia")
    nama, sandi = dedi.locator("strong").inner_text(), dedi.locator("code").inner_text()

    orang = buka(kantor_baru.alamat, js=js, lebar=lebar)
    masuk_pertama(orang, nama, sandi)
    orang.goto("/baru/tim/")
    expect(orang.get_by_role("cell", name="Tim I: Anggota").first).to_be_visible()
    expect(orang.get_by_role("link", name="Tambah banyak sekaligus")).to_have_count(0)
    potret(orang, "pembaca", lebar)


def test_columns_are_told_by_hand(buka: Buka, kantor_baru: Kantor) -> None:
    halaman = buka(kantor_baru.alamat)
    masuk_pertama(halaman, "sari", kantor_baru.sandi)
    halaman.goto("/baru/2023/tim/banyak/")
    halaman.get_by_label("Tempelkan baris-baris").fill("Ani\tAnalis\nBudi\tBendahara")
    halaman.get_by_role("button", name="Baca daftar").click()
    expect(halaman.get_by_role("heading", name="Kolom mana berisi apa?")).to_be_visible()
    periksa(halaman)
    halaman.get_by_role("button", name="Lanjut").click()
    expect(halaman.get_by_role("button", name="Terapkan 2 baris")).to_be_visible()
