"""An instrument and the answers to it, as plain values: what the database gives (queries.py) and the score takes
(domain/skor.py). No Django, no float."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any


@dataclass(frozen=True, slots=True)
class Soal:
    """A question. `rumus` of a PERSEN: {"jenis": "rasio", "pembilang": [...], "penyebut": [...]} or
    {"jenis": "penurunan", "lalu": b, "kini": b}; without one the answer is the percentage itself, 0 to 100."""

    kode: str
    jenis: str
    pilihan: Mapping[str, Decimal] = field(default_factory=dict)
    rumus: Mapping[str, Any] = field(default_factory=dict)
    yakin: bool = True


@dataclass(frozen=True, slots=True)
class Indikator:
    """Has questions, or sub-indikator whose points add up to its own."""

    kode: str
    nama: str
    bobot: Decimal
    soal: tuple[Soal, ...] = ()
    sub: tuple["Indikator", ...] = ()

    def semua_soal(self) -> Iterator[Soal]:
        yield from self.soal
        for sub in self.sub:
            yield from sub.soal


@dataclass(frozen=True, slots=True)
class Komponen:
    """Of an area I–VI of pengungkit, or (no area) of hasil."""

    kode: str
    nama: str
    bobot: Decimal
    indikator: tuple[Indikator, ...]
    area: str = ""


@dataclass(frozen=True, slots=True)
class Ambang:
    """A gate: the least points of a `jenis` total, pengungkit, area, komponen or indikator (the last three by `kode`)
    that the `predikat` wbk or wbbm asks for."""

    predikat: str
    nama: str
    jenis: str
    kode: str
    minimal: Decimal


@dataclass(frozen=True, slots=True)
class Struktur:
    komponen: tuple[Komponen, ...]
    ambang: tuple[Ambang, ...] = ()

    def semua_soal(self) -> Iterator[Soal]:
        """Every question, in the instrument's order."""
        for komponen in self.komponen:
            for indikator in komponen.indikator:
                yield from indikator.semua_soal()


@dataclass(frozen=True, slots=True)
class Isian:
    """One answer, in the one form its question asks for."""

    pilihan: str | None = None
    angka: Decimal | None = None
    masukan: Mapping[str, int] = field(default_factory=dict)
