"""Levels of one column that holds rencana kerja and actions alike, by how they are numbered. Pure."""

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise

from zona.impor.lama.lembar import BarisLama
from zona.impor.lama.pecah import lepas_nomor
from zona.impor.lama.sel import nomor_sel, teks_sel

_BULIR = re.compile(r"^[-–—•*●▪➢✓√]")
TAK_BERNOMOR = 0


def tingkat(teks: str, nomor: str, huruf: str) -> int:
    """1 for what is numbered 1 2 3, 2 for a b c, 1.1 or a mark, deeper for 1.1.1; 0 where nothing numbers it. `nomor`
    and `huruf`: what stands in columns of their own."""
    if huruf:
        return 2
    tanda = nomor or lepas_nomor(teks).tanda
    if tanda:
        bagian = [b for b in tanda.split(".") if b]
        return len(bagian) if bagian and all(b.isdecimal() for b in bagian) else 2
    return 2 if _BULIR.match(teks) else TAK_BERNOMOR


def bertingkat(baris: Iterable[BarisLama], utama: int, no: int, huruf: int) -> bool:
    """Whether rows of the first level and of a lower one are both there."""
    ada = {tinggi for _, tinggi, _ in _tingkat(baris, utama, no, huruf)}
    return 1 in ada and bool(ada & {2, 3})


def kepala_tanpa_nomor(baris: Iterable[BarisLama], utama: int, no: int, huruf: int) -> frozenset[int]:
    """Rows without a number that stand over one that begins to count (a, 1.1): of the first level all the same."""
    semua = list(_tingkat(baris, utama, no, huruf))
    return frozenset(
        b.nomor
        for (b, tinggi, _), (_, nanti, tanda) in pairwise(semua)
        if tinggi == TAK_BERNOMOR and nanti == 2 and (tanda.lower() in ("a", "i") or tanda.endswith(".1"))
    )


def _tingkat(baris: Iterable[BarisLama], utama: int, no: int, huruf: int) -> Iterator[tuple[BarisLama, int, str]]:
    """Rows with words, their level, and what numbers them."""
    for b in baris:
        if teks := teks_sel(b, utama):
            nomor, kecil = nomor_sel(b, no), nomor_sel(b, huruf)
            yield b, tingkat(teks, nomor, kecil), kecil or nomor or lepas_nomor(teks).tanda
