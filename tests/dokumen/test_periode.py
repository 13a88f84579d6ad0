"""Months and quarters."""

from datetime import date

import pytest

from zona.dokumen.enums import JenisPeriode
from zona.dokumen.periode import Periode, setahun

FEBRUARI = Periode(2023, JenisPeriode.BULAN, 2)
TRIWULAN_I = Periode(2023, JenisPeriode.TRIWULAN, 1)


def test_periode_dari_sampai_dan_namanya() -> None:
    assert (FEBRUARI.dari, FEBRUARI.sampai, FEBRUARI.nama) == (date(2023, 2, 1), date(2023, 2, 28), "Februari 2023")
    assert Periode(2024, JenisPeriode.BULAN, 2).sampai == date(2024, 2, 29)
    assert (TRIWULAN_I.dari, TRIWULAN_I.sampai) == (date(2023, 1, 1), date(2023, 3, 31))
    assert Periode(2023, JenisPeriode.TRIWULAN, 4).nama == "Triwulan IV 2023"


def test_periode_sebelum_dan_sesudahnya() -> None:
    assert (FEBRUARI.sebelum, FEBRUARI.kemarin) == (Periode(2023, JenisPeriode.BULAN, 1), date(2023, 1, 31))
    assert TRIWULAN_I.sebelum is None
    assert Periode(2023, JenisPeriode.TRIWULAN, 4).sesudah == Periode(2024, JenisPeriode.TRIWULAN, 1)


@pytest.mark.parametrize(("jenis", "nomor"), [("bulan", 0), ("bulan", 13), ("triwulan", 5)])
def test_periode_yang_tidak_ada(jenis: str, nomor: int) -> None:
    with pytest.raises(ValueError, match="tidak ada"):
        Periode(2023, JenisPeriode(jenis), nomor)


@pytest.mark.parametrize(
    ("hari_ini", "mulai", "per", "acuan"),
    [
        (date(2023, 1, 31), False, date(2023, 1, 31), date(2023, 1, 31)),
        (date(2023, 2, 1), True, date(2023, 2, 1), date(2023, 2, 1)),
        (date(2023, 2, 28), True, date(2023, 2, 28), date(2023, 2, 28)),
        (date(2023, 3, 1), True, date(2023, 2, 28), date(2023, 3, 1)),
        (date(2023, 9, 9), True, date(2023, 2, 28), date(2023, 3, 1)),
    ],
)
def test_periode_per_hari(hari_ini: date, mulai: bool, per: date, acuan: date) -> None:
    assert (not FEBRUARI.belum_mulai(hari_ini), FEBRUARI.per(hari_ini), FEBRUARI.acuan(hari_ini)) == (mulai, per, acuan)


@pytest.mark.parametrize(
    ("bulan", "hari"),
    [(2, date(2023, 2, 28)), (4, date(2023, 4, 28)), (12, date(2023, 12, 29)), (7, date(2023, 7, 31))],
)
def test_periode_selesai_sejak_hari_kerja_terakhirnya(bulan: int, hari: date) -> None:
    assert Periode(2023, JenisPeriode.BULAN, bulan).bisa_selesai == hari


def test_setahun_ialah_dua_belas_bulan_dan_empat_triwulan() -> None:
    nama = [p.nama_pendek for p in setahun(2023)]
    assert (len(nama), nama[:4], nama[-1]) == (16, ["Januari", "Februari", "Maret", "Triwulan I"], "Triwulan IV")
