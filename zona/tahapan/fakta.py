"""What Zona knows of a year, as the stages need it. Plain values: read in queries/, judged in kurang.py."""

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from zona.tahapan.enums import JenisDokumen, KodeTahap


@dataclass(frozen=True, slots=True)
class Bangun:
    """Where the plan stands. `tanpa_bukti`: evidence missing although its action is done; `kembali`: everything handed
    in for a need came back. `mulai`, `selesai`: first and last day of its schedule within its year."""

    total: int = 0
    selesai: int = 0
    terlambat: int = 0
    butuh: int = 0
    terpenuhi: int = 0
    tanpa_bukti: int = 0
    kembali: int = 0
    jadwal_mulai: date | None = None
    jadwal_selesai: date | None = None


@dataclass(frozen=True, slots=True)
class Nilai:
    """An assessment as far as the person may see it. `tertutup`: its answers and points are not for their eyes, and not
    here. `mulai`: the day of its first answer; `nilai`, `lolos`: total and all gates of WBK, as last counted."""

    ada: bool = False
    tertutup: bool = False
    soal: int = 0
    dijawab: int = 0
    diajukan: bool = False
    dikunci: date | None = None
    mulai: date | None = None
    nilai: Decimal | None = None
    lolos: bool | None = None


@dataclass(frozen=True, slots=True)
class SyaratKurang:
    """A condition of the proposal that is not met yet, in words. `surat`: the paper that meets it, where Zona makes one
    and nothing is filled in yet."""

    kode: str
    kalimat: str
    surat: str = ""


@dataclass(frozen=True, slots=True)
class Pakta:
    """Signatures on the pakta integritas. `kepala`: the head has signed."""

    orang: int = 0
    tanda: int = 0
    kepala: bool = False


@dataclass(frozen=True, slots=True)
class Ketikan:
    """What was typed beside the days."""

    strategis: bool = False
    sumber_daya: bool = False
    nomor: str = ""
    predikat: str = ""


@dataclass(frozen=True, slots=True)
class Fakta:
    """`monev`: months gone by since the plan began whose report is not finished, by name; `bulan`: how many went by.
    `tahun_pencanangan`: the year that keeps its papers, None for the plan's own. `piagam`: how far the one
    made in Zona has come, empty where none was.
    `dokumen`: kinds of document each stage has."""

    ditetapkan: bool = False
    bertanda: bool = False
    bangun: Bangun = Bangun()
    monev: tuple[str, ...] = ()
    bulan: int = 0
    mandiri: Nilai = Nilai()
    tpi: Nilai = Nilai()
    syarat: tuple[SyaratKurang, ...] = ()
    banyak_syarat: int = 0
    diusulkan: bool = False
    pakta: Pakta = Pakta()
    piagam: str = ""
    tahun_pencanangan: int | None = None
    ketikan: Ketikan = Ketikan()
    dokumen: dict[KodeTahap, frozenset[JenisDokumen]] = field(default_factory=dict)

    def punya(self, kode: KodeTahap, jenis: JenisDokumen) -> bool:
        return jenis in self.dokumen.get(kode, frozenset())
