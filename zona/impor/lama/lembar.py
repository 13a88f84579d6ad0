"""A sheet as it was saved: values by row, merged cells filled from their top-left, colours that stand out. Pure.

`ke_json` and `dari_json` are each other's inverse.
"""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from openpyxl.utils import get_column_letter

from zona.inti.waktu import tanggal_id
from zona.inti.xlsx import Nilai


@dataclass(frozen=True, slots=True)
class BarisLama:
    """A row that has anything in it. `turun` and `kanan`: columns filled by a merged cell from above or from the left;
    `warna`: columns in a colour that the row's first cell does not have. Columns count from 0."""

    nomor: int
    nilai: tuple[Nilai, ...]
    turun: frozenset[int] = frozenset()
    kanan: frozenset[int] = frozenset()
    warna: frozenset[int] = frozenset()

    def __getitem__(self, ke: int) -> Nilai:
        return self.nilai[ke] if ke < len(self.nilai) else None

    def teks(self, ke: int) -> str:
        """The value in words; empty beyond the row's end."""
        return teks_nilai(self[ke])

    def sendiri(self, ke: int) -> str:
        """The words that stand in this very cell, not filled from another."""
        return "" if ke in self.turun or ke in self.kanan else self.teks(ke)

    @property
    def terisi(self) -> tuple[int, ...]:
        """Columns with a value of their own."""
        return tuple(ke for ke in range(len(self.nilai)) if self.sendiri(ke))

    @property
    def kata(self) -> list[str]:
        """What stands in the row, each once, from the left."""
        return list(dict.fromkeys(self.sendiri(ke) for ke in self.terisi))


@dataclass(frozen=True, slots=True)
class LembarLama:
    nama: str
    baris: tuple[BarisLama, ...]
    tersembunyi: bool = False

    def sel(self, baris: int, kolom: int) -> str:
        """The address of a cell for people: Lembar 1!E12 (`kolom` counts from 0)."""
        return f"{self.nama}!{get_column_letter(kolom + 1)}{baris}"

    @property
    def lebar(self) -> int:
        return max((len(b.nilai) for b in self.baris), default=0)


@dataclass(frozen=True, slots=True)
class BukuLama:
    """The sheets in order; `keterangan`: sentences about the file as a whole."""

    lembar: tuple[LembarLama, ...]
    keterangan: tuple[str, ...] = ()


def teks_nilai(nilai: Nilai) -> str:
    """A cell in words: a date as people write it, a number without a tail."""
    match nilai:
        case None:
            return ""
        case str():
            return nilai
        case date():
            return tanggal_id(nilai)
        case Decimal():
            return format(nilai.normalize(), "f").replace(".", ",")
    return str(nilai)


def ke_json(buku: BukuLama) -> dict[str, Any]:
    """Plain JSON values only."""
    return {
        "keterangan": list(buku.keterangan),
        "lembar": [
            {
                "nama": lembar.nama,
                "tersembunyi": lembar.tersembunyi,
                "baris": [
                    [b.nomor, [_polos(n) for n in b.nilai], sorted(b.turun), sorted(b.kanan), sorted(b.warna)]
                    for b in lembar.baris
                ],
            }
            for lembar in buku.lembar
        ],
    }


def _polos(nilai: Nilai) -> Any:
    match nilai:
        case date():
            return ["t", nilai.isoformat()]
        case Decimal():
            return ["d", str(nilai)]
    return nilai


def dari_json(isi: dict[str, Any]) -> BukuLama:
    """What `ke_json` wrote."""
    return BukuLama(
        tuple(
            LembarLama(
                lembar["nama"],
                tuple(
                    BarisLama(nomor, tuple(map(_nilai, nilai)), frozenset(turun), frozenset(kanan), frozenset(warna))
                    for nomor, nilai, turun, kanan, warna in lembar["baris"]
                ),
                lembar["tersembunyi"],
            )
            for lembar in isi["lembar"]
        ),
        tuple(isi["keterangan"]),
    )


def _nilai(nilai: Any) -> Nilai:
    if isinstance(nilai, list):
        return date.fromisoformat(nilai[1]) if nilai[0] == "t" else Decimal(nilai[1])
    terbaca: Nilai = nilai
    return terbaca
