"""Days, windows, schedules and years in texts, in another year."""

from datetime import date, timedelta
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from rencana_aksi.domain.jadwal import baca_jadwal
from rencana_aksi.domain.jadwal_teks import baca_teks
from rencana_aksi.domain.salin.jadwal import TIDAK_DIPAHAMI, JadwalBaru, geser_jadwal
from rencana_aksi.domain.salin.tanggal import geser_hari, geser_jendela, tahun_lain
from rencana_aksi.domain.salin.teks import usul_teks
from tests.rencana_aksi.naskah import SUMBER
from zona.inti.libur import alasan_libur

hari_2023 = st.dates(date(2023, 1, 1), date(2023, 12, 31))
banyak = settings(max_examples=80, deadline=None)


def geser(teks: str, makna: dict[str, Any], ke: int = 2024) -> JadwalBaru:
    return geser_jadwal(teks, baca_jadwal(makna).jenis, baca_jadwal(makna).makna, 2023, ke)


# --- days and windows ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("semula", "selisih", "jadi", "alasan"),
    [
        (date(2023, 1, 25), 1, date(2024, 1, 25), ""),
        (date(2023, 1, 27), 1, date(2024, 1, 29), "27 Januari 2024 hari Sabtu"),
        (
            date(2023, 2, 10), 1, date(2024, 2, 12),
            "10 Februari 2024 hari Sabtu, libur nasional Tahun Baru Imlek",
        ),
        (date(2023, 12, 25), 1, date(2024, 12, 26), "25 Desember 2024 libur nasional Hari Raya Natal"),
        (date(2024, 2, 29), 1, date(2025, 2, 28), "tanggal 29 tidak ada pada Februari 2025"),
        (date(2023, 1, 27), 2, date(2025, 1, 28), "27 Januari 2025 libur nasional Isra Mikraj Nabi Muhammad"),
    ],
)  # fmt: skip
def test_day_goes_to_its_place_or_the_working_day_after(semula: date, selisih: int, jadi: date, alasan: str) -> None:
    hasil = geser_hari(semula, selisih)
    assert (hasil.semula, hasil.jadi, hasil.alasan) == (semula, jadi, alasan)


@banyak
@given(hari_2023, st.integers(1, 5))
def test_day_is_a_working_day_not_before_its_place(hari: date, selisih: int) -> None:
    hasil = geser_hari(hari, selisih)
    assert alasan_libur(hasil.jadi) == ""
    assert timedelta(0) <= hasil.jadi - tahun_lain(hari, selisih) <= timedelta(days=14)
    assert bool(hasil.alasan) == (hasil.jadi != tahun_lain(hari, selisih))


@pytest.mark.parametrize(
    ("awal", "akhir", "selisih", "jadi"),
    [
        ((1, 1), (1, 31), 1, (date(2024, 1, 1), date(2024, 1, 31))),
        ((2, 1), (2, 28), 1, (date(2024, 2, 1), date(2024, 2, 29))),
        ((1, 26), (6, 30), 1, (date(2024, 1, 26), date(2024, 6, 30))),
        ((1, 1), (1, 27), 1, (date(2024, 1, 1), date(2024, 1, 27))),
    ],
)
def test_window_keeps_its_sense(
    awal: tuple[int, int], akhir: tuple[int, int], selisih: int, jadi: tuple[date, date]
) -> None:
    assert geser_jendela(date(2023, *awal), date(2023, *akhir), selisih) == jadi


# --- schedules ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("teks", "makna", "jadi"),
    [
        ("25 Januari 2023", {"tanggal": ["2023-01-25"]}, "25 Januari 2024"),
        ("27 Januari 2023", {"tanggal": ["2023-01-27"]}, "29 Januari 2024"),
        ("Rabu, 25 Januari 2023", {"tanggal": ["2023-01-25"]}, "25 Januari 2024"),
        ("26 Januari–Juni 2023", {"rentang": [["2023-01-26", "2023-06-30"]]}, "26 Januari–Juni 2024"),
        ("Februari 2023", {"rentang": [["2023-02-01", "2023-02-28"]]}, "Februari 2024"),
        (
            "28 Januari 2023; 7 April 2023; 3 Juli 2023; 2 Oktober 2023",
            {"tanggal": ["2023-01-28", "2023-04-07", "2023-07-03", "2023-10-02"]},
            "29 Januari, 8 April, 3 Juli, dan 2 Oktober 2024",
        ),
        (
            "Setiap bulan sekali (minggu pertama bulan berikutnya)",
            {"rrule": "DTSTART:20230201\nRRULE:FREQ=MONTHLY;COUNT=12", "lama_hari": 7},
            "Setiap bulan sekali (minggu pertama bulan berikutnya)",
        ),
        ("secara berkala", {"berkala": True}, "secara berkala"),
        ("", {}, ""),
    ],
)
def test_words_follow_the_days(teks: str, makna: dict[str, Any], jadi: str) -> None:
    baru = geser(teks, makna)
    assert baru.teks == jadi
    if jadi:
        dibaca = baca_teks(jadi, 2024).jadwal
        assert dibaca is not None
        assert dibaca.kejadian == baru.jadwal.kejadian


def test_two_days_that_would_meet_stay_two() -> None:
    baru = geser("27 dan 29 Januari 2023", {"tanggal": ["2023-01-27", "2023-01-29"]})
    assert baru.jadwal.makna == {"tanggal": ["2024-01-29", "2024-01-30"]}
    assert [(g.semula.day, g.alasan) for g in baru.geseran] == [
        (27, "27 Januari 2024 hari Sabtu; 29 Januari 2024 sudah terpakai")
    ]
    assert baru.teks == "29 dan 30 Januari 2024"


def test_every_week_stays_on_its_weekday_and_fills_the_year() -> None:
    makna = {"rrule": "DTSTART:20230102\nRRULE:FREQ=WEEKLY;COUNT=52", "lama_hari": 1}
    tertulis, aturan = geser("setiap Senin", makna), geser("setiap hari pertama kerja", makna)
    assert (len(tertulis.jadwal.kejadian), len(aturan.jadwal.kejadian)) == (53, 52)
    for baru, pertama in ((tertulis, date(2024, 1, 1)), (aturan, date(2024, 1, 8))):
        assert {k.mulai.weekday() for k in baru.jadwal.kejadian if k.mulai} == {0}
        ujung = baru.jadwal.kejadian[0].mulai, baru.jadwal.kejadian[-1].mulai
        assert ujung == (pertama, date(2024, 12, 30))


@pytest.mark.parametrize("teks", ["bila ada permintaan", "25 Februari 2023"])
def test_words_that_say_something_else_are_kept_and_marked(teks: str) -> None:
    baru = geser(teks, {"tanggal": ["2023-01-25"]})
    assert (baru.teks, baru.jadwal.makna, baru.catatan) == (teks, {"tanggal": ["2024-01-25"]}, (TIDAK_DIPAHAMI,))


def test_days_outside_the_plans_year_stay_outside_and_are_told() -> None:
    makna = {"rentang": [["2022-04-01", "2022-04-30"], ["2024-01-01", "2024-01-31"]]}
    baru = geser("Bulan April 2022 dan Januari 2024", makna)
    assert (baru.teks, baru.catatan) == (
        "Bulan April 2023 dan Januari 2025",
        ("Di luar tahun rencana: 1 April 2023 dan lainnya.",),
    )


@pytest.mark.parametrize("ke", [2024, 2025, 2028])
def test_every_schedule_of_the_source_moves_and_is_read_back(ke: int) -> None:
    aksi = [a for p in yaml.safe_load(SUMBER.read_text())["pengungkit"] for k in p["rencana_kerja"] for a in k["aksi"]]
    makna = [a["jadwal"] for a in aksi if "jadwal" in a]
    for satu in makna:
        baru = geser(satu["teks"], satu, ke)
        assert baru.teks not in ("", satu["teks"]) or not any(c.isdigit() for c in satu["teks"])
        assert baru.jadwal.jenis == baca_jadwal(satu).jenis
        assert len(baru.jadwal.kejadian) == len(baca_jadwal(satu).kejadian)
        dibaca = baca_teks(baru.teks, ke).jadwal
        assert dibaca is not None
        assert dibaca.kejadian == baru.jadwal.kejadian
    assert len(makna) == 60


@banyak
@given(st.lists(hari_2023, min_size=1, max_size=12, unique=True))
def test_as_many_days_as_before_all_of_them_working_days(hari: list[date]) -> None:
    baru = geser("", {"tanggal": [h.isoformat() for h in hari]})
    jadi = [k.mulai for k in baru.jadwal.kejadian if k.mulai]
    assert len(jadi) == len(set(jadi)) == len(hari)
    assert [alasan_libur(h) for h in jadi] == [""] * len(hari)


# --- years in texts -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("teks", "baru", "bawaan"),
    [
        ("PK Satuan Kerja Tahun 2023", "PK Satuan Kerja Tahun 2024", True),
        ("SK Tim (27 Januari 2023)", "SK Tim (29 Januari 2024)", True),
        ("Undangan Jumat, 27 Januari 2023", "Undangan Senin, 29 Januari 2024", True),
        ("Evaluasi Januari 2023.", "Evaluasi Januari 2024.", True),
        ("Rapat 25–27 Januari 2023", "Rapat 25–27 Januari 2024", True),
        ("Laporan Kinerja Tahun 2022", "Laporan Kinerja Tahun 2023", False),
        ("Laporan 2022 disusun tahun 2023", "Laporan 2023 disusun tahun 2024", True),
        ("Januari 2024", "Januari 2025", False),
    ],
)
def test_years_near_the_plans_are_proposed(teks: str, baru: str, bawaan: bool) -> None:
    usul = usul_teks(teks, 2023, 2024)
    assert usul is not None
    assert (usul.baru, usul.bawaan) == (baru, bawaan)


@pytest.mark.parametrize(
    "teks",
    [
        "Notula rapat", "Renstra Satker Tahun 2020–2024", "Renstra 2023–2027", "SK Nomor 1117/I5.18/LK.06.00/2023",
        "Tahun ajaran 2023/2024", "Rekrutmen CPNS 2021", "Versi 2.2023", "Rp20230", "31 Februari 1999",
    ],
)  # fmt: skip
def test_other_numbers_are_left_alone(teks: str) -> None:
    assert usul_teks(teks, 2023, 2024) is None
