"""The changes of a file as a page draws them: by pengungkit, each field with the words that differ marked."""

from collections import Counter
from collections.abc import Collection, Iterable
from dataclasses import dataclass

from rencana_aksi.domain.beda_kata import Potong, beda_kata
from rencana_aksi.models import Rencana
from zona.impor.bandingkan import bandingkan
from zona.impor.isi import dari_json
from zona.impor.models import Impor
from zona.impor.perubahan import HAPUS, TAMBAH, UBAH, Perubahan, Ubahan

KATA = {"tambah": "ditambah", "ubah": "diubah", "hapus": "dihapus", "pindah": "dipindah"}
NAMA = {
    "program": "Program prioritas",
    "kerja": "Rencana kerja",
    "aksi": "Rencana aksi",
    "syarat": "Bukti fisik",
    "pelaksanaan": "Status pelaksanaan",
}


@dataclass(frozen=True, slots=True)
class Kolom:
    """A field: what stands here and what the file says, cut where they differ. In conflict, `asal` is what both were;
    `dipilih`: the file's is taken."""

    kode: str
    nama: str
    semula: list[Potong]
    menjadi: list[Potong]
    bentrok: bool
    asal: str
    dipilih: bool


@dataclass(frozen=True, slots=True)
class Baris:
    """A row. `jenis`: in words; `teks`: as much as is shown, `sebutan`: as much as is said of its controls. `bentrok`:
    as a whole or in a field. `centang`: it has a tick of its own; `dipilih`: which is set."""

    p: Perubahan
    jenis: str
    benda: str
    teks: str
    sebutan: str
    bentrok: bool
    kolom: list[Kolom]
    centang: bool
    dipilih: bool


@dataclass(frozen=True, slots=True)
class Bagian:
    """The rows of one pengungkit."""

    kode: str
    judul: str
    baris: list[Baris]

    @property
    def bentrok(self) -> int:
        return sum(b.bentrok for b in self.baris)


@dataclass(frozen=True, slots=True)
class Jumlah:
    """How many rows, by kind (in words), in conflict, and that cannot be applied."""

    jenis: dict[str, int]
    bentrok: int
    terhalang: int


def ringkas(perubahan: Collection[Perubahan]) -> Jumlah:
    hitung = Counter(p.jenis for p in perubahan)
    jenis = {kata: hitung[j] for j, kata in KATA.items() if hitung[j]}
    return Jumlah(jenis, sum(p.ada_bentrok for p in perubahan), sum(not p.dapat for p in perubahan))


def yang_diterapkan(impor: Impor) -> tuple[Perubahan, ...]:
    """What an applied import did: the plan before and after it."""
    sebelum, sesudah = dari_json(impor.sebelum or {}), dari_json(impor.sesudah or {})
    return bandingkan(sebelum, sebelum, sesudah)


def judul_bagian(rencana: Rencana) -> dict[str, str]:
    """The pengungkit by their codes, in order (one query)."""
    return {p.kode: str(p) for p in rencana.pengungkit.all()}


def susun_bagian(perubahan: Iterable[Perubahan], judul: dict[str, str], pakai: Collection[str]) -> list[Bagian]:
    """`judul`: of each pengungkit by its code; `pakai`: what is chosen."""
    per: dict[str, list[Baris]] = {kode: [] for kode in judul}
    for p in perubahan:
        per.setdefault(p.area, []).append(_baris(p, pakai))
    return [Bagian(kode, judul.get(kode, kode), baris) for kode, baris in per.items() if baris]


def _baris(p: Perubahan, pakai: Collection[str]) -> Baris:
    kolom = [_kolom(p, u, pakai) for u in p.kolom]
    teks, sebutan = _potong(p.teks, 120), f"{p.tempat} {_potong(p.teks, 60)}"
    centang, dipilih = p.kode in p.kode_pilihan, p.kode in pakai
    return Baris(p, KATA[p.jenis], NAMA[p.benda], teks, sebutan, p.ada_bentrok, kolom, centang, dipilih)


def _potong(teks: str, batas: int) -> str:
    return teks if len(teks) <= batas else f"{teks[: batas - 1]}…"


def _kolom(p: Perubahan, u: Ubahan, pakai: Collection[str]) -> Kolom:
    if p.jenis == UBAH:
        kiri, kanan = beda_kata(u.kini, u.berkas)
    else:
        kiri = [Potong(u.kini, p.jenis == HAPUS)] if u.kini else []
        kanan = [Potong(u.berkas, p.jenis == TAMBAH)] if u.berkas else []
    return Kolom(u.kode, u.nama, kiri, kanan, u.bentrok, u.asal, u.kode in pakai)
