"""What comes of reading a schedule's text."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from rencana_aksi.domain.jadwal import Jadwal, Kejadian, baca_jadwal
from rencana_aksi.domain.masalah import Ditolak

BATAS_KUTIP = 60
BATAS_KATA = 5


@dataclass(frozen=True, slots=True)
class Terbaca:
    """Understood: `jadwal`, `baku` (the house's words for it) and `catatan` (sentences: what was assumed or cut).
    Not understood: `jadwal` is None, `alasan` says why in a sentence, `kata` names the words at fault, if any.
    `teks` is what was handed in, whole, either way."""

    teks: str
    jadwal: Jadwal | None = None
    baku: str = ""
    catatan: tuple[str, ...] = ()
    alasan: str = ""
    kata: tuple[str, ...] = ()

    @property
    def dipahami(self) -> bool:
        return self.jadwal is not None

    @property
    def kejadian(self) -> tuple[Kejadian, ...]:
        """The occurrences understood, in order; none where the text is not understood."""
        return self.jadwal.kejadian if self.jadwal else ()


class TidakPaham(Exception):
    """The text cannot be read. `alasan` is a sentence for the one who wrote it, `kata` the words at fault."""

    def __init__(self, alasan: str, *kata: str) -> None:
        self.alasan = alasan
        self.kata = tuple(pendek(satu) for satu in dict.fromkeys(kata))[:BATAS_KATA]
        super().__init__(alasan)


def pendek(teks: str) -> str:
    """At most 60 characters of it."""
    return teks if len(teks) <= BATAS_KUTIP else teks[: BATAS_KUTIP - 1] + "…"


def kutip(teks: str) -> str:
    return f'"{pendek(teks)}"'


def bagian_asing(teks: str) -> TidakPaham:
    """A stretch of the text that fits nowhere."""
    return TidakPaham(f"Bagian {kutip(teks)} tidak dipahami.", teks)


def kata_asing(kata: Iterable[str]) -> TidakPaham:
    """Words that are none of a schedule's."""
    beda = list(dict.fromkeys(kata))
    lagi = f" dan {len(beda) - BATAS_KATA} kata lain" if len(beda) > BATAS_KATA else ""
    return TidakPaham(f"Kata {', '.join(kutip(k) for k in beda[:BATAS_KATA])}{lagi} tidak dipahami.", *beda)


def kalimat(alasan: str) -> str:
    """A reason as a sentence."""
    return f"{alasan[:1].upper()}{alasan[1:]}."


def makna_jadwal(makna: Mapping[str, Any]) -> Jadwal:
    """baca_jadwal with its bounds; its first objection becomes TidakPaham."""
    try:
        return baca_jadwal(makna)
    except Ditolak as galat:
        raise TidakPaham(kalimat(galat.masalah[0].alasan)) from None
