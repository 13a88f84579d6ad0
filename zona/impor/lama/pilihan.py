"""What of a workbook is read and how: the sheets, the rows of their headings, their columns, their pengungkit. Pure;
JSON both ways."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from zona.impor.lama.hasil import Susunan
from zona.impor.lama.judul import Judul
from zona.impor.lama.lembar import BukuLama
from zona.impor.lama.peta import Peta, pastikan_peta, peta_dari_json, peta_ke_json
from zona.impor.lama.susun import susun
from zona.impor.lama.usul import LembarUsul, kelompokkan, usulkan
from zona.inti.errors import DomainError


@dataclass(frozen=True, slots=True)
class Pilihan:
    """`judul`: of each sheet read (by its place), the row its headings begin at; `peta`: by the headings' fingerprint;
    `bagian`: whose pengungkit is what (peta.py), over all sheets."""

    judul: Mapping[int, int]
    peta: Mapping[str, Peta] = field(default_factory=dict)
    bagian: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Kelompok:
    """Sheets with the same headings, and what their columns are for. `ingat`: as the office said once."""

    sidik: str
    lembar: tuple[tuple[int, LembarUsul], ...]
    peta: Peta
    ingat: bool

    @property
    def judul(self) -> Judul:
        judul = self.lembar[0][1].judul
        if judul is None:
            raise ValueError("lembar tanpa judul tidak dikelompokkan")
        return judul

    @property
    def nama_kolom(self) -> tuple[str, ...]:
        """What to call each column: its letter and its heading."""
        lembar = self.lembar[0][1].lembar
        huruf = [lembar.sel(1, ke).rpartition("!")[2][:-1] for ke in range(len(self.judul.kolom))]
        return tuple(
            f'{h} ("{" – ".join(kata)}")' if kata else h for h, kata in zip(huruf, self.judul.kolom, strict=True)
        )


def pilihan_awal(buku: BukuLama) -> Pilihan:
    """Every sheet that looks like a plan, as it looks."""
    usul = {i: usulkan(lembar) for i, lembar in enumerate(buku.lembar)}
    return Pilihan({i: u.judul.baris for i, u in usul.items() if u.judul and u.memuat_rencana})


def kelompok_lembar(buku: BukuLama, pilihan: Pilihan, ingat: Mapping[str, Peta]) -> list[Kelompok]:
    """The sheets chosen, by their headings; the columns as chosen, else as remembered, else as proposed."""
    usul = {i: usulkan(buku.lembar[i], baris) for i, baris in sorted(pilihan.judul.items()) if i < len(buku.lembar)}
    letak = {id(u): i for i, u in usul.items()}
    hasil: list[Kelompok] = []
    for satu in kelompokkan(list(usul.values())):
        judul = satu[0].judul
        if judul is None:
            continue
        dipilih, diingat = pilihan.peta.get(judul.sidik), ingat.get(judul.sidik)
        peta = _selebar(dipilih or diingat or satu[0].peta, satu[0].peta)
        bagian = {**(diingat.bagian if diingat else {}), **pilihan.bagian}
        lembar = tuple((letak[id(u)], u) for u in satu)
        hasil.append(Kelompok(judul.sidik, lembar, replace(peta, bagian=bagian), not dipilih and bool(diingat)))
    return hasil


def _selebar(peta: Peta, usul: Peta) -> Peta:
    """The map over all the columns there are; weeks as the headings number them."""
    return replace(peta, kolom=(*peta.kolom, *usul.kolom[len(peta.kolom) :])[: len(usul.kolom)], pekan=usul.pekan)


def susun_kelompok(kelompok: Sequence[Kelompok], tahun: int) -> Susunan:
    """The sheets in their order, as one plan."""
    semua = sorted(((i, u, k.peta) for k in kelompok for i, u in k.lembar), key=lambda satu: satu[0])
    return susun([u.dipakai(peta) for _, u, peta in semua], tahun)


def periksa_kelompok(kelompok: Sequence[Kelompok]) -> dict[str, str]:
    """What is wrong, a sentence by the fingerprint of the headings it is about."""
    salah: dict[str, str] = {}
    for k in kelompok:
        try:
            pastikan_peta(k.peta, k.nama_kolom)
        except DomainError as galat:
            salah[k.sidik] = galat.pesan
    return salah


def pilihan_ke_json(pilihan: Pilihan) -> dict[str, Any]:
    return {
        "judul": {str(i): baris for i, baris in pilihan.judul.items()},
        "peta": {sidik: peta_ke_json(peta) for sidik, peta in pilihan.peta.items()},
        "bagian": dict(pilihan.bagian),
    }


def pilihan_dari_json(isi: Mapping[str, Any]) -> Pilihan:
    """What `pilihan_ke_json` wrote."""
    return Pilihan(
        {int(i): baris for i, baris in isi["judul"].items()},
        {sidik: peta_dari_json(peta) for sidik, peta in isi["peta"].items()},
        isi["bagian"],
    )
