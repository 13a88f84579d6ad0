"""The coordinator's text for WhatsApp: copied with one click, and by hand without JavaScript."""

import pytest

from tests.e2e.conftest import Buka

pytestmark = pytest.mark.e2e

ALAMAT = "/kbntb/2023/kabar/"


def test_text_is_copied(buka: Buka, peladen_baca: str) -> None:
    halaman = buka(peladen_baca, "koordinator-2")
    halaman.context.grant_permissions(["clipboard-read", "clipboard-write"])
    halaman.goto("/kbntb/2023/")
    halaman.get_by_role("link", name="Teks WhatsApp dan kalender untuk tim").click()
    teks = halaman.get_by_label("Teks II", exact=True).input_value()
    assert teks.startswith("*Zona Integritas KBNTB 2023: II. Penataan Tatalaksana*\nPer 15 Maret 2023\n")
    tombol = halaman.get_by_role("button", name="Salin teks").first
    tombol.click()
    halaman.get_by_role("button", name="Tersalin").wait_for()
    assert halaman.evaluate("navigator.clipboard.readText()") == teks


def test_text_is_there_without_javascript(buka: Buka, peladen_baca: str) -> None:
    halaman = buka(peladen_baca, "koordinator-2", js=False)
    halaman.goto(ALAMAT)
    assert halaman.get_by_label("Teks II", exact=True).input_value().startswith("*Zona Integritas KBNTB 2023")
    assert halaman.get_by_role("button", name="Salin teks").count() == 0
    tautan = halaman.get_by_role("link", name="Buka WhatsApp").first
    assert str(tautan.get_attribute("href")).startswith("https://wa.me/?text=%2AZona%20Integritas")
