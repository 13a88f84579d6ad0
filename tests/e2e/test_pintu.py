"""An assessor from outside, in a real browser: the link made by the head of office, its code, evidence in place."""

import pytest
from playwright.sync_api import expect

from tests.e2e.conftest import Buka
from tests.e2e.test_aksesibilitas import periksa

pytestmark = pytest.mark.e2e

KODE = "nusa-2023"


@pytest.mark.parametrize("js", [True, False])
def test_assessor_comes_in_and_reads(buka: Buka, peladen: str, js: bool) -> None:
    kepala = buka(peladen, "kepala", js=js)
    kepala.goto("/kbntb/2023/pintu/")
    kepala.get_by_label("Untuk siapa").fill("Tim Penilai Internal")
    kepala.get_by_label("Terbuka sampai dengan").fill("2023-06-30")
    kepala.get_by_label("Kode (boleh kosong)").fill(KODE)
    kepala.get_by_role("button", name="Buat tautan").click()
    alamat = kepala.get_by_label("Tautan pintu").input_value().split("/pintu/")[1]

    penilai = buka(peladen, lebar=360, js=js, maklum="422")
    penilai.goto(f"/pintu/{alamat}")
    penilai.get_by_label("Kode").fill("bukan-ini")
    penilai.get_by_role("button", name="Buka").click()
    expect(penilai.get_by_text("Kode itu keliru")).to_be_visible()
    if js:
        periksa(penilai)
    penilai.get_by_label("Kode").fill(KODE)
    penilai.get_by_role("button", name="Buka").click()
    expect(penilai.get_by_role("heading", level=2)).to_have_text("I. Manajemen Perubahan")
    if js:
        periksa(penilai)
        lihat = penilai.locator("details.pratinjau").first
        lihat.locator("summary").click()
        expect(lihat.locator("iframe, img")).to_be_visible()
    with penilai.expect_download() as unduhan:
        penilai.locator(".bukti a[download]").first.click()
    assert unduhan.value.path().stat().st_size > 0
    penilai.get_by_role("link", name="Menurut LKE").click()
    expect(penilai.get_by_role("heading", level=2)).to_contain_text("A1.")
    if js:
        periksa(penilai)

    kepala.reload()
    expect(kepala.get_by_label("Tautan pintu")).to_have_count(0)
    kepala.get_by_role("link", name="Semua kunjungan").click()
    expect(kepala.get_by_role("cell", name="Kode salah")).to_be_visible()
    expect(kepala.get_by_role("cell", name="Daftar bukti: I. Manajemen Perubahan")).to_be_visible()
    if js:
        periksa(kepala)
    kepala.go_back()
    kepala.get_by_role("button", name="Cabut").click()
    expect(kepala.get_by_text("dicabut: tautannya tidak membuka apa pun lagi")).to_be_visible()
