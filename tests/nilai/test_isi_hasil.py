"""Entering the values of hasil on the 60/40 page: saved in place, refused at the field, by the ketua only."""

from collections.abc import Callable
from decimal import Decimal
from typing import Any

import pytest

from pengungkit.enums import StatusPenilaian
from pengungkit.models import Jawaban, Penilaian
from tests.bantuan import HTMX, pasang_fragmen, rapi, teks, urai
from tests.nilai.bantu import baris, isi
from tests.pabrik import Kantor, buat_instrumen
from zona.inti.models import Jejak
from zona.inti.waktu import sekarang
from zona.organisasi.models import Pengguna

ANGKA = "Isi angka dari 0 sampai 4, paling banyak 4 angka di belakang koma, misalnya 3,72."


def test_form_for_the_ketua_only(klien: Callable[..., Any], kantor: Kantor, ketua: Pengguna) -> None:
    punya = {
        nama
        for nama in ("kepala", "ketua", "koordinator-i", "anggota", "admin", "penilai")
        if urai(klien(kantor.orang[nama]).get(kantor.alamat("nilai/"))).select_one("main form")
    }
    assert punya == {"ketua"}


def test_values_saved_as_fragment_equal_the_page(klien: Callable[..., Any], kantor: Kantor, ketua: Pengguna) -> None:
    peramban = klien(ketua)
    sebelum = peramban.get(kantor.alamat("nilai/"))
    jawaban = peramban.post(kantor.alamat("nilai/"), {"H1.1": "3,72", "H1.2": "", "H2.1": "3.5"}, headers=HTMX)
    assert jawaban.status_code == 200
    assert dict(Jawaban.objects.values_list("pertanyaan__kode", "angka")) == {
        "H1.1": Decimal("3.72"),
        "H2.1": Decimal("3.5"),
    }
    assert rapi(pasang_fragmen(sebelum, jawaban, "nilai")) == rapi(peramban.get(kantor.alamat("nilai/")))
    assert [b[2] for b in baris(jawaban, "j-hasil")] == ["", "3,72 dari 4", "belum diisi", "", "3,5 dari 4", ""]
    assert urai(jawaban).find("input", {"name": "H1.1"})["value"] == "3,72"


def test_values_saved_without_javascript(klien: Callable[..., Any], kantor: Kantor, ketua: Pengguna) -> None:
    jawaban = klien(ketua).post(kantor.alamat("nilai/"), {"H1.1": "4"}, follow=True)
    assert jawaban.redirect_chain == [(kantor.alamat("nilai/"), 302)]
    assert teks(urai(jawaban).select_one("[role=status]")) == "Nilai hasil tersimpan."
    assert teks(urai(jawaban).select_one(".nilai-besar")) == "15,00 dari 100 · penilaian mandiri"


@pytest.mark.parametrize("kepala_permintaan", [{}, HTMX])
def test_bad_value_gives_422_at_its_field(
    klien: Callable[..., Any], kantor: Kantor, ketua: Pengguna, kepala_permintaan: dict[str, str]
) -> None:
    jawaban = klien(ketua).post(kantor.alamat("nilai/"), {"H1.1": "4,01", "H2.1": "3"}, headers=kepala_permintaan)
    assert jawaban.status_code == 422
    halaman = urai(jawaban)
    assert [teks(g) for g in halaman.select(".kolom-galat")] == [ANGKA]
    assert teks(halaman.select_one(".kolom.salah label")) == "Survei Persepsi Korupsi"
    assert [halaman.find("input", {"name": n})["value"] for n in ("H1.1", "H2.1")] == ["4,01", "3"]
    assert (halaman.h1 is None) == bool(kepala_permintaan)
    assert (Penilaian.objects.count(), Jejak.objects.filter(tindakan="mengisi nilai hasil").count()) == (0, 0)


def test_submitted_assessment_has_no_form_and_refuses(
    klien: Callable[..., Any], kantor: Kantor, ketua: Pengguna
) -> None:
    isi(kantor, ketua, H1_1="3")
    Penilaian.objects.update(status=StatusPenilaian.DIKUNCI, dikunci_pada=sekarang())
    peramban = klien(ketua)
    assert urai(peramban.get(kantor.alamat("nilai/"))).select_one("main form") is None
    jawaban = peramban.post(kantor.alamat("nilai/"), {"H1.1": "4"})
    assert jawaban.status_code == 422
    assert teks(urai(jawaban).select_one("form .pemberitahuan li")) == (
        "Penilaian mandiri 2023 sudah dikunci, sehingga nilainya tidak dapat diubah."
    )
    assert Jawaban.objects.get().angka == 3


def test_assessment_of_another_instrument_is_named(klien: Callable[..., Any], kantor: Kantor, ketua: Pengguna) -> None:
    isi(kantor, ketua, H1_1="3")
    kantor.rencana.instrumen = buat_instrumen("lain", bawaan=False)
    kantor.rencana.save()
    halaman = urai(klien(ketua).get(kantor.alamat("nilai/")))
    assert teks(halaman.select_one(".nilai-besar")) == "Belum dinilai"
    assert teks(halaman.select_one(".pemberitahuan.bahaya")) == (
        "Penilaian mandiri tahun ini memakai instrumen Instrumen uji, berbeda dari instrumen rencana; "
        "nilainya tidak dihitung di sini."
    )
    assert halaman.select_one("main form") is None


def test_outsider_gets_404(klien: Callable[..., Any], kantor: Kantor, orang_luar: Pengguna) -> None:
    peramban = klien(orang_luar)
    assert peramban.get(kantor.alamat("nilai/")).status_code == 404
    assert peramban.post(kantor.alamat("nilai/"), {"H1.1": "4"}).status_code == 404
    assert peramban.get("/uji/2031/nilai/").status_code == 404


@pytest.mark.parametrize("nama", ["kepala", "koordinator-i", "anggota", "admin", "penilai"])
def test_reader_who_posts_gets_403(klien: Callable[..., Any], kantor: Kantor, nama: str) -> None:
    jawaban = klien(kantor.orang[nama]).post(kantor.alamat("nilai/"), {"H1.1": "4"})
    assert jawaban.status_code == 403
    assert Penilaian.objects.count() == 0


def test_other_methods_get_405(klien: Callable[..., Any], kantor: Kantor, ketua: Pengguna) -> None:
    assert [klien(ketua).generic(m, kantor.alamat("nilai/")).status_code for m in ("PUT", "DELETE")] == [405, 405]


def test_signed_out_is_sent_to_sign_in(klien: Callable[..., Any], kantor: Kantor) -> None:
    jawaban = klien().get(kantor.alamat("nilai/"))
    assert (jawaban.status_code, jawaban["Location"]) == (302, f"/masuk/?next={kantor.alamat('nilai/')}")
