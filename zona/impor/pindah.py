"""Which rows of a file stand at another place than they did, and the order that follows from what was chosen. Pure."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import TypeVar

from rencana_aksi.domain.banding import terpanjang
from zona.impor.butir import Butir

T = TypeVar("T")


def deretan(butir: Iterable[Butir]) -> dict[str, list[str]]:
    """The siblings whose order counts, by what they stand in, each in order."""
    hasil: dict[str, list[str]] = defaultdict(list)
    for b in butir:
        if b.deret:
            hasil[b.deret].append(b.acuan)
    return hasil


def bergeser(deret: Sequence[str], letak: Mapping[str, int]) -> set[str]:
    """Of siblings that all had a place before, the fewest whose moving gives the order they have now."""
    tetap = terpanjang([letak[b] for b in deret])
    return {b for i, b in enumerate(deret) if i not in tetap}


def susun(kini: Sequence[T], mau: Sequence[T], pindah: Collection[T]) -> list[T]:
    """The siblings of `kini` with those of `pindah` each behind what it stands behind in `mau`, as far as that is
    here; the others stay in their order."""
    hasil = [b for b in kini if b not in pindah]
    ada = set(hasil)
    sesudah: T | None = None
    for b in mau:
        if b in pindah:
            hasil.insert(hasil.index(sesudah) + 1 if sesudah is not None else 0, b)
            ada.add(b)
        if b in ada:
            sesudah = b
    return hasil
