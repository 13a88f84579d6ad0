"""What comes of reading sheets: the plan, every row left out, what is to be told, what is to be asked. Pure."""

from dataclasses import dataclass, field

from zona.impor.isi import IsiRencana
from zona.impor.lama.judul import Judul
from zona.impor.lama.lembar import LembarLama
from zona.impor.lama.peta import Peta
from zona.impor.lama.rakit import Catatan

ANTARA = "judul di antara baris"


@dataclass(frozen=True, slots=True)
class Lewat:
    """Rows left out, from one to another, with what stood in the first, and why."""

    lembar: str
    baris: int
    sampai: int
    teks: str
    alasan: str

    @property
    def tempat(self) -> str:
        return f"baris {self.baris}" if self.baris == self.sampai else f"baris {self.baris}–{self.sampai}"


@dataclass(slots=True)
class Bagian:
    """Words that say of which pengungkit the rows below them are: a heading between rows, a column's value, the title
    or the name of the sheet. `usul`: what they are taken for, empty where nothing tells;
    `banyak`: how many rows lie under them."""

    kunci: str
    teks: str
    usul: str
    asal: str
    banyak: int = 0

    @property
    def antara(self) -> bool:
        return self.asal == ANTARA


@dataclass(frozen=True, slots=True)
class LembarDipakai:
    """A sheet to be read, with its headings and what its columns are for."""

    lembar: LembarLama
    judul: Judul
    peta: Peta


@dataclass(slots=True)
class Susunan:
    """What came of it. `tanpa_area`: places whose rows belong to no pengungkit yet."""

    isi: IsiRencana = field(default_factory=lambda: IsiRencana(()))
    lewat: list[Lewat] = field(default_factory=list)
    catatan: list[Catatan] = field(default_factory=list)
    bagian: dict[str, Bagian] = field(default_factory=dict)

    @property
    def tanpa_area(self) -> list[Bagian]:
        return [b for b in self.bagian.values() if b.banyak and not b.usul]
