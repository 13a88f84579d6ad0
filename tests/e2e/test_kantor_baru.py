"""From nothing to a score, as its people walk it: an office made by one command, twenty people pasted, a plan of 2026
out of the starter, edited, submitted, approved, a photo uploaded, the LKE answered. No address is typed, and every
click is counted."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from io import BytesIO
from pathlib import Path

import pytest
from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet
from PIL import Image
from playwright.sync_api import Locator, Page, expect

from tests.basis import kelola, salinan
from tests.e2e.conftest import Buka, layani

pytestmark = pytest.mark.e2e

SANDI = "lima kelinci biru melompat"
HARI = "2026-02-03"
NAMA = (
    "Rahmat Hidayat, M.Hum.", "Dewi Lestari, M.Pd.", "Agus Salim, S.S.", "Budi Santoso, S.S.", "Citra Ayu, S.Hum.",
    "Dian Pertiwi, S.Pd.", "Eka Putra, S.E.", "Fitri Handayani, S.Sos.", "Gita Savitri, S.S.", "Hadi Wijaya, S.Kom.",
    "Indah Permata, S.Pd.", "Joko Susilo, A.Md.", "Kartika Sari, S.E.", "Lukman Hakim, S.S.", "Maya Anggraini, S.Hum.",
    "Nanda Pratama, S.Pd.", "Oki Setiawan, S.Sos.", "Putri Amalia, S.S.", "Qori Aulia, S.Pd.", "Rini Astuti, S.E.",
)  # fmt: skip
KEPALA, KETUA, ANGGOTA = NAMA[0], NAMA[1], NAMA[3]
TIM = [("Pengarah", "Penanggung Jawab"), ("Pengarah", "Ketua")]
TIM += [(kode, p) for kode in ("I", "II", "III", "IV", "V", "VI") for p in ("Koordinator", "Anggota", "Anggota")]
JAWABAN = {"Ya/Tidak": "Ya", "0–4": 3.6, "0–100": 95, "Bilangan bulat": 12}
"""By the kind of answer that the workbook names; of letters, the best."""


@dataclass
class Tangan:
    """Clicks, counted over all people."""

    klik: int = 0
    halaman: dict[str, Page] = field(default_factory=dict)

    def __call__(self, sasaran: Locator) -> None:
        self.klik += 1
        sasaran.click()


@pytest.fixture
def kantor_baru(tmp_path: Path, gudang_kosong: Path) -> Iterator[tuple[str, str, str]]:
    """A server of 3 Februari 2026 whose one office was made by `buat_satker`; its admin and their password."""
    with salinan(gudang_kosong, tmp_path / "data") as data:
        kelola(data, "muat_instrumen")
        kelola(data, "collectstatic", "--noinput", "--verbosity=0")
        hasil = kelola(
            data, "buat_satker", "KBX", "--nama", "Kantor Bahasa Contoh", "--admin", "admin.kbx", "--nama-admin",
            "Sri Wahyuni, S.Kom.", "--zona-waktu", "Asia/Makassar", "--induk", "Badan Bahasa", "--alamat",
            "Jalan Dokter Sujono", "--kota", "Mataram", "--json",
            ZONA_HARI_INI=HARI,
        )  # fmt: skip
        admin = json.loads(hasil)
        with layani(data, ZONA_HARI_INI=HARI) as alamat:
            yield alamat, admin["admin"], admin["sandi_sementara"]


def daftar() -> str:
    """Twenty rows as a spreadsheet copies them."""
    baris = ["Nama\tNIP\tJabatan\tPengungkit\tPeran"]
    for i, (nama, (tim, peran)) in enumerate(zip(NAMA, TIM, strict=True), 1):
        baris.append(f"{nama}\t198{i % 10}0{1 + i % 9}1020060410{i:02}\tStaf\t{tim}\t{peran}")
    return "\n".join(baris)


def masuk(halaman: Page, klik: Tangan, nama: str, sandi: str) -> None:
    """With the temporary password, which is changed at once."""
    halaman.goto("/")
    halaman.get_by_label("Nama pengguna atau NIP").fill(nama)
    halaman.get_by_label("Sandi", exact=True).fill(sandi)
    klik(halaman.get_by_role("button", name="Masuk"))
    halaman.get_by_label("Sandi lama").fill(sandi)
    halaman.get_by_label("Sandi baru", exact=True).fill(SANDI)
    halaman.get_by_label("Sandi baru, sekali lagi").fill(SANDI)
    klik(halaman.get_by_role("button", name="Ganti sandi"))
    expect(halaman.get_by_text("Sandi sudah diganti.")).to_be_visible()


def menu(halaman: Page, nama: str) -> Locator:
    return halaman.get_by_role("navigation", name="Utama").get_by_role("link", name=nama)


def isi_orang(admin: Page, klik: Tangan) -> dict[str, tuple[str, str]]:
    """People and teams, and a sheet of first passwords: by name the user name and the password."""
    klik(admin.get_by_role("link", name="Masukkan orang"))
    admin.get_by_label("Tempelkan baris-baris").fill(daftar())
    klik(admin.get_by_role("button", name="Baca daftar"))
    expect(admin.get_by_text("20 baris: 20 orang baru")).to_be_visible()
    klik(admin.get_by_role("button", name="Terapkan 20 baris"))
    klik(admin.get_by_role("link", name=re.compile("^Beri sandi pertama")))
    klik(admin.get_by_role("button", name="Buat lembar sandi"))
    expect(admin.locator(".lembar-sandi > li")).to_have_count(20)
    return {
        satu.locator("h2").inner_text(): (satu.locator("strong").inner_text(), satu.locator("code").inner_text())
        for satu in admin.locator(".lembar-sandi > li").all()
    }


def buat_rencana(admin: Page, klik: Tangan) -> None:
    klik(admin.get_by_role("link", name="Zona", exact=True))
    klik(admin.get_by_role("link", name="Buat rencana 2026"))
    klik(admin.get_by_role("button", name="Lanjutkan"))
    klik(admin.get_by_role("button", name="Buat rencana 2026"))
    expect(admin.get_by_text("Rencana 2026 tersusun sebagai draf dari rencana awal.")).to_be_visible()


def sunting_dan_ajukan(ketua: Page, klik: Tangan) -> None:
    klik(menu(ketua, "Rencana"))
    klik(ketua.get_by_role("link", name=re.compile("^Sunting")).first)
    for nomor in (1, 2, 3):
        klik(ketua.get_by_role("link", name=re.compile("^Ubah")).nth(nomor))
        isian = ketua.locator("form textarea").first
        isian.fill(f"{isian.input_value()} (disunting {nomor})")
        klik(ketua.get_by_role("button", name=re.compile("^Simpan")).first)
        expect(ketua.get_by_text(f"(disunting {nomor})").first).to_be_visible()
    klik(ketua.get_by_role("link", name="Periksa dan ajukan"))
    expect(ketua.get_by_text("Tidak ada yang janggal dalam rencana ini.")).to_be_visible()
    klik(ketua.get_by_role("button", name="Ajukan untuk ditetapkan"))
    expect(ketua.get_by_text("Rencana diajukan; menunggu penetapan kepala satuan kerja.")).to_be_visible()


def tetapkan(kepala: Page, klik: Tangan) -> None:
    klik(kepala.get_by_role("link", name="Baca dan tetapkan"))
    kepala.get_by_label("Nomor SK").fill("12/SK/2026")
    kepala.get_by_label("Tanggal SK").fill(HARI)
    klik(kepala.get_by_role("button", name="Tetapkan versi 1"))
    expect(kepala.get_by_text("Versi 1 ditetapkan dan disimpan sebagaimana adanya.")).to_be_visible()


def unggah(anggota: Page, klik: Tangan, tmp_path: Path, *, js: bool) -> None:
    foto = tmp_path / "rapat.jpg"
    Image.effect_noise((1200, 900), 60).convert("RGB").save(foto)
    klik(anggota.locator(".daftar-kerja a").first)
    anggota.locator("main input[type=file]").first.set_input_files(foto)
    if not js:
        klik(anggota.locator("main form:has(input[type=file]) button").first)
    expect(anggota.get_by_role("link", name="rapat.jpg").first).to_be_visible()


def jawab_lke(ketua: Page, klik: Tangan, tmp_path: Path, *, js: bool) -> None:
    """One question on its page, all others from the workbook."""
    klik(menu(ketua, "Nilai 60/40"))
    klik(ketua.get_by_role("link", name="Lembar kerja evaluasi (LKE)"))
    klik(ketua.locator("main tbody th a").first)
    klik(ketua.locator("input[name=jawaban][value=Ya]").first)
    if not js:
        klik(ketua.get_by_role("button", name=re.compile("^Simpan")).first)
    expect(ketua.get_by_text("1 dari 12 dijawab")).to_be_visible()
    klik(ketua.get_by_role("link", name="Lembar kerja evaluasi").first)
    klik(ketua.get_by_role("link", name="Impor jawaban dari XLSX"))
    with ketua.expect_download() as unduhan:  # the workbook, which a coordinator fills in elsewhere
        ketua.get_by_role("link", name="Unduh LKE sebagai XLSX").click()
    buku = tmp_path / "lke.xlsx"
    buku.write_bytes(_terisi(unduhan.value.path().read_bytes()))
    ketua.locator("input[type=file]").set_input_files(buku)
    klik(ketua.get_by_role("button", name="Lihat perubahannya"))
    klik(ketua.get_by_role("button", name=re.compile("^Terapkan")))


def _terisi(isi: bytes) -> bytes:
    """The LKE with an answer in every cell of the unit that is empty."""
    buku = load_workbook(BytesIO(isi))
    kertas: Worksheet = buku["Jawaban"]
    for baris in range(6, kertas.max_row + 1):
        bentuk = str(kertas.cell(baris, 6).value or "")
        if kertas.cell(baris, 1).value and kertas.cell(baris, 11).value is None and bentuk:
            kertas.cell(baris, 11).value = JAWABAN.get(bentuk, "A")
    keluar = BytesIO()
    buku.save(keluar)
    return keluar.getvalue()


@pytest.mark.parametrize(("js", "lebar"), [(True, 1280), (True, 360), (False, 360)])
def test_from_nothing_to_a_score(
    kantor_baru: tuple[str, str, str], buka: Buka, tmp_path: Path, js: bool, lebar: int
) -> None:
    server, nama_admin, sandi_admin = kantor_baru
    klik = Tangan()
    admin = buka(server, js=js, lebar=lebar)
    masuk(admin, klik, nama_admin, sandi_admin)
    akun = isi_orang(admin, klik)
    buat_rencana(admin, klik)
    ketua, kepala, anggota = (buka(server, js=js, lebar=lebar) for _ in range(3))
    masuk(ketua, klik, *akun[KETUA])
    sunting_dan_ajukan(ketua, klik)
    masuk(kepala, klik, *akun[KEPALA])
    tetapkan(kepala, klik)
    masuk(anggota, klik, *akun[ANGGOTA])
    unggah(anggota, klik, tmp_path, js=js)
    jawab_lke(ketua, klik, tmp_path, js=js)
    expect(ketua.get_by_role("heading", level=1)).to_have_text(re.compile("60/40"))
    expect(ketua.get_by_text(re.compile(r"belum dijawab")).first).not_to_be_visible()
    assert klik.klik <= 40
