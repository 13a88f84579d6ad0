"""A month as a calendar."""

from calendar import monthrange
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from tests.matriks.bantu_jadwal import HARI_INI, SEMBARANG, TAHUN, kejadian, tahun
from zona.matriks.queries.jadwal import JadwalTahun
from zona.matriks.queries.kalender import kalender


@given(SEMBARANG, st.integers(1, 12))
def test_calendar_holds_what_is_due_once_each_on_its_day(jadwal: JadwalTahun, bulan: int) -> None:
    k = kalender(jadwal, bulan, HARI_INI)
    hari = [h for pekan in k.minggu for h in pekan]
    assert [h.hari.day for h in hari if not h.luar] == list(range(1, monthrange(TAHUN, bulan)[1] + 1))
    assert {len(pekan) for pekan in k.minggu} == {7}
    assert {h.hari.weekday() for pekan in k.minggu for h in pekan[:1]} == {0}
    tempo = [
        (e.jangka[1], id(e))
        for e in jadwal.semua
        if e.jangka and (e.jangka[1].year, e.jangka[1].month) == (TAHUN, bulan)
    ]
    assert sorted((h.hari, id(e)) for h in hari for e in h.kejadian) == sorted(tempo)
    assert k.jatuh_tempo == len(tempo)
    assert [e for h in hari if h.luar for e in h.kejadian] == []


@given(SEMBARANG, st.integers(1, 12))
def test_windows_listed_are_those_with_a_day_in_the_month(jadwal: JadwalTahun, bulan: int) -> None:
    awal, akhir = date(TAHUN, bulan, 1), date(TAHUN, bulan, monthrange(TAHUN, bulan)[1])
    kena = [e for e in jadwal.semua if e.berjendela and e.jangka and e.jangka[0] <= akhir and awal <= e.jangka[1]]
    assert sorted(map(id, kalender(jadwal, bulan, HARI_INI).jendela)) == sorted(map(id, kena))


def test_calendar_names_holidays_weekends_and_today() -> None:
    hari = {h.hari.day: h for pekan in kalender(tahun([]), 3, HARI_INI).minggu for h in pekan if not h.luar}
    assert {n: h.libur for n, h in hari.items() if h.libur} == {22: "Hari Suci Nyepi"}
    assert [n for n, h in hari.items() if h.akhir_pekan] == [4, 5, 11, 12, 18, 19, 25, 26]
    assert ([n for n, h in hari.items() if h.kini], hari[15].nama) == ([15], "Rabu")


def test_calendar_knows_the_months_beside_it() -> None:
    beside = [(k.sebelum, k.sesudah) for k in (kalender(tahun([]), b, HARI_INI) for b in (1, 6, 12))]
    assert beside == [
        (None, (2, "Februari")),
        ((5, "Mei"), (7, "Juli")),
        ((11, "November"), None),
    ]


def test_late_ones_are_counted() -> None:
    hari = date(2023, 2, 10)
    k = kalender(tahun([kejadian(hari, hari, "terlambat"), kejadian(hari, hari, "selesai")]), 2, HARI_INI)
    assert (k.jatuh_tempo, k.terlambat) == (2, 1)
