"""The pages of a first draft: throwing it away, and another instrument."""

from collections.abc import Callable

import pytest
from pytest_django import DjangoAssertNumQueries
from pytest_django.asserts import assertRedirects

from pengungkit.enums import JenisPenilaian
from pengungkit.models import Instrumen, Jawaban, Penilaian, Pertanyaan
from rencana_aksi.enums import Status
from rencana_aksi.models import Pelaksanaan, Rencana
from tests.bantuan import Klien, teks, urai
from tests.mulai.bantu import buat_draf
from tests.pabrik import Kantor, buat_instrumen
from zona.organisasi.models import Pengguna

Buka = Callable[..., Klien]
BUANG = "/uji/mulai/rencana/2024/buang/"
GANTI = "/uji/mulai/rencana/2024/instrumen/"


@pytest.fixture
def draf(kantor: Kantor) -> Rencana:
    """Of 2024, made by the admin; the ketua leads that year too."""
    rencana, _ = buat_draf(kantor, oleh=kantor.orang["admin"])
    kantor.satker.tim.update(tahun=2024)
    return rencana


def test_draft_is_thrown_away_with_a_reason(draf: Rencana, klien: Buka, admin: Pengguna) -> None:
    k = klien(admin)
    halaman = urai(k.get(BUANG))
    assert "6 rencana kerja, 12 rencana aksi, dan 18 bukti" in teks(halaman.main)
    kosong = k.post(BUANG, {"alasan": " "})
    assert (kosong.status_code, Rencana.objects.filter(pk=draf.pk).exists()) == (422, True)
    assert "Tulis alasannya." in teks(kosong)
    assertRedirects(k.post(BUANG, {"alasan": "Salah tahun"}), "/uji/mulai/", fetch_redirect_response=False)
    assert not Rencana.objects.filter(pk=draf.pk).exists()
    assert "Draf rencana 2024 dibuang." in teks(k.get("/uji/mulai/", follow=True))


def test_what_holds_a_draft_stands_on_its_page(draf: Rencana, klien: Buka, ketua: Pengguna) -> None:
    Pelaksanaan.objects.filter(aksi__rencana_kerja__pengungkit__rencana=draf, urutan=1).update(status=Status.BERJALAN)
    k = klien(ketua)
    halaman = urai(k.get(BUANG))
    assert teks(halaman.select_one(".pemberitahuan")) == (
        "Draf ini tidak dapat dibuang: padanya ada 12 pelaksanaan yang sudah dicatat"
    )
    assert halaman.select("main form") == []
    tanggapan = k.post(BUANG, {"alasan": "x"})
    assert tanggapan.status_code == 422
    assert "padanya ada 12 pelaksanaan yang sudah dicatat." in teks(tanggapan)


def test_plan_in_force_has_no_form_to_throw_it_away(kantor: Kantor, klien: Buka, ketua: Pengguna) -> None:
    halaman = urai(klien(ketua).get("/uji/mulai/rencana/2023/buang/"))
    assert "sudah ditetapkan; hanya draf pertama" in teks(halaman.main)
    assert halaman.select("main form") == []


@pytest.mark.parametrize("alamat", [BUANG, GANTI])
def test_rights_of_a_draft(draf: Rencana, kantor: Kantor, klien: Buka, alamat: str) -> None:
    for siapa, status in (("kepala", 403), ("koordinator-i", 403), ("penilai", 403), ("orang-luar", 404)):
        k = klien(kantor.orang[siapa])
        assert [k.get(alamat).status_code, k.post(alamat, {"alasan": "x"}).status_code] == [status, status]
    for siapa in ("ketua", "admin"):
        assert klien(kantor.orang[siapa]).get(alamat).status_code == 200
    assert Rencana.objects.filter(pk=draf.pk).exists()


@pytest.mark.parametrize("alamat", [BUANG, GANTI])
def test_draft_pages_take_get_and_post_only(draf: Rencana, klien: Buka, ketua: Pengguna, alamat: str) -> None:
    assert klien(ketua).delete(alamat).status_code == 405


def test_another_instrument_is_shown_before_and_taken(draf: Rencana, klien: Buka, ketua: Pengguna) -> None:
    lain = buat_instrumen("lain", bawaan=False)
    Instrumen.objects.filter(pk=lain.pk).update(nama="Instrumen lain")
    lain.komponen.filter(area="II").update(nama="Tata Laksana Digital", bobot="5.5")
    k = klien(ketua)
    halaman = urai(k.get(GANTI))
    baris = [teks(r) for r in halaman.select("main tbody tr")]
    assert baris[:2] == [
        "I. Manajemen Perubahan tetap 5 tetap", "II. Penataan Tata Laksana Tata Laksana Digital 5 5,5",
    ]  # fmt: skip
    tanggapan = k.post(GANTI, {"instrumen": "lain"})
    assertRedirects(tanggapan, "/uji/2024/rencana/", fetch_redirect_response=False)
    assert Rencana.objects.get(pk=draf.pk).instrumen == lain
    kini = k.get("/uji/2024/rencana/")
    assert [teks(p) for p in urai(kini).select("main > .pemberitahuan[role=status]")] == [
        f"Instrumen diganti dari {draf.instrumen.nama} menjadi Instrumen lain. "
        "Nama atau bobot pengungkit yang berubah: II Penataan Tata Laksana menjadi Tata Laksana Digital, "
        "5 menjadi 5,5. Barisnya tetap."
    ]
    lagi = k.post(GANTI, {"instrumen": "lain"}, follow=True)
    assert "memang sudah memakai Instrumen lain; tidak ada yang berubah." in teks(lagi)


def test_instrument_that_is_not_loaded_is_told(draf: Rencana, klien: Buka, ketua: Pengguna) -> None:
    tanggapan = klien(ketua).post(GANTI, {"instrumen": "belum-ada"})
    assert tanggapan.status_code == 422
    assert "Instrumen itu belum dimuat." in teks(tanggapan)


def test_answered_lke_leaves_no_form(draf: Rencana, klien: Buka, ketua: Pengguna, kantor: Kantor) -> None:
    lain = buat_instrumen("lain", bawaan=False)
    penilaian = Penilaian.objects.create(
        satker=kantor.satker, tahun=2024, jenis=JenisPenilaian.MANDIRI, instrumen=draf.instrumen
    )
    soal = Pertanyaan.objects.filter(indikator__komponen__instrumen=draf.instrumen).order_by("pk")[0]
    Jawaban.objects.create(penilaian=penilaian, pertanyaan=soal)
    k = klien(ketua)
    halaman = urai(k.get(GANTI))
    assert teks(halaman.select_one(".pemberitahuan")) == "LKE 2024 sudah berisi jawaban, jadi instrumennya tetap."
    assert halaman.select("main form") == []
    assert k.post(GANTI, {"instrumen": lain.kode}).status_code == 422
    assert Rencana.objects.get(pk=draf.pk).instrumen == draf.instrumen


@pytest.mark.parametrize(("alamat", "banyak"), [(BUANG, 19), (GANTI, 9)])
def test_draft_pages_cost_the_same_with_one_and_three(
    kantor: Kantor, klien: Buka, ketua: Pengguna, django_assert_num_queries: DjangoAssertNumQueries, alamat: str,
    banyak: int,
) -> None:  # fmt: skip
    buat_instrumen("lain", bawaan=False)
    kantor.satker.tim.update(tahun=2024)
    k = klien(ketua)
    for baris in (1, 3):
        rencana, _ = buat_draf(kantor, baris=baris)
        with django_assert_num_queries(banyak):
            k.get(alamat)
        rencana.pengungkit.all().delete()
        Rencana.objects.filter(pk=rencana.pk).delete()
