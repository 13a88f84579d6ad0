"""Editing the plan: two browsers at one row lose nothing; schedules; moving by keyboard; without JavaScript too."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from tests.basis import di_basis
from tests.e2e.conftest import Buka, layani

pytestmark = pytest.mark.e2e

SUNTING = "/kbntb/2023/rencana/sunting/I/"
AKSI = "Menyusun Mekanisme Pemilihan Tim Kerja"
BULANAN = "Melaksanakan pengawasan dan evaluasi"
ORANG = {"ketua": "ketua", "koordinator": "koordinator-1"}
DITOLAK = "422"
"""The browser notes an answer of 422 in its console."""


@pytest.fixture
def terbuka(data_terbuka: Path) -> Iterator[str]:
    with layani(data_terbuka) as alamat:
        yield alamat


def _baris(halaman: Page, nama: str) -> str:
    """The id of the row that holds these words."""
    return str(halaman.locator(".butir", has_text=nama).first.get_attribute("id"))


def _ubah(halaman: Page, nama: str, *, tombol: str = "Ubah") -> str:
    kunci = _baris(halaman, nama)
    halaman.locator(f"#{kunci}").get_by_role("link", name=tombol).click()
    expect(halaman.get_by_role("button", name="Simpan")).to_be_visible()
    return kunci


@pytest.mark.parametrize("js", [True, False])
def test_two_browsers_editing_one_row_lose_nothing(buka: Buka, terbuka: str, data_terbuka: Path, js: bool) -> None:
    ketua, koordinator = (buka(terbuka, o, js=js, maklum=DITOLAK) for o in ("ketua", "koordinator-1"))
    for halaman in (ketua, koordinator):
        halaman.goto(SUNTING)
    kunci = _ubah(ketua, AKSI)
    _ubah(koordinator, AKSI)

    ketua.get_by_label("Rencana aksi", exact=True).fill("Menyusun mekanisme: punya ketua")
    ketua.get_by_role("button", name="Simpan").click()
    expect(ketua.locator(f"#{kunci}.butir")).to_contain_text("punya ketua")

    koordinator.get_by_label("Rencana aksi", exact=True).fill("Menyusun mekanisme: punya koordinator")
    koordinator.get_by_role("button", name="Simpan").click()
    kabar = koordinator.get_by_role("alert").filter(has_text="Sementara itu")
    expect(kabar).to_contain_text("Sementara itu Kasman, M.Hum. mengubah baris ini.")
    expect(kabar).to_contain_text(f"uraian: “{AKSI}” → “Menyusun mekanisme: punya ketua”")
    expect(koordinator.get_by_label("Rencana aksi", exact=True)).to_have_value("Menyusun mekanisme: punya koordinator")
    assert _uraian(data_terbuka, kunci) == "Menyusun mekanisme: punya ketua"

    koordinator.get_by_role("button", name="Simpan punya saya").click()
    expect(koordinator.locator(f"#{kunci}.butir")).to_contain_text("punya koordinator")
    assert _uraian(data_terbuka, kunci) == "Menyusun mekanisme: punya koordinator"
    assert _jejak(data_terbuka) == [(AKSI, "Menyusun mekanisme: punya ketua"), (
        "Menyusun mekanisme: punya ketua", "Menyusun mekanisme: punya koordinator",
    )]  # fmt: skip


def test_second_browser_may_take_what_the_first_wrote(buka: Buka, terbuka: str) -> None:
    keduanya = {nama: buka(terbuka, orang, maklum=DITOLAK) for nama, orang in ORANG.items()}
    for halaman in keduanya.values():
        halaman.goto(SUNTING)
        kunci = _ubah(halaman, AKSI)
    for nama, halaman in keduanya.items():
        halaman.get_by_label("Rencana aksi", exact=True).fill(f"Punya {nama}")
        halaman.get_by_role("button", name="Simpan").click()
        expect(halaman.get_by_text(re.compile("Punya ketua")).first).to_be_visible()
    halaman.get_by_role("link", name="pakai yang sekarang").click()
    expect(halaman.locator(f"#{kunci}.butir")).to_contain_text("a. Punya ketua")


def _uraian(data: Path, kunci: str) -> str:
    kueri = "SELECT uraian FROM rencana_aksi_rencanaaksi WHERE id = ?"
    return str(di_basis(data, kueri, int(kunci.removeprefix("aksi-")))[0][0])


def _jejak(data: Path) -> list[tuple[str, str]]:
    """Every old and new text of an action, in order."""
    return di_basis(
        data,
        "SELECT sebelum ->> 'uraian', sesudah ->> 'uraian' FROM inti_jejak WHERE tindakan = 'mengubah rencana aksi' "
        "ORDER BY id",
    )


def test_schedule_is_understood_while_typing_and_agreed_to(buka: Buka, terbuka: str) -> None:
    halaman = buka(terbuka, "koordinator-1", maklum=DITOLAK)
    halaman.goto(SUNTING)
    kunci = _ubah(halaman, BULANAN, tombol="Jadwal")
    isian = halaman.get_by_label("Jadwal", exact=True)
    expect(isian).to_be_focused()
    pratinjau = halaman.locator(".pratinjau")
    expect(pratinjau).to_contain_text("Dipahami sebagai 12 pelaksanaan.")
    isian.fill("kalau sempat")
    expect(pratinjau).to_contain_text('Kata "kalau", "sempat" tidak dipahami.')
    expect(pratinjau.get_by_label("Simpan sebagai kata-kata saja")).not_to_be_checked()
    isian.fill("minggu pertama setiap bulan sepanjang tahun 2023")
    expect(pratinjau).to_contain_text("Bila disimpan: 11 tetap, 1 baru, 1 dihapus.")
    expect(pratinjau.get_by_role("listitem").filter(has_text="dihapus")).to_contain_text("1–7 Januari 2024")
    halaman.get_by_role("button", name="Simpan").click()
    halaman.get_by_role("button", name="Ya, ubah jadwal").click()
    expect(halaman.locator(f"#{kunci}.butir")).to_contain_text("12 pelaksanaan, 1 Januari–7 Desember 2023")


def test_rows_move_by_keyboard_and_the_focus_goes_along(buka: Buka, terbuka: str) -> None:
    halaman = buka(terbuka, "koordinator-1")
    halaman.goto(SUNTING)
    judul = halaman.get_by_role("heading", level=3)
    expect(judul).to_have_text([re.compile(rf"^{i}\. ") for i in range(1, 5)])
    turun = halaman.get_by_role("button", name="Turunkan: 1. Penyusunan Tim Kerja")
    turun.focus()
    halaman.keyboard.press("Enter")
    expect(judul.nth(1)).to_have_text("2. Penyusunan Tim Kerja")
    expect(halaman.get_by_role("status").filter(has_text="Diturunkan")).to_be_visible()
    expect(halaman.get_by_role("button", name="Turunkan: 2. Penyusunan Tim Kerja")).to_be_focused()
    halaman.keyboard.press("Enter")
    expect(judul.nth(2)).to_have_text("3. Penyusunan Tim Kerja")


@pytest.mark.parametrize("js", [True, False])
def test_row_is_added_moved_and_removed(buka: Buka, terbuka: str, js: bool) -> None:
    halaman = buka(terbuka, "koordinator-1", js=js, lebar=360)
    halaman.goto(SUNTING)
    halaman.get_by_role("link", name="Tambah rencana kerja").click()
    halaman.get_by_role("textbox", name="Rencana kerja", exact=True).fill("Menjaga perubahan")
    halaman.get_by_label("Rencana aksi pertama").fill("Rapat triwulan")
    halaman.get_by_label("Jadwal", exact=True).fill("setiap triwulan")
    halaman.get_by_role("button", name="Tambah", exact=True).click()
    expect(halaman.get_by_text("Ditambahkan: 5. Menjaga perubahan")).to_be_visible()
    expect(halaman.locator(".butir", has_text="Rapat triwulan")).to_contain_text("4 pelaksanaan")
    halaman.get_by_role("link", name="Ubah: 5. Menjaga perubahan").click()
    halaman.get_by_role("link", name="Pindahkan…").click()
    halaman.get_by_label("Pindahkan ke").select_option("Paling atas")
    halaman.get_by_role("button", name="Simpan").click()
    expect(halaman.get_by_role("heading", level=3).first).to_have_text("1. Menjaga perubahan")
    halaman.get_by_role("link", name="Ubah: 1. Menjaga perubahan").click()
    halaman.get_by_role("link", name="Hapus…").click()
    halaman.get_by_role("button", name="Ya, hapus").click()
    expect(halaman.get_by_role("heading", level=3).first).to_have_text("1. Penyusunan Tim Kerja")
    assert halaman.evaluate("document.documentElement.scrollWidth") <= 360


def test_forms_in_place_have_no_violation(buka: Buka, terbuka: str) -> None:
    halaman = buka(terbuka, "ketua")
    for nama, tombol in ((AKSI, "Ubah"), (BULANAN, "Jadwal")):
        halaman.goto(SUNTING)
        _ubah(halaman, nama, tombol=tombol)
        for lebar in (1280, 360):
            halaman.set_viewport_size({"width": lebar, "height": 800})
            pelanggaran = Axe().run(halaman).response["violations"]
            assert [(p["id"], [n["html"][:160] for n in p["nodes"]]) for p in pelanggaran] == []
            assert halaman.evaluate("document.documentElement.scrollWidth") <= lebar
