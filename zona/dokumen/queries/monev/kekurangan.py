"""What is done without all its evidence."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from bukti_fisik.enums import StatusBukti
from zona.dokumen.queries.monev.sejarah import PelaksanaanMonev, Sejarah, Syarat

KEADAAN: dict[str | None, str] = {
    StatusBukti.DITERIMA: "diterima",
    StatusBukti.MENUNGGU: "menunggu verifikasi",
    StatusBukti.DIKEMBALIKAN: "dikembalikan",
    None: "belum ada",
}

Bukti = Mapping[tuple[int, int | None], str]
"""What stands for each need, by syarat and, where it is asked at each, occurrence."""


@dataclass(frozen=True, slots=True)
class Kekurangan:
    """`butir` are (item, its state in words). `aksi_pk` is None for evidence of a whole rencana kerja."""

    area: str
    tempat: str
    uraian: str
    aksi_pk: int | None
    realisasi: date | None
    butir: tuple[tuple[str, str], ...]


def per_aksi(pelaksanaan: Iterable[PelaksanaanMonev]) -> dict[int, list[PelaksanaanMonev]]:
    """Occurrences by action, without those called off."""
    hasil: dict[int, list[PelaksanaanMonev]] = defaultdict(list)
    for p in pelaksanaan:
        if p.berlaku:
            hasil[p.aksi.pk].append(p)
    return hasil


def cari_kekurangan(sejarah: Sejarah, pelaksanaan: Iterable[PelaksanaanMonev], bukti: Bukti) -> Iterator[Kekurangan]:
    """An occurrence done lacks what is asked at each; an action whose last occurrence is done lacks what is asked of it
    once; a rencana kerja all of whose actions are done lacks what is asked of the row (its only action takes it)."""
    tempat = per_aksi(pelaksanaan)
    milik: dict[tuple[str, int], list[Syarat]] = defaultdict(list)
    for s in sejarah.syarat:
        milik[("kerja", s.kerja_pk) if s.aksi_pk is None else ("aksi", s.aksi_pk)].append(s)
    per_kerja: dict[int, list[int]] = defaultdict(list)
    for pk, a in sejarah.aksi.items():
        if pk in tempat:
            per_kerja[a.kerja_pk].append(pk)
    for kerja_pk, aksi in per_kerja.items():
        umum, bersama = milik["kerja", kerja_pk], len(aksi) > 1
        for pk in aksi:
            yield from _dari_aksi(tempat[pk], milik["aksi", pk] + ([] if bersama else umum), bukti)
        semua = [p for pk in aksi for p in tempat[pk]]
        if bersama and all(p.selesai for p in semua) and (butir := _kurang(umum, None, bukti)):
            a = sejarah.aksi[aksi[0]]
            uraian = f"{a.kerja} (seluruh rencana kerja)"
            yield Kekurangan(a.area, a.tempat_kerja, uraian, None, _terakhir(semua), butir)


def _dari_aksi(pelaksanaan: list[PelaksanaanMonev], syarat: list[Syarat], bukti: Bukti) -> Iterator[Kekurangan]:
    a = pelaksanaan[0].aksi
    for p in pelaksanaan:
        if p.selesai and (butir := _kurang((s for s in syarat if s.tiap), p.pk, bukti)):
            yield Kekurangan(a.area, a.tempat, a.uraian, a.pk, p.realisasi, butir)
    sekali = [s for s in syarat if not s.tiap]
    if all(p.selesai for p in pelaksanaan) and (butir := _kurang(sekali, None, bukti)):
        yield Kekurangan(a.area, a.tempat, a.uraian, a.pk, _terakhir(pelaksanaan), butir)


def _kurang(syarat: Iterable[Syarat], pelaksanaan: int | None, bukti: Bukti) -> tuple[tuple[str, str], ...]:
    ada = ((s.teks, bukti.get((s.pk, pelaksanaan))) for s in syarat)
    return tuple((teks, KEADAAN[status]) for teks, status in ada if status != StatusBukti.DITERIMA)


def _terakhir(pelaksanaan: Iterable[PelaksanaanMonev]) -> date | None:
    return max((p.realisasi for p in pelaksanaan if p.realisasi), default=None)
