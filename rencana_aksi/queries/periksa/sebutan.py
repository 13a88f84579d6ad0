"""Dates that prose names: "(26 Januari 2023: rapat pertama)", "25–27 Jan. 2023", "1 Februari". Pure.

A date has a day: "Evaluasi Bulan Januari 2023" names none, nor does a letter's number (12/3/2023 after "Nomor").
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from zona.inti.waktu import BULAN

_BULAN_KE = {nama.lower(): i for i, nama in enumerate(BULAN, 1)} | {
    "jan": 1, "feb": 2, "peb": 2, "pebruari": 2, "mar": 3, "mrt": 3, "apr": 4, "jun": 6, "jul": 7, "agu": 8, "agt": 8,
    "ags": 8, "agust": 8, "sep": 9, "sept": 9, "okt": 10, "nov": 11, "nop": 11, "nopember": 11, "des": 12,
}  # fmt: skip
_NAMA = "|".join(sorted(_BULAN_KE, key=len, reverse=True))
_SAMPAI = r"\s?(?:[-‐-―−~]|s\s?[./]?\s?d\b\.?|sampai(?:\sdengan)?\b|hingga\b)\s?"
_DERET = rf"(?:{_SAMPAI}|\s?[,&]\s?(?:dan\s)?|\sdan\s)"
_TEKS = re.compile(
    rf"""
    (?<![\w/])(?<!\d[.,:])
    (?P<hari>\d{{1,2}}(?:{_DERET}\d{{1,2}}){{0,30}})\s(?:bulan\s)?(?P<bulan>{_NAMA})(?!\w)
    (?:\.?\s?,?\s?(?:tahun\s)?(?P<tahun>\d{{4}})(?!\d))?
  | (?<![\w/.-])(?P<iso>\d{{4}}-\d{{1,2}}-\d{{1,2}})(?![\w/-]|\.\d)
  | (?<![\w/.-])(?P<angka>\d{{1,2}}(?P<pisah>[/.-])\d{{1,2}}(?P=pisah)\d{{4}})(?![\w/-]|\.\d)
    """,
    re.VERBOSE | re.IGNORECASE,
)
_PISAH = re.compile(_DERET, re.IGNORECASE)
_HANYA_SAMPAI = re.compile(_SAMPAI, re.IGNORECASE)
_NOMOR = re.compile(r"\b(?:nomor|nmr|no)[.:]?\s?$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Titik:
    """A day as written; `tahun` None where no year is."""

    tahun: int | None
    bulan: int
    hari: int

    def pada(self, tahun: int) -> date | None:
        """The date, in that year where none is written; None for a day that does not exist."""
        try:
            return date(self.tahun or tahun, self.bulan, self.hari)
        except ValueError:
            return None


@dataclass(frozen=True, slots=True)
class Sebutan:
    """Words that name days: each from the first of a pair to its last."""

    teks: str
    jangka: tuple[tuple[Titik, Titik], ...]

    @property
    def ada(self) -> bool:
        """No day of it is one that never comes (31 Februari)."""
        return all(t.pada(2000) for j in self.jangka for t in j)  # a leap year, for those without

    def kena(self, jendela: Iterable[tuple[date, date]]) -> bool:
        """Any of its days lies in any of the windows; a day without a year in whichever year they are."""
        return any(
            awal <= akhir and mulai <= selesai
            for mulai, akhir in jendela
            for tahun in range(mulai.year, akhir.year + 1)
            for awal, selesai in self._pada(tahun)
        )

    def _pada(self, tahun: int) -> Iterator[tuple[date, date]]:
        for satu, dua in self.jangka:
            awal, akhir = satu.pada(tahun), dua.pada(tahun)
            if awal and akhir and awal > akhir:  # 26 Desember–5 Januari
                awal = Titik(akhir.year - 1, satu.bulan, satu.hari).pada(tahun)
            if awal and akhir:
                yield awal, akhir


def cari_sebutan(teks: str) -> list[Sebutan]:
    """Every date the text names, in order."""
    rapi = " ".join(teks.split())
    hasil: list[Sebutan] = []
    akhir = -1
    for m in _TEKS.finditer(rapi):
        satu = _sebutan(m, rapi)
        if satu is None:
            continue
        if hasil and _HANYA_SAMPAI.fullmatch(sambung := rapi[akhir : m.start()]):
            satu = _gabung(hasil.pop(), sambung, satu)
        hasil.append(satu)
        akhir = m.end()
    return hasil


def _sebutan(m: re.Match[str], teks: str) -> Sebutan | None:
    if m["hari"]:
        hari = [int(h) for h in re.findall(r"\d+", m["hari"])]
        if not all(1 <= h <= 31 for h in hari):
            return None
        tahun = int(m["tahun"]) if m["tahun"] else None
        titik = [Titik(tahun, _BULAN_KE[m["bulan"].lower()], h) for h in hari]
        return Sebutan(m[0], tuple(_jangka(titik, _PISAH.findall(m["hari"]))))
    if _NOMOR.search(teks[: m.start()]):
        return None
    angka = [int(a) for a in re.split("[/.-]", m[0])]
    satu = Titik(*(angka if m["iso"] else angka[::-1]))
    return Sebutan(m[0], ((satu, satu),)) if satu.pada(2000) else None


def _jangka(titik: list[Titik], pemisah: list[str]) -> Iterator[tuple[Titik, Titik]]:
    """Days in a row, with what stands between them: "25–27, 30"."""
    i = 0
    while i < len(titik):
        sampai = i < len(pemisah) and _HANYA_SAMPAI.fullmatch(pemisah[i]) and titik[i].hari < titik[i + 1].hari
        yield titik[i], titik[i + 1 if sampai else i]
        i += 2 if sampai else 1


def _gabung(kiri: Sebutan, sambung: str, kanan: Sebutan) -> Sebutan:
    """ "26 Januari" and "3 Februari 2023" with a dash between them are one window."""
    *depan, (_, awal) = kiri.jangka
    (akhir, _), *belakang = kanan.jangka
    if awal.tahun is None and akhir.tahun is not None:
        mundur = (awal.bulan, awal.hari) > (akhir.bulan, akhir.hari)
        awal = Titik(akhir.tahun - mundur, awal.bulan, awal.hari)
    return Sebutan(f"{kiri.teks}{sambung}{kanan.teks}", (*depan, (awal, akhir), *belakang))
