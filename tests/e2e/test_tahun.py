"""From year to year in the header: by keyboard and by touch, at desk and phone width, and without JavaScript."""

import re

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from tests.e2e.conftest import Buka

pytestmark = pytest.mark.e2e


def ke_tahun(h: Page, tahun: int) -> None:
    h.locator("header summary", has_text="Tahun rencana").click()
    h.get_by_role("navigation", name="Tahun rencana").get_by_role("link", name=str(tahun)).click()


def test_copying_to_next_year_leaves_the_running_year(buka: Buka, peladen: str) -> None:
    """The ketua copies the plan; everybody still begins in 2023, and the ketua goes over and back on the same page."""
    ketua = buka(peladen, "ketua")
    ketua.goto("/kbntb/2023/rencana/salin/")
    ketua.get_by_role("button", name="Buat rencana 2024").click()
    expect(ketua).to_have_url(re.compile("/kbntb/2024/rencana/$"))
    ke_tahun(ketua, 2023)
    expect(ketua).to_have_url(re.compile("/kbntb/2023/rencana/$"))
    for orang in ("ketua", "anggota-1"):
        expect(buka(peladen, orang)).to_have_url(re.compile("/kbntb/2023/$"))
    anggota = buka(peladen, "anggota-1")
    assert anggota.locator("header summary", has_text="Tahun rencana").count() == 0

    for lebar, js in ((1280, True), (360, True), (360, False)):
        h = buka(peladen, "ketua", lebar=lebar, js=js)
        h.goto("/kbntb/2023/tim/")
        ke_tahun(h, 2024)
        expect(h).to_have_url(re.compile("/kbntb/2024/tim/$"))
        expect(h.locator("header summary", has_text="Tahun rencana")).to_have_text(re.compile(r"2024\s+draf"))

    h = buka(peladen, "ketua", lebar=360)
    h.goto("/kbntb/2023/tim/")
    sakelar = h.locator("header summary", has_text="Tahun rencana")
    sakelar.focus()
    h.keyboard.press("Enter")
    pilihan = h.get_by_role("navigation", name="Tahun rencana")
    expect(pilihan).to_be_in_viewport(ratio=1)
    assert Axe().run(h).response["violations"] == []
    h.keyboard.press("Escape")
    expect(pilihan).to_be_hidden()
    h.keyboard.press("Enter")
    h.keyboard.press("Tab")
    h.keyboard.press("Enter")
    expect(h).to_have_url(re.compile("/kbntb/2024/tim/$"))
    assert h.evaluate("document.documentElement.scrollWidth") == 360
