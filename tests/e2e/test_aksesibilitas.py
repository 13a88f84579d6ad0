"""Every page for every eye: axe finds nothing at phone and desk width, light and dark; nothing to scroll sideways."""

from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.urls import resolve
from playwright.sync_api import Page

from tests.bantuan import semua_alamat
from tests.e2e.conftest import Buka

pytestmark = pytest.mark.e2e

AKAR = "/kbntb/2023/"
RENCANA = f"{AKAR}rencana/?pengungkit=I"

# Who looks, and where: an address, or one to begin at and what to follow from there (a link, or a form's address).
HALAMAN: list[tuple[str | None, str, *tuple[str, ...]]] = [
    (None, "/masuk/"),
    ("kepala", "/keluar/"),
    ("anggota-1", "/sandi/"),
    ("kepala", AKAR),
    ("ketua", AKAR),
    ("penilai", AKAR),
    ("koordinator-1", AKAR),
    ("anggota-3", AKAR),
    ("koordinator-1", f"{AKAR}rencana/"),
    ("kepala", f"{AKAR}rencana/?terlambat=1"),
    ("kepala", f"{AKAR}rencana/?q=tidak-ada-yang-begini"),
    ("koordinator-1", RENCANA, "td.aksi a"),
    ("kepala", RENCANA, "td.aksi a"),
    ("koordinator-6", f"{AKAR}rencana/?pengungkit=VI", "td.aksi a"),
    ("koordinator-1", f"{RENCANA}&status=berjalan", "td.aksi a", "a[href*='/status/']"),
    ("ketua", AKAR, "[aria-labelledby=j-antrean] li a", "form[action$='/kembalikan/']"),
    ("ketua", f"{RENCANA}&status=selesai", "td.aksi a", "form[action$='/tarik/']"),
    ("ketua", f"{AKAR}nilai/"),
    ("kepala", f"{AKAR}nilai/"),
    ("admin", f"{AKAR}tim/"),
    ("admin", f"{AKAR}tim/orang/"),
    ("admin", f"{AKAR}tim/orang/", "main table a"),
    ("admin", f"{AKAR}tim/orang/tambah/"),
    ("kepala", f"{AKAR}dokumen/"),
    ("kepala", f"{AKAR}jejak/"),
]
SALAH = [("kepala", "/tidak-ada/"), ("anggota-1", f"{AKAR}tim/orang/tambah/")]
TAMPILAN = [(1280, "light"), (1280, "dark"), (360, "light")]

# Addresses without a page of their own: what only takes forms, gives a file, or sends on.
BUKAN_HALAMAN = {
    "inti:sehat", "beranda:awal", "bukti_fisik:unggah", "bukti_fisik:berkas", "bukti_fisik:terima",
    "dokumen:pdf", "dokumen:xlsx", "rencana_aksi:penilai_luar", "rencana_aksi:keaktifan",
    "rencana_aksi:sandi_sementara", "rencana_aksi:keanggotaan", "rencana_aksi:keluar_tim",
    "rencana_aksi:beri_peran", "rencana_aksi:cabut_peran",
}  # fmt: skip
DITUJU = {
    "td.aksi a": "matriks:aksi",
    "a[href*='/status/']": "matriks:status",
    "form[action$='/kembalikan/']": "bukti_fisik:kembalikan",
    "form[action$='/tarik/']": "bukti_fisik:tarik",
    "main table a": "rencana_aksi:akun",
}


def _buka(halaman: Page, awal: str, *jalan: str) -> None:
    halaman.goto(awal)
    for unsur in jalan:
        tuju = halaman.locator(unsur).first.evaluate("e => e.href || e.action")
        halaman.goto(tuju)


def _periksa(halaman: Page) -> None:
    assert halaman.locator("h1").count() == 1
    for lebar, warna in TAMPILAN:
        halaman.set_viewport_size({"width": lebar, "height": 800})
        halaman.emulate_media(color_scheme=warna)
        pelanggaran: list[dict[str, Any]] = Axe().run(halaman).response["violations"]
        assert [(p["id"], p["help"], [n["html"][:160] for n in p["nodes"]][:5]) for p in pelanggaran] == []
        assert halaman.evaluate("document.documentElement.scrollWidth") <= lebar


@pytest.mark.parametrize("tempat", HALAMAN, ids=lambda t: " ".join(str(s) for s in t))
def test_page_has_no_violation(buka: Buka, peladen_baca: str, tempat: tuple[str | None, str]) -> None:
    orang, *jalan = tempat
    halaman = buka(peladen_baca, orang)
    _buka(halaman, *jalan)
    _periksa(halaman)


@pytest.mark.parametrize(("orang", "alamat"), SALAH)
def test_page_of_what_went_wrong_has_no_violation(buka: Buka, peladen_baca: str, orang: str, alamat: str) -> None:
    halaman = buka(peladen_baca, orang, maklum="Failed to load resource")
    halaman.goto(alamat)
    _periksa(halaman)


def test_every_page_is_looked_at() -> None:
    dilihat = {DITUJU[jalan[-1]] if jalan else resolve(awal.split("?")[0]).view_name for _, awal, *jalan in HALAMAN}
    assert dilihat | BUKAN_HALAMAN == {a.nama for a in semua_alamat()}
