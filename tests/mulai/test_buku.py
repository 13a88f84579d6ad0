"""The blank workbook on its pages: handed out, brought back, looked at, made the plan."""

from collections.abc import Callable
from io import BytesIO
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpResponse
from openpyxl import load_workbook
from pytest_django import DjangoAssertNumQueries
from pytest_django.asserts import assertRedirects

from rencana_aksi.models import Rencana, RencanaAksi
from tests.bantuan import Klien, teks, urai
from tests.impor.bantu import ekspor, sunting
from tests.impor.test_buku_baru import ISIAN, baris, tanpa_contoh
from tests.mulai.bantu import KantorKosong, buat_kantor_kosong
from tests.pabrik import Kantor, buat_rencana
from zona.impor.models import Impor
from zona.inti.models import Jejak
from zona.organisasi.models import Pengguna

Buka = Callable[..., Klien]
BUKU = "/baru/mulai/rencana/2023/buku/"


@pytest.fixture
def baru(kantor: Kantor) -> KantorKosong:
    return buat_kantor_kosong(tim=True)


def unduh(k: Klien, alamat: str = f"{BUKU}kosong.xlsx") -> bytes:
    tanggapan = k.get(alamat)
    assert tanggapan.status_code == 200
    return bytes(tanggapan.content)


def bawa(k: Klien, isi: bytes, alamat: str = BUKU) -> HttpResponse:
    return k.post(alamat, {"berkas": SimpleUploadedFile("rencana kami.xlsx", isi)})


def terbaca(k: Klien, *ubah: Any) -> str:
    """The page of what was read of the blank workbook, filled in."""
    tanggapan = bawa(k, sunting(unduh(k), *(ubah or ISIAN)).getvalue())
    assert tanggapan.status_code == 302, teks(tanggapan)
    return str(tanggapan.headers["Location"])


def isian(halaman: HttpResponse) -> dict[str, str]:
    form = urai(halaman).select_one("main form")
    isi = {i["name"]: i["value"] for i in form.select("input[type=hidden]")}
    return isi | {i["name"]: i["value"] for i in form.select("input[type=radio][checked]")}


def test_workbook_goes_out_and_comes_back_as_a_plan(baru: KantorKosong, klien: Buka) -> None:
    k = klien(baru.orang["petugas"])
    lihat = terbaca(k)
    halaman = k.get(lihat)
    assert halaman.status_code == 200
    assert "Bukan Siapa-siapa" in teks(halaman)
    assert "Menyusun SOP" in teks(halaman)
    assert not Rencana.objects.filter(satker=baru.satker).exists()
    jadi = k.post(lihat, isian(halaman))
    assertRedirects(jadi, "/baru/2023/rencana/", fetch_redirect_response=False)
    rencana = Rencana.objects.get(satker=baru.satker)
    assert RencanaAksi.objects.filter(rencana_kerja__pengungkit__rencana=rencana).count() == 3
    assert k.get(lihat).status_code == 404  # it is a plan now
    assert "rencana kami.xlsx" in teks(klien(baru.orang["ketua-baru"]).get("/baru/2023/rencana/impor/"))


def test_heading_counts_what_stands_under_it(baru: KantorKosong, klien: Buka) -> None:
    k = klien(baru.orang["petugas"])
    panel = urai(k.get(terbaca(k, *ISIAN, baris("Seluruhnya", 2, Status="Selesai")))).select_one(
        "[aria-labelledby=j-catatan]"
    )
    assert len(panel.select("p, tbody tr")) == 2
    assert teks(panel.h2) == "Yang perlu dilihat (2)"
    assert "Seluruhnya, kolom Status (J2) tidak diambil" in teks(panel)


def test_download_is_named_after_office_and_year(baru: KantorKosong, klien: Buka) -> None:
    tanggapan = klien(baru.orang["petugas"]).get(f"{BUKU}kosong.xlsx")
    assert tanggapan["Content-Disposition"] == 'attachment; filename="rencana-kerja-zi-baru-2023-kosong.xlsx"'
    assert load_workbook(BytesIO(tanggapan.content)).sheetnames[0] == "Petunjuk"


def ditolak(k: Klien, isi: bytes) -> list[str]:
    jejak = Jejak.objects.count()
    halaman = bawa(k, isi)
    assert halaman.status_code == 422
    assert not Impor.objects.exists()
    assert Jejak.objects.count() == jejak
    return [teks(li) for li in urai(halaman).select(".pemberitahuan.bahaya li")]


def test_files_that_make_no_plan_are_one_sentence_each(baru: KantorKosong, klien: Buka, kantor: Kantor) -> None:
    k = klien(baru.orang["petugas"])
    assert ditolak(k, ekspor(kantor.rencana)) == ["Buku kerja ini milik rencana UJI 2023, bukan BARU 2023."]
    lain = unduh(k, "/baru/mulai/rencana/2024/buku/kosong.xlsx")
    assert ditolak(k, lain) == ["Buku kerja ini milik rencana BARU 2024, bukan BARU 2023."]
    assert ditolak(k, b"bukan buku kerja") == ["Berkas ini bukan buku kerja XLSX yang utuh."]
    for isi in (unduh(k), sunting(unduh(k), tanpa_contoh).getvalue()):
        assert ditolak(k, isi) == [
            "Seluruhnya: belum diisi. Tulis paling sedikit Pengungkit, Rencana Kerja, dan Rencana Aksi mulai di bawah "
            "judul kolomnya, satu baris satu pelaksanaan, lalu bawa lagi."
        ]
    assert not Rencana.objects.filter(satker=baru.satker).exists()


def test_team_that_changed_meanwhile_is_shown_again(baru: KantorKosong, klien: Buka) -> None:
    k = klien(baru.orang["petugas"])
    lihat = terbaca(k)
    isi = isian(k.get(lihat))
    baru.orang["baru-ii"].keanggotaan.all().delete()
    tolak = k.post(lihat, isi)
    assert tolak.status_code == 422
    assert "Susunan tim berubah sejak buku ini ditampilkan." in teks(tolak)
    assert not Rencana.objects.filter(satker=baru.satker).exists()
    assert k.post(lihat, isian(tolak)).status_code == 302


def test_plan_that_came_meanwhile_is_told(baru: KantorKosong, klien: Buka, kantor: Kantor) -> None:
    k = klien(baru.orang["petugas"])
    lihat = terbaca(k)
    isi = isian(k.get(lihat))
    buat_rencana(baru.satker, kantor.rencana.instrumen)
    tolak = k.post(lihat, isi)
    assert (tolak.status_code, "Sementara itu rencana 2023 sudah dibuat." in teks(tolak)) == (422, True)
    assertRedirects(k.get(BUKU), "/baru/2023/rencana/impor/", fetch_redirect_response=False)


def test_workbook_is_its_readers_alone(baru: KantorKosong, klien: Buka, ketua: Pengguna) -> None:
    lihat = terbaca(klien(baru.orang["petugas"]))
    status = {s: klien(baru.orang[s]).get(lihat).status_code for s in ("ketua-baru", "kepala-baru")}
    assert status == {"ketua-baru": 404, "kepala-baru": 403}
    assert klien(ketua).get(lihat).status_code == 404


@pytest.mark.parametrize("ekor", ["", "kosong.xlsx"])
def test_instrument_that_is_not_loaded_is_one_sentence(baru: KantorKosong, klien: Buka, ekor: str) -> None:
    halaman = klien(baru.orang["petugas"]).get(f"{BUKU}{ekor}?instrumen=belum-ada")
    assert halaman.status_code == 422
    assert 'Instrumen "belum-ada" belum dimuat; yang ada: uji.' in teks(halaman)


def test_workbook_pages_refuse_other_methods(baru: KantorKosong, klien: Buka) -> None:
    k = klien(baru.orang["petugas"])
    assert [k.delete(BUKU).status_code, k.post(f"{BUKU}kosong.xlsx").status_code] == [405, 405]


def test_what_was_read_costs_the_same_with_one_row_and_three(
    baru: KantorKosong, klien: Buka, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    k = klien(baru.orang["petugas"])
    for isi in (ISIAN[:2], ISIAN):
        lihat = terbaca(k, *isi)
        with django_assert_num_queries(11):
            assert k.get(lihat).status_code == 200
