"""States of the stages from their days: cases by hand, and what holds for any days."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zona.tahapan.alur import Tanggal, kata_keadaan, keadaan, padukan, periksa, tahap_kini, tak_urut
from zona.tahapan.enums import Keadaan, KodeTahap

HARI = date(2023, 3, 15)
KEMARIN, BESOK = HARI - timedelta(days=1), HARI + timedelta(days=1)
BELUM, BERJALAN, SELESAI, TERLAMBAT, _ = Keadaan

hari = st.none() | st.dates(date(2022, 1, 1), date(2024, 12, 31))
tanggal = st.builds(Tanggal, hari, hari, hari, hari)


@pytest.mark.parametrize(
    ("hari", "berjalan", "hasil", "kata"),
    [
        ({}, False, BELUM, "Belum mulai"),
        ({}, True, BERJALAN, "Berjalan"),
        ({"target_mulai": BESOK}, False, BELUM, "Belum mulai"),
        ({"target_mulai": HARI}, False, BELUM, "Belum mulai"),
        ({"target_mulai": KEMARIN}, False, TERLAMBAT, "Terlambat mulai 1 hari"),
        ({"target_mulai": KEMARIN}, True, BERJALAN, "Berjalan"),
        ({"target_mulai": KEMARIN, "mulai": HARI}, False, BERJALAN, "Berjalan"),
        ({"mulai": HARI}, False, BERJALAN, "Berjalan"),
        ({"mulai": BESOK}, False, BELUM, "Belum mulai"),
        ({"target_selesai": HARI, "mulai": KEMARIN}, False, BERJALAN, "Berjalan"),
        ({"target_selesai": KEMARIN, "mulai": KEMARIN}, True, TERLAMBAT, "Terlambat selesai 1 hari"),
        ({"target_selesai": date(2023, 3, 1)}, False, TERLAMBAT, "Terlambat selesai 14 hari"),
        ({"target_selesai": KEMARIN, "selesai": HARI}, False, SELESAI, "Selesai"),
        ({"selesai": HARI}, False, SELESAI, "Selesai"),
        ({"selesai": BESOK}, False, BELUM, "Belum mulai"),
        ({"selesai": BESOK}, True, BERJALAN, "Berjalan"),
    ],
)
def test_state_from_days(hari: dict[str, date], berjalan: bool, hasil: Keadaan, kata: str) -> None:
    kini = keadaan(Tanggal(**hari), HARI, berjalan=berjalan)
    assert (kini, kata_keadaan(Tanggal(**hari), HARI, kini)) == (hasil, kata)


@given(tanggal, st.booleans(), st.dates(date(2022, 1, 1), date(2024, 12, 31)), st.integers(0, 400))
def test_state_never_goes_back_as_time_passes(t: Tanggal, berjalan: bool, kini: date, maju: int) -> None:
    """With the same days: what is finished stays finished, what is late stays late until it is finished."""
    dulu = keadaan(t, kini, berjalan=berjalan)
    nanti = keadaan(t, kini + timedelta(days=maju), berjalan=berjalan)
    if dulu == SELESAI:
        assert nanti == SELESAI
    if dulu == TERLAMBAT and t.selesai is None and t.mulai is None:
        assert nanti == TERLAMBAT
    if dulu == BERJALAN:
        assert nanti != BELUM


@given(tanggal, st.booleans(), st.dates())
def test_state_is_told_in_words(t: Tanggal, berjalan: bool, kini: date) -> None:
    k = keadaan(t, kini, berjalan=berjalan)
    kata = kata_keadaan(t, kini, k)
    assert kata.startswith(k.label.split()[0])
    assert (k == TERLAMBAT) == kata.endswith(" hari")


@pytest.mark.parametrize(
    ("semua", "di"),
    [
        ([BELUM] * 7, 0),
        ([SELESAI, BERJALAN, BELUM, BERJALAN, BELUM, BELUM, BELUM], 1),
        ([SELESAI, BERJALAN, SELESAI, SELESAI, BELUM, BELUM, BELUM], 4),
        ([SELESAI, BERJALAN, SELESAI, SELESAI, SELESAI, SELESAI, SELESAI], 1),
        ([SELESAI] * 7, None),
    ],
)
def test_where_the_office_stands(semua: list[Keadaan], di: int | None) -> None:
    assert tahap_kini(semua) == di


@given(st.lists(st.sampled_from(Keadaan), min_size=7, max_size=7))
def test_office_stands_at_something_unfinished(semua: list[Keadaan]) -> None:
    di = tahap_kini(semua)
    if di is None:
        assert set(semua) == {SELESAI}
    else:
        assert semua[di] != SELESAI


@given(tanggal, tanggal)
def test_known_days_fill_gaps_and_never_contradict(ketik: Tanggal, tahu: Tanggal) -> None:
    nama = ("target_mulai", "target_selesai", "mulai", "selesai")
    diketik = {n: getattr(ketik, n) for n in nama}
    hasil = padukan(diketik, {n: (getattr(tahu, n), "x") for n in nama})
    for n in nama:
        if diketik[n]:
            assert getattr(hasil, n) == diketik[n]
            assert n not in hasil.sumber
        else:
            assert getattr(hasil, n) in (None, getattr(tahu, n))
            assert (n in hasil.sumber) == (getattr(hasil, n) is not None)
    for a, b in (("target_mulai", "target_selesai"), ("mulai", "selesai")):
        if not (diketik[a] and diketik[b]) and getattr(hasil, a) and getattr(hasil, b):
            assert getattr(hasil, a) <= getattr(hasil, b)


def test_out_of_order_is_told() -> None:
    semua = {
        KodeTahap.PENCANANGAN: Tanggal(selesai=date(2023, 2, 1)),
        KodeTahap.PEMBANGUNAN: Tanggal(mulai=date(2023, 1, 20), target_selesai=date(2023, 12, 29)),
        KodeTahap.MANDIRI: Tanggal(target_selesai=date(2023, 5, 5)),
        KodeTahap.TPI: Tanggal(selesai=date(2023, 5, 1), target_selesai=date(2023, 6, 1)),
        KodeTahap.PENGUSULAN: Tanggal(target_selesai=date(2023, 5, 4)),
        KodeTahap.PENETAPAN: Tanggal(selesai=date(2023, 5, 5)),
    }
    assert tak_urut(semua) == {
        KodeTahap.PEMBANGUNAN: "Pembangunan mulai 20 Januari 2023, mendahului pencanangan (1 Februari 2023).",
        KodeTahap.TPI: "Penilaian TPI selesai 1 Mei 2023, mendahului penilaian mandiri (5 Mei 2023).",
        KodeTahap.PENGUSULAN: "Pengusulan direncanakan selesai 4 Mei 2023, mendahului penilaian mandiri (5 Mei 2023).",
    }


def test_pembangunan_may_outlast_what_follows() -> None:
    semua = {
        KodeTahap.PEMBANGUNAN: Tanggal(mulai=date(2023, 2, 1), selesai=date(2023, 12, 29)),
        KodeTahap.PENGUSULAN: Tanggal(selesai=date(2023, 5, 31)),
    }
    assert tak_urut(semua) == {}


@pytest.mark.parametrize(
    ("kode", "hari", "galat"),
    [
        ("pemilihan", {"mulai": HARI, "selesai": HARI}, {}),
        ("pemilihan", {"mulai": HARI, "selesai": KEMARIN}, {"selesai": "mendahului tanggal mulai (15 Maret 2023)"}),
        ("pemilihan", {"target_mulai": BESOK, "target_selesai": HARI}, {"target_selesai": "mendahului"}),
        ("pemilihan", {"selesai": BESOK}, {"selesai": "sesudah hari ini (15 Maret 2023)"}),
        ("pemilihan", {"target_selesai": date(2024, 12, 31)}, {}),
        ("pemilihan", {"target_selesai": date(2025, 1, 1)}, {"target_selesai": "antara 2022 dan 2024"}),
        ("pemilihan", {"mulai": date(2021, 12, 31)}, {"mulai": "antara 2022 dan 2024"}),
        ("pencanangan", {"selesai": date(2012, 1, 1)}, {}),
        ("pencanangan", {"selesai": date(2011, 12, 31)}, {"selesai": "antara 2012 dan 2024"}),
        ("pencanangan", {"target_selesai": date(2012, 1, 1)}, {"target_selesai": "antara 2022 dan 2024"}),
        ("penetapan", {"mulai": BESOK, "selesai": date(223, 1, 1)}, {"mulai": "sesudah", "selesai": "antara"}),
    ],
)
def test_days_that_cannot_be(kode: str, hari: dict[str, date], galat: dict[str, str]) -> None:
    hasil = periksa(KodeTahap(kode), Tanggal(**hari), 2023, HARI)
    assert set(hasil) == set(galat)
    assert [n for n in galat if galat[n] not in hasil[n]] == []
