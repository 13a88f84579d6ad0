"""What a table's columns and sections are for, as a person agreed to it. Pure; JSON both ways."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field
from typing import Any

from zona.impor.lama.kamus import AKSI, BOLEH_BANYAK, KERJA, LEWAT, MEDAN
from zona.impor.lama.kolom import Usul
from zona.inti.errors import DomainError
from zona.organisasi.enums import AREA

IKUT, TINGGAL, JADI_KERJA = "ikut", "tinggal", "kerja"
BUKTI_SENDIRI, BUKTI_AKSI, BUKTI_KERJA = "sendiri", "aksi", "kerja"
PILIHAN_BUKTI = {
    BUKTI_SENDIRI: "Menurut letaknya dalam lembar",
    BUKTI_AKSI: "Milik rencana aksi di barisnya",
    BUKTI_KERJA: "Milik seluruh rencana kerja",
}


@dataclass(frozen=True, slots=True)
class Peta:
    """`kolom`: the field of every column; `pekan`: the week a marked column stands for; `bagian`: by the words of a
    heading between the rows (kata_judul), its pengungkit, or IKUT (goes with what stands above), TINGGAL (left out)
    or JADI_KERJA (is a rencana kerja itself); `bukti`: whose the evidence in a row is."""

    kolom: tuple[str, ...]
    pekan: tuple[int, ...] = ()
    bagian: Mapping[str, str] = field(default_factory=dict)
    bukti: str = BUKTI_SENDIRI

    def letak(self, medan: str) -> tuple[int, ...]:
        """The columns of a field, from the left."""
        return tuple(ke for ke, satu in enumerate(self.kolom) if satu == medan)

    def satu(self, medan: str) -> int:
        """The column of a field that has one; -1 where it has none."""
        return next(iter(self.letak(medan)), -1)


def peta_usul(usul: Sequence[Usul]) -> Peta:
    return Peta(tuple(u.medan for u in usul), tuple(u.pekan for u in usul))


def pastikan_peta(peta: Peta, nama: Sequence[str]) -> None:
    """Raise DomainError where the columns cannot make a plan. `nama`: what to call each column."""
    if not {KERJA, AKSI} & set(peta.kolom):
        raise DomainError("Pilih kolom untuk rencana kerja atau rencana aksi: tanpa keduanya tidak ada yang dibaca.")
    for medan in dict.fromkeys(peta.kolom):
        if medan not in BOLEH_BANYAK and len(letak := peta.letak(medan)) > 1:
            kolom = " dan ".join(nama[ke] for ke in letak)
            raise DomainError(f"{MEDAN[medan]} dipilih untuk kolom {kolom}; pilih satu saja.")


def peta_ke_json(peta: Peta) -> dict[str, Any]:
    return asdict(peta)


def peta_dari_json(isi: Mapping[str, Any]) -> Peta:
    """What `peta_ke_json` wrote; what is no field or no pengungkit any more is left out."""
    return Peta(
        tuple(medan if medan in MEDAN else LEWAT for medan in isi["kolom"]),
        tuple(isi["pekan"]),
        {kata: nilai for kata, nilai in isi["bagian"].items() if nilai in (*AREA, IKUT, TINGGAL, JADI_KERJA)},
        isi["bukti"] if isi["bukti"] in PILIHAN_BUKTI else BUKTI_SENDIRI,
    )
