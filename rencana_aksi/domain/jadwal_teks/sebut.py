"""Dates and windows in words, as `daftar` reads them: month and year once, at the last point they hold for."""

from datetime import date
from itertools import pairwise

from rencana_aksi.domain.jadwal_teks.jendela import Jangka, akhir_bulan
from zona.inti.waktu import BULAN


def gabung(bagian: list[str]) -> str:
    """a; a dan b; a, b, dan c."""
    if len(bagian) < 3:
        return " dan ".join(bagian)
    return f"{', '.join(bagian[:-1])}, dan {bagian[-1]}"


def sebut_tanggal(hari: list[date]) -> str:
    """Days in order."""
    bagian: list[str] = []
    for i, satu in enumerate(hari):
        lanjut = hari[i + 1] if i + 1 < len(hari) else None
        setahun = lanjut is not None and lanjut.year == satu.year
        if setahun and lanjut is not None and lanjut.month == satu.month:
            bagian.append(str(satu.day))
        else:
            bagian.append(_hari(satu) + ("" if setahun else f" {satu.year}"))
    return gabung(bagian)


def sebut_rentang(jangka: list[Jangka]) -> str:
    """Windows in order of their end. Where leaving out a year could be read otherwise each has its own."""
    if all(_setahun(a, b) for a, b in jangka):
        return gabung([f"tahun {a.year}" if a.year == b.year else f"tahun {a.year}–{b.year}" for a, b in jangka])
    sehari_semua = all(a == b for a, b in jangka)
    mundur = any(b[0] < a[0] for a, b in pairwise(jangka))
    campur = len({_sebulan(a, b) for a, b in jangka}) > 1
    bagian: list[str] = []
    for i, (a, b) in enumerate(jangka):
        bersambung = i + 1 < len(jangka) and jangka[i + 1][0].year == b.year and not (mundur or campur)
        bagian.append(_jendela(a, b, sehari_semua) + ("" if bersambung else f" {b.year}"))
    return gabung(bagian)


def _jendela(a: date, b: date, sehari_semua: bool) -> str:
    """A window without the year of its end. Where all are single days they are written as windows all the same."""
    if a == b:
        return f"{a.day}–{_hari(b)}" if sehari_semua else _hari(b)
    bulan = _sebulan(a, b)
    awal, akhir = (_bulan(a), _bulan(b)) if bulan else (_hari(a), _hari(b))
    if a.year != b.year:
        return f"{awal} {a.year}–{akhir}"
    if a.month == b.month:
        return akhir if bulan else f"{a.day}–{akhir}"
    return f"{awal}–{akhir}"


def _hari(hari: date) -> str:
    return f"{hari.day} {_bulan(hari)}"


def _bulan(hari: date) -> str:
    return BULAN[hari.month - 1]


def _sebulan(a: date, b: date) -> bool:
    """Whole months."""
    return a.day == 1 and b == akhir_bulan(b.year, b.month)


def _setahun(a: date, b: date) -> bool:
    """Whole years."""
    return (a.month, a.day, b.month, b.day) == (1, 1, 12, 31)
