"""What a file would change in a plan: one value a row, as it is shown, chosen and applied. Pure."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

TAMBAH, UBAH, HAPUS, PINDAH = "tambah", "ubah", "hapus", "pindah"
JENIS = (TAMBAH, UBAH, HAPUS, PINDAH)


@dataclass(frozen=True, slots=True)
class Ubahan:
    """A field, in words: when the file was written, as it stands here, in the file. `nilai`: the file's, to be written.
    `bentrok`: changed here as well, to something else; chosen by its own `kode`. `sel`: where the file says it."""

    kode: str
    kolom: str
    nama: str
    asal: str
    kini: str
    berkas: str
    nilai: Any = None
    bentrok: bool = False
    sel: str = ""


@dataclass(frozen=True, slots=True)
class Perubahan:
    """One row. `kode` names it in a choice: the same file gives the same codes again. `kunci`: id of the row here.

    `area`: the pengungkit. `tempat`: I.3.b. `kolom`: fields that differ; of an added row all it says, of a removed one
    what goes. `bentrok`: the row as a whole was changed, or removed, here since. `halangan`: why it cannot be applied,
    in words; empty where it can. `perlu`: codes of the changes without which it is not applied. `dari`, `ke`: of a
    moved one. `catatan`: what whoever chooses should know. `sel`: where it was read, of a changed row the cells that
    changed.
    """

    kode: str
    jenis: str
    benda: str
    kunci: int | None
    area: str
    tempat: str
    teks: str
    sel: str = ""
    kolom: tuple[Ubahan, ...] = ()
    bentrok: bool = False
    halangan: str = ""
    perlu: tuple[str, ...] = ()
    dari: str = ""
    ke: str = ""
    catatan: str = ""
    acuan: str = ""
    induk: str = ""

    @property
    def dapat(self) -> bool:
        """It may be chosen."""
        return not self.halangan

    @property
    def ada_bentrok(self) -> bool:
        return self.bentrok or any(u.bentrok for u in self.kolom)

    @property
    def kode_pilihan(self) -> tuple[str, ...]:
        """The codes to choose by: the row's own (of a changed one: for its fields without conflict), and one for each
        field in conflict."""
        sendiri = (self.kode,) if self.jenis != UBAH or any(not u.bentrok for u in self.kolom) else ()
        return sendiri + tuple(u.kode for u in self.kolom if u.bentrok)


def pilihan_awal(perubahan: Iterable[Perubahan], *, tahu_asal: bool) -> frozenset[str]:
    """What is chosen before anybody has: all that can be applied, save conflicts; and without knowing what the file was
    written from, save removals."""
    return frozenset(
        p.kode
        for p in perubahan
        if p.dapat and not p.bentrok and p.kode in p.kode_pilihan and (tahu_asal or p.jenis != HAPUS)
    )


def jatuh(perubahan: Iterable[Perubahan], pakai: Iterable[str]) -> dict[str, str]:
    """Of the chosen rows those that are not applied after all, and why: hindered, or needing one that is not."""
    semua = {p.kode: p for p in perubahan}
    dipilih = set(pakai)
    kena = [p for p in semua.values() if dipilih & set(p.kode_pilihan)]
    hasil = {p.kode: p.halangan for p in kena if p.halangan}
    ikut = {p.kode for p in kena} - set(hasil)
    while lepas := {k for k in ikut if not set(semua[k].perlu) <= ikut}:
        for kode in lepas:
            sebab = next(s for s in semua[kode].perlu if s not in ikut)
            nama = f"{semua[sebab].teks}" if sebab in semua else "baris lain"
            hasil[kode] = f'memerlukan perubahan "{nama}", yang tidak diterapkan'
        ikut -= lepas
    return hasil
