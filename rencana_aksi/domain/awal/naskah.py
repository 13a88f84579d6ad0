"""The starter of an instrument as values. Pure.

Every thing that can be ticked has an `id` made of its own words and of those it stands under: it survives other rows
being added, moved or mended, and never comes to mean another text than the one that was ticked.
"""

import hashlib
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from rencana_aksi.enums import JenisBukti

PASTI = "pasti"
KEPASTIAN = (PASTI, "mungkin", "usulan")
"""How sure it is that offices prove a question so: asked for in many, in some, or proposed by the author."""


def sidik_awal(*teks: str) -> str:
    """The id of a thing by its words, from the pengungkit down."""
    return hashlib.sha256("\0".join(teks).encode()).hexdigest()[:12]


@dataclass(frozen=True, slots=True)
class SyaratAwal:
    """A proposed item of evidence and the questions it proves."""

    id: str
    teks: str
    jenis: JenisBukti
    tiap_pelaksanaan: bool
    pertanyaan: tuple[str, ...]
    kepastian: str


@dataclass(frozen=True, slots=True)
class AksiAwal:
    """`jadwal`: words without a year ("25 Januari", "TW I", "setiap bulan")."""

    id: str
    uraian: str
    jadwal: str
    pertanyaan: tuple[str, ...]
    syarat: tuple[SyaratAwal, ...]


@dataclass(frozen=True, slots=True)
class KerjaAwal:
    id: str
    uraian: str
    aksi: tuple[AksiAwal, ...]


@dataclass(frozen=True, slots=True)
class PengungkitAwal:
    kode: str
    program: tuple[str, ...]
    kerja: tuple[KerjaAwal, ...]


@dataclass(frozen=True)
class NaskahAwal:
    """`instrumen`: the code of the one it is for."""

    instrumen: str
    pengungkit: tuple[PengungkitAwal, ...]

    def semua_aksi(self) -> Iterator[tuple[PengungkitAwal, KerjaAwal, AksiAwal]]:
        """In the order of the document."""
        return ((p, k, a) for p in self.pengungkit for k in p.kerja for a in k.aksi)

    @cached_property
    def semua_id(self) -> frozenset[str]:
        """Of everything that can be ticked: rows, actions, evidence."""
        kerja = {k.id for p in self.pengungkit for k in p.kerja}
        aksi = {a.id for _, _, a in self.semua_aksi()}
        return frozenset(kerja | aksi | {s.id for _, _, a in self.semua_aksi() for s in a.syarat})

    @cached_property
    def bukti_soal(self) -> Mapping[str, tuple[SyaratAwal, ...]]:
        """The proposed evidence of each question, the surest first."""
        hasil: dict[str, list[SyaratAwal]] = defaultdict(list)
        for _, _, aksi in self.semua_aksi():
            for syarat in aksi.syarat:
                for kode in syarat.pertanyaan:
                    hasil[kode].append(syarat)
        return {kode: tuple(sorted(s, key=lambda x: KEPASTIAN.index(x.kepastian))) for kode, s in hasil.items()}
