"""The LKE workbook in the browser: downloaded, changed, looked at, applied; nothing half-written."""

from collections.abc import Callable
from decimal import Decimal
from io import BytesIO
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpResponse
from openpyxl import load_workbook

from pengungkit.domain.jawab import jawab_banyak
from pengungkit.domain.kunci import ajukan_penilaian
from pengungkit.domain.penilaian import mulai_tpi
from pengungkit.enums import JenisPenilaian
from pengungkit.models import Jawaban, Penilaian
from pengungkit.struktur import Isian
from tests.bantuan import Klien, teks, urai
from tests.pabrik import Kantor
from zona.inti.models import Jejak
from zona.organisasi.models import Pengguna

Buka = Callable[..., Klien]
MANDIRI, TPI = JenisPenilaian.MANDIRI, JenisPenilaian.TPI


def jawab(kantor: Kantor, oleh: Pengguna | None, jenis: JenisPenilaian = MANDIRI, **huruf: str) -> None:
    isian = {k.replace("_", "."): Isian(pilihan=v) for k, v in huruf.items()}
    jawab_banyak(
        satker=kantor.satker, tahun=2023, instrumen=kantor.rencana.instrumen, jenis=jenis, isian=isian, oleh=oleh
    )


def unduh(k: Klien, kantor: Kantor) -> Any:
    return load_workbook(BytesIO(k.get(kantor.alamat("nilai/lke.xlsx")).content))


def kirim(k: Klien, kantor: Kantor, buku: Any) -> HttpResponse:
    keluar = BytesIO()
    buku.save(keluar)
    return unggah(k, kantor, keluar.getvalue())


def unggah(k: Klien, kantor: Kantor, isi: bytes) -> HttpResponse:
    return k.post(kantor.alamat("nilai/impor/"), {"berkas": SimpleUploadedFile("lke.xlsx", isi)})  # type: ignore[return-value]  # the client's own type


def terapkan(k: Klien, kantor: Kantor, halaman: HttpResponse, **lain: str) -> Any:
    isian = {i["name"]: i["value"] for i in urai(halaman).select("form input[type=hidden]") if i.get("value")}
    return k.post(kantor.alamat("nilai/impor/"), {**isian, **lain})


def bagian(halaman: HttpResponse, judul: str) -> list[str]:
    return [
        teks(tr.find("b")) for tr in urai(halaman).select(f"section[aria-labelledby={judul}] tbody tr") if tr.find("b")
    ]


def jawaban_kini(jenis: JenisPenilaian = MANDIRI) -> dict[str, Any]:
    milik = Jawaban.objects.filter(penilaian__jenis=jenis).select_related("pilihan", "pertanyaan")
    return {j.pertanyaan.kode: j.pilihan.label if j.pilihan else j.angka for j in milik}


def sel(buku: Any, kode: str, kolom: str = "K") -> str:
    return f"{kolom}{next(r for r in range(6, 60) if buku['Jawaban'][f'A{r}'].value == kode)}"


def test_preview_changes_nothing_then_all_at_once(kantor: Kantor, klien: Buka, ketua: Pengguna) -> None:
    jawab(kantor, ketua, A1_1_a="Tidak", A1_1_b="A", A2_1_a="Ya")
    k = klien(ketua)
    buku = unduh(k, kantor)
    kertas = buku["Jawaban"]
    kertas[sel(buku, "A1.1.a")] = "Ya"
    kertas[sel(buku, "A1.1.b")] = None
    kertas[sel(buku, "A3.1.a")] = "ya"
    kertas[sel(buku, "H1.1")] = 3.5
    kertas[sel(buku, "A2.1.a", "L")] = "<b>Catatan</b>"
    halaman = kirim(k, kantor, buku)
    assert halaman.status_code == 200
    assert bagian(halaman, "j-ubah") == ["A1.1.a", "A2.1.a", "A3.1.a", "H1.1"]
    assert bagian(halaman, "j-kosong") == ["A1.1.b"]
    assert jawaban_kini() == {"A1.1.a": "Tidak", "A1.1.b": "A", "A2.1.a": "Ya"}
    assert terapkan(k, kantor, halaman).status_code == 302
    harus = {"A1.1.a": "Ya", "A1.1.b": "A", "A2.1.a": "Ya", "A3.1.a": "Ya", "H1.1": Decimal("3.5")}
    assert jawaban_kini() == harus
    assert Jawaban.objects.get(pertanyaan__kode="A2.1.a").catatan == "<b>Catatan</b>"
    jejak = Jejak.objects.get(tindakan="mengimpor jawaban LKE")
    assert (jejak.oleh_id, jejak.sesudah["A1.1.a"]) == (ketua.pk, "Ya")
    lagi = kirim(k, kantor, buku)
    assert terapkan(k, kantor, lagi, kosongkan="on").status_code == 302
    assert jawaban_kini()["A1.1.b"] is None


def test_what_others_changed_since_is_a_conflict(
    kantor: Kantor, klien: Buka, ketua: Pengguna, koordinator_i: Pengguna
) -> None:
    jawab(kantor, ketua, A1_1_a="Ya")
    k = klien(ketua)
    buku = unduh(k, kantor)
    jawab(kantor, koordinator_i, A1_1_a="Tidak")
    halaman = kirim(k, kantor, buku)
    assert (bagian(halaman, "j-ubah"), bagian(halaman, "j-bentrok")) == ([], ["A1.1.a"])
    assert koordinator_i.nama in teks(halaman)
    terapkan(k, kantor, halaman)
    assert jawaban_kini() == {"A1.1.a": "Tidak"}
    terapkan(k, kantor, kirim(k, kantor, buku), timpa="on")
    assert jawaban_kini() == {"A1.1.a": "Ya"}


def test_what_changes_after_the_preview_is_shown_again(
    kantor: Kantor, klien: Buka, ketua: Pengguna, koordinator_i: Pengguna
) -> None:
    jawab(kantor, ketua, A1_1_a="Ya")
    k = klien(ketua)
    buku = unduh(k, kantor)
    buku["Jawaban"][sel(buku, "A2.1.a")] = "Ya"
    halaman = kirim(k, kantor, buku)
    jawab(kantor, koordinator_i, A1_1_b="A")
    lagi = terapkan(k, kantor, halaman)
    assert (lagi.status_code, jawaban_kini()) == (422, {"A1.1.a": "Ya", "A1.1.b": "A"})
    assert "berubah sejak pratinjau" in teks(lagi)
    assert terapkan(k, kantor, lagi).status_code == 302
    assert jawaban_kini() == {"A1.1.a": "Ya", "A1.1.b": "A", "A2.1.a": "Ya"}


def test_koordinator_imports_the_own_pengungkit(kantor: Kantor, klien: Buka, koordinator_i: Pengguna) -> None:
    k = klien(koordinator_i)
    buku = unduh(k, kantor)
    for kode in ("A1.1.a", "A2.1.a", "A3.1.a"):
        buku["Jawaban"][sel(buku, kode)] = "Ya"
    buku["Jawaban"][sel(buku, "H1.1")] = 4
    halaman = kirim(k, kantor, buku)
    assert bagian(halaman, "j-ubah") == ["A1.1.a"]
    assert "Bukan pengungkit Anda: A2.1.a, A3.1.a, H1.1" in teks(halaman)
    terapkan(k, kantor, halaman)
    assert jawaban_kini() == {"A1.1.a": "Ya"}


def test_assessor_imports_the_assessors_column(kantor: Kantor, klien: Buka, penilai: Pengguna) -> None:
    k = klien(penilai)
    assert "belum dimulai" in teks(k.get(kantor.alamat("nilai/impor/")))
    mulai_tpi(satker=kantor.satker, tahun=2023, instrumen=kantor.rencana.instrumen, buta=True, oleh=penilai)
    jawab(kantor, None, A1_1_a="Ya")
    buku = unduh(k, kantor)
    assert buku["Jawaban"][sel(buku, "A1.1.a")].value is None  # blind: the office's answers are not in it
    buku["Jawaban"][sel(buku, "A1.1.a", "N")] = "Tidak"
    buku["Jawaban"][sel(buku, "A1.1.a", "Q")] = "Belum ada SK"
    terapkan(k, kantor, kirim(k, kantor, buku))
    assert (jawaban_kini(TPI), jawaban_kini()) == ({"A1.1.a": "Tidak"}, {"A1.1.a": "Ya"})


def test_draft_of_the_assessor_is_not_in_the_offices_workbook(
    kantor: Kantor, klien: Buka, ketua: Pengguna, penilai: Pengguna
) -> None:
    mulai_tpi(satker=kantor.satker, tahun=2023, instrumen=kantor.rencana.instrumen, buta=False, oleh=penilai)
    jawab(kantor, penilai, TPI, A1_1_a="Tidak")
    buku = unduh(klien(ketua), kantor)
    assert buku["Jawaban"][sel(buku, "A1.1.a", "N")].value is None
    buku = unduh(klien(penilai), kantor)
    assert buku["Jawaban"][sel(buku, "A1.1.a", "N")].value == "Tidak"


def test_wrong_file_is_told_with_its_cells(kantor: Kantor, klien: Buka, ketua: Pengguna) -> None:
    k = klien(ketua)
    buku = unduh(k, kantor)
    salah = {sel(buku, "A1.1.b"): "D", sel(buku, "H1.1"): 4.01, sel(buku, "H1.2"): -1}
    for alamat, nilai in salah.items():
        buku["Jawaban"][alamat] = nilai
    halaman = kirim(k, kantor, buku)
    assert halaman.status_code == 422
    assert all(f"Jawaban!{alamat}" in teks(halaman) for alamat in salah)
    for isi in (b"bukan", b""):
        assert unggah(k, kantor, isi).status_code == 422
    assert k.post(kantor.alamat("nilai/impor/")).status_code == 422
    assert not Penilaian.objects.exists()


def test_preview_of_somebody_else_or_forged_is_refused(
    kantor: Kantor, klien: Buka, ketua: Pengguna, koordinator_i: Pengguna
) -> None:
    k = klien(ketua)
    buku = unduh(k, kantor)
    buku["Jawaban"][sel(buku, "A2.1.a")] = "Ya"
    halaman = kirim(k, kantor, buku)
    for peramban, lain in ((klien(koordinator_i), {}), (k, {"isi": "palsu"})):
        tanggapan = terapkan(peramban, kantor, halaman, **lain)
        assert (tanggapan.status_code, "tidak berlaku lagi" in teks(tanggapan)) == (422, True)
    assert not Penilaian.objects.exists()


def test_submitted_assessment_is_closed(kantor: Kantor, klien: Buka, ketua: Pengguna) -> None:
    jawab(kantor, ketua, A1_1_a="Ya")
    k = klien(ketua)
    buku = unduh(k, kantor)
    ajukan_penilaian(penilaian=Penilaian.objects.get(), oleh=ketua)
    halaman = k.get(kantor.alamat("nilai/impor/"))
    assert ("sudah diajukan" in teks(halaman), urai(halaman).select("form[enctype]")) == (True, [])
    assert kirim(k, kantor, buku).status_code == 422


@pytest.mark.parametrize("siapa", ["anggota", "admin", "kepala"])
def test_readers_download_and_do_not_import(kantor: Kantor, klien: Buka, siapa: str) -> None:
    k = klien(kantor.orang[siapa])
    assert k.get(kantor.alamat("nilai/lke.xlsx")).status_code == 200
    assert [k.get(kantor.alamat("nilai/impor/")).status_code, k.post(kantor.alamat("nilai/impor/")).status_code] == [
        403,
        403,
    ]


def test_queries_do_not_grow_with_answers(
    kantor: Kantor, klien: Buka, ketua: Pengguna, django_assert_num_queries: Any
) -> None:
    k = klien(ketua)
    unduh(k, kantor)  # the instrument is kept by the worker from here on
    for huruf in ({"A1_1_a": "Ya"}, {"A1_1_b": "A", "A2_1_a": "Ya"}):
        jawab(kantor, ketua, **huruf)
        with django_assert_num_queries(6):
            k.get(kantor.alamat("nilai/lke.xlsx"))
        with django_assert_num_queries(6):
            k.get(kantor.alamat("nilai/impor/"))
