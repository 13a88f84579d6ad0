"""What the gates of an instrument say, in words."""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from pengungkit.domain.skor import Putusan, Skor
from zona.inti.angka import angka_id, bulat

PREDIKAT = {"wbk": "Menuju WBK", "wbbm": "Menuju WBBM"}


@dataclass(frozen=True, slots=True)
class BarisPutusan:
    """One gate: its state (lulus, kurang, belum) and its sentence, which says the state in words."""

    putusan: Putusan
    keadaan: str
    kalimat: str


@dataclass(frozen=True, slots=True)
class PutusanPredikat:
    """All gates of WBK or of WBBM."""

    kode: str
    nama: str
    baris: tuple[BarisPutusan, ...]
    syarat_lain: str

    @property
    def lulus(self) -> int:
        return sum(b.putusan.lulus for b in self.baris)

    @property
    def gagal(self) -> int:
        return len(self.baris) - self.lulus


def putusan_predikat(skor: Skor, ambang: Mapping[str, Any]) -> list[PutusanPredikat]:
    """The gates by predikat, in the order of `ambang` (an instrument's); none where it has no thresholds."""
    syarat_lain = ambang.get("syarat_lain", {})
    semua = {kode: tuple(_baris(p) for p in skor.putusan if p.ambang.predikat == kode) for kode in PREDIKAT}
    return [
        PutusanPredikat(kode, nama, semua[kode], syarat_lain.get(kode, ""))
        for kode, nama in PREDIKAT.items()
        if semua[kode]
    ]


def _baris(putusan: Putusan) -> BarisPutusan:
    nama, minimal, bagian = putusan.ambang.nama, angka_id(putusan.ambang.minimal), putusan.bagian
    if bagian.belum_dinilai:
        return BarisPutusan(putusan, "belum", f"{nama} belum dinilai; minimal {minimal}")
    nilai = f"{nama} {angka_id(bagian.nilai)} dari minimal {minimal}"
    if putusan.lulus:
        return BarisPutusan(putusan, "lulus", f"{nilai}: lulus")
    belum = f" ({bagian.belum} dari {bagian.soal} pertanyaan belum dijawab)" if bagian.belum else ""
    return BarisPutusan(putusan, "kurang", f"{nilai}: kurang {_kurang(putusan.kurang)}{belum}")


def _kurang(kurang: Fraction) -> str:
    """Never "kurang 0,00": a gate is decided on the exact value."""
    return angka_id(kurang) if bulat(kurang) else "di bawah 0,01"
