"""The schedule's form: what was understood is shown at once, what it does is agreed to first; with htmx and without."""

from collections.abc import Callable
from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.db import connection
from django.test.utils import CaptureQueriesContext

from rencana_aksi.models import Pelaksanaan, RencanaAksi
from tests.bantuan import HTMX, Klien, pasang_fragmen, rapi, teks, urai
from tests.pabrik import Kantor
from zona.inti.models import Jejak
from zona.organisasi.models import Pengguna

Buka = Callable[..., Klien]
CARA = pytest.mark.parametrize("kepala", [{}, HTMX], ids=["tanpa-js", "htmx"])


@pytest.fixture
def aksi(terbuka: Kantor) -> RencanaAksi:
    return terbuka.aksi["I", "a"]


def alamat(kantor: Kantor, aksi: RencanaAksi) -> str:
    return kantor.alamat(f"rencana/sunting/aksi/{aksi.pk}/jadwal/")


def daftar(halaman: BeautifulSoup) -> list[str]:
    return [teks(li) for li in halaman.select(".kejadian li")]


@CARA
def test_form_shows_at_once_what_the_present_words_mean(
    klien: Buka, terbuka: Kantor, aksi: RencanaAksi, ketua: Pengguna, kepala: dict[str, str]
) -> None:
    halaman = urai(klien(ketua).get(alamat(terbuka, aksi), headers=kepala))
    assert "Dipahami sebagai 3 pelaksanaan." in teks(halaman)
    assert daftar(halaman) == ["Rabu, 1 Maret 2023", "13–20 Maret 2023", "Senin, 10 April 2023"]
    assert halaman.select_one("[name=jadwal_teks]")["value"] == "1, 13–20 Maret, 10 April"  # type: ignore[index]


@CARA
def test_check_shows_what_new_words_mean_and_do_and_writes_nothing(
    klien: Buka, terbuka: Kantor, aksi: RencanaAksi, ketua: Pengguna, kepala: dict[str, str]
) -> None:
    Pelaksanaan.objects.filter(pk=terbuka.pelaksanaan["I", "a"][1].pk).update(status="berjalan")
    banyak = Jejak.objects.count()
    tanggapan = klien(ketua).post(
        alamat(terbuka, aksi), {"jadwal_teks": "1 Maret, 6 Mei", "revisi": "0", "periksa": "1"}, headers=kepala
    )
    halaman = urai(tanggapan)
    assert tanggapan.status_code == 200
    assert daftar(halaman) == [
        "Rabu, 1 Maret 2023",
        "13–20 Maret 2023 dipertahankan",
        "Senin, 10 April 2023 dihapus",
        "Sabtu, 6 Mei 2023 baru (hari Sabtu)",
    ]
    assert "Bila disimpan: 1 tetap, 1 baru, 1 dihapus, 1 dipertahankan ." in teks(halaman)
    assert Jejak.objects.count() == banyak
    if not kepala:
        assert halaman.select_one("[name=jadwal_teks]")["value"] == "1 Maret, 6 Mei"  # type: ignore[index]
        assert halaman.select("[role=alert]:not([hidden])") == []


def test_check_in_place_equals_the_page(klien: Buka, terbuka: Kantor, aksi: RencanaAksi, ketua: Pengguna) -> None:
    peramban = klien(ketua)
    isian = {"jadwal_teks": "setiap Senin", "revisi": "0", "periksa": "1"}
    penuh = urai(peramban.post(alamat(terbuka, aksi), isian)).select_one(".pratinjau")
    bagian = urai(peramban.post(alamat(terbuka, aksi), isian, headers=HTMX))
    assert rapi(str(penuh.decode_contents())) == rapi(bagian)  # type: ignore[union-attr]


def test_check_asks_when_typing_pauses(klien: Buka, terbuka: Kantor, aksi: RencanaAksi, ketua: Pengguna) -> None:
    halaman = urai(klien(ketua).get(alamat(terbuka, aksi)))
    tombol, isian = halaman.select_one("[name=periksa]"), halaman.select_one("[name=jadwal_teks]")
    assert tombol is not None
    assert isian is not None
    assert (tombol["formaction"], tombol["hx-post"]) == (alamat(terbuka, aksi),) * 2
    assert tombol["hx-trigger"] == f"click, input from:#{isian['id']} delay:500ms"
    assert halaman.select_one(str(tombol["hx-target"]))["aria-live"] == "polite"  # type: ignore[index]


@CARA
def test_save_asks_before_anything_comes_or_goes(
    klien: Buka, terbuka: Kantor, aksi: RencanaAksi, ketua: Pengguna, kepala: dict[str, str]
) -> None:
    peramban, banyak = klien(ketua), Jejak.objects.count()
    isian = {"jadwal_teks": "1 Maret, 6 Mei", "revisi": "0"}
    tanggapan = peramban.post(alamat(terbuka, aksi), isian, headers=kepala)
    halaman = urai(tanggapan)
    assert tanggapan.status_code == 200
    assert "Pelaksanaan berubah: 1 tetap, 1 baru, 2 dihapus. Setuju?" in teks(halaman)
    assert teks(halaman.select_one(".form-sunting .utama")) == "Ya, ubah jadwal"  # type: ignore[arg-type]
    assert (Jejak.objects.count(), Pelaksanaan.objects.filter(aksi=aksi).count()) == (banyak, 3)
    setuju = halaman.select_one("[name=setuju]")["value"]  # type: ignore[index]
    akhir = peramban.post(alamat(terbuka, aksi), {**isian, "setuju": setuju}, headers=kepala)
    assert akhir.status_code == (200 if kepala else 302)
    aksi.refresh_from_db()
    assert (aksi.jadwal_teks, aksi.pelaksanaan.count()) == ("1 Maret, 6 Mei", 2)


def test_saved_in_place_equals_the_page(klien: Buka, terbuka: Kantor, aksi: RencanaAksi, ketua: Pengguna) -> None:
    peramban, halaman = klien(ketua), terbuka.alamat("rencana/sunting/I/")
    lama = peramban.get(halaman)
    isian = {"jadwal_teks": "1 Maret 2023, 13–20 Maret 2023, 10 April 2023", "revisi": "0"}
    tanggapan = peramban.post(alamat(terbuka, aksi), isian, headers=HTMX)
    assert rapi(pasang_fragmen(lama, tanggapan, f"aksi-{aksi.pk}")) == rapi(peramban.get(halaman))


def test_agreement_to_something_else_is_asked_for_again(
    klien: Buka, terbuka: Kantor, aksi: RencanaAksi, ketua: Pengguna
) -> None:
    peramban = klien(ketua)
    satu = urai(peramban.post(alamat(terbuka, aksi), {"jadwal_teks": "6 Mei", "revisi": "0"}))
    setuju = satu.select_one("[name=setuju]")["value"]  # type: ignore[index]
    lain = peramban.post(alamat(terbuka, aksi), {"jadwal_teks": "7 Juni", "revisi": "0", "setuju": setuju})
    assert "Setuju?" in teks(lain)
    assert urai(lain).select_one("[name=setuju]")["value"] != setuju  # type: ignore[index]


@CARA
def test_words_not_understood_are_asked_about_and_kept_only_on_demand(
    klien: Buka, terbuka: Kantor, aksi: RencanaAksi, ketua: Pengguna, kepala: dict[str, str]
) -> None:
    peramban = klien(ketua)
    isian: dict[str, Any] = {"jadwal_teks": "kalau sempat", "revisi": "0"}
    tanggapan = peramban.post(alamat(terbuka, aksi), isian, headers=kepala)
    halaman = urai(tanggapan)
    assert tanggapan.status_code == 422
    assert [teks(li) for li in halaman.select("[role=alert] li")] == ['Jadwal : Kata "kalau", "sempat" tidak dipahami.']
    assert halaman.select_one("[name=jadwal_teks]")["value"] == "kalau sempat"  # type: ignore[index]
    assert len(halaman.select("[name=sebagai_kata]")) == 1
    tanya = urai(peramban.post(alamat(terbuka, aksi), {**isian, "sebagai_kata": "on"}, headers=kepala))
    assert "Pelaksanaan berubah: 1 baru, 3 dihapus. Setuju?" in teks(tanya)
    assert tanya.select_one("[name=sebagai_kata]").has_attr("checked")  # type: ignore[union-attr]
    setuju = tanya.select_one("[name=setuju]")["value"]  # type: ignore[index]
    peramban.post(alamat(terbuka, aksi), {**isian, "sebagai_kata": "on", "setuju": setuju}, headers=kepala)
    aksi.refresh_from_db()
    assert (aksi.jadwal_teks, aksi.jadwal_jenis) == ("kalau sempat", "berkala")
    assert list(aksi.pelaksanaan.values_list("mulai", "jatuh_tempo")) == [(None, None)]


@pytest.mark.parametrize(
    ("jadwal", "kalimat"),
    [
        ("30 Februari 2023", "Tanggal 30 Februari 2023 tidak ada."),
        ("DTSTART:20230101 RRULE:FREQ=DAILY;COUNT=10000", "10000 kejadian, paling banyak 500."),
        ("1" * 301, "300"),
    ],
)
def test_what_cannot_be_is_refused_with_a_sentence(
    klien: Buka, terbuka: Kantor, aksi: RencanaAksi, ketua: Pengguna, jadwal: str, kalimat: str
) -> None:
    banyak = Jejak.objects.count()
    tanggapan = klien(ketua).post(alamat(terbuka, aksi), {"jadwal_teks": jadwal, "revisi": "0"})
    assert tanggapan.status_code == 422
    assert kalimat in teks(urai(tanggapan).select_one("[role=alert]:not([hidden])"))  # type: ignore[arg-type]
    assert (Jejak.objects.count(), Pelaksanaan.objects.filter(aksi=aksi).count()) == (banyak, 3)


def test_rule_without_end_is_cut_and_that_is_said(
    klien: Buka, terbuka: Kantor, aksi: RencanaAksi, ketua: Pengguna
) -> None:
    isian = {"jadwal_teks": "DTSTART:20231201 RRULE:FREQ=WEEKLY", "revisi": "0", "periksa": "1"}
    halaman = urai(klien(ketua).post(alamat(terbuka, aksi), isian, headers=HTMX))
    assert "Dipahami sebagai 5 pelaksanaan." in teks(halaman)
    assert "dipotong pada 31 Desember 2023" in teks(halaman)


def test_long_lists_fold(klien: Buka, terbuka: Kantor, aksi: RencanaAksi, ketua: Pengguna) -> None:
    isian = {"jadwal_teks": "setiap Senin", "revisi": "0", "periksa": "1"}
    halaman = urai(klien(ketua).post(alamat(terbuka, aksi), isian, headers=HTMX))
    assert (len(halaman.select(".kejadian")[0].select("li")), len(halaman.select("details li"))) == (16, 38)


def test_schedule_changed_by_another_meanwhile(
    klien: Buka, terbuka: Kantor, aksi: RencanaAksi, ketua: Pengguna, koordinator_i: Pengguna
) -> None:
    peramban = klien(ketua)
    tanya = urai(peramban.post(alamat(terbuka, aksi), {"jadwal_teks": "6 Mei", "revisi": "0"}))
    setuju = tanya.select_one("[name=setuju]")["value"]  # type: ignore[index]
    peramban.post(alamat(terbuka, aksi), {"jadwal_teks": "6 Mei", "revisi": "0", "setuju": setuju})
    tanggapan = klien(koordinator_i).post(alamat(terbuka, aksi), {"jadwal_teks": "7 Juni", "revisi": "0"}, headers=HTMX)
    halaman = urai(tanggapan)
    assert tanggapan.status_code == 422
    assert [teks(li) for li in halaman.select("[role=alert] li")] == [
        "Ketua mengubah jadwal: “1, 13–20 Maret, 10 April” → “6 Mei”.",
        "Ketua mengubah pelaksanaan dihapus: “–” → “1 Maret 2023, 13–20 Maret 2023, 10 April 2023”.",
        "Ketua mengubah pelaksanaan ditambah: “–” → “6 Mei 2023”.",
    ]
    assert halaman.select_one("[name=jadwal_teks]")["value"] == "7 Juni"  # type: ignore[index]


# --- a new action -------------------------------------------------------------------------------------


@CARA
def test_new_action_shows_its_schedule_too(
    klien: Buka, terbuka: Kantor, ketua: Pengguna, kepala: dict[str, str]
) -> None:
    tujuan = terbuka.alamat(f"rencana/sunting/kerja/{terbuka.baris['I'].pk}/aksi/tambah/")
    isian = {"uraian": "Rapat", "jadwal_teks": "28 Januari, 7 April 2023", "periksa": "1"}
    tanggapan = klien(ketua).post(tujuan, isian, headers=kepala)
    halaman = urai(tanggapan)
    assert daftar(halaman) == [
        "Sabtu, 28 Januari 2023 (hari Sabtu)",
        "Jumat, 7 April 2023 (libur nasional Wafat Yesus Kristus)",
    ]
    assert "Bila disimpan" not in teks(halaman)
    if not kepala:
        assert halaman.select_one("[name=uraian]").text.strip() == "Rapat"  # type: ignore[union-attr]
    assert not RencanaAksi.objects.filter(uraian="Rapat").exists()


def test_new_row_with_words_not_understood_keeps_all_that_was_typed(
    klien: Buka, terbuka: Kantor, ketua: Pengguna
) -> None:
    tujuan = terbuka.alamat("rencana/sunting/I/kerja/tambah/")
    isian = {"uraian": "Kerja", "aksi_uraian": "Rapat", "jadwal_teks": "kalau sempat"}
    peramban = klien(ketua)
    halaman = urai(peramban.post(tujuan, isian, headers=HTMX))
    assert "tidak dipahami" in teks(halaman.select_one("[role=alert]"))  # type: ignore[arg-type]
    assert [k.text.strip() for k in halaman.select("textarea")] == ["Kerja", "Rapat"]
    assert peramban.post(tujuan, {**isian, "sebagai_kata": "on"}, headers=HTMX).status_code == 200
    assert RencanaAksi.objects.get(uraian="Rapat").jadwal_jenis == "berkala"


def test_preview_costs_nine_queries(klien: Buka, terbuka: Kantor, aksi: RencanaAksi, ketua: Pengguna) -> None:
    banyak = []
    for jadwal in ("6 Mei", "setiap hari kerja"):
        peramban = klien(ketua)
        with CaptureQueriesContext(connection) as kueri:
            peramban.post(alamat(terbuka, aksi), {"jadwal_teks": jadwal, "revisi": "0", "periksa": "1"}, headers=HTMX)
        banyak.append(len(kueri))
    assert banyak == [7, 7]  # session, person, action, roles, bukti, kendala, occurrences
