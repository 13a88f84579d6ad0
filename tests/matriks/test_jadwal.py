"""The timeline's page: the year, a month, and who may look."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from rencana_aksi.enums import Status
from rencana_aksi.models import Pelaksanaan
from tests.bantuan import HTMX, rapi, teks, urai
from tests.pabrik import Kantor, tambah_baris
from zona.organisasi.models import Satker


def buka(klien, kantor: Kantor, orang, ekor: str = ""):
    return urai(klien(orang).get(kantor.alamat(f"rencana/jadwal/{ekor}")))


def baris_tabel(h) -> list[list[str]]:
    return [[teks(s) for s in tr.select("th, td")] for tr in h.select(".jadwal-tabel tbody tr")]


def daftar(h, judul: str) -> list[str]:
    return [teks(li) for li in h.select_one(f"section[aria-labelledby={judul}]").select("li")]


def test_jadwal_draws_every_dated_occurrence(klien, kantor: Kantor, anggota) -> None:
    h = buka(klien, kantor, anggota)
    tanda = h.select(".linimasa a")
    assert len(tanda) == 18
    assert teks(tanda[0].title) == "I.1.a Aksi I.1.a. 1 Maret 2023: terlambat."
    assert teks(tanda[1].title) == "I.1.a Aksi I.1.a. 13–20 Maret 2023: belum."
    assert tanda[0]["href"] == f"../aksi/{kantor.aksi['I', 'a'].pk}/"
    assert (tanda[0]["class"], tanda[0].use["href"]) == (["k-terlambat"], "#t-terlambat")
    assert [len(t.select("rect.jalur")) for t in tanda[:3]] == [0, 1, 0]
    assert [teks(t) for t in h.select(".nama-bulan")][:3] == ["Januari", "Februari", "Maret"]
    assert teks(h.select_one(".kini-kata")) == "hari ini, 15 Mar 2023"


def test_jadwal_has_a_symbol_for_every_state(klien, kantor: Kantor, anggota) -> None:
    h = buka(klien, kantor, anggota)
    keadaan = [*Status.values, "terlambat", "draf"]
    assert sorted(s["id"] for s in h.select("symbol")) == sorted(f"t-{k}" for k in keadaan)
    dijelaskan = [teks(s) for s in h.select(".keterangan .status")]
    assert dijelaskan == [k.capitalize() for k in keadaan if k != "draf"]  # of a plan in force nothing is one


def test_jadwal_table_says_the_same(klien, kantor: Kantor, anggota) -> None:
    *baris, jumlah = baris_tabel(buka(klien, kantor, anggota))
    sebulan = ["0", "0", "2 1 terlambat", "1", *["0"] * 8]
    assert baris[0] == ["I. Manajemen Perubahan", *sebulan, "0", "1", "4"]
    assert [b[1:] for b in baris] == [[*sebulan, "0", "1", "4"]] * 6
    assert jumlah == ["Jumlah", "0", "0", "12 6 terlambat", "6", *["0"] * 8, "0", "6", "24"]


def test_jadwal_lists_every_month(klien, kantor: Kantor, anggota) -> None:
    h = buka(klien, kantor, anggota)
    assert [teks(b) for b in h.select(".bulan-bulan summary")][1:4] == [
        "Februari tidak ada pelaksanaan",
        "Maret 12 pelaksanaan, 6 terlambat",
        "April 6 pelaksanaan",
    ]
    buka_semua = [teks(d.b) for d in h.select(".bulan-bulan details") if d.has_attr("open")]
    assert buka_semua == ["Maret"]
    maret = h.select(".bulan-bulan details")[2].select("li")
    assert [teks(li) for li in (maret[0], maret[6])] == [
        "1 Maret 2023 I.1.a Aksi I.1.a Terlambat",
        "13–20 Maret 2023 I.1.a Aksi I.1.a Belum",
    ]


def test_jadwal_tells_apart_what_lies_in_no_month(klien, kantor: Kantor, anggota) -> None:
    hari = date(2024, 1, 5)
    Pelaksanaan.objects.filter(pk=kantor.pelaksanaan["II", "a"][2].pk).update(mulai=hari, jatuh_tempo=hari)
    h = buka(klien, kantor, anggota)
    assert daftar(h, "j-luar") == ["5 Januari 2024 II.1.a Aksi II.1.a Belum"]
    assert daftar(h, "j-tanpa")[0] == "Secara berkala I.1.b Aksi I.1.b Belum"
    assert len(daftar(h, "j-tanpa")) == 6
    assert baris_tabel(h)[1][-3:] == ["1", "1", "4"]
    assert len(h.select(".linimasa a")) == 17


def test_jadwal_shows_what_was_postponed_and_from_when(klien, kantor: Kantor, anggota) -> None:
    p = kantor.pelaksanaan["I", "a"][0]
    Pelaksanaan.objects.filter(pk=p.pk).update(
        status=Status.DITUNDA,
        alasan="x",
        jatuh_tempo_semula=p.jatuh_tempo,
        jatuh_tempo=date(2023, 4, 3),
        mulai=date(2023, 4, 3),
    )
    h = buka(klien, kantor, anggota)
    tunda = h.select_one(".k-ditunda")
    assert teks(tunda.title) == "I.1.a Aksi I.1.a. 3 April 2023, semula 1 Maret 2023: ditunda."
    assert len(tunda.select("line.tunda")) == 1
    april = h.select(".bulan-bulan details")[3].select("li")
    assert teks(april[0]) == "3 April 2023 I.1.a Aksi I.1.a semula 1 Mar 2023 Ditunda"


def test_bulan_shows_its_days(klien, kantor: Kantor, anggota) -> None:
    h = buka(klien, kantor, anggota, "?bulan=3")
    assert teks(h.select_one("#jadwal h2")) == "Maret 2023"
    assert [(a["href"], teks(a)) for a in h.select(".pindah-bulan a")] == [
        ("?bulan=2", "← Februari"),
        ("?bulan=4", "April →"),
        (kantor.alamat("rencana/jadwal/"), "Setahun"),
    ]
    hari = {t["datetime"]: t.find_parent("td") for t in h.select("time")}
    assert len(hari) == 31
    assert [teks(li) for li in hari["2023-03-20"].select("li")][:1] == ["Belum I.1.a Aksi I.1.a 13–20 Maret 2023"]
    assert len(hari["2023-03-01"].select("li")) == 6
    assert hari["2023-03-01"].a["href"] == f"../aksi/{kantor.aksi['I', 'a'].pk}/"
    assert teks(hari["2023-03-22"]) == "Rabu, 22 Maret Hari Suci Nyepi"
    assert teks(hari["2023-03-15"]) == "Rabu, 15 Maret hari ini"
    assert len(daftar(h, "j-jendela")) == 6


def test_bulan_without_anything_says_so(klien, kantor: Kantor, anggota) -> None:
    h = buka(klien, kantor, anggota, "?bulan=12")
    assert teks(h.select_one("#jadwal > p")) == "Tidak ada pelaksanaan jatuh tempo bulan ini."
    assert [teks(a) for a in h.select(".pindah-bulan a")] == ["← November", "Setahun"]


@pytest.mark.parametrize("bulan", ["0", "13", "x", "3.0", "٣", "-1"])
def test_bulan_unknown_shows_the_year_and_says_so(klien, kantor: Kantor, anggota, bulan) -> None:
    h = buka(klien, kantor, anggota, f"?bulan={bulan}")
    assert teks(h.select_one("#jadwal [role=alert]")) == "Bulan tidak dikenal; setahun penuh ditampilkan."
    assert len(h.select(".linimasa a")) == 18


@pytest.mark.parametrize("ekor", ["", "?bulan=3", "?bulan=x"])
def test_jadwal_fragment_equals_page(klien, kantor: Kantor, ketua, ekor) -> None:
    peramban, alamat = klien(ketua), kantor.alamat(f"rencana/jadwal/{ekor}")
    halaman, bagian = peramban.get(alamat), peramban.get(alamat, headers=HTMX)
    assert urai(bagian).html is None
    assert rapi(urai(bagian).select_one("#jadwal")) == rapi(urai(halaman).select_one("#jadwal"))


@pytest.mark.parametrize("siapa", ["kepala", "ketua", "koordinator-i", "anggota", "penilai", "admin"])
def test_jadwal_is_for_all_who_may_read(klien, kantor: Kantor, siapa) -> None:
    assert klien(kantor.orang[siapa]).get(kantor.alamat("rencana/jadwal/")).status_code == 200


def test_jadwal_refuses_others(klien, kantor: Kantor, orang_luar, ketua) -> None:
    alamat = kantor.alamat("rencana/jadwal/")
    assert klien(orang_luar).get(alamat).status_code == 404
    assert klien(ketua).post(alamat).status_code == 405
    assert klien().get(alamat)["Location"] == f"/masuk/?next={alamat}"


def test_jadwal_stands_in_the_menu(klien, kantor: Kantor, ketua) -> None:
    h = buka(klien, kantor, ketua)
    assert [(a["href"], teks(a)) for a in h.select(".menu [aria-current=page]")] == [
        (kantor.alamat("rencana/jadwal/"), "Jadwal")
    ]


@pytest.mark.parametrize("ekor", ["", "?bulan=3"])
@pytest.mark.parametrize("tambahan", [0, 12, 318])
def test_jadwal_queries_do_not_grow_with_rows(klien, kantor: Kantor, ketua, tambahan, ekor) -> None:
    tambah_baris(kantor, tambahan)
    peramban = klien(ketua)
    with CaptureQueriesContext(connection) as kueri:
        h = urai(peramban.get(kantor.alamat(f"rencana/jadwal/{ekor}")))
    assert len(h.select(".kalender li" if ekor else ".linimasa a")) == (2 if ekor else 3) * (6 + tambahan)
    assert len(kueri) == 6


def test_jadwal_is_drawn_again_once_the_office_changed(klien, kantor: Kantor, ketua, django_assert_num_queries) -> None:
    peramban, alamat = klien(ketua), kantor.alamat("rencana/jadwal/")
    pertama = peramban.get(alamat)
    with django_assert_num_queries(3):
        assert rapi(peramban.get(alamat)) == rapi(pertama)
    p = Pelaksanaan.objects.filter(pk=kantor.pelaksanaan["I", "a"][0].pk)
    p.update(status=Status.SELESAI, realisasi=date(2023, 3, 1))
    Satker.objects.filter(pk=kantor.satker.pk).update(revisi=7)
    tanda = [teks(urai(h).select_one(".linimasa a").title) for h in (pertama, peramban.get(alamat))]
    assert tanda == [f"I.1.a Aksi I.1.a. 1 Maret 2023: {kata}." for kata in ("terlambat", "selesai")]


def test_jadwal_of_another_year_has_no_today(klien, kantor: Kantor, ketua, settings) -> None:
    settings.ZONA_HARI_INI = date(2024, 2, 1)
    h = buka(klien, kantor, ketua)
    assert h.select(".kini, .kini-kata, .bulan-bulan details[open]") == []
