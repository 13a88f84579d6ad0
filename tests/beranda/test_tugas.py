"""Tugas saya: what one person of a team is to do, and nothing of anybody else."""

from collections.abc import Callable
from datetime import date

import pytest
from pytest_django import DjangoAssertNumQueries

from bukti_fisik.enums import StatusBukti
from rencana_aksi.enums import Status
from rencana_aksi.models import Pelaksanaan
from tests.bantuan import Klien, teks, urai
from tests.beranda.pembaca import buat_bukti, panel, selesaikan
from tests.pabrik import Kantor, buat_baris, tambah_baris
from zona.organisasi.enums import Peran
from zona.organisasi.models import Keanggotaan, Pengguna, Tim

TAHAPAN = 16
"""Queries of the line of stages, once for the whole office."""


def test_tugas_of_a_coordinator_is_the_whole_pengungkit(
    klien: Callable[..., Klien], kantor: Kantor, koordinator_i: Pengguna
) -> None:
    halaman = klien(koordinator_i).get(kantor.alamat())
    assert teks(urai(halaman).h1) == "Tugas saya per 15 Maret 2023"
    assert [teks(p) for p in urai(halaman).select("p.putusan")] == [
        "I. Manajemen Perubahan : 0 dari 4 pelaksanaan selesai; 1 terlambat ; 5 dari 5 bukti belum terpenuhi."
    ]
    assert panel(halaman) == {
        "Terlambat 1 aksi": ["I.1.a Aksi I.1.a 14 hari terlambat Anggota · jatuh tempo 1 Mar 2023"],
        "Jatuh tempo 7 hari ke depan 1 aksi": ["I.1.a Aksi I.1.a 5 hari lagi Anggota · jatuh tempo 20 Mar 2023"],
        "Belum bertanggal 1 aksi": ["I.1.b Aksi I.1.b"],
    }


def test_tugas_of_a_member_is_what_they_are_penanggung_jawab_of(
    klien: Callable[..., Klien], kantor: Kantor, anggota: Pengguna
) -> None:
    assert panel(klien(anggota).get(kantor.alamat())) == {
        "Terlambat 1 aksi": ["I.1.a Aksi I.1.a 14 hari terlambat jatuh tempo 1 Mar 2023"],
        "Jatuh tempo 7 hari ke depan 1 aksi": ["I.1.a Aksi I.1.a 5 hari lagi jatuh tempo 20 Mar 2023"],
    }


def test_tugas_lines_lead_to_the_action(klien: Callable[..., Klien], kantor: Kantor, anggota: Pengguna) -> None:
    halaman = klien(anggota).get(kantor.alamat())
    alamat = kantor.alamat(f"rencana/aksi/{kantor.aksi['I', 'a'].pk}/")
    assert [a["href"] for a in urai(halaman).select(".daftar-kerja a")] == [alamat, alamat]


@pytest.mark.parametrize(
    ("mulai", "tempo", "status", "judul"),
    [
        (date(2023, 3, 14), date(2023, 3, 14), Status.BERJALAN, "Terlambat 1 aksi"),
        (date(2023, 3, 15), date(2023, 3, 15), Status.BELUM, "Jatuh tempo 7 hari ke depan 1 aksi"),
        (date(2023, 3, 22), date(2023, 3, 22), Status.BELUM, "Jatuh tempo 7 hari ke depan 1 aksi"),
        (date(2023, 3, 23), date(2023, 3, 23), Status.DITUNDA, "Jatuh tempo 8–14 hari lagi 1 aksi"),
        (date(2023, 3, 29), date(2023, 3, 29), Status.BERJALAN, "Jatuh tempo 8–14 hari lagi 1 aksi"),
        (date(2023, 3, 30), date(2023, 3, 30), Status.BERJALAN, "Sedang berjalan 1 aksi"),
        (date(2023, 3, 15), date(2023, 12, 31), Status.BELUM, "Sedang berjalan 1 aksi"),
        (None, None, Status.BERJALAN, "Sedang berjalan 1 aksi"),
        (None, None, Status.BELUM, "Belum bertanggal 1 aksi"),
        (date(2023, 3, 30), date(2023, 3, 30), Status.BELUM, None),
    ],
)  # fmt: skip
def test_tugas_puts_an_occurrence_into_one_list(
    mulai: date | None,
    tempo: date | None,
    status: Status,
    judul: str | None,
    klien: Callable[..., Klien],
    kantor: Kantor,
    anggota: Pengguna,
) -> None:
    pertama, *lain = kantor.pelaksanaan["I", "a"]
    Pelaksanaan.objects.filter(pk__in=[p.pk for p in lain]).delete()
    Pelaksanaan.objects.filter(pk=pertama.pk).update(mulai=mulai, jatuh_tempo=tempo, status=status, alasan="Alasan")
    halaman = klien(anggota).get(kantor.alamat())
    assert list(panel(halaman)) == ([judul] if judul else [])
    kosong = [teks(p) for p in urai(halaman).select("p.kosong")]
    assert kosong == ([] if judul else ["Tidak ada yang harus dikerjakan saat ini. Lihat rencana saya"])


def test_tugas_shows_what_came_back_and_why(
    klien: Callable[..., Klien], kantor: Kantor, anggota: Pengguna, koordinator_i: Pengguna, koordinator_ii: Pengguna
) -> None:
    kembali = {"status": StatusBukti.DIKEMBALIKAN, "pemeriksa": koordinator_i}
    buat_bukti(kantor.syarat["I", "aksi"], anggota, **kembali, alasan="Buram")
    buat_bukti(kantor.syarat["I", "aksi"], anggota, **kembali, alasan="Belum ditandatangani")
    buat_bukti(kantor.syarat["I", "baris"], anggota, **kembali, alasan="Sudah ada gantinya")
    buat_bukti(kantor.syarat["I", "baris"], anggota)
    for orang in (anggota, koordinator_i):
        kembali_lagi = panel(klien(orang).get(kantor.alamat()))["Bukti dikembalikan 1 bukti"]
        assert len(kembali_lagi) == 1
        assert kembali_lagi[0].startswith("I.1.a Surat keputusan bukti-2.pdf · Anggota, ")
        assert kembali_lagi[0].endswith(" Koordinator I: Belum ditandatangani")
    assert "Bukti dikembalikan 1 bukti" not in panel(klien(koordinator_ii).get(kantor.alamat()))


def test_tugas_asks_for_evidence_of_what_is_done(
    klien: Callable[..., Klien], kantor: Kantor, anggota: Pengguna, koordinator_i: Pengguna
) -> None:
    selesaikan(kantor.pelaksanaan["I", "a"][0], kantor.pelaksanaan["II", "a"][0])
    for orang in (anggota, koordinator_i):
        assert panel(klien(orang).get(kantor.alamat()))["Aksi selesai, bukti belum ada 1 aksi"] == [
            "I.1.a Aksi I.1.a 1 bukti Selesai 15 Mar 2023: Notula rapat"
        ]


def test_tugas_queue_is_the_coordinators_own_team_without_own_uploads(
    klien: Callable[..., Klien], kantor: Kantor, anggota: Pengguna, koordinator_i: Pengguna, koordinator_ii: Pengguna
) -> None:
    buat_bukti(kantor.syarat["I", "aksi"], anggota)
    buat_bukti(kantor.syarat["I", "baris"], koordinator_i)
    buat_bukti(kantor.syarat["II", "aksi"], koordinator_ii)
    antrean = panel(klien(koordinator_i).get(kantor.alamat()))["Menunggu verifikasi Anda 1 bukti"]
    assert [b.split(",")[0] for b in antrean] == ["I.1.a Surat keputusan bukti-1.pdf · Anggota"]
    assert "Menunggu verifikasi Anda 1 bukti" not in panel(klien(anggota).get(kantor.alamat()))
    assert "Menunggu verifikasi Anda 1 bukti" not in panel(klien(koordinator_ii).get(kantor.alamat()))


def test_tugas_of_somebody_in_two_teams_tells_of_both(
    klien: Callable[..., Klien], kantor: Kantor, koordinator_i: Pengguna
) -> None:
    tim = Tim.objects.get(satker=kantor.satker, kode="III")
    Keanggotaan.objects.create(tim=tim, pengguna=koordinator_i, peran=Peran.ANGGOTA, urutan=9)
    halaman = klien(koordinator_i).get(kantor.alamat())
    assert [teks(a) for a in urai(halaman).select("p.putusan a")] == [
        "I. Manajemen Perubahan",
        "III. Penataan Sistem Manajemen SDM",
    ]
    assert list(panel(halaman)) == [
        "Terlambat 1 aksi",
        "Jatuh tempo 7 hari ke depan 1 aksi",
        "Belum bertanggal 1 aksi",
    ]


def test_tugas_long_list_leads_to_the_same_rows(
    klien: Callable[..., Klien], kantor: Kantor, koordinator_i: Pengguna
) -> None:
    buat_baris((kantor.pengungkit["I"], n) for n in range(2, 13))
    peramban = klien(koordinator_i)
    halaman = peramban.get(kantor.alamat())
    assert len(panel(halaman)["Terlambat 12 aksi"]) == 10
    semua = urai(halaman).select_one(".lihat-semua a")
    assert teks(semua) == "Lihat semua (12 aksi)"
    assert teks(urai(peramban.get(semua["href"])).select_one("#hasil .rinci")) == (
        "12 rencana aksi cocok dengan saringan"
    )


def test_whole_office_is_one_click_away(klien: Callable[..., Klien], kantor: Kantor, koordinator_i: Pengguna) -> None:
    peramban = klien(koordinator_i)
    pilihan = urai(peramban.get(kantor.alamat())).select(".pilih-tampilan a")
    assert [(teks(a), a.get("aria-current")) for a in pilihan] == [("Tugas saya", "page"), ("Keadaan kantor", None)]
    kantor_halaman = peramban.get(kantor.alamat(pilihan[1]["href"]))
    assert teks(urai(kantor_halaman).h1) == "Keadaan kantor per 15 Maret 2023"


def test_unknown_view_is_the_first_one(klien: Callable[..., Klien], kantor: Kantor, kepala: Pengguna) -> None:
    for lihat in ("tugas", "apa"):
        halaman = klien(kepala).get(kantor.alamat(), {"lihat": lihat})
        assert teks(urai(halaman).h1) == "Keadaan kantor per 15 Maret 2023"


@pytest.mark.parametrize("tambahan", [0, 12])
def test_tugas_queries_do_not_grow(
    tambahan: int,
    klien: Callable[..., Klien],
    kantor: Kantor,
    koordinator_i: Pengguna,
    anggota: Pengguna,
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    tambah_baris(kantor, tambahan)
    for baris in kantor.syarat.values():
        if not baris.tiap_pelaksanaan:
            buat_bukti(baris, anggota)
    for peramban, kueri in ((klien(koordinator_i), 16 + TAHAPAN), (klien(anggota), 16)):
        with django_assert_num_queries(kueri):
            peramban.get(kantor.alamat())
