"""Which column of a sheet is for what: by its headings, wherever they stand, else by what stands in them. Pure."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from openpyxl.utils import get_column_letter

from zona.impor.lama.judul import baris_nomor
from zona.impor.lama.lembar import BarisLama, LembarLama
from zona.orang.roster import kamus as k
from zona.orang.roster.kamus import DIBACA, arti_kolom
from zona.orang.roster.nilai import baca_peran, baca_tim, teks_nip

BATAS_CARI = 60
BATAS_CONTOH = 200
PASTI = 95
"""How sure a heading that stands alone must be: "Nama" is one, "Daftar nama tim" is a title."""
_NIP = re.compile(r"^\d{15,21}$|^\d[.,]\d+E\+\d+$", re.IGNORECASE)
_TELEPON = re.compile(r"^(?:\+?62|0)8\d{7,11}$")
_GELAR = re.compile(r",\s*[A-Z][A-Za-z]{0,4}\.|^(?:Dr|Drs|Dra|Ir|Hj?|Prof)\.?\s")


@dataclass(frozen=True, slots=True)
class Peta:
    """`kolom`: of each field, its column (from 0). `judul`, `akhir`: first and last row number of the headings, 0 where
    there are none. `telepon`: columns of telephone numbers; `lain`: columns that are not read, as people know them."""

    kolom: dict[str, int]
    judul: int = 0
    akhir: int = 0
    telepon: tuple[str, ...] = ()
    lain: tuple[str, ...] = field(default=())


def cari_peta(lembar: LembarLama) -> Peta | None:
    """By the row that reads most like headings; None where no row names the people's names."""
    terbaik: tuple[int, int] = (0, 0)
    for b in lembar.baris[:BATAS_CARI]:
        arti = {a[0]: a[1] for ke in b.terisi if (a := arti_kolom(b.sendiri(ke)))}
        dibaca = arti.keys() & set(DIBACA)
        if k.NAMA in arti and (len(arti) > 1 or (len(b.terisi) == 1 and arti[k.NAMA] >= PASTI)):
            terbaik = max(terbaik, (sum(arti[m] for m in dibaca), -b.nomor))
    if not terbaik[0]:
        return None
    letak = next(i for i, b in enumerate(lembar.baris) if b.nomor == -terbaik[1])
    return _peta_judul(lembar.baris[letak], lembar.baris[letak + 1 : letak + 2])


def _peta_judul(judul: BarisLama, berikut: Sequence[BarisLama]) -> Peta:
    calon = [(a[1], -ke, a[0]) for ke in judul.terisi if (a := arti_kolom(judul.sendiri(ke)))]
    kolom: dict[str, int] = {}
    for _, negatif, medan in sorted(calon, reverse=True):
        if medan in DIBACA:
            kolom.setdefault(medan, -negatif)
    telepon = {-negatif for _, negatif, medan in calon if medan == k.TELEPON}
    bukan = {-negatif for _, negatif, medan in calon if medan == k.LEWAT} | telepon | set(kolom.values())
    akhir = berikut[0].nomor if berikut and baris_nomor(berikut[0]) else judul.nomor
    return Peta(
        kolom, judul.nomor, akhir,
        telepon=tuple(_sebut(judul, ke) for ke in sorted(telepon)),
        lain=tuple(_sebut(judul, ke) for ke in judul.terisi if ke not in bukan),
    )  # fmt: skip


def _sebut(judul: BarisLama, ke: int) -> str:
    return f'{get_column_letter(ke + 1)} ("{" ".join(judul.sendiri(ke).split())[:40]}")'


def tebak_peta(lembar: LembarLama) -> tuple[Peta, bool]:
    """By what stands in the columns of a sheet without headings, and whether every column that is read is sure. Where
    no column can hold names, the field is missing."""
    baris = lembar.baris[:BATAS_CONTOH]
    jenis = {ke: _jenis(baris, ke) for ke in range(lembar.lebar)}
    kolom: dict[str, int] = {}
    yakin = True
    for ke, medan in jenis.items():
        if medan in DIBACA:
            yakin &= medan not in kolom
            kolom.setdefault(medan, ke)
    kata = [ke for ke, medan in jenis.items() if medan == "kata"]
    bernama = [ke for ke in kata if _bergelar(baris, ke)] or kata
    if bernama:
        kolom[k.NAMA] = bernama[0]
        sisa = [ke for ke in kata if ke != bernama[0]]
        yakin &= len(bernama) == 1 and len(sisa) < 2
        if sisa:
            kolom[k.JABATAN] = sisa[0]
    huruf = tuple(f"{get_column_letter(ke + 1)}" for ke, medan in jenis.items() if medan == k.TELEPON)
    return Peta(kolom, telepon=huruf), yakin and k.NAMA in kolom


def _isi(baris: Sequence[BarisLama], ke: int) -> list[str]:
    return [teks_nip(b[ke]) for b in baris if b.sendiri(ke)]


def _jenis(baris: Sequence[BarisLama], ke: int) -> str:
    """What most of a column's cells are; "kata" for words that are nothing else, "no" for numbers, empty for none."""
    isi = _isi(baris, ke)
    rapat = [re.sub(r"[\s'’.\-]+", "", satu) for satu in isi]
    ciri: tuple[tuple[str, Callable[[int], bool]], ...] = (
        (k.POSEL, lambda i: "@" in isi[i]),
        (k.NIP, lambda i: bool(_NIP.match(rapat[i]) or _NIP.match(isi[i]))),
        (k.TELEPON, lambda i: bool(_TELEPON.match(rapat[i]))),
        (k.PERAN, lambda i: baca_peran(isi[i]) is not None),
        ("no", lambda i: isi[i].rstrip(".").isdecimal()),
        (k.TIM, lambda i: bool(baca_tim(isi[i]))),
        ("kata", lambda i: bool(re.search(r"[A-Za-z]{2}", isi[i]))),
    )
    for medan, cocok in ciri:
        if isi and sum(cocok(i) for i in range(len(isi))) * 10 >= len(isi) * (5 if medan == "kata" else 7):
            return medan
    return ""


def _bergelar(baris: Sequence[BarisLama], ke: int) -> bool:
    """Academic titles behind the words, or before: names."""
    isi = _isi(baris, ke)
    return sum(bool(_GELAR.search(satu)) for satu in isi) * 3 >= len(isi)
