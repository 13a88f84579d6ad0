"""Answer, see the total move, submit, lock; with and without JavaScript. Two people at one question."""

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.conftest import Buka
from tests.e2e.test_aksesibilitas import periksa

pytestmark = pytest.mark.e2e

LKE = "/kbntb/2023/nilai/lke/"


def jawab(halaman: Page, label: str, *, js: bool = True) -> None:
    """The first question of A1, as the office."""
    form = halaman.locator("#soal-A1-1-a form[aria-label^='Jawaban unit']")
    form.locator(f"input[value='{label}']").check()
    if not js:
        form.get_by_role("button").click()
    expect(halaman.locator("#keadaan-mandiri-A1-1-a")).to_contain_text("Tersimpan")


def langkah(halaman: Page, nama: str) -> None:
    halaman.goto(LKE)
    halaman.get_by_role("link", name=f"{nama} penilaian mandiri").click()
    halaman.get_by_role("button", name=f"{nama} penilaian mandiri").click()


@pytest.mark.parametrize("js", [True, False])
def test_answered_submitted_and_locked(buka: Buka, peladen: str, js: bool) -> None:
    ketua = buka(peladen, "ketua", js=js)
    ketua.goto(f"{LKE}A1/")
    total = ketua.locator("#kemajuan .total-mandiri")
    semula = total.inner_text()
    jawab(ketua, "Ya", js=js)
    expect(total).not_to_have_text(semula)
    langkah(ketua, "Ajukan")
    expect(ketua.locator("#isi")).to_contain_text("Diajukan oleh")

    kepala = buka(peladen, "kepala", js=js)
    langkah(kepala, "Kunci")
    expect(kepala.locator("#isi")).to_contain_text("Dikunci oleh")
    kepala.get_by_role("link", name="kunci ke-1").click()
    expect(kepala.get_by_role("heading", level=1)).to_contain_text("kunci ke-1")
    if js:
        periksa(kepala)
    kepala.goto(f"{LKE}A1/")
    expect(kepala.locator("#soal-A1-1-a input")).to_have_count(0)


def test_what_is_being_typed_stays_while_another_field_is_saved(buka: Buka, peladen: str) -> None:
    ketua = buka(peladen, "ketua", maklum="422")
    ketua.goto(f"{LKE}A1/")
    koordinator = buka(peladen, "koordinator-1")
    koordinator.goto(f"{LKE}A1/")
    jawab(koordinator, "Ya")
    catatan = ketua.locator("#catatan-mandiri-A1-1-a")
    catatan.fill("SK menyusul")
    ketua.locator("#soal-A1-1-a input[value='Tidak']").first.check()
    keadaan = ketua.locator("#keadaan-mandiri-A1-1-a")
    expect(keadaan).to_contain_text("jawaban menjadi Ya")
    expect(catatan).to_have_value("SK menyusul")
    ketua.locator("#soal-A1-1-a").get_by_role("button", name="Simpan").click()
    expect(keadaan).to_contain_text("Tersimpan")
    koordinator.reload()
    expect(koordinator.locator("#catatan-mandiri-A1-1-a")).to_have_value("SK menyusul")


def test_refused_field_is_marked_where_it_stands_until_it_is_mended(buka: Buka, peladen: str) -> None:
    ketua = buka(peladen, "ketua", maklum="422")
    ketua.goto(f"{LKE}A1/")
    catatan = ketua.locator("#catatan-mandiri-A1-1-a")
    catatan.fill("x" * 4001)
    catatan.blur()
    expect(catatan).to_have_attribute("aria-invalid", "true")
    expect(ketua.locator("#galat-mandiri-A1-1-a-catatan")).to_contain_text("Catatan paling panjang 4000 huruf")
    expect(catatan).to_have_value("x" * 4001)
    catatan.fill("SK menyusul")
    catatan.blur()
    expect(catatan).not_to_have_attribute("aria-invalid", "true")
    expect(ketua.locator("#galat-mandiri-A1-1-a-catatan")).to_be_empty()


def test_evidence_is_read_without_leaving_the_question(buka: Buka, peladen: str) -> None:
    ketua = buka(peladen, "ketua")
    ketua.goto(f"{LKE}A1/")
    bukti = ketua.locator(".bukti-soal a[hx-get]").first
    soal = ketua.locator(".soal-lke", has=bukti)
    bukti.click()
    wadah = soal.locator(".lihat-bukti")
    expect(wadah.locator("summary")).to_contain_text(bukti.inner_text())
    lembar = wadah.locator("img.lembar")
    expect(lembar).to_be_visible()
    assert lembar.evaluate("e => e.decode().then(() => e.naturalWidth)") > 300
    assert ketua.url.endswith(f"{LKE}A1/")
    periksa(ketua)
    wadah.locator("summary").click()
    expect(lembar).to_be_hidden()
    expect(soal.locator("input").first).to_be_enabled()


def test_without_javascript_the_evidence_opens_its_own_page(buka: Buka, peladen: str) -> None:
    ketua = buka(peladen, "ketua", js=False)
    ketua.goto(f"{LKE}A1/")
    ketua.locator(".bukti-soal a").first.click()
    expect(ketua.locator("#dokumen")).to_be_visible()


def test_blind_assessor_scores_while_the_office_looks_everywhere(buka: Buka, peladen: str) -> None:
    """Two browsers: each leaves words the other finds nowhere, until they are handed in and opened."""
    unit, rahasia = "Kata unit yang tertutup", "Kata penilai yang belum diajukan"
    tempat = (
        "", "jejak/", "jejak/?jenis=pengungkit.penilaian", "nilai/", "nilai/lke/", "nilai/lke/A1/", "nilai/langkah/",
        "nilai/syarat/", "tahapan/", "rencana/kendala/",
    )  # fmt: skip
    ketua = buka(peladen, "ketua")
    ketua.goto(f"{LKE}A1/")
    ketua.locator("#catatan-mandiri-A1-1-a").fill(unit)
    ketua.locator("#catatan-mandiri-A1-1-a").blur()
    expect(ketua.locator("#keadaan-mandiri-A1-1-a")).to_contain_text("Terakhir diubah")

    penilai = buka(peladen, "penilai")
    penilai.goto(LKE)
    penilai.get_by_label("Latihan tertutup").check()
    penilai.get_by_role("button", name="Mulai penilaian TPI").click()
    penilai.goto(f"{LKE}A1/")
    penilai.locator("#soal-A1-1-a form[aria-label^='Jawaban TPI'] input[value='Ya']").check()
    expect(penilai.locator("#keadaan-tpi-A1-1-a")).to_contain_text("Tersimpan")
    with penilai.expect_response(lambda jawab: jawab.request.method == "POST"):
        penilai.locator("#catatan-tpi-A1-1-a").fill(rahasia)
        penilai.locator("#catatan-tpi-A1-1-a").blur()
    penilai.goto("/kbntb/2023/jejak/")
    expect(penilai.locator("#isi")).to_contain_text(rahasia)
    for ekor in tempat:
        penilai.goto(f"/kbntb/2023/{ekor}")
        expect(penilai.locator("#isi")).not_to_contain_text(unit)
        ketua.goto(f"/kbntb/2023/{ekor}")
        expect(ketua.locator("#isi")).not_to_contain_text(rahasia)
    penilai.goto("/kbntb/2023/")
    expect(penilai.locator("#isi")).to_contain_text("Nilai mandiri tertutup")

    penilai.goto(LKE)
    penilai.get_by_role("link", name="Kunci penilaian TPI").click()
    penilai.get_by_role("button", name="Kunci penilaian TPI").click()
    ketua.goto("/kbntb/2023/jejak/")
    expect(ketua.locator("#isi")).to_contain_text(rahasia)
    penilai.goto(LKE)
    penilai.get_by_role("button", name="Buka jawaban unit").click()
    penilai.goto("/kbntb/2023/jejak/")
    expect(penilai.locator("#isi")).to_contain_text(unit)
