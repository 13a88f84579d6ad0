"""A starter's schedule words on the working days of a year. Pure."""

from collections.abc import Collection
from datetime import date, timedelta
from itertools import pairwise

from rencana_aksi.domain.jadwal import Jadwal, Kejadian, baca_jadwal
from rencana_aksi.domain.jadwal_teks import baca_teks, tulis_teks
from zona.inti.libur import alasan_libur, hari_kerja_mulai, hari_kerja_sampai

SEHARI = timedelta(days=1)
Jangka = tuple[date, date]


def jadwal_kerja(teks: str, tahun: int) -> tuple[str, Jadwal]:
    """What the words mean in that year, moved to working days, in the house's words (reading them gives the same).

    A single day becomes the first working day from it on, in the same quarter; else the last one before. A window
    begins on its first working day and is due on its last; windows one after another ("setiap bulan") are the days
    they are due on. Raises ValueError with the reason: words that are not
    understood, name no date, or leave the year.
    """
    terbaca = baca_teks(teks, tahun)
    jangka = [_jangka(k) for k in terbaca.kejadian]
    if terbaca.jadwal is None or None in jangka:
        raise ValueError(terbaca.alasan or f'"{teks}" tidak menyebut satu tanggal pun')
    jendela = [j for j in jangka if j]
    if luar := [j for j in jendela if {j[0].year, j[1].year} != {tahun}]:
        raise ValueError(f'"{teks}" keluar dari tahun {tahun}: {luar[0][0]} sampai {luar[0][1]}')
    sempit = [_sempit(awal, akhir) for awal, akhir in jendela]
    if all(awal == akhir for awal, akhir in sempit) or _bersambung(jendela):
        jadwal = _tanggal([akhir for _, akhir in sempit])
    else:
        jadwal = baca_jadwal({"rentang": [[awal.isoformat(), akhir.isoformat()] for awal, akhir in sempit]})
    kata = tulis_teks(jadwal)
    return f"{kata[:1].upper()}{kata[1:]}", jadwal


def _jangka(kejadian: Kejadian) -> Jangka | None:
    mulai, tempo = kejadian.mulai, kejadian.jatuh_tempo
    return (mulai, tempo) if mulai and tempo else None


def _tanggal(hari: list[date]) -> Jadwal:
    """Those days, each its own: one that is taken goes on to the next working day."""
    jadi: set[date] = set()
    for satu in hari:
        jadi.add(hari_kerja(satu, jadi))
    return baca_jadwal({"tanggal": [h.isoformat() for h in sorted(jadi)]})


def _bersambung(jendela: list[Jangka]) -> bool:
    """They fill a stretch of time: each begins the day after the one before it ends."""
    return len(jendela) > 1 and all(kiri[1] + SEHARI == kanan[0] for kiri, kanan in pairwise(jendela))


def _sempit(awal: date, akhir: date) -> Jangka:
    """The window from its first to its last working day; one without any, or of a day, a working day near it."""
    mulai, tempo = hari_kerja_mulai(awal), hari_kerja_sampai(akhir)
    return (mulai, tempo) if mulai <= tempo else (hari_kerja(awal), hari_kerja(awal))


def hari_kerja(hari: date, terpakai: Collection[date] = ()) -> date:
    """The first working day from that day on that is not taken and in its quarter; else the last one before it."""
    for langkah in (SEHARI, -SEHARI):
        jadi = hari
        while alasan_libur(jadi) or jadi in terpakai:
            jadi += langkah
        if _triwulan(jadi) == _triwulan(hari):
            break
    return jadi


def _triwulan(hari: date) -> tuple[int, int]:
    return hari.year, (hari.month - 1) // 3
