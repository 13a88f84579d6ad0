"""Schedules as old spreadsheets give them: words, dates in columns, or marks under months. Pure."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from rencana_aksi.domain.jadwal import TANPA_JADWAL, Jadwal, baca_jadwal
from rencana_aksi.domain.jadwal_teks import Terbaca, baca_teks, tulis_teks
from rencana_aksi.domain.masalah import Ditolak
from zona.impor.lama.kamus import PERIODE
from zona.inti.waktu import tanggal_id
from zona.inti.xlsx import Nilai

BATAS_TEKS = 300
TAK_ADA = frozenset({"", "-", "–", "—", "0", "tidak", "n/a", "na", "nihil"})
TANDA = frozenset({"x", "v", "√", "✓", "✔", "☑", "●", "■", "█", "*", "1", "o", "ya", "y", "vv", "xx"})
_LETAK = re.compile(
    r"^(?:minggu|mg|tgl|tanggal|awal|akhir|pertengahan|\d{1,2}\s*(?:[-–,&]|s\.?d\.?|dan)\s*\d{1,2})", re.IGNORECASE
)
_MINGGU = ("pertama", "kedua", "ketiga", "keempat")


@lru_cache(maxsize=4096)
def _baca(teks: str, tahun: int) -> Terbaca:
    """As baca_teks; a sheet says the same of many rows."""
    return baca_teks(teks, tahun)


@dataclass(frozen=True, slots=True)
class Waktu:
    """The words of a schedule and what they mean; `jadwal` None where that is not understood, `masalah` why. `catatan`:
    what was assumed."""

    teks: str
    jadwal: Jadwal | None
    masalah: str = ""
    catatan: str = ""


@dataclass(frozen=True, slots=True)
class Tanda:
    """A marked cell under a month or quarter: the column's code, its week, what stands in it (a colour alone: nothing),
    and whether it goes on from its left neighbour (one merged cell, or colour beside colour)."""

    medan: str
    pekan: int
    isi: str
    sambung: bool


def dari_teks(teks: Sequence[str], tahun: int) -> Waktu:
    """From words, one or more cells of them. What is not understood stays as words."""
    utuh = ", ".join(dict.fromkeys(t.strip(" ;,\n") for t in teks if t.strip().lower() not in TAK_ADA))
    if not utuh:
        return Waktu("", TANPA_JADWAL)
    alasan = ""
    for coba in dict.fromkeys(
        (" ".join(utuh.split()), ", ".join(s.strip(" ;,") for s in utuh.split("\n") if s.strip()))
    ):
        terbaca = _baca(coba, tahun)
        if terbaca.jadwal and len(coba) <= BATAS_TEKS:
            return Waktu(coba, terbaca.jadwal)
        alasan = alasan or terbaca.alasan
    rapi = " ".join(utuh.split())
    if len(rapi) > BATAS_TEKS:
        return Waktu(f"{rapi[: BATAS_TEKS - 1]}…", None, f"Terlalu panjang untuk jadwal; lengkapnya: {rapi}")
    return Waktu(rapi, None, alasan)


def dari_tanggal(pasangan: Iterable[tuple[Nilai, Nilai]], tahun: int) -> Waktu | None:
    """From the columns of first and last day, a pair a row; None where they say nothing. Words ("Januari", "Maret") are
    read as from one to the other."""
    hari: list[tuple[date, date]] = []
    for mulai, selesai in dict.fromkeys(pasangan):
        awal, akhir = (None if _tak_ada(n) else n for n in (mulai, selesai))
        if awal is None and akhir is None:
            continue
        terbaca = _jendela(awal, akhir, tahun)
        if isinstance(terbaca, Waktu):
            return terbaca
        hari.append(terbaca)
    if not hari:
        return None
    hari = list(dict.fromkeys(hari))
    satu = all(a == b for a, b in hari)
    try:
        jadwal = baca_jadwal({"tanggal": [a for a, _ in hari]} if satu else {"rentang": [list(h) for h in hari]})
    except Ditolak as galat:
        teks = "; ".join(tanggal_id(a) if a == b else f"{tanggal_id(a)}–{tanggal_id(b)}" for a, b in hari)
        return Waktu(teks[:BATAS_TEKS], None, galat.pesan)
    return Waktu(tulis_teks(jadwal)[:BATAS_TEKS], jadwal)


def _tak_ada(nilai: Nilai) -> bool:
    return nilai is None or (isinstance(nilai, str) and nilai.strip().lower() in TAK_ADA)


def _jendela(awal: Nilai, akhir: Nilai, tahun: int) -> tuple[date, date] | Waktu:
    if isinstance(awal or akhir, date) and isinstance(akhir or awal, date):
        ujung = [n for n in (awal, akhir) if isinstance(n, date)]
        return ujung[0], ujung[-1]
    kata = [tanggal_id(n) if isinstance(n, date) else " ".join(str(n).split()) for n in (awal, akhir) if n is not None]
    teks = " s.d. ".join(kata)
    terbaca = _baca(teks, tahun)
    if len(terbaca.kejadian) == 1 and terbaca.kejadian[0].mulai and terbaca.kejadian[0].jatuh_tempo:
        return terbaca.kejadian[0].mulai, terbaca.kejadian[0].jatuh_tempo
    if terbaca.jadwal:
        return Waktu(teks, terbaca.jadwal)
    return Waktu(teks[:BATAS_TEKS], None, terbaca.alasan)


def dari_tanda(tanda: Sequence[Tanda], tahun: int) -> Waktu | None:
    """From marks under months: each mark is one occurrence, due by the end of its month; months marked as one (merged,
    or a colour that goes on) are one window. None where nothing is marked."""
    ada = [t for t in tanda if t.isi.strip().lower() not in TAK_ADA or not t.isi]
    if not ada:
        return None
    bagian: list[list[str]] = []
    lain: list[str] = []
    for t in ada:
        kata = _sebut(t, tahun, lain)
        if t.sambung and bagian:
            bagian[-1].append(kata)
        elif [kata] not in bagian:
            bagian.append([kata])
    teks = ", ".join(b[0] if b[0] == b[-1] else f"{b[0]} s.d. {b[-1]}" for b in bagian)
    if len(bagian) == 12 and all(len(b) == 1 and b[0] in PERIODE.values() for b in bagian):
        teks = "setiap bulan"
    terbaca = _baca(f"{teks} sepanjang tahun {tahun}" if teks == "setiap bulan" else f"{teks} {tahun}", tahun)
    catatan = f"Isi {', '.join(dict.fromkeys(lain))} di bawah bulan dibaca sebagai tanda." if lain else ""
    if terbaca.jadwal is None:
        return Waktu(teks[:BATAS_TEKS], None, terbaca.alasan, catatan)
    return Waktu(terbaca.baku[:BATAS_TEKS], terbaca.jadwal, catatan=catatan)


def _sebut(t: Tanda, tahun: int, lain: list[str]) -> str:
    """The words of one mark: Maret; minggu kedua Maret; akhir Maret, where the cell says akhir."""
    nama = PERIODE[t.medan]
    if t.medan.startswith("bulan") and t.pekan:
        return f"minggu {_MINGGU[t.pekan - 1]} {nama}" if t.pekan <= len(_MINGGU) else f"minggu terakhir {nama}"
    isi = " ".join(t.isi.split())
    if isi.lower() in TANDA or not isi:
        return nama
    if t.medan.startswith("bulan") and _LETAK.match(isi) and _baca(f"{isi} {nama} {tahun}", tahun).dipahami:
        return f"{isi} {nama}"
    lain.append(f'"{isi[:40]}"')
    return nama
