"""Dates named in prose."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rencana_aksi.queries.periksa.sebutan import cari_sebutan
from zona.inti.waktu import BULAN, tanggal_id, tanggal_pendek

Jangka = tuple[date, date]


def terbaca(teks: str, tahun: int = 2023) -> list[list[Jangka]]:
    """The windows each mention stands for in a year."""
    return [list(s._pada(tahun)) for s in cari_sebutan(teks)]


def hari(*bulan_hari: tuple[int, int], tahun: int = 2023) -> list[Jangka]:
    return [(date(tahun, b, h), date(tahun, b, h)) for b, h in bulan_hari]


@pytest.mark.parametrize(
    ("teks", "harapan"),
    [
        ("Surat undangan penentuan tim kerja (26 Januari 2023)", [hari((1, 26))]),
        ("Pedoman pemilihan agen perubahan (1 Februari)", [hari((2, 1))]),
        ("Rapat (26 Januari 2023: menggunakan rapat pertama)", [hari((1, 26))]),
        ("Notula tanggal 3 bulan Maret tahun 2022", [hari((3, 3), tahun=2022)]),
        ("Daftar hadir 7 Peb. 2023", [hari((2, 7))]),
        ("Daftar hadir, 7 Agt, 2023", [hari((8, 7))]),
        ("Foto 2023-02-01 dan 25/1/2023", [hari((2, 1)), hari((1, 25))]),
        ("Undangan 24 Januari, rapat 25 Januari 2023", [hari((1, 24)), hari((1, 25))]),
        ("Daftar hadir 25, 26, dan 27 Januari 2023", [hari((1, 25), (1, 26), (1, 27))]),
        ("Daftar hadir 25–27, 30 Januari", [[(date(2023, 1, 25), date(2023, 1, 27)), *hari((1, 30))]]),
        ("Rekap 25 s.d. 27 Januari 2023", [[(date(2023, 1, 25), date(2023, 1, 27))]]),
        ("Rekap 26 Januari sampai dengan 3 Februari 2022", [[(date(2022, 1, 26), date(2022, 2, 3))]]),
        ("Rekap 26 Desember–5 Januari 2024", [[(date(2023, 12, 26), date(2024, 1, 5))]]),
        ("Rekap 26 Desember–5 Januari", [[(date(2022, 12, 26), date(2023, 1, 5))]]),
    ],
)
def test_sebutan_is_read(teks: str, harapan: list[list[Jangka]]) -> None:
    assert terbaca(teks) == harapan


@pytest.mark.parametrize(
    "teks",
    [
        "",
        "Laporan Kinerja Tahun 2022",
        "Rapat Evaluasi Capaian Kinerja Bulan Januari 2023",
        "Standar Pelayanan 11 layanan",
        "Berita Acara 11 Standar Pelayanan",
        "SK Nomor 1117/I5.18/LK.06.00/2023",
        "SK Nomor 12/3/2023",
        "SK No. 12-3-2023",
        "Pengadaan 3 Markas, 2 Mesin, 5 Junior",
        "Rp5.000 Januari",
        "45 Januari 2023",
        "99/99/2023",
        "versi 1.12.2023.4",
    ],
)
def test_nothing_is_read_where_no_date_is_named(teks: str) -> None:
    assert cari_sebutan(teks) == []


def test_sebutan_of_a_day_that_never_comes() -> None:
    assert [(s.teks, s.ada) for s in cari_sebutan("Notula 31 Februari 2023; foto 29 Februari")] == [
        ("31 Februari 2023", False),
        ("29 Februari", True),
    ]


@pytest.mark.parametrize(
    ("teks", "jendela", "kena"),
    [
        ("(1 Februari)", [(date(2023, 2, 1), date(2023, 2, 1))], True),
        ("(1 Februari)", [(date(2022, 12, 1), date(2023, 1, 31))], False),
        ("(5 Januari)", [(date(2022, 12, 20), date(2023, 1, 10))], True),
        ("(26 Januari 2023)", [(date(2023, 1, 27), date(2023, 1, 27))], False),
        ("(26 Januari 2022)", [(date(2023, 1, 26), date(2023, 1, 26))], False),
        ("25–27 Januari 2023", [(date(2023, 1, 26), date(2023, 1, 26))], True),
        ("25, 26 dan 27 Januari 2023", [(date(2023, 1, 27), date(2023, 6, 30))], True),
        ("31 Februari 2023", [(date(2023, 1, 1), date(2023, 12, 31))], False),
        ("1 Februari", [], False),
    ],
)
def test_sebutan_lies_in_a_window(teks: str, jendela: list[Jangka], kena: bool) -> None:
    assert [s.kena(jendela) for s in cari_sebutan(teks)] == [kena]


TANGGAL = st.dates(date(2000, 1, 1), date(2100, 12, 31))
TULIS = st.sampled_from(
    [
        tanggal_id,
        tanggal_pendek,
        lambda h: tanggal_id(h).upper(),
        lambda h: h.isoformat(),
        lambda h: f"{h.day}/{h.month}/{h.year}",
        lambda h: f"{h:%d-%m-%Y}",
        lambda h: f"{h.day} bulan {BULAN[h.month - 1]} tahun {h.year}",
    ]
)
PROSA = st.sampled_from(["Surat undangan rapat", "Notula (hasil)", "SK 12 Tim ULT", "foto, 11 layanan:", ""])


@given(TANGGAL, TULIS, PROSA, PROSA)
def test_a_date_written_anyhow_is_found_once(hari, tulis, depan, belakang) -> None:
    assert terbaca(f"{depan} ({tulis(hari)}) {belakang}") == [[(hari, hari)]]


@given(TANGGAL, TANGGAL, st.sampled_from(["–", " - ", " s.d. ", " s/d ", " sampai dengan ", " hingga "]))
def test_a_window_written_anyhow_is_found_once(a, b, sampai) -> None:
    awal, akhir = sorted((a, b))
    assert terbaca(f"Rekap {tanggal_id(awal)}{sampai}{tanggal_id(akhir)}, lengkap") == [[(awal, akhir)]]


@given(st.text(st.sampled_from("0123456789 ,.–-/()danJanuari2s"), max_size=300))
def test_any_text_can_be_read(teks: str) -> None:
    for s in cari_sebutan(teks):
        assert s.teks in " ".join(teks.split())
        s.kena([(date(2023, 1, 1), date(2023, 12, 31))])


def test_a_long_row_of_numbers_is_read_quickly() -> None:
    assert cari_sebutan("1, " * 20_000) == []
