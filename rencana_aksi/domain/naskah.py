"""A plan as read from a file: checked, not yet written. `jalur` is where in the file a thing stood."""

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from rencana_aksi.domain.jadwal import Jadwal
from rencana_aksi.enums import JenisBukti


@dataclass(frozen=True, slots=True)
class NaskahSyarat:
    """`aksi`: index into the rencana kerja's actions; None for evidence of the whole row."""

    teks: str
    jenis: JenisBukti
    aksi: int | None
    tiap_pelaksanaan: bool


@dataclass(frozen=True, slots=True)
class NaskahAksi:
    huruf: str
    uraian: str
    jadwal_teks: str
    jadwal: Jadwal
    penanggung_jawab: str
    jalur: str = field(compare=False)


@dataclass(frozen=True, slots=True)
class NaskahKerja:
    nomor: int | None
    uraian: str
    aksi: tuple[NaskahAksi, ...]
    syarat: tuple[NaskahSyarat, ...]


@dataclass(frozen=True, slots=True)
class NaskahPengungkit:
    kode: str
    nama: str
    bobot: Decimal
    program: tuple[str, ...]
    kerja: tuple[NaskahKerja, ...]
    jalur: str = field(compare=False)


@dataclass(frozen=True, slots=True)
class Naskah:
    """`hasil`: the weights of the result components, in order; they are checked, the plan keeps its instrument's."""

    tahun: int
    nomor_sk: str
    tanggal_sk: date | None
    tempat: str
    instrumen: str
    pengungkit: tuple[NaskahPengungkit, ...]
    hasil: tuple[Decimal, ...]
