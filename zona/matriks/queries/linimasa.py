"""The year as a picture: where everything goes, in whole units of the drawing. Pure.

The year runs from left to right over LEBAR units; each pengungkit is a band, in which marks that would touch stand in
lanes under one another. An occurrence is marked on the day it is due; a window is a bar that ends in its mark.
"""

from calendar import isleap
from dataclasses import dataclass
from datetime import date

from zona.inti.waktu import BULAN, tanggal_id
from zona.matriks.queries.jadwal import JadwalTahun, Kejadian

LEBAR = 1200
TANDA = 14  # width and height of a mark
TEBAL = 6  # height of a bar
JALUR = 18  # height of a lane
JUDUL = 22  # height of a band's name
KEPALA = 40  # the months, and today
SELA = 6  # below a band
TEPI = 80  # nearer to an end, words are no longer centred


@dataclass(frozen=True, slots=True)
class Tanda:
    """A mark at its upper left corner; `jalur` is the bar of a window (x, width), `semula` where it was before it was
    postponed (x, width of the line from there)."""

    kejadian: Kejadian
    x: int
    y: int
    jalur: tuple[int, int] | None = None
    semula: tuple[int, int] | None = None

    @property
    def tengah(self) -> int:
        return self.y + TANDA // 2

    @property
    def y_jalur(self) -> int:
        return self.tengah - TEBAL // 2

    @property
    def kata(self) -> str:
        """What it is, in words."""
        k = self.kejadian
        semula = f", semula {tanggal_id(k.baris.jatuh_tempo_semula)}" if k.baris.jatuh_tempo_semula else ""
        return f"{k.tempat} {k.uraian}. {k.kapan}{semula}: {k.keadaan}."


@dataclass(frozen=True, slots=True)
class Pita:
    """The band of one pengungkit."""

    kode: str
    nama: str
    y: int
    tinggi: int
    tanda: list[Tanda]

    @property
    def y_nama(self) -> int:
        """The base line of its name."""
        return self.y + JUDUL - 6


@dataclass(frozen=True, slots=True)
class BulanGambar:
    nama: str
    x: int
    lebar: int

    @property
    def tengah(self) -> int:
        return self.x + self.lebar // 2


@dataclass(frozen=True, slots=True)
class Linimasa:
    tinggi: int
    bulan: list[BulanGambar]
    pita: list[Pita]
    hari_ini: int | None
    lebar: int = LEBAR

    @property
    def jangkar(self) -> str:
        """Which end of the words stands at today's line, so that they stay in the picture."""
        kini = self.hari_ini or 0
        return "start" if kini < TEPI else "end" if kini > LEBAR - TEPI else "middle"


def gambar_linimasa(jadwal: JadwalTahun, hari_ini: date) -> Linimasa:
    """The picture of a year. `hari_ini` stands in it where that day is of the year."""
    tahun = jadwal.tahun
    y = KEPALA
    pita = []
    for b in jadwal.bagian:
        satu = _pita(b.kode, b.nama, [k for k in b.kejadian if k.bulan(tahun)], tahun, y)
        pita.append(satu)
        y += satu.tinggi
    tepi = [_x(date(tahun, i, 1), tahun) for i in range(1, 13)] + [LEBAR]
    bulan = [BulanGambar(nama, tepi[i], tepi[i + 1] - tepi[i]) for i, nama in enumerate(BULAN)]
    kini = _tengah(hari_ini, tahun) if hari_ini.year == tahun else None
    return Linimasa(tinggi=y, bulan=bulan, pita=pita, hari_ini=kini)


def _pita(kode: str, nama: str, kejadian: list[Kejadian], tahun: int, y: int) -> Pita:
    """Each mark in the first lane that is free where it begins."""
    ujung: list[int] = []  # of each lane, how far it is taken
    tanda = []
    for k, jalur, semula, x in sorted((_ukur(k, tahun) for k in kejadian), key=lambda u: _kiri(*u[1:])):
        kiri = _kiri(jalur, semula, x)
        lajur = next((i for i, akhir in enumerate(ujung) if akhir < kiri), len(ujung))
        ujung[lajur : lajur + 1] = [max(x + TANDA, sum(jalur or (0, 0)))]
        tanda.append(Tanda(k, x, y + JUDUL + lajur * JALUR + (JALUR - TANDA) // 2, jalur, semula))
    return Pita(kode, nama, y, JUDUL + max(1, len(ujung)) * JALUR + SELA, tanda)


Ukuran = tuple[int, int] | None


def _ukur(k: Kejadian, tahun: int) -> tuple[Kejadian, Ukuran, Ukuran, int]:
    """An occurrence with its bar, the line to where it was, and the left of its mark."""
    assert k.jangka is not None  # noqa: S101  (it counts in a month)
    awal, akhir = (min(max(h, date(tahun, 1, 1)), date(tahun, 12, 31)) for h in k.jangka)
    x = min(max(_tengah(akhir, tahun) - TANDA // 2, 0), LEBAR - TANDA)
    jalur = (_x(awal, tahun), max(_x(akhir, tahun, 1) - _x(awal, tahun), 1)) if k.berjendela else None
    dulu = k.baris.jatuh_tempo_semula
    semula = None
    if dulu and dulu.year == tahun and (kiri := _tengah(dulu, tahun)) < x:
        semula = (kiri, x - kiri)
    return k, jalur, semula, x


def _kiri(jalur: Ukuran, semula: Ukuran, x: int) -> int:
    return min(x, *(ukuran[0] for ukuran in (jalur, semula) if ukuran), x)


def _x(hari: date, tahun: int, lebih: int = 0) -> int:
    """Where a day begins; with `lebih` 1, where it ends."""
    return _setengah(2 * (_ke(hari, tahun) + lebih), tahun)


def _tengah(hari: date, tahun: int) -> int:
    return _setengah(2 * _ke(hari, tahun) + 1, tahun)


def _ke(hari: date, tahun: int) -> int:
    return (hari - date(tahun, 1, 1)).days


def _setengah(banyak: int, tahun: int) -> int:
    """After so many half days of the year."""
    return LEBAR * banyak // (2 * (365 + isleap(tahun)))
