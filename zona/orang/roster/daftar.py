"""The rows of a list of people, each value with its cell. Pure. `ke_json` and `dari_json` are each other's inverse."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from openpyxl.utils import get_column_letter

from zona.impor.lama.judul import baris_nomor
from zona.impor.lama.lembar import BarisLama, BukuLama, LembarLama
from zona.inti.errors import DomainError
from zona.orang.roster import kamus as k
from zona.orang.roster.kamus import DIBACA, arti_kolom
from zona.orang.roster.kolom import Peta, cari_peta, tebak_peta
from zona.orang.roster.nilai import baca_tim, teks_nip
from zona.organisasi.enums import PENGARAH

BATAS_ORANG = 1_000
BATAS_BAGIAN = 90
TANPA_TELEPON = "Kolom {} tidak dibawa: Zona tidak menyimpan nomor telepon."
TANPA_NAMA = (
    "Kolom nama tidak ditemukan. Beri judul pada kolom-kolomnya: Nama, NIP, Jabatan, Pengungkit, Peran, Pos-el."
)
_NIP_DI_NAMA = re.compile(r"[\s,;/]*(?:\bNIP\b)?[\s.:/]*(?P<nip>\d[\d .]{13,24}\d)\s*$", re.IGNORECASE)
_BUKAN_ORANG = re.compile(r"^(?:jumlah|total|mengetahui|ditetapkan|catatan|keterangan)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class BarisOrang:
    """A row as it was written; every field is words. `nomor`: its number in the sheet."""

    nomor: int
    nama: str = ""
    nip: str = ""
    jabatan: str = ""
    tim: str = ""
    peran: str = ""
    posel: str = ""


@dataclass(frozen=True, slots=True)
class Daftar:
    """`kolom`: of each field, its column (from 0); `keterangan`: sentences about the list as a whole; `lewat`: rows
    that name nobody, with their words."""

    lembar: str
    kolom: dict[str, int]
    baris: tuple[BarisOrang, ...]
    keterangan: tuple[str, ...] = ()
    lewat: tuple[tuple[int, str], ...] = field(default=())

    def sel(self, nomor: int, medan: str) -> str:
        """The cell of a field, for people: C5; the row alone where the list has no such column."""
        return f"{get_column_letter(self.kolom[medan] + 1)}{nomor}" if medan in self.kolom else f"baris {nomor}"


def pilih_lembar(buku: BukuLama) -> tuple[LembarLama, Peta | None]:
    """The sheet whose headings name people, else the first."""
    for lembar in buku.lembar:
        if peta := cari_peta(lembar):
            return lembar, peta
    return buku.lembar[0], None


def baca_daftar(buku: BukuLama) -> Daftar:
    """The list of a workbook that tells by itself which column is which. Raises DomainError where it does not: then
    somebody must say (`susun_daftar`), or where there are too many rows, or none."""
    lembar, peta = pilih_lembar(buku)
    keterangan = list(buku.keterangan)
    if lain := [satu.nama for satu in buku.lembar if satu is not lembar]:
        keterangan.append(f"Yang dibaca hanya lembar {lembar.nama}; lembar lain ditinggalkan: {', '.join(lain)}.")
    if peta is None:
        peta, yakin = tebak_peta(lembar)
        if not yakin:
            raise DomainError(TANPA_NAMA)
        kata = ", ".join(f"{get_column_letter(ke + 1)} = {k.MEDAN[medan]}" for medan, ke in peta.kolom.items())
        keterangan.append(f"Daftar ini tanpa judul kolom; kolomnya dikenali dari isinya: {kata}.")
    return susun_daftar(lembar, peta, keterangan)


def susun_daftar(lembar: LembarLama, peta: Peta, keterangan: list[str] | None = None) -> Daftar:
    """The rows under the headings. Raises DomainError for too many, or none."""
    kalimat = [*(keterangan or []), *(TANPA_TELEPON.format(satu) for satu in peta.telepon)]
    if peta.lain:
        kalimat.append(f"Kolom yang tidak dikenal tidak dipakai: {', '.join(peta.lain)}.")
    baris: list[BarisOrang] = []
    lewat: list[tuple[int, str]] = []
    bagian = ""
    for b in lembar.baris:
        if b.nomor <= peta.akhir or not b.terisi or baris_nomor(b) or _judul_lagi(b):
            continue
        if (tim := _bagian(b, peta)) is not None:
            bagian = tim
        elif _orang(b, peta):
            baris.append(_baris(b, peta, bagian))
        else:
            lewat.append((b.nomor, " ".join(" ".join(b.kata).split())[:120]))
    if not baris:
        raise DomainError("Tidak ada nama orang yang terbaca di bawah judul kolomnya.")
    if len(baris) > BATAS_ORANG:
        raise DomainError(f"Daftar ini berisi {len(baris)} orang, paling banyak {BATAS_ORANG} sekali muat.")
    return Daftar(lembar.nama, peta.kolom, tuple(baris), tuple(kalimat), tuple(lewat))


def _judul_lagi(b: BarisLama) -> bool:
    """The headings once more, as on the next page."""
    arti = [arti_kolom(b.sendiri(ke)) for ke in b.terisi]
    return sum(a is not None for a in arti) >= 2 and ("nama" in {a[0] for a in arti if a}) and all(arti)


def _bagian(b: BarisLama, peta: Peta) -> str | None:
    """The team a row of its own announces ("II. Penataan Tata Laksana"), where no column tells the team."""
    if k.TIM in peta.kolom or len(b.kata) > 2 or any(b.sendiri(ke) for ke in _kolom_lain(peta)):
        return None
    kata = " ".join(b.kata)
    return (baca_tim(kata) or None) if len(kata) <= BATAS_BAGIAN else None


def _kolom_lain(peta: Peta) -> list[int]:
    return [ke for medan, ke in peta.kolom.items() if medan != k.NAMA]


def _orang(b: BarisLama, peta: Peta) -> bool:
    """Whether a row is of a person: a name, or enough beside it that the name is missing."""
    nama = b.sendiri(peta.kolom[k.NAMA])
    lain = sum(bool(b.sendiri(ke)) for ke in _kolom_lain(peta))
    if not re.search(r"[^\W\d_]", nama):
        return lain >= 2
    return bool(lain) or not _BUKAN_ORANG.match(nama)


def _baris(b: BarisLama, peta: Peta, bagian: str) -> BarisOrang:
    """A team or role in a cell merged over several rows is of each."""
    turun = (k.TIM, k.PERAN)
    isi = {m: b.teks(ke) if m in turun else b.sendiri(ke) for m, ke in peta.kolom.items() if m != k.NIP}
    isi = {m: " ".join(nilai.split()) for m, nilai in isi.items()}
    if k.NIP in peta.kolom:
        isi[k.NIP] = teks_nip(b[peta.kolom[k.NIP]] if b.sendiri(peta.kolom[k.NIP]) else None)
    elif cocok := _NIP_DI_NAMA.search(isi[k.NAMA]):
        isi |= {k.NAMA: isi[k.NAMA][: cocok.start()].strip(), k.NIP: cocok["nip"]}
    if bagian and k.TIM not in peta.kolom:
        isi[k.TIM] = "Pengarah" if bagian == PENGARAH else bagian
    return BarisOrang(b.nomor, **isi)


def dengan(daftar: Daftar, ubahan: Mapping[int, Mapping[str, str]]) -> Daftar:
    """The list with values typed anew, by row number."""
    kosong: dict[str, Any] = {}
    return replace(daftar, baris=tuple(replace(b, **(kosong | dict(ubahan.get(b.nomor, {})))) for b in daftar.baris))


def ke_json(daftar: Daftar) -> dict[str, Any]:
    """Plain JSON values only."""
    return {
        "lembar": daftar.lembar,
        "kolom": daftar.kolom,
        "baris": [[b.nomor, *(getattr(b, m) for m in DIBACA)] for b in daftar.baris],
        "keterangan": list(daftar.keterangan),
        "lewat": [list(satu) for satu in daftar.lewat],
    }


def dari_json(isi: Any) -> Daftar:
    """What `ke_json` wrote; it has been out of our hands. Raises ValueError for anything else."""
    try:
        baris = tuple(
            BarisOrang(int(nomor), **dict(zip(DIBACA, map(_kata, teks), strict=True)))
            for nomor, *teks in isi["baris"][: BATAS_ORANG + 1]
        )
        daftar = Daftar(
            _kata(isi["lembar"]), {m: int(ke) for m, ke in isi["kolom"].items() if m in DIBACA and 0 <= int(ke) < 200},
            baris, tuple(map(_kata, isi["keterangan"])), tuple((int(n), _kata(t)) for n, t in isi["lewat"]),
        )  # fmt: skip
    except (KeyError, TypeError, AttributeError) as galat:
        raise ValueError("bukan daftar orang") from galat
    if not 0 < len(baris) <= BATAS_ORANG or len({b.nomor for b in baris}) < len(baris):
        raise ValueError("bukan daftar orang")
    return daftar


def _kata(nilai: Any) -> str:
    if not isinstance(nilai, str):
        raise TypeError
    return nilai
