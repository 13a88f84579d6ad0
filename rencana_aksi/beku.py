"""A plan as plain values: what a ditetapkan version keeps, and what two versions are compared by. Pure.

`ke_json` and `dari_json` are each other's inverse; `sidik` is the SHA-256 of the canonical JSON. Ids are those of the
rows, so that the same row is known again in another version. Weights are text in JSON: never a float.
"""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import date
from decimal import Decimal
from typing import Any

BENTUK = 1
"""Raise it when the form changes, and teach `dari_json` both."""


@dataclass(frozen=True, slots=True)
class KantorBeku:
    """The letterhead as it was."""

    kode: str
    nama: str
    induk: str
    alamat: str
    telepon: str
    laman: str
    posel: str
    kota: str


@dataclass(frozen=True, slots=True)
class BobotBeku:
    """A component of the instrument and its weight."""

    kode: str
    nama: str
    bobot: Decimal


@dataclass(frozen=True, slots=True)
class SyaratBeku:
    """`aksi`: id of the action it is tied to; None for evidence of the whole row."""

    id: int
    aksi: int | None
    teks: str
    jenis: str
    tiap_pelaksanaan: bool


@dataclass(frozen=True, slots=True)
class AksiBeku:
    """`makna`: as RencanaAksi.jadwal_makna."""

    id: int
    huruf: str
    uraian: str
    jadwal: str
    jenis_jadwal: str
    makna: dict[str, Any]
    penanggung_jawab: str


@dataclass(frozen=True, slots=True)
class KerjaBeku:
    id: int
    nomor: int | None
    uraian: str
    aksi: tuple[AksiBeku, ...]
    syarat: tuple[SyaratBeku, ...]

    @property
    def umum(self) -> tuple[SyaratBeku, ...]:
        """Evidence of the whole row."""
        return tuple(s for s in self.syarat if s.aksi is None)

    @property
    def baris(self) -> tuple[tuple[AksiBeku, tuple[SyaratBeku, ...]], ...]:
        """Each action with the evidence tied to it."""
        return tuple((a, tuple(s for s in self.syarat if s.aksi == a.id)) for a in self.aksi)

    @property
    def tinggi(self) -> int:
        """Table rows it takes: one an action, one for the evidence of the whole; one where it holds nothing."""
        return max(len(self.aksi) + bool(self.umum), 1)


@dataclass(frozen=True, slots=True)
class ProgramBeku:
    id: int
    uraian: str


@dataclass(frozen=True, slots=True)
class PengungkitBeku:
    id: int
    kode: str
    nama: str
    bobot: Decimal
    program: tuple[ProgramBeku, ...]
    kerja: tuple[KerjaBeku, ...]


@dataclass(frozen=True, slots=True)
class AnggotaBeku:
    """`id`: of the person. `nip`: as printed, where it is not a valid one. `peran`: in the words of the SK."""

    id: int
    nama: str
    nip: str
    jabatan: str
    peran: str
    kepala: bool


@dataclass(frozen=True, slots=True)
class TimBeku:
    """`kode`: PENGARAH or the pengungkit's."""

    kode: str
    anggota: tuple[AnggotaBeku, ...]


@dataclass(frozen=True, slots=True)
class RencanaBeku:
    """Number and date of the SK are empty in a plan that is not ditetapkan."""

    satker: KantorBeku
    tahun: int
    versi: int
    nomor_sk: str
    tanggal_sk: date | None
    tempat: str
    instrumen: str
    nama_instrumen: str
    hasil: tuple[BobotBeku, ...]
    pengungkit: tuple[PengungkitBeku, ...]
    tim: tuple[TimBeku, ...]

    @property
    def jumlah_aksi(self) -> int:
        return sum(len(k.aksi) for p in self.pengungkit for k in p.kerja)

    @property
    def bobot_pengungkit(self) -> Decimal:
        return sum((p.bobot for p in self.pengungkit), Decimal(0))

    @property
    def bobot_hasil(self) -> Decimal:
        return sum((h.bobot for h in self.hasil), Decimal(0))


def ke_json(isi: RencanaBeku) -> dict[str, Any]:
    """Plain JSON values only."""
    hasil: dict[str, Any] = _polos({"bentuk": BENTUK, **asdict(isi)})
    return hasil


def _polos(nilai: Any) -> Any:
    match nilai:
        case dict():
            return {kunci: _polos(satu) for kunci, satu in nilai.items()}
        case list() | tuple():
            return [_polos(satu) for satu in nilai]
        case Decimal():
            return format(nilai.normalize(), "f")
        case date():
            return nilai.isoformat()
    return nilai


def dari_json(isi: Mapping[str, Any]) -> RencanaBeku:
    """The plan that `ke_json` wrote. Raises ValueError for another form; KeyError or TypeError for none of ours."""
    if isi["bentuk"] != BENTUK:
        raise ValueError(f"bentuk {isi['bentuk']} tidak dikenal")
    nilai = {kunci: satu for kunci, satu in isi.items() if kunci != "bentuk"}
    return RencanaBeku(
        **nilai
        | {
            "satker": KantorBeku(**isi["satker"]),
            "tanggal_sk": date.fromisoformat(isi["tanggal_sk"]) if isi["tanggal_sk"] else None,
            "hasil": tuple(BobotBeku(h["kode"], h["nama"], Decimal(h["bobot"])) for h in isi["hasil"]),
            "pengungkit": tuple(_pengungkit(p) for p in isi["pengungkit"]),
            "tim": tuple(TimBeku(t["kode"], tuple(AnggotaBeku(**a) for a in t["anggota"])) for t in isi["tim"]),
        }
    )


def _pengungkit(isi: Mapping[str, Any]) -> PengungkitBeku:
    return PengungkitBeku(
        isi["id"],
        isi["kode"],
        isi["nama"],
        Decimal(isi["bobot"]),
        tuple(ProgramBeku(**p) for p in isi["program"]),
        tuple(
            KerjaBeku(
                k["id"],
                k["nomor"],
                k["uraian"],
                tuple(AksiBeku(**a) for a in k["aksi"]),
                tuple(SyaratBeku(**s) for s in k["syarat"]),
            )
            for k in isi["kerja"]
        ),
    )


def sidik(isi: Mapping[str, Any]) -> str:
    """SHA-256 of the canonical JSON: keys in order, no blanks, UTF-8."""
    teks = json.dumps(isi, ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False)
    return hashlib.sha256(teks.encode()).hexdigest()
