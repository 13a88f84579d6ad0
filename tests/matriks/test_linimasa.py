"""The year as a picture, and what counts where."""

from collections import defaultdict
from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given

from tests.matriks.bantu_jadwal import HARI_INI, SEMBARANG, TAHUN, kejadian, tahun
from zona.matriks.queries.jadwal import JadwalTahun, Sel
from zona.matriks.queries.linimasa import JALUR, KEPALA, LEBAR, TANDA, Tanda, gambar_linimasa


def ujung(t: Tanda) -> tuple[int, int]:
    """From where to where a mark with its bar and line takes its lane."""
    x = [t.x, t.x + TANDA]
    for bagian in (t.jalur, t.semula):
        x += [bagian[0], sum(bagian)] if bagian else []
    return min(x), max(x)


@given(SEMBARANG)
def test_every_occurrence_counts_in_exactly_one_place(jadwal: JadwalTahun) -> None:
    bulan = [k for b in jadwal.bulan for k in b.kejadian]
    assert sorted(map(id, [*bulan, *jadwal.luar, *jadwal.tanpa])) == sorted(map(id, jadwal.semua))
    *baris, jumlah = jadwal.tabel
    for b, bagian in zip(baris, jadwal.bagian, strict=True):
        assert sum(s.jumlah for s in b.bulan) + b.luar + b.tanpa == b.jumlah == len(bagian.kejadian)
    assert jumlah.bulan == [Sel(len(b.kejadian), b.terlambat) for b in jadwal.bulan]
    assert (jumlah.luar, jumlah.tanpa, jumlah.jumlah) == (len(jadwal.luar), len(jadwal.tanpa), len(jadwal.semua))


@given(SEMBARANG)
def test_months_are_in_order_of_due_date(jadwal: JadwalTahun) -> None:
    for b in jadwal.bulan:
        tempo = [k.jangka[1] for k in b.kejadian if k.jangka]
        assert tempo == sorted(tempo)
        akhir = date(TAHUN, 12, 31)
        assert {min(t, akhir).month for t in tempo} <= {b.nomor}


@given(SEMBARANG)
def test_marks_stay_in_their_band_and_touch_no_other(jadwal: JadwalTahun) -> None:
    g = gambar_linimasa(jadwal, HARI_INI)
    y = KEPALA
    for pita, bagian in zip(g.pita, jadwal.bagian, strict=True):
        assert pita.y == y
        y += pita.tinggi
        assert len(pita.tanda) == sum(k.bulan(TAHUN) is not None for k in bagian.kejadian)
        lajur = defaultdict(list)
        for t in pita.tanda:
            kiri, kanan = ujung(t)
            assert 0 <= kiri < kanan <= LEBAR
            assert pita.y < pita.y_nama <= t.y < t.y + TANDA <= pita.y + pita.tinggi
            lajur[t.y].append((kiri, kanan))
        for isi in lajur.values():
            isi.sort()
            assert all(a[1] < b[0] for a, b in pairwise(isi))
    assert g.tinggi == y


def test_picture_of_an_empty_year() -> None:
    g = gambar_linimasa(tahun([]), HARI_INI)
    assert [(p.kode, p.y, p.tanda) for p in g.pita] == [("I", KEPALA, [])]
    assert [(b.nama, b.x) for b in g.bulan[:3]] == [("Januari", 0), ("Februari", 101), ("Maret", 193)]
    assert sum(b.lebar for b in g.bulan) == LEBAR


def test_mark_stands_on_its_day_and_bar_covers_its_window() -> None:
    jadwal = tahun([kejadian(date(2023, 7, 2), date(2023, 7, 2)), kejadian(date(2023, 1, 1), date(2023, 1, 31))])
    jendela, hari = gambar_linimasa(jadwal, HARI_INI).pita[0].tanda
    assert (jendela.jalur, jendela.x + TANDA // 2) == ((0, 101), 100)
    assert (hari.jalur, hari.x + TANDA // 2) == (None, LEBAR // 2)  # 2 Juli is the middle of the year
    assert jendela.y == hari.y


def test_marks_of_one_day_stand_under_one_another() -> None:
    hari = date(2023, 2, 1)
    tanda = gambar_linimasa(tahun([kejadian(hari, hari)] * 3), HARI_INI).pita[0].tanda
    assert [t.y - tanda[0].y for t in tanda] == [0, JALUR, 2 * JALUR]
    assert len({t.x for t in tanda}) == 1


def test_postponed_is_tied_to_where_it_was() -> None:
    baru, lama = date(2023, 3, 29), date(2023, 3, 1)
    (t,) = gambar_linimasa(tahun([kejadian(baru, baru, "ditunda", lama)]), HARI_INI).pita[0].tanda
    assert t.semula == (195, t.x - 195)
    assert t.kata == "I.1.a Rapat. 29 Maret 2023, semula 1 Maret 2023: ditunda."


def test_window_over_the_years_end_is_cut_there() -> None:
    awal = date(2023, 12, 20)
    jadwal = tahun([kejadian(awal, awal + timedelta(days=30)), kejadian(date(2022, 12, 1), date(2023, 1, 2))])
    masuk, keluar = gambar_linimasa(jadwal, HARI_INI).pita[0].tanda
    assert (masuk.x, masuk.jalur) == (0, (0, 6))
    assert (keluar.x + TANDA, sum(keluar.jalur or ())) == (LEBAR, LEBAR)
    assert [len(b.kejadian) for b in jadwal.bulan] == [1, *[0] * 10, 1]


@pytest.mark.parametrize(
    ("hari", "x", "jangkar"),
    [
        (date(2023, 1, 1), 1, "start"),
        (date(2023, 7, 2), 600, "middle"),
        (date(2023, 12, 31), 1198, "end"),
        (date(2024, 1, 1), None, "start"),
    ],
)
def test_today_stands_in_its_year_alone(hari: date, x: int | None, jangkar: str) -> None:
    g = gambar_linimasa(tahun([]), hari)
    assert (g.hari_ini, g.jangkar) == (x, jangkar)
