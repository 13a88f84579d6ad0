"""Working days."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zona.inti.libur import alasan_libur, hari_kerja_mulai, libur_setahun


@pytest.mark.parametrize(
    ("hari", "alasan"),
    [
        (date(2023, 1, 25), ""),
        (date(2023, 1, 28), "hari Sabtu"),
        (date(2023, 4, 7), "libur nasional Wafat Yesus Kristus"),
        (date(2023, 1, 1), "hari Minggu, libur nasional Tahun Baru Masehi"),
        (date(2023, 1, 23), ""),  # cuti bersama
    ],
)
def test_alasan_libur_names_the_day(hari: date, alasan: str) -> None:
    assert alasan_libur(hari) == alasan


def test_libur_2023_is_the_joint_decree() -> None:
    """SKB 1066/2022, 3/2022, 3/2022: sixteen days."""
    assert [h.isoformat()[5:] for h in sorted(libur_setahun(2023))] == [
        "01-01", "01-22", "02-18", "03-22", "04-07", "04-22", "04-23", "05-01", "05-18", "06-01", "06-04", "06-29",
        "07-19", "08-17", "09-28", "12-25",
    ]  # fmt: skip


def test_libur_of_a_year_to_come_is_an_estimate() -> None:
    assert libur_setahun(2030)[date(2030, 2, 4)] == "Hari Raya Idul Fitri (perkiraan)"


def test_libur_beyond_the_library_is_the_weekend_alone() -> None:
    assert (libur_setahun(2101), alasan_libur(date(2101, 1, 1))) == ({}, "hari Sabtu")


@given(st.dates(date(2000, 1, 1), date(2100, 12, 31)))
def test_hari_kerja_mulai_is_the_first_working_day(hari: date) -> None:
    kerja = hari_kerja_mulai(hari)
    assert alasan_libur(kerja) == ""
    lewat = [hari + timedelta(days=n) for n in range((kerja - hari).days)]
    assert [h for h in lewat if not alasan_libur(h)] == []
