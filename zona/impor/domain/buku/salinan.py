"""Rows of a workbook that were copied with their hidden keys: one keeps them, the others are new as far as their words
differ. Pure."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from rencana_aksi.domain.baris_xlsx import Baris
from rencana_aksi.domain.lembar_xlsx import (
    AKSI,
    BUKTI,
    HURUF,
    KERJA,
    KUNCI_AKSI,
    KUNCI_KERJA,
    MULAI,
    TEMPO,
)
from rencana_aksi.domain.masalah import Masalah
from zona.impor.domain.buku.dasar import Dasar, kunci, sama, tertulis

T = TypeVar("T")


@dataclass(slots=True)
class BarisBuku:
    """A row with its keys, as far as they are its own. `area`: its pengungkit, or that of the rows above."""

    baris: Baris
    area: str
    kerja: int | None
    aksi: int | None
    sendiri: int | None

    def teks(self, judul: str) -> str:
        return self.baris.teks(judul)


def asli(baris: Sequence[T], ciri: Callable[[T], int | None], cocok: Callable[[T], int]) -> Iterable[tuple[T, T]]:
    """(copy, original) of the rows that share a key: the original is what fits best, of several the first."""
    kelompok: dict[int, list[T]] = defaultdict(list)
    for b in baris:
        if (k := ciri(b)) is not None:
            kelompok[k].append(b)
    for isi in kelompok.values():
        if len(isi) > 1:
            pokok = max(isi, key=cocok)
            yield from ((b, pokok) for b in isi if b is not pokok)


def lepas_pelaksanaan(semua: list[BarisBuku], d: Dasar, keterangan: list[str]) -> list[BarisBuku]:
    """Seluruhnya without the keys of copies; a copy that says nothing of its own is left out, and said."""
    buang: set[int] = set()
    for b, pokok in asli(semua, lambda b: b.sendiri, lambda b: _cocok(b, d)):
        b.sendiri = None
        if b.teks(KERJA) and not sama(b.teks(KERJA), pokok.teks(KERJA)):
            b.kerja = b.aksi = None
        elif b.teks(AKSI) and not sama(b.teks(AKSI), pokok.teks(AKSI)):
            b.aksi = None
        elif all(b.baris[j] == pokok.baris[j] for j in (MULAI, TEMPO)):
            buang.add(id(b))
            keterangan.append(_diabaikan(b.baris, AKSI, pokok.baris))
    return [b for b in semua if id(b) not in buang]


def lepas_syarat(semua: list[BarisBuku], d: Dasar, keterangan: list[str]) -> list[BarisBuku]:
    """The same of Bukti Fisik."""
    buang: set[int] = set()

    def cocok(b: BarisBuku) -> int:
        dasar = d.syarat.get(b.sendiri or 0)
        return int(dasar is not None and tertulis(dasar.teks) == b.teks(BUKTI))

    for b, pokok in asli(semua, lambda b: b.sendiri, cocok):
        b.sendiri = None
        if all(sama(b.teks(j), pokok.teks(j)) for j in (KERJA, HURUF, AKSI, BUKTI)):
            buang.add(id(b))
            keterangan.append(_diabaikan(b.baris, BUKTI, pokok.baris))
        elif b.teks(KERJA) and not sama(b.teks(KERJA), pokok.teks(KERJA)):
            b.kerja = None
    return [b for b in semua if id(b) not in buang]


def _diabaikan(baris: Baris, judul: str, pokok: Baris) -> str:
    return f"{baris.sel(judul)}: salinan baris {pokok.nomor} yang tidak berbeda, tidak dibaca."


def _cocok(b: BarisBuku, d: Dasar) -> int:
    """How much of the row is as it was written."""
    p, a, k = d.pelaksanaan.get(b.sendiri or 0), d.aksi.get(b.aksi or 0), d.kerja.get(b.kerja or 0)
    sama_kerja = k is not None and tertulis(k.uraian) == b.teks(KERJA)
    sama_aksi = a is not None and tertulis(a.uraian) == b.teks(AKSI)
    sama_hari = p is not None and (b.baris[MULAI], b.baris[TEMPO]) == (p.mulai, p.jatuh_tempo)
    return 4 * sama_kerja + 2 * sama_aksi + sama_hari


def berkunci(semua: Iterable[tuple[Baris, str]], sendiri: str, masalah: list[Masalah]) -> list[BarisBuku]:
    """Rows with their keys; `sendiri`: the column of the key that no other row has."""
    return [
        BarisBuku(b, area, *(kunci(b, judul, masalah) for judul in (KUNCI_KERJA, KUNCI_AKSI, sendiri)))
        for b, area in semua
    ]
