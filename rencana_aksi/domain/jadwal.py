"""A schedule's meaning and the occurrences it makes. Pure: no ORM, no clock.

Meaning, as a plan file and `RencanaAksi.jadwal_makna` write it:
    tanggal: [d, …]          one occurrence a date, due that day
    rentang: [[a, b], …]     one a window, due at its end
    rrule (+ lama_hari: 1)   one a recurrence, starting on its date, due lama_hari - 1 days later
    berkala: true, or none   one without a date
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from rencana_aksi.domain.masalah import Ditolak, Masalah
from rencana_aksi.domain.rrule import tanggal_rrule
from rencana_aksi.enums import JenisJadwal
from zona.inti.waktu import TAHUN_AKHIR, TAHUN_AWAL

BATAS_KEJADIAN = 500
BATAS_LAMA_HARI = 366
MAKNA = ("tanggal", "rentang", "rrule", "berkala")


@dataclass(frozen=True, slots=True)
class Kejadian:
    """One occurrence; both dates, or neither."""

    mulai: date | None = None
    jatuh_tempo: date | None = None


@dataclass(frozen=True, slots=True)
class Jadwal:
    """What a schedule means: its kind, its meaning as stored (ISO dates), its occurrences in order of due date."""

    jenis: JenisJadwal
    makna: dict[str, Any]
    kejadian: tuple[Kejadian, ...]


TANPA_JADWAL = Jadwal(JenisJadwal.TANPA, {}, (Kejadian(),))


def baca_tanggal(nilai: object) -> date:
    """A date, or its ISO text (2023-01-25). Raises ValueError with the reason."""
    if isinstance(nilai, date):
        hari = date(nilai.year, nilai.month, nilai.day)
    else:
        try:
            if not isinstance(nilai, str) or len(nilai) != 10:
                raise ValueError
            hari = date.fromisoformat(nilai)
        except ValueError:
            raise ValueError(f'"{nilai}" bukan tanggal; tulis tahun-bulan-hari, misalnya 2023-01-25') from None
    if not TAHUN_AWAL <= hari.year <= TAHUN_AKHIR:
        raise ValueError(f"tahun {hari.year} di luar {TAHUN_AWAL}–{TAHUN_AKHIR}")
    return hari


def baca_jadwal(makna: Mapping[str, Any]) -> Jadwal:
    """The schedule that `makna` describes; keys other than the meaning's are not looked at.
    Raises Ditolak with every problem and its path (tanggal[0], rentang[1][0], rrule, lama_hari)."""
    masalah: list[Masalah] = []
    ada = [kunci for kunci in MAKNA if makna.get(kunci) is not None]
    if len(ada) > 1:
        masalah.append(Masalah("", f"hanya satu dari {', '.join(MAKNA)} yang boleh diisi, ada {' dan '.join(ada)}"))
    if "lama_hari" in makna and "rrule" not in ada:
        masalah.append(Masalah("lama_hari", "hanya untuk jadwal rrule"))
    jadwal = TANPA_JADWAL
    for kunci in ada:
        try:
            jadwal = {"tanggal": _tanggal, "rentang": _rentang, "rrule": _rrule, "berkala": _berkala}[kunci](makna)
        except Ditolak as galat:
            masalah += galat.masalah
    if masalah:
        raise Ditolak(masalah)
    return jadwal


def _berkala(makna: Mapping[str, Any]) -> Jadwal:
    if makna["berkala"] is not True:
        raise Ditolak([Masalah("berkala", "hanya boleh bernilai true")])
    return Jadwal(JenisJadwal.BERKALA, {}, (Kejadian(),))


def _daftar(makna: Mapping[str, Any], kunci: str) -> list[Any]:
    nilai = makna[kunci]
    if not isinstance(nilai, list) or not nilai:
        raise Ditolak([Masalah(kunci, "harus berupa daftar yang berisi")])
    if len(nilai) > BATAS_KEJADIAN:
        raise Ditolak([Masalah(kunci, f"{len(nilai)} kejadian, paling banyak {BATAS_KEJADIAN}")])
    return nilai


def _tanggal(makna: Mapping[str, Any]) -> Jadwal:
    masalah: list[Masalah] = []
    hari: list[date] = []
    for i, nilai in enumerate(_daftar(makna, "tanggal")):
        try:
            satu = baca_tanggal(nilai)
        except ValueError as galat:
            masalah.append(Masalah(f"tanggal[{i}]", str(galat)))
            continue
        if satu in hari:
            masalah.append(Masalah(f"tanggal[{i}]", f"{satu} ditulis dua kali"))
        hari.append(satu)
    if masalah:
        raise Ditolak(masalah)
    hari.sort()
    return Jadwal(JenisJadwal.TANGGAL, {"tanggal": [h.isoformat() for h in hari]}, tuple(Kejadian(h, h) for h in hari))


def _rentang(makna: Mapping[str, Any]) -> Jadwal:
    masalah: list[Masalah] = []
    jendela: list[tuple[date, date]] = []
    for i, nilai in enumerate(_daftar(makna, "rentang")):
        if not isinstance(nilai, list | tuple) or len(nilai) != 2:
            masalah.append(Masalah(f"rentang[{i}]", "harus berupa [mulai, selesai]"))
            continue
        ujung: list[date] = []
        for j, satu in enumerate(nilai):
            try:
                ujung.append(baca_tanggal(satu))
            except ValueError as galat:
                masalah.append(Masalah(f"rentang[{i}][{j}]", str(galat)))
        if len(ujung) < 2:
            continue
        if ujung[1] < ujung[0]:
            masalah.append(Masalah(f"rentang[{i}]", f"berakhir {ujung[1]}, sebelum mulainya {ujung[0]}"))
        if (ujung[0], ujung[1]) in jendela:
            masalah.append(Masalah(f"rentang[{i}]", f"{ujung[0]} sampai {ujung[1]} ditulis dua kali"))
        jendela.append((ujung[0], ujung[1]))
    if masalah:
        raise Ditolak(masalah)
    jendela.sort(key=lambda j: (j[1], j[0]))
    tersimpan = [[a.isoformat(), b.isoformat()] for a, b in jendela]
    return Jadwal(JenisJadwal.RENTANG, {"rentang": tersimpan}, tuple(Kejadian(a, b) for a, b in jendela))


def _rrule(makna: Mapping[str, Any]) -> Jadwal:
    lama = makna.get("lama_hari", 1)
    if isinstance(lama, bool) or not isinstance(lama, int) or not 1 <= lama <= BATAS_LAMA_HARI:
        raise Ditolak([Masalah("lama_hari", f"harus bilangan bulat 1 sampai {BATAS_LAMA_HARI}")])
    try:
        hari = tanggal_rrule(makna["rrule"], batas=BATAS_KEJADIAN)
    except ValueError as galat:
        raise Ditolak([Masalah("rrule", str(galat))]) from None
    kejadian = tuple(Kejadian(h, h + timedelta(days=lama - 1)) for h in hari)
    return Jadwal(JenisJadwal.BERULANG, {"rrule": makna["rrule"], "lama_hari": lama}, kejadian)
