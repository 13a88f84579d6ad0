"""Evidence accepted for words that a plan changes: whoever edits, submits and enacts is told that it is to be verified
anew (docs/adr/0047)."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from rencana_aksi.models import SyaratBukti
from rencana_aksi.queries.draf import Sanding
from rencana_aksi.sinyal import syarat_diterima

PENDEK = 80


@dataclass(frozen=True, slots=True)
class Ulang:
    """A syarat whose words, or kind, become others; `bukti`: names of what was accepted for the old ones."""

    lama: str
    baru: str
    bukti: tuple[str, ...]

    @property
    def kalimat(self) -> str:
        apa = (
            f"“{_pendek(self.lama)}” menjadi “{_pendek(self.baru)}”"
            if self.lama != self.baru
            else (f"jenis bukti “{_pendek(self.lama)}” berubah")
        )
        return f"{apa}: {len(self.bukti)} bukti yang sudah diterima ({', '.join(self.bukti)}) diverifikasi ulang."


def diterima_untuk(syarat: Iterable[int]) -> dict[int, list[str]]:
    """Names of what was accepted for these syarat in force, by id; those with none are not there."""
    pk = list(syarat)
    jawab: list[Any] = syarat_diterima.send(sender=SyaratBukti, syarat=pk) if pk else []
    return {k: nama for _, isi in jawab for k, nama in isi.items()}


def ulang_dari(sanding: Sanding) -> list[Ulang]:
    """What enacting a draft of a perubahan asks for anew, in the plan's order, of the plan in force and the draft side
    by side; one query. A first plan has none: its words ask when they change."""
    berubah = {
        pk: (lama, baru)
        for pk, lama in sanding.kini.syarat.items()
        if (baru := sanding.salinan[SyaratBukti].get(pk)) and (lama.teks, lama.jenis) != (baru.teks, baru.jenis)
    }
    ada = diterima_untuk(berubah)
    return [Ulang(lama.teks, baru.teks, tuple(ada[pk])) for pk, (lama, baru) in berubah.items() if pk in ada]


def _pendek(teks: str) -> str:
    return teks if len(teks) <= PENDEK else f"{teks[: PENDEK - 1].rstrip()}…"
