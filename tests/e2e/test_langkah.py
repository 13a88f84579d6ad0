"""The head tries other answers and sees what they would come to; nothing is saved. With and without JavaScript."""

import pytest
from playwright.sync_api import expect

from tests.e2e.conftest import Buka

pytestmark = pytest.mark.e2e


@pytest.mark.parametrize("js", [True, False])
def test_head_tries_answers_without_saving(buka: Buka, peladen_baca: str, js: bool) -> None:
    halaman = buka(peladen_baca, "kepala", js=js)
    halaman.goto("/kbntb/2023/nilai/")
    halaman.get_by_role("link", name="Langkah berikutnya").click()
    halaman.wait_for_load_state()
    hasil, baris = halaman.locator("#coba"), halaman.locator(".tabel-langkah tbody tr")
    sekarang = hasil.locator(".nilai-besar").inner_text().split()[0]
    banyak = baris.count()

    baris.locator("select").first.select_option(index=1)
    if not js:
        halaman.get_by_role("button", name="Hitung tanpa menyimpan").click()
    expect(hasil).to_contain_text(f"sekarang {sekarang}, naik")
    expect(hasil).to_contain_text("1 jawaban dicoba, tidak disimpan")

    halaman.get_by_role("button", name="Coba semuanya").click()
    expect(hasil.locator("summary")).to_have_text("Menuju WBK: 4 dari 4 ambang lulus")

    halaman.goto("/kbntb/2023/nilai/langkah/")
    expect(baris).to_have_count(banyak)
    expect(hasil.locator(".nilai-besar")).to_contain_text(f"{sekarang} dari 100")
