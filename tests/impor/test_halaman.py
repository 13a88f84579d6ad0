"""The workbook in the browser: downloaded, edited, looked at, chosen, applied, taken back; nothing half-written."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpResponse
from openpyxl import Workbook

from rencana_aksi.domain.hidup_rencana import mulai_perubahan
from rencana_aksi.domain.pelaksanaan import catat_status
from rencana_aksi.enums import Status, StatusRencana
from rencana_aksi.models import Pelaksanaan, Rencana, RencanaAksi
from tests.bantuan import Klien, teks, urai
from tests.impor.bantu import sunting, tulis
from tests.pabrik import HARI_INI, Kantor, tambah_baris
from zona.impor.models import Impor
from zona.organisasi.models import Pengguna

Buka = Callable[..., Klien]
Ubah = Callable[[Workbook], Any]
AKAR = "rencana/impor/"


def unduh(k: Klien, kantor: Kantor) -> bytes:
    return b"".join(k.get(kantor.alamat("dokumen/rencana-kerja.xlsx")))


def kirim(k: Klien, kantor: Kantor, isi: bytes, nama: str = "rencana.xlsx") -> Any:
    """Hand a file in; the page one ends up on."""
    return k.post(kantor.alamat(AKAR), {"berkas": SimpleUploadedFile(nama, isi)}, follow=True)


def bawa(k: Klien, kantor: Kantor, *ubah: Ubah) -> Any:
    """Download, edit, hand in: the preview."""
    return kirim(k, kantor, sunting(unduh(k, kantor), *ubah).getvalue())


def terapkan(k: Klien, kantor: Kantor, halaman: HttpResponse, alasan: str = "Penyesuaian", **pilih: str) -> Any:
    """Send the form as it stands, with other choices where named."""
    form = urai(halaman).select_one("form.impor")
    assert form is not None
    isian: dict[str, Any] = {"dilihat": form.select_one("[name=dilihat]")["value"], "alasan": alasan}  # type: ignore[index]  # it is there
    isian["pakai"] = [i["value"] for i in form.select("[name=pakai][checked]")]
    isian |= {str(i["name"]): i["value"] for i in form.select("[type=radio][checked]")}
    return k.post(str(form["action"]), {**isian, **pilih}, follow=True)


def baris(halaman: Any) -> list[list[str]]:
    """Of every row drawn: where and what, as it stands here, as the file says."""
    return [[teks(sel) for sel in tr.select("th, td")][-3:] for tr in urai(halaman).select("details tbody tr")]


AKSI = tulis("Seluruhnya", 2, "Rencana Aksi", "Aksi I.1.a diperbarui")
SELESAI = (tulis("Seluruhnya", 2, "Status", "Selesai"), tulis("Seluruhnya", 2, "Realisasi", date(2023, 3, 2)))


def test_unchanged_workbook_says_so(kantor: Kantor, klien: Buka, ketua: Pengguna) -> None:
    k = klien(ketua)
    halaman = kirim(k, kantor, unduh(k, kantor))
    assert halaman.status_code == 200
    assert "Tidak ada perubahan: isi berkas sama dengan yang ada di sini." in teks(urai(halaman))
    assert not urai(halaman).select("form.impor")


def test_preview_shows_each_change_with_its_cell_and_changes_nothing(
    kantor: Kantor, klien: Buka, ketua: Pengguna
) -> None:
    halaman = bawa(klien(ketua), kantor, AKSI, *SELESAI, tulis("Bukti Fisik", 4, "Tiap Pelaksanaan", "Ya"))
    satu, dua, tiga = baris(halaman)
    assert satu == [
        "I.1.a Rencana aksi Diubah Aksi I.1.a diperbarui Seluruhnya!E2",
        "Uraian: Aksi I.1.a",
        "Uraian: Aksi I.1.a diperbarui",
    ]
    assert [b[1:] for b in (dua,)] == [["Status: Belum", "Status: Selesai, 2 Maret 2023"]]
    assert "milik satu rencana aksi; isi hurufnya" in tiga[0]
    assert [teks(i) for i in urai(halaman).select("ins")][:1] == ["diperbarui"]
    assert teks(urai(halaman).select_one(".jumlah-impor")) == "3 diubah 1 tidak dapat diterapkan"
    assert len(urai(halaman).select("[name=pakai][checked]")) == 2
    assert not Pelaksanaan.objects.filter(status=Status.SELESAI).exists()
    assert RencanaAksi.objects.get(pk=kantor.aksi["I", "a"].pk).uraian == "Aksi I.1.a"


def test_what_is_chosen_is_applied_with_a_reason_and_taken_back(kantor: Kantor, klien: Buka, ketua: Pengguna) -> None:
    k = klien(ketua)
    pratinjau = bawa(k, kantor, AKSI, *SELESAI)
    tanpa = terapkan(k, kantor, pratinjau, alasan="")
    assert tanpa.status_code == 422
    assert "Tulis alasannya." in teks(urai(tanpa).select_one(".kolom-galat"))
    assert Rencana.objects.get(pk=kantor.rencana.pk).status == StatusRencana.DITETAPKAN
    hasil = terapkan(k, kantor, tanpa)
    assert "2 perubahan diterapkan." in teks(urai(hasil))
    assert RencanaAksi.objects.get(pk=kantor.aksi["I", "a"].pk).uraian == "Aksi I.1.a"
    assert RencanaAksi.objects.get(asal=kantor.aksi["I", "a"].pk).uraian == "Aksi I.1.a diperbarui"
    assert Pelaksanaan.objects.get(pk=kantor.pelaksanaan["I", "a"][0].pk).realisasi == date(2023, 3, 2)
    assert Rencana.objects.get(pk=kantor.rencana.pk).status == StatusRencana.DITETAPKAN
    draf = Rencana.semua.get(perubahan_dari=kantor.rencana)
    assert (draf.status, draf.versi) == (StatusRencana.PERUBAHAN, 2)
    assert len(baris(hasil)) == 2

    form = urai(hasil).select_one("form[action$='/urungkan/']")
    assert form is not None
    urung = k.post(str(form["action"]), follow=True)
    assert "Pratinjau pengurungan" in teks(urai(urung))
    balik = terapkan(k, kantor, urung)
    assert "2 perubahan diterapkan." in teks(urai(balik))
    assert RencanaAksi.objects.get(asal=kantor.aksi["I", "a"].pk).uraian == "Aksi I.1.a"
    assert not Pelaksanaan.objects.filter(status=Status.SELESAI).exists()
    daftar = teks(urai(k.get(kantor.alamat(AKAR))))
    assert "Pengurungan rencana.xlsx" in daftar
    assert "Sudah diurungkan" in teks(urai(k.get(hasil.redirect_chain[-1][0])))


def test_state_alone_needs_no_reason(kantor: Kantor, klien: Buka, ketua: Pengguna) -> None:
    k = klien(ketua)
    pratinjau = bawa(k, kantor, *SELESAI)
    assert not urai(pratinjau).select("[name=alasan]")
    assert "1 perubahan diterapkan." in teks(urai(terapkan(k, kantor, pratinjau)))
    assert Rencana.objects.get(pk=kantor.rencana.pk).status == StatusRencana.DITETAPKAN


@pytest.mark.parametrize(("pilih", "uraian"), [("sini", "Diubah di sini"), ("berkas", "Aksi I.1.a diperbarui")])
def test_conflict_keeps_what_stands_here_unless_the_file_is_chosen(
    kantor: Kantor, klien: Buka, ketua: Pengguna, pilih: str, uraian: str
) -> None:
    k = klien(ketua)
    isi = sunting(unduh(k, kantor), AKSI, *SELESAI).getvalue()
    draf = mulai_perubahan(rencana=kantor.rencana, alasan="x", oleh=ketua)
    aksi = RencanaAksi.objects.filter(rencana_kerja__pengungkit__rencana=draf, asal=kantor.aksi["I", "a"])
    aksi.update(uraian="Diubah di sini")
    pratinjau = kirim(k, kantor, isi)
    assert "saat diunduh: Aksi I.1.a" in baris(pratinjau)[0][1]
    radio = urai(pratinjau).select("[type=radio]")
    assert [(r["value"], r.has_attr("checked")) for r in radio] == [("sini", True), ("berkas", False)]
    terapkan(k, kantor, pratinjau, **{str(radio[0]["name"]): pilih})
    assert aksi.get().uraian == uraian
    assert Pelaksanaan.objects.get(pk=kantor.pelaksanaan["I", "a"][0].pk).status == Status.SELESAI


def test_plan_changed_since_it_was_looked_at_is_told_and_choices_stay(
    kantor: Kantor, klien: Buka, ketua: Pengguna
) -> None:
    k = klien(ketua)
    pratinjau = bawa(k, kantor, AKSI, *SELESAI)
    pelaksanaan = kantor.pelaksanaan["I", "a"][0]
    catat_status(pelaksanaan=pelaksanaan, status=Status.BERJALAN, oleh=ketua, hari_ini=HARI_INI)
    lagi = terapkan(k, kantor, pratinjau)
    assert lagi.status_code == 422
    assert "Rencana berubah sejak pratinjau ini dibuat." in teks(urai(lagi).select_one(".pemberitahuan.bahaya"))
    assert len(urai(lagi).select("[name=pakai][checked]")) == 1
    assert "1 bentrok" in teks(urai(lagi).select_one(".jumlah-impor"))
    assert "1 perubahan diterapkan." in teks(urai(terapkan(k, kantor, lagi)))
    assert Pelaksanaan.objects.get(pk=pelaksanaan.pk).status == Status.BERJALAN


def test_nothing_chosen_applies_nothing(kantor: Kantor, klien: Buka, ketua: Pengguna) -> None:
    k = klien(ketua)
    alamat = bawa(k, kantor, *SELESAI).redirect_chain[-1][0]
    kosong = k.get(f"{alamat}?pilih=kosong")
    assert not urai(kosong).select("[name=pakai][checked]")
    hasil = terapkan(k, kantor, kosong)
    assert (hasil.status_code, "Tidak ada perubahan yang dipilih." in teks(urai(hasil))) == (422, True)
    assert len(urai(k.get(f"{alamat}?pilih=semua")).select("[name=pakai][checked]")) == 1


def test_coordinator_applies_own_rows_and_sees_whose_the_others_are(
    kantor: Kantor, klien: Buka, koordinator_i: Pengguna
) -> None:
    Rencana.objects.filter(pk=kantor.rencana.pk).update(status=StatusRencana.DRAF)
    k = klien(koordinator_i)
    pratinjau = bawa(k, kantor, AKSI, tulis("Seluruhnya", 6, "Rencana Aksi", "Aksi II diperbarui"))
    assert "Bukan pengungkit Anda" in baris(pratinjau)[1][0]
    assert "1 perubahan diterapkan." in teks(urai(terapkan(k, kantor, pratinjau)))
    assert RencanaAksi.objects.get(pk=kantor.aksi["I", "a"].pk).uraian == "Aksi I.1.a diperbarui"
    assert RencanaAksi.objects.get(pk=kantor.aksi["II", "a"].pk).uraian == "Aksi II.1.a"


def test_member_records_the_state_of_own_actions(kantor: Kantor, klien: Buka, anggota: Pengguna) -> None:
    k = klien(anggota)
    pratinjau = bawa(k, kantor, AKSI, *SELESAI, tulis("Seluruhnya", 5, "Status", "Berjalan"))
    assert len(urai(pratinjau).select("[name=pakai]")) == 1
    assert "1 perubahan diterapkan." in teks(urai(terapkan(k, kantor, pratinjau)))
    assert Pelaksanaan.objects.get(pk=kantor.pelaksanaan["I", "a"][0].pk).status == Status.SELESAI
    assert Pelaksanaan.objects.get(pk=kantor.pelaksanaan["I", "b"][0].pk).status == Status.BELUM


@pytest.mark.parametrize("siapa", ["kepala", "penilai", "admin"])
def test_readers_are_told_who_may(kantor: Kantor, klien: Buka, ketua: Pengguna, siapa: str) -> None:
    alamat = bawa(klien(ketua), kantor, *SELESAI).redirect_chain[-1][0]
    k = klien(kantor.orang[siapa])
    for tujuan in (kantor.alamat(AKAR), alamat):
        assert [k.get(tujuan).status_code, k.post(tujuan).status_code] == [403, 403]
    assert k.post(f"{alamat}urungkan/").status_code == 403
    assert "hanya dibawa kembali oleh ketua tim" in teks(urai(k.get(alamat)))
    assert "Bawa kembali buku kerja" not in teks(urai(k.get(kantor.alamat("dokumen/"))))


def test_what_somebody_else_has_not_applied_is_not_there(
    kantor: Kantor, klien: Buka, ketua: Pengguna, koordinator_i: Pengguna
) -> None:
    alamat = bawa(klien(ketua), kantor, *SELESAI).redirect_chain[-1][0]
    k = klien(koordinator_i)
    assert [k.get(alamat).status_code, k.post(alamat).status_code] == [404, 404]
    assert "rencana.xlsx" not in teks(urai(k.get(kantor.alamat(AKAR))))
    terapkan(klien(ketua), kantor, klien(ketua).get(alamat))
    assert k.get(alamat).status_code == 200


@pytest.mark.parametrize("siapa", ["ketua", "koordinator-i", "anggota"])
def test_pages_lead_to_it(kantor: Kantor, klien: Buka, siapa: str) -> None:
    k = klien(kantor.orang[siapa])
    assert urai(k.get(kantor.alamat("dokumen/"))).select(f"a[href='{kantor.alamat(AKAR)}']")
    di_matriks = urai(k.get(kantor.alamat("rencana/"))).select(f"a[href='{kantor.alamat(AKAR)}']")
    assert bool(di_matriks) == (siapa != "anggota")


@pytest.mark.parametrize("banyak", [1, 3])
def test_queries_do_not_grow_with_rows(
    kantor: Kantor, klien: Buka, ketua: Pengguna, django_assert_num_queries: Any, banyak: int
) -> None:
    k = klien(ketua)
    tambah_baris(kantor, 6)
    ubah = [tulis("Seluruhnya", n, "Rencana Aksi", f"Aksi baru {n}") for n in (5, 9, 14)[:banyak]]
    alamat = ""
    for _ in range(banyak):
        alamat = bawa(k, kantor, *ubah).redirect_chain[-1][0]
    with django_assert_num_queries(6):
        k.get(kantor.alamat(AKAR))
    with django_assert_num_queries(25):  # one of them asks for the draft of a perubahan
        assert len(baris(k.get(alamat))) == banyak
    assert Impor.objects.count() == banyak
