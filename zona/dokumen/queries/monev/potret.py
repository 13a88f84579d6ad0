"""A period of the plan: what was due in it and what became of that, what was late, moved, called off, in the way."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import Enum

from rencana_aksi.enums import Status
from zona.dokumen.periode import Periode
from zona.dokumen.queries.monev.hitung import Keadaan, Posisi, keadaan_per, keadaan_sebelum
from zona.dokumen.queries.monev.sejarah import KendalaMonev, PelaksanaanMonev, Sejarah


class Golongan(Enum):
    """What became of something that was due in the period."""

    TEPAT = "selesai tepat waktu"
    LAMBAT = "selesai terlambat"
    BELUM = "belum selesai"
    DITUNDA = "ditunda ke luar periode"
    BATAL = "batal"


@dataclass(frozen=True, slots=True)
class Perpindahan:
    """One decision to move a date."""

    pelaksanaan: PelaksanaanMonev
    semula: date | None
    menjadi: date | None
    alasan: str
    dicatat: date
    oleh: str


@dataclass(frozen=True, slots=True)
class Pembatalan:
    pelaksanaan: PelaksanaanMonev
    alasan: str
    dicatat: date
    oleh: str


@dataclass(frozen=True, slots=True)
class Potret:
    """`kini` as of the period's end (or of today while it lasts), `lalu` as of the day before it."""

    periode: Periode
    kini: Keadaan
    lalu: Keadaan
    posisi: dict[str, Posisi]
    posisi_lalu: dict[str, Posisi]
    jatuh_tempo: list[tuple[PelaksanaanMonev, Golongan]]
    terlambat: list[PelaksanaanMonev]
    susulan: list[PelaksanaanMonev]
    dipindah: list[Perpindahan]
    dibatalkan: list[Pembatalan]
    kendala: list[KendalaMonev]
    mendatang: list[PelaksanaanMonev]

    def banyak(self, *golongan: Golongan, area: str = "") -> int:
        """How many of what was due ended so; all of it without a Golongan."""
        return sum((g in golongan or not golongan) and area in ("", p.aksi.area) for p, g in self.jatuh_tempo)


def buat_potret(sejarah: Sejarah, periode: Periode, hari_ini: date, batas_kendala: date) -> Potret:
    """`batas_kendala`: obstacles noted up to that day belong to the period too (the day of its meeting)."""
    kini, lalu = keadaan_per(sejarah, periode, hari_ini), keadaan_sebelum(sejarah, periode)
    jatuh_tempo = list(_jatuh_tempo(periode, kini, lalu))
    tercatat = {p.pk for p, _ in jatuh_tempo}
    lain = [p for p in kini.pelaksanaan if p.pk not in tercatat]
    kendala = sejarah.kendala_per(max(kini.hari, batas_kendala))
    return Potret(
        periode,
        kini,
        lalu,
        kini.per_pengungkit(),
        lalu.per_pengungkit(),
        jatuh_tempo,
        terlambat=[p for p in lain if p.terlambat(kini.acuan)],
        susulan=[p for p in lain if p.realisasi and p.realisasi >= periode.dari],
        dipindah=list(_dipindah(sejarah, periode.dari, kini.hari)),
        dibatalkan=list(_dibatalkan(sejarah, periode.dari, kini.hari)),
        kendala=[k for k in kendala if k.selesai_pada is None or k.selesai_pada >= periode.dari],
        mendatang=list(_mendatang(periode.sesudah, kini.pelaksanaan)),
    )


def _dalam(periode: Periode, hari: date | None) -> bool:
    return hari is not None and periode.dari <= hari <= periode.sampai


def _jatuh_tempo(periode: Periode, kini: Keadaan, lalu: Keadaan) -> Iterator[tuple[PelaksanaanMonev, Golongan]]:
    """Due in the period as things stand, or as they stood when it began."""
    for p, dulu in zip(kini.pelaksanaan, lalu.pelaksanaan, strict=True):
        if _dalam(periode, p.jatuh_tempo) or (_dalam(periode, dulu.jatuh_tempo) and dulu.berlaku):
            yield p, _golongan(periode, p)


def _golongan(periode: Periode, p: PelaksanaanMonev) -> Golongan:
    if not p.berlaku:
        return Golongan.BATAL
    if p.realisasi is not None:
        return Golongan.TEPAT if p.jatuh_tempo is None or p.realisasi <= p.jatuh_tempo else Golongan.LAMBAT
    return Golongan.BELUM if _dalam(periode, p.jatuh_tempo) else Golongan.DITUNDA


def _dipindah(sejarah: Sejarah, dari: date, sampai: date) -> Iterator[Perpindahan]:
    """Not the first date of what had none, unless that was a postponement too."""
    for p, j in sejarah.peristiwa(dari, sampai):
        semula, menjadi = j.sebelum.get("jatuh_tempo"), j.sesudah.get("jatuh_tempo")
        if menjadi and (semula or j.sesudah.get("status") == Status.DITUNDA):
            alasan = j.alasan or j.sesudah.get("alasan") or ""
            hari = j.waktu.astimezone(sejarah.zona).date()
            awal = date.fromisoformat(semula) if semula else None
            yield Perpindahan(p, awal, date.fromisoformat(menjadi), alasan, hari, j.oleh_nama)


def _dibatalkan(sejarah: Sejarah, dari: date, sampai: date) -> Iterator[Pembatalan]:
    """Each once, as decided last; not what was taken up again in the same period."""
    akhir = {p.pk: (p, j) for p, j in sejarah.peristiwa(dari, sampai) if "status" in j.sesudah}
    for p, j in akhir.values():
        if not p.berlaku:
            yield Pembatalan(p, j.alasan or p.alasan, j.waktu.astimezone(sejarah.zona).date(), j.oleh_nama)


def _mendatang(sesudah: Periode, pelaksanaan: Iterable[PelaksanaanMonev]) -> Iterator[PelaksanaanMonev]:
    """What is still to be done and due in the next period."""
    return (p for p in pelaksanaan if p.berlaku and not p.selesai and _dalam(sesudah, p.jatuh_tempo))
