"""What a monev report says: texts, and tables of plain values. Page, PDF and XLSX draw it, a finished report keeps it.
Pure: `ke_json` and `dari_json` are each other's inverse."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from zona.dokumen.queries.kop import Kop

Nilai = str | int | Decimal | date | None

NO, AKSI, TEKS, TANGGAL, ANGKA, BOBOT, STATUS, NAMA = (
    "no", "aksi", "teks", "tanggal", "angka", "bobot", "status", "nama",
)  # fmt: skip
"""Kinds of columns: place in the plan, action, running text, date, number (decimals are points, two places), weight,
state of an occurrence or obstacle, a person's name."""

BENTUK = 1
"""Raise it when the form changes, and teach `dari_json` both."""


@dataclass(frozen=True, slots=True)
class Kolom:
    judul: str
    jenis: str = TEKS


@dataclass(frozen=True, slots=True)
class Baris:
    """Values in the order of the columns; `aksi` is the id of the action it is of, where it is of one."""

    nilai: tuple[Nilai, ...]
    aksi: int | None = None


@dataclass(frozen=True, slots=True)
class Tabel:
    """`rinci`: rows of the plan rather than counts. `jumlah`: the row of totals, where there is one."""

    kode: str
    judul: str
    kolom: tuple[Kolom, ...]
    baris: tuple[Baris, ...]
    rinci: bool = True
    petunjuk: str = ""
    jumlah: Baris | None = None


@dataclass(frozen=True, slots=True)
class Penanda:
    """Who signs. Empty where the office has nobody in that role."""

    nama: str = ""
    nip: str = ""


@dataclass(frozen=True, slots=True)
class IsiLaporan:
    """`per`: the day it is told as of. `versi` and `tanggal` are those of a finished report: 0 and None in a draft."""

    kop: Kop
    tahun: int
    jenis: str
    nomor: int
    nama_periode: str
    dari: date
    sampai: date
    per: date
    tabel: tuple[Tabel, ...]
    kesimpulan: str
    rekomendasi: str
    tanggal_rapat: date | None
    tempat_rapat: str
    peserta: str
    ketua: Penanda
    kepala: Penanda
    versi: int = 0
    tanggal: date | None = None

    @property
    def draf(self) -> bool:
        return self.versi == 0

    @property
    def judul(self) -> str:
        return f"Laporan Monitoring dan Evaluasi {self.nama_periode}"

    @property
    def ringkas(self) -> tuple[Tabel, ...]:
        return tuple(t for t in self.tabel if not t.rinci)

    @property
    def rincian(self) -> tuple[Tabel, ...]:
        return tuple(t for t in self.tabel if t.rinci)


def ke_json(isi: IsiLaporan) -> dict[str, Any]:
    """Plain JSON values only; dates and decimals are told apart from text."""
    hasil: dict[str, Any] = _polos({"bentuk": BENTUK, **asdict(isi)})
    return hasil


def sidik(data: Mapping[str, Any]) -> str:
    """SHA-256 of the canonical JSON."""
    teks = json.dumps(data, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(teks.encode()).hexdigest()


def dari_json(data: Mapping[str, Any]) -> IsiLaporan:
    """Raises KeyError, TypeError or ValueError for what `ke_json` never wrote."""
    if data["bentuk"] != BENTUK:
        raise ValueError(f"bentuk laporan {data['bentuk']} tidak dikenal")
    isi: dict[str, Any] = {k: _nilai(v) for k, v in data.items() if k != "bentuk"}
    return IsiLaporan(
        **isi
        | {
            "kop": Kop(**isi["kop"] | {"induk": tuple(isi["kop"]["induk"])}),
            "tabel": tuple(_tabel(t) for t in isi["tabel"]),
            "ketua": Penanda(**isi["ketua"]),
            "kepala": Penanda(**isi["kepala"]),
        }
    )


def _tabel(t: dict[str, Any]) -> Tabel:
    kolom = tuple(Kolom(**k) for k in t["kolom"])
    return Tabel(
        **t
        | {
            "kolom": kolom,
            "baris": tuple(_baris(b) for b in t["baris"]),
            "jumlah": _baris(t["jumlah"]) if t["jumlah"] else None,
        }
    )


def _baris(b: dict[str, Any]) -> Baris:
    return Baris(tuple(_nilai(n) for n in b["nilai"]), b["aksi"])


def _polos(nilai: Any) -> Any:
    match nilai:
        case date():
            return {"tanggal": nilai.isoformat()}
        case Decimal():
            return {"angka": str(nilai)}
        case dict():
            return {k: _polos(v) for k, v in nilai.items()}
        case list() | tuple():
            return [_polos(v) for v in nilai]
    return nilai


def _nilai(nilai: Any) -> Any:
    match nilai:
        case {"tanggal": str(hari), **lain} if not lain:
            return date.fromisoformat(hari)
        case {"angka": str(angka), **lain} if not lain:
            return Decimal(angka)
    return nilai
