"""Today in the office's own time zone; dates in Indonesian."""

from datetime import UTC, date, datetime

import pytest
import time_machine

from zona.inti.waktu import hari_ini, pada, rentang_id, sekarang, tanggal_id, tanggal_pendek


@pytest.mark.parametrize(
    ("saat", "zona", "hari"),
    [
        ("2023-03-15T15:59:59", "Asia/Makassar", date(2023, 3, 15)),
        ("2023-03-15T16:00:00", "Asia/Makassar", date(2023, 3, 16)),
        ("2023-03-15T16:00:00", "Asia/Jakarta", date(2023, 3, 15)),
        ("2023-03-15T15:00:00", "Asia/Jayapura", date(2023, 3, 16)),
        ("2022-12-31T17:00:00", "Asia/Jakarta", date(2023, 1, 1)),
    ],
)
def test_today_is_the_offices_own(settings, saat: str, zona: str, hari: date) -> None:
    settings.ZONA_HARI_INI = None
    with time_machine.travel(datetime.fromisoformat(saat).replace(tzinfo=UTC), tick=False):
        assert hari_ini(zona) == hari


def test_today_of_the_demo_stands_still(settings) -> None:
    settings.ZONA_HARI_INI = date(2023, 2, 1)
    assert hari_ini("Asia/Makassar") == date(2023, 2, 1)


@time_machine.travel(datetime(2026, 11, 22, 23, 30, tzinfo=UTC), tick=False)
def test_rows_are_stamped_with_now_on_the_day_of_the_demo(settings) -> None:
    settings.ZONA_HARI_INI = None
    assert sekarang() == datetime(2026, 11, 22, 23, 30, tzinfo=UTC)
    settings.ZONA_HARI_INI = date(2023, 3, 15)
    assert sekarang() == datetime(2023, 3, 14, 23, 30, tzinfo=UTC)  # 07.30 of the 15th in Makassar


def test_rows_of_the_past_carry_their_own_moment() -> None:
    dulu, lagi = datetime(2023, 1, 2, tzinfo=UTC), datetime(2023, 1, 3, tzinfo=UTC)
    with pada(dulu):
        assert sekarang() == dulu
        with pada(lagi):
            assert sekarang() == lagi
        assert sekarang() == dulu
    assert sekarang().year == 2023
    assert sekarang() not in (dulu, lagi)


@pytest.mark.parametrize(
    ("hari", "panjang", "pendek"),
    [
        (date(2023, 2, 1), "1 Februari 2023", "1 Feb 2023"),
        (date(2023, 8, 17), "17 Agustus 2023", "17 Agu 2023"),
        (date(2023, 12, 31), "31 Desember 2023", "31 Des 2023"),
        (None, "–", "–"),
    ],
)
def test_dates_in_indonesian(hari: date | None, panjang: str, pendek: str) -> None:
    assert (tanggal_id(hari), tanggal_pendek(hari)) == (panjang, pendek)


@pytest.mark.parametrize(
    ("awal", "akhir", "kata"),
    [
        (date(2023, 2, 1), date(2023, 2, 1), "1 Februari 2023"),
        (date(2022, 1, 1), date(2022, 1, 27), "1–27 Januari 2022"),
        (date(2022, 4, 1), date(2022, 4, 30), "April 2022"),
        (date(2023, 1, 26), date(2023, 6, 30), "26 Januari–30 Juni 2023"),
        (date(2023, 12, 20), date(2024, 1, 5), "20 Desember 2023–5 Januari 2024"),
    ],
)
def test_windows_in_indonesian(awal: date, akhir: date, kata: str) -> None:
    assert rentang_id(awal, akhir) == kata
