"""A signature from end to end: the head signs, takes the document along, and a stranger with a copy checks it."""

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.conftest import Buka
from tests.e2e.test_aksesibilitas import periksa
from tests.pengesahan.pki import SANDI, buat_rantai

pytestmark = pytest.mark.e2e

VERSI = "/kbntb/2023/dokumen/versi/1/pengesahan/"
KEPALA = "Puji Retno Hardiningtyas"


def _tanda_tangani(halaman: Page, p12: Path, js: bool) -> None:
    """From the page of documents; a wrong password is told first, and stays nowhere."""
    halaman.goto("/kbntb/2023/dokumen/")
    halaman.get_by_role("link", name="Tanda tangani versi 1").click()
    for sandi in ("keliru", SANDI):
        halaman.get_by_label("Sertifikat elektronik Anda").set_input_files(p12)
        halaman.get_by_label("Sandi sertifikat").fill(sandi)
        halaman.get_by_role("button", name="Tanda tangani versi 1").click()
        if sandi != SANDI:
            expect(halaman.locator("#di-sini .kolom-galat")).to_contain_text("Sandi sertifikat tidak cocok")
            expect(halaman.get_by_label("Sandi sertifikat")).to_have_value("")
            if js:
                periksa(halaman)
    expect(halaman.get_by_role("status").first).to_have_text("Versi 1 sudah Anda tanda tangani.")


def _bandingkan(halaman: Page, berkas: Path) -> None:
    halaman.get_by_label("Berkas yang Anda terima").set_input_files(berkas)
    halaman.get_by_role("button", name="Bandingkan").click()


@pytest.mark.parametrize(("js", "lebar"), [(True, 1280), (False, 360)], ids=["js-1280", "tanpa-js-360"])
def test_signed_taken_along_and_checked_by_a_stranger(
    buka: Buka, peladen: str, tmp_path: Path, js: bool, lebar: int
) -> None:
    p12 = tmp_path / "kepala.p12"
    rantai = buat_rantai()
    p12.write_bytes(rantai.p12(rantai.terbitkan(KEPALA)))
    kepala = buka(peladen, "kepala", js=js, lebar=lebar, maklum="422")
    _tanda_tangani(kepala, p12, js)
    panel = kepala.get_by_role("region", name="Dokumen yang bertanda tangan")
    expect(panel).to_contain_text(KEPALA)
    if js:
        periksa(kepala)
    with kepala.expect_download() as unduhan:
        panel.get_by_role("link", name="Unduh yang bertanda tangan").click()
    asli, rusak = tmp_path / "asli.pdf", tmp_path / "rusak.pdf"
    unduhan.value.save_as(asli)
    isi = bytearray(asli.read_bytes())
    assert b"/ByteRange" in isi
    isi[len(isi) // 3] ^= 1
    rusak.write_bytes(isi)
    verifikasi = panel.get_by_role("link", name="Halaman verifikasi").get_attribute("href") or ""

    orang = buka(peladen, js=js, lebar=lebar, maklum="404")
    orang.goto("/verifikasi/")
    if js:
        periksa(orang)
    orang.get_by_label("Kode").fill("tidak-ada")
    orang.get_by_role("button", name="Periksa").click()
    expect(orang.get_by_role("heading", level=1)).to_have_text("Kode ini tidak dikenal")
    orang.get_by_role("link", name="Ketik kode lain").click()
    orang.get_by_label("Kode").fill(verifikasi.strip("/").split("/")[-1].upper())
    orang.get_by_role("button", name="Periksa").click()
    expect(orang.get_by_text("tanda tangan utuh dan mencakup seluruh dokumen")).to_be_visible()
    if js:
        periksa(orang)
    _bandingkan(orang, asli)
    expect(orang.get_by_role("status")).to_contain_text("Sama. Berkas ini persis dokumen yang ditandatangani.")
    if js:
        periksa(orang)
    _bandingkan(orang, rusak)
    expect(orang.get_by_role("alert")).to_contain_text("Berubah setelah ditandatangani.")
    if js:
        periksa(orang)


def test_made_ready_to_be_signed_elsewhere(buka: Buka, peladen: str) -> None:
    """In ink, by the chair of the team; for a stranger it is not signed yet."""
    ketua = buka(peladen, "ketua")
    ketua.goto(VERSI)
    ketua.get_by_label("Tanda tangan basah").check()
    ketua.get_by_role("button", name="Siapkan naskah").click()
    expect(ketua.get_by_role("heading", level=1)).to_have_text("Naskah versi 1 untuk ditandatangani")
    periksa(ketua)
    with ketua.expect_download() as unduhan:
        ketua.get_by_role("link", name="Lembar pengesahan (PDF)").click()
    assert unduhan.value.path().read_bytes().startswith(b"%PDF-")
    kode = ketua.url.strip("/").split("/")[-1]
    ketua.goto(VERSI)
    expect(ketua.get_by_role("link", name=kode)).to_be_visible()
    periksa(ketua)

    orang = buka(peladen, lebar=360)
    orang.goto(f"/verifikasi/{kode}/")
    expect(orang.get_by_text("belum ditandatangani")).to_be_visible()
    periksa(orang)
