"""Dates and states of the stages. Pure: today is always told.

A stage is finished by its day of finishing, whatever it lacks (Bab 2.1 lets the pakta be completed later). What is
planned makes it late, never what it lacks."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, fields
from datetime import date

from zona.inti.waktu import tanggal_id
from zona.tahapan.enums import Keadaan, KodeTahap

TAHUN_ZI = 2012
"""Nobody declared a ZI before: PermenPANRB 60/2012 began it."""
BERSAMAAN = KodeTahap.PEMBANGUNAN
"""It runs beside the stages after it, so that its end is not compared with theirs."""


@dataclass(frozen=True, slots=True)
class Tanggal:
    """Days of a stage, planned and true. `sumber`: by the name of a day, where it comes from if nobody typed it."""

    target_mulai: date | None = None
    target_selesai: date | None = None
    mulai: date | None = None
    selesai: date | None = None
    sumber: Mapping[str, str] = field(default_factory=dict)

    @property
    def akhir(self) -> date | None:
        """The true day of finishing, else the planned one."""
        return self.selesai or self.target_selesai


HARI = tuple(f.name for f in fields(Tanggal) if f.name != "sumber")


def padukan(ketikan: Mapping[str, date | None], diketahui: Mapping[str, tuple[date | None, str]]) -> Tanggal:
    """What was typed, and for each day left empty the one that is known from elsewhere, with its source. A known day
    that would contradict a typed one (an end before a beginning) is left out."""
    hari = {nama: ketikan.get(nama) for nama in HARI}
    sumber: dict[str, str] = {}
    for nama, (tanggal, dari) in diketahui.items():
        if hari[nama] is None and tanggal is not None:
            hari[nama], sumber[nama] = tanggal, dari
    for mulai, selesai in (("target_mulai", "target_selesai"), ("mulai", "selesai")):
        a, b = hari[mulai], hari[selesai]
        if a and b and b < a and (buang := next((n for n in (mulai, selesai) if n in sumber), None)):
            hari[buang] = None
            del sumber[buang]
    return Tanggal(**hari, sumber=sumber)


def keadaan(tanggal: Tanggal, hari_ini: date, *, berjalan: bool = False, ditetapkan: bool = True) -> Keadaan:
    """`berjalan`: the data say that it has begun, though no day is known. `ditetapkan`: a version of the year's plan
    is in force; before that no stage is late, what would be is DRAF."""
    lewat = Keadaan.TERLAMBAT if ditetapkan else Keadaan.DRAF
    if tanggal.selesai and tanggal.selesai <= hari_ini:
        return Keadaan.SELESAI
    if tanggal.target_selesai and tanggal.target_selesai < hari_ini:
        return lewat
    if berjalan or (tanggal.mulai and tanggal.mulai <= hari_ini):
        return Keadaan.BERJALAN
    if tanggal.target_mulai and tanggal.target_mulai < hari_ini:
        return lewat
    return Keadaan.BELUM


def kata_keadaan(tanggal: Tanggal, hari_ini: date, kini: Keadaan) -> str:
    """The state in words, with how late it is."""
    if kini != Keadaan.TERLAMBAT:
        return kini.label
    for hari, apa in ((tanggal.target_selesai, "selesai"), (tanggal.target_mulai, "mulai")):
        if hari and hari < hari_ini:
            return f"Terlambat {apa} {(hari_ini - hari).days} hari"
    return kini.label


def tahap_kini(semua: Sequence[Keadaan]) -> int | None:
    """Which stage the office stands at: the first unfinished one after the last finished; where none is left there, the
    first that was left behind; None once all are finished."""
    belum = [i for i, k in enumerate(semua) if k != Keadaan.SELESAI]
    if not belum:
        return None
    akhir = max((i for i, k in enumerate(semua) if k == Keadaan.SELESAI), default=-1)
    return next((i for i in belum if i > akhir), belum[0])


def tak_urut(semua: Mapping[KodeTahap, Tanggal]) -> dict[KodeTahap, str]:
    """A sentence for each stage whose day lies before that of a stage it follows. Allowed, but told."""
    hasil: dict[KodeTahap, str] = {}
    lalu: tuple[KodeTahap, date] | None = None
    for kode in KodeTahap:
        tanggal = semua.get(kode, Tanggal())
        akhir = tanggal.akhir
        if kode == BERSAMAAN:
            if lalu and tanggal.mulai and tanggal.mulai < lalu[1]:
                hasil[kode] = _mendahului(kode, "mulai", tanggal.mulai, *lalu)
            continue
        if akhir and lalu and akhir < lalu[1]:
            apa = "selesai" if tanggal.selesai else "direncanakan selesai"
            hasil[kode] = _mendahului(kode, apa, akhir, *lalu)
        if akhir and (lalu is None or akhir >= lalu[1]):
            lalu = (kode, akhir)
    return hasil


def _mendahului(kode: KodeTahap, apa: str, hari: date, sebelum: KodeTahap, akhir: date) -> str:
    return f"{kode.label} {apa} {tanggal_id(hari)}, mendahului {sebelum.label.lower()} ({tanggal_id(akhir)})."


def periksa(kode: KodeTahap, tanggal: Tanggal, tahun: int, hari_ini: date) -> dict[str, str]:
    """What is wrong with typed days, a sentence by the name of the day: a year far off, a true day still to come, an
    end before its beginning."""
    galat: dict[str, str] = {}
    for nama in HARI:
        hari = getattr(tanggal, nama)
        if hari is None:
            continue
        dini = TAHUN_ZI if kode == KodeTahap.PENCANANGAN and not nama.startswith("target") else tahun - 1
        if not dini <= hari.year <= tahun + 1:
            galat[nama] = f"Tahunnya harus antara {dini} dan {tahun + 1}."
        elif not nama.startswith("target") and hari > hari_ini:
            galat[nama] = f"Tanggal ini sesudah hari ini ({tanggal_id(hari_ini)}). Isilah sebagai sasaran."
    for mulai, selesai in (("target_mulai", "target_selesai"), ("mulai", "selesai")):
        a, b = getattr(tanggal, mulai), getattr(tanggal, selesai)
        if a and b and b < a and selesai not in galat:
            galat[selesai] = f"Tanggal selesai mendahului tanggal mulai ({tanggal_id(a)})."
    return galat
