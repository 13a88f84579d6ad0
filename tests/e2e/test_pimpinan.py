"""Two browsers: the admin tries to become kepala and cannot; a kepala is replaced mid-year by who he was, and what was
written before keeps its names."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.conftest import Buka
from tests.e2e.test_aksesibilitas import periksa

pytestmark = pytest.mark.e2e
PIMPINAN = "/kbntb/2023/tim/pimpinan/"


def usulkan(halaman: Page, calon: str, peran: str = "kepala") -> None:
    halaman.goto(PIMPINAN)
    halaman.get_by_label("Peran yang berganti").select_option(peran)
    pilihan = halaman.get_by_label("Penggantinya")
    pilihan.select_option(label=pilihan.locator("option").filter(has_text=calon).first.inner_text())
    halaman.get_by_label("Nomor SK").fill("77/SK/2023")
    halaman.get_by_label("Tanggal SK").fill("2023-03-15")
    halaman.get_by_role("button", name="Usulkan").click()


def versi_pertama(halaman: Page) -> str:
    """The words of the version that was enacted, as it is read."""
    halaman.goto("/kbntb/2023/dokumen/versi/")
    halaman.locator("main a[href*='/dokumen/versi/']").first.click()
    expect(halaman.get_by_role("heading", level=1)).to_be_visible()
    return halaman.locator("main").inner_text()


@pytest.mark.parametrize(("js", "lebar"), [(True, 1280), (False, 360)], ids=["desk", "phone without JavaScript"])
def test_kepala_is_replaced_by_two_people(buka: Buka, peladen: str, js: bool, lebar: int) -> None:
    admin = buka(peladen, "admin", js=js, lebar=lebar, maklum="422")
    kepala = buka(peladen, "kepala", js=js, lebar=lebar)
    dahulu = versi_pertama(kepala)

    usulkan(admin, "Admin Satker")
    expect(
        admin.get_by_text("Anda tidak dapat memberi, mengubah, atau mencabut peran Anda sendiri").first
    ).to_be_visible()
    usulkan(admin, "Nurcholis")
    expect(admin.get_by_text("Usulan dikirim; berlaku setelah dikonfirmasi orang kedua.")).to_be_visible()
    expect(admin.get_by_role("button", name="Konfirmasi pergantian")).to_have_count(0)
    lama = admin.locator("#judul-kepala + p b").inner_text()
    if js:
        periksa(admin)

    kepala.goto("/kbntb/2023/")
    expect(kepala.get_by_text("menunggu konfirmasi Anda.")).to_be_visible()
    kepala.get_by_role("link", name="Baca dan putuskan").click()
    expect(kepala.locator("#judul-kepala + p b")).to_have_text(lama)
    kepala.get_by_role("button", name="Konfirmasi pergantian").click()
    expect(kepala.get_by_text("Pergantian dikonfirmasi dan berlaku sekarang.")).to_be_visible()
    expect(kepala.locator("#judul-kepala + p")).to_contain_text(re.compile("Nurcholis.*SK 77/SK/2023, 15 Maret 2023"))
    kepala.goto("/kbntb/2023/")
    expect(kepala.get_by_text(re.compile("Pergantian kepala 2023 .* berlaku"))).to_be_visible()
    assert versi_pertama(kepala) == dahulu

    admin.goto("/kbntb/2023/tim/hak/")
    expect(admin.locator("#hak-setujui_pimpinan td[data-label='Admin satker']")).to_have_text("–")
    expect(admin.locator("#hak-usulkan_pimpinan td[data-label='Admin satker']")).to_have_text("ya")
    if js:
        periksa(admin)
