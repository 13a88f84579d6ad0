"""The dashboard of an office: where it stands, what threatens it, with whom."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal

import pytest
from pytest_django import DjangoAssertNumQueries
from pytest_django.asserts import assertRedirects

from bukti_fisik.enums import StatusBukti
from pengungkit.domain.penilaian import isi_hasil
from rencana_aksi.enums import Status
from rencana_aksi.models import Pelaksanaan, RencanaKerja
from tests.bantuan import Klien, teks, urai
from tests.beranda.pembaca import baris_tabel, buat_bukti, panel, selesaikan
from tests.pabrik import Kantor, tambah_baris
from zona.organisasi.domain.jejak import catat
from zona.organisasi.models import Keanggotaan, Pengguna

TERLAMBAT = "Terlambat 6 pelaksanaan"
SEGERA = "Jatuh tempo 14 hari ke depan 6 pelaksanaan"
BELUM_ADA = "Aksi selesai, bukti belum ada 0 bukti"
JUDUL = "Keadaan kantor per 15 Maret 2023"


def _putusan(halaman: object) -> str:
    return teks(urai(halaman).select_one("p.putusan"))


@pytest.mark.parametrize("nama", ["kepala", "ketua", "penilai", "admin"])
def test_dasbor_opens_for(nama: str, klien: Callable[..., Klien], kantor: Kantor) -> None:
    halaman = klien(kantor.orang[nama]).get(kantor.alamat())
    assert teks(urai(halaman).h1) == JUDUL
    antrean = ["Menunggu verifikasi Anda 0"] if nama == "ketua" else []
    assert list(panel(halaman)) == [*antrean, TERLAMBAT, SEGERA, BELUM_ADA, "Menurut tim"]


def test_dasbor_opens_for_somebody_of_the_office_without_a_role(
    klien: Callable[..., Klien], kantor: Kantor, anggota: Pengguna
) -> None:
    Keanggotaan.objects.filter(pengguna=anggota).delete()
    halaman = klien(anggota).get(kantor.alamat())
    assert teks(urai(halaman).h1) == JUDUL
    assert not urai(halaman).select(".pilih-tampilan")


def test_dasbor_of_a_fresh_plan(klien: Callable[..., Klien], kantor: Kantor, kepala: Pengguna) -> None:
    halaman = klien(kepala).get(kantor.alamat())
    assert _putusan(halaman) == ("0 dari 24 pelaksanaan selesai; 6 terlambat ; 30 dari 30 bukti belum terpenuhi.")
    assert baris_tabel(halaman, 0) == [
        ["Pengungkit", "Bobot", "Pelaksanaan selesai", "Terlambat", "Bukti terpenuhi", "Koordinator"],
        ["I. Manajemen Perubahan", "5", "0/4", "1", "0/5", "Koordinator I"],
        ["II. Penataan Tata Laksana", "5", "0/4", "1", "0/5", "Koordinator Ii"],
        ["III. Penataan Sistem Manajemen SDM", "15", "0/4", "1", "0/5", "Koordinator Iii"],
        ["IV. Penguatan Akuntabilitas", "10", "0/4", "1", "0/5", "Koordinator Iv"],
        ["V. Penguatan Pengawasan", "15", "0/4", "1", "0/5", "Koordinator V"],
        ["VI. Peningkatan Kualitas Pelayanan Publik", "10", "0/4", "1", "0/5", "Koordinator Vi"],
        ["Jumlah", "60", "0/24", "6", "0/30", ""],
    ]
    lima = ("Ii", "Iii", "Iv", "V", "Vi")
    assert panel(halaman) == {
        TERLAMBAT: [
            "I.1.a Aksi I.1.a 14 hari terlambat Anggota · jatuh tempo 1 Mar 2023",
            *(
                f"{k.upper()}.1.a Aksi {k.upper()}.1.a 14 hari terlambat Koordinator {k} · jatuh tempo 1 Mar 2023"
                for k in lima
            ),
        ],
        SEGERA: [
            "I.1.a Aksi I.1.a 5 hari lagi Anggota · jatuh tempo 20 Mar 2023",
            *(
                f"{k.upper()}.1.a Aksi {k.upper()}.1.a 5 hari lagi Koordinator {k} · jatuh tempo 20 Mar 2023"
                for k in lima
            ),
        ],
        BELUM_ADA: ["Semua aksi yang selesai sudah berbukti."],
        "Menurut tim": [],
    }


def test_dasbor_counts_what_was_done(
    klien: Callable[..., Klien], kantor: Kantor, kepala: Pengguna, ketua: Pengguna, koordinator_ii: Pengguna
) -> None:
    pertama, kedua, _ = kantor.pelaksanaan["II", "a"]
    selesaikan(pertama, kedua)
    buat_bukti(kantor.syarat["II", "tiap"], koordinator_ii, pertama, status=StatusBukti.DITERIMA, pemeriksa=ketua)
    buat_bukti(kantor.syarat["II", "aksi"], koordinator_ii)
    alasan = {"status": StatusBukti.DIKEMBALIKAN, "pemeriksa": ketua, "alasan": "Belum ditandatangani"}
    buat_bukti(kantor.syarat["II", "baris"], koordinator_ii, **alasan)
    halaman = klien(kepala).get(kantor.alamat())
    assert _putusan(halaman) == ("2 dari 24 pelaksanaan selesai; 5 terlambat ; 29 dari 30 bukti belum terpenuhi.")
    assert baris_tabel(halaman, 0)[2] == ["II. Penataan Tata Laksana", "5", "2/4", "0", "1/5", "Koordinator Ii"]
    assert baris_tabel(halaman, 1)[:3] == [
        ["Tim dan koordinator", "Selesai", "Terlambat", "Jatuh tempo 14 hari", "Bukti terpenuhi",
         "Menunggu verifikasi", "Dikembalikan", "Belum ada, aksi selesai"],
        ["I · Koordinator I", "0/4", "1", "1", "0/5", "0", "0", "0"],
        ["II · Koordinator Ii", "2/4", "0", "0", "1/5", "1", "1", "1"],
    ]  # fmt: skip
    assert panel(halaman)["Aksi selesai, bukti belum ada 1 bukti"] == [
        "II.1.a Aksi II.1.a 1 bukti Selesai 15 Mar 2023: Notula rapat"
    ]


def test_dasbor_asks_for_all_evidence_once_everything_is_done(
    klien: Callable[..., Klien], kantor: Kantor, kepala: Pengguna
) -> None:
    selesaikan(*kantor.pelaksanaan["VI", "a"], *kantor.pelaksanaan["VI", "b"])
    halaman = klien(kepala).get(kantor.alamat())
    assert panel(halaman)["Aksi selesai, bukti belum ada 5 bukti"] == [
        "VI.1.a Aksi VI.1.a 5 bukti Selesai 15 Mar 2023: Surat keputusan; Notula rapat (3×); Laporan kegiatan"
    ]


def test_dasbor_does_not_count_what_was_called_off(
    klien: Callable[..., Klien], kantor: Kantor, kepala: Pengguna, ketua: Pengguna
) -> None:
    pertama = kantor.pelaksanaan["I", "a"][0]
    buat_bukti(kantor.syarat["I", "tiap"], ketua, pertama)
    Pelaksanaan.objects.filter(pk=pertama.pk).update(status=Status.BATAL, alasan="Digabung")
    halaman = klien(kepala).get(kantor.alamat())
    assert _putusan(halaman) == ("0 dari 23 pelaksanaan selesai; 5 terlambat ; 29 dari 29 bukti belum terpenuhi.")
    assert baris_tabel(halaman, 1)[1] == ["I · Koordinator I", "0/3", "0", "1", "0/4", "0", "0", "0"]


def test_dasbor_oldest_first_one_line_an_action(klien: Callable[..., Klien], kantor: Kantor, kepala: Pengguna) -> None:
    Pelaksanaan.objects.filter(pk=kantor.pelaksanaan["V", "a"][0].pk).update(
        mulai=date(2023, 2, 1), jatuh_tempo=date(2023, 2, 3)
    )
    Pelaksanaan.objects.filter(pk=kantor.pelaksanaan["V", "a"][1].pk).update(
        mulai=date(2023, 3, 13), jatuh_tempo=date(2023, 3, 14)
    )
    terlambat = panel(klien(kepala).get(kantor.alamat()))["Terlambat 7 pelaksanaan"]
    assert terlambat[:2] == [
        "V.1.a Aksi V.1.a 40 hari terlambat Koordinator V · jatuh tempo 3 Feb 2023 · 2 pelaksanaan",
        "I.1.a Aksi I.1.a 14 hari terlambat Anggota · jatuh tempo 1 Mar 2023",
    ]
    assert len(terlambat) == 6


def test_dasbor_cuts_long_lists_and_links_to_the_same_rows(
    klien: Callable[..., Klien], kantor: Kantor, kepala: Pengguna
) -> None:
    tambah_baris(kantor, 7)
    peramban = klien(kepala)
    halaman = peramban.get(kantor.alamat())
    assert len(panel(halaman)["Terlambat 13 pelaksanaan"]) == 10
    semua = urai(halaman).select_one(".lihat-semua a")
    assert teks(semua) == "Lihat semua (13 aksi)"
    assert teks(urai(peramban.get(semua["href"])).select_one("#hasil .rinci")) == (
        "13 rencana aksi cocok dengan saringan"
    )
    assert len(panel(halaman)["Jatuh tempo 14 hari ke depan 13 pelaksanaan"]) == 13
    assert teks(urai(halaman).select_one("details.sisa summary")) == "Lihat semua (13 aksi)"


def test_dasbor_of_an_empty_plan_says_who_fills_it(
    klien: Callable[..., Klien], kantor: Kantor, kepala: Pengguna
) -> None:
    RencanaKerja.objects.filter(pengungkit__rencana=kantor.rencana).delete()
    halaman = klien(kepala).get(kantor.alamat())
    assert teks(urai(halaman).select_one("main > .pemberitahuan")).startswith(
        "Rencana 2023 belum berisi satu rencana aksi pun. Barisnya diketik ketua tim dan koordinator: Ketua; "
    )
    assert panel(halaman) == {
        "Terlambat 0 pelaksanaan": ["Tidak ada yang terlambat."],
        "Jatuh tempo 14 hari ke depan 0 pelaksanaan": ["Tidak ada yang jatuh tempo dalam 14 hari."],
        BELUM_ADA: ["Semua aksi yang selesai sudah berbukti."],
        "Menurut tim": [],
    }


def test_ketua_sees_the_queue_without_own_uploads(
    klien: Callable[..., Klien], kantor: Kantor, ketua: Pengguna, anggota: Pengguna
) -> None:
    buat_bukti(kantor.syarat["III", "baris"], ketua)
    buat_bukti(kantor.syarat["I", "baris"], anggota)
    antrean = panel(klien(ketua).get(kantor.alamat()))["Menunggu verifikasi Anda 1"]
    assert [b.split(",")[0] for b in antrean] == ["I.1.a Laporan kegiatan bukti-1.pdf · Anggota"]


def test_dasbor_is_hidden_from_outsiders(klien: Callable[..., Klien], kantor: Kantor, orang_luar: Pengguna) -> None:
    assert klien(orang_luar).get(kantor.alamat()).status_code == 404
    assert klien(orang_luar).get("/uji/2022/").status_code == 404


def test_dasbor_signed_out_goes_to_masuk(klien: Callable[..., Klien], kantor: Kantor) -> None:
    assertRedirects(klien().get(kantor.alamat()), f"/masuk/?next={kantor.alamat()}", fetch_redirect_response=False)


def test_dasbor_refuses_post(klien: Callable[..., Klien], kantor: Kantor, kepala: Pengguna) -> None:
    assert klien(kepala).post(kantor.alamat()).status_code == 405


def test_dasbor_tells_the_score_once_there_is_one(
    klien: Callable[..., Klien], kantor: Kantor, kepala: Pengguna, ketua: Pengguna
) -> None:
    peramban = klien(kepala)

    def nilai() -> str:
        return teks(urai(peramban.get(kantor.alamat())).select_one("p.putusan-nilai"))

    assert nilai() == "Penilaian mandiri belum diisi. Nilai 60/40"
    tempat = {"satker": kantor.satker, "tahun": 2023, "instrumen": kantor.rencana.instrumen}
    isi_hasil(**tempat, isian={"H1.1": Decimal("3.6"), "H1.2": Decimal("50")}, oleh=ketua)
    assert nilai() == (
        "Nilai mandiri 16,00 dari 100 (pengungkit 0,00, hasil 16,00); 13 dari 15 pertanyaan belum dijawab; "
        "1 dari 3 ambang WBK lulus. Nilai 60/40"
    )


@pytest.mark.parametrize("tambahan", [0, 12])
def test_dasbor_queries_do_not_grow(
    tambahan: int,
    klien: Callable[..., Klien],
    kantor: Kantor,
    ketua: Pengguna,
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    tambah_baris(kantor, tambahan)
    peramban = klien(ketua)
    with django_assert_num_queries(43):  # sixteen of them for the stages, once for the whole office
        peramban.get(kantor.alamat())
    with django_assert_num_queries(4):
        peramban.get(kantor.alamat())


def test_dasbor_is_drawn_anew_after_a_write(klien: Callable[..., Klien], kantor: Kantor, kepala: Pengguna) -> None:
    peramban = klien(kepala)
    peramban.get(kantor.alamat())
    pelaksanaan = kantor.pelaksanaan["I", "a"][0]
    selesaikan(pelaksanaan)
    catat(satker_id=kantor.satker.pk, oleh=kepala, tindakan="mencatat status", objek=pelaksanaan)
    assert _putusan(peramban.get(kantor.alamat())) == (
        "1 dari 24 pelaksanaan selesai; 5 terlambat ; 30 dari 30 bukti belum terpenuhi."
    )
