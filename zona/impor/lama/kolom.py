"""What each column is for, proposed with how sure and why: from its heading, then from what stands in it. Pure."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from zona.impor.lama import kamus as k
from zona.impor.lama.judul import Judul
from zona.impor.lama.kamus import BOLEH_BANYAK, LEWAT, PERIODE, ROMAWI, Arti, arti_judul, arti_periode, kata_judul
from zona.impor.lama.lembar import BarisLama

BATAS_CONTOH = 300
PENOMORAN = re.compile(r"^\(?(?:\d{1,3}(?:\.\d{1,2})*|[A-Za-z]|[ivxIVX]{1,5})[.)]?$")
PEKAN = {**{str(n): n for n in range(1, 6)}, **{kata: n for kata, n in ROMAWI.items() if n < 6}}


@dataclass(frozen=True, slots=True)
class Usul:
    """`yakin` from 0 to 100; `alasan`, a sentence. `pekan`: the week of the month a marked column stands for, or 0."""

    medan: str
    yakin: int
    alasan: str
    pekan: int = 0


@dataclass(frozen=True, slots=True)
class Ciri:
    """What stands in a column: cells with a value of their own, how many of them only number something, are dates, and
    how long the texts are."""

    isi: int
    nomor: int
    tanggal: int
    panjang: float

    @property
    def hanya_nomor(self) -> bool:
        """It numbers, or is empty: no action of the sheet has a letter."""
        return self.nomor >= 0.8 * self.isi


def ciri_kolom(baris: Sequence[BarisLama], ke: int) -> Ciri:
    nilai = [b[ke] for b in baris[:BATAS_CONTOH] if b.sendiri(ke)]
    teks = [b.sendiri(ke) for b in baris[:BATAS_CONTOH] if b.sendiri(ke)]
    return Ciri(
        len(teks),
        sum(bool(PENOMORAN.match(t)) for t in teks),
        sum(isinstance(n, date) for n in nilai),
        sum(map(len, teks)) / len(teks) if teks else 0,
    )


def usul_kolom(judul: Judul, baris: Sequence[BarisLama]) -> tuple[Usul, ...]:
    """A proposal for every column of the headings; `baris`: the rows below them."""
    ciri = [ciri_kolom(baris, ke) for ke in range(len(judul.kolom))]
    calon = {ke: _arti(judul, ke, ciri) for ke in range(len(judul.kolom))}
    terpakai: dict[str, int] = {}
    hasil: dict[int, Usul] = {}
    urut = sorted(
        ((satu.yakin, -ke, satu) for ke, semua in calon.items() for satu in semua), key=lambda c: c[:2], reverse=True
    )
    for yakin, negatif, arti in urut:
        ke = -negatif
        if ke not in hasil and (arti.medan not in terpakai or arti.medan in BOLEH_BANYAK - {k.BUKTI}):
            terpakai.setdefault(arti.medan, ke)
            hasil[ke] = Usul(arti.medan, yakin, f'Judulnya menyebut "{arti.kata}".')
    for ke in range(len(judul.kolom)):
        if ke not in hasil:
            hasil[ke] = _sisa(judul, ke, ciri[ke], calon[ke], hasil)
    return tuple(_pekan(_nomor(ke, hasil, ciri), judul.kolom[ke]) for ke in sorted(hasil))


def _arti(judul: Judul, ke: int, ciri: Sequence[Ciri]) -> list[Arti]:
    """What the headings above a column may mean, the lowest first; a number's column is none of words, and lends its
    heading to the one it numbers."""
    kata = judul.kolom[ke]
    if not kata and ke and ciri[ke - 1].isi and ciri[ke - 1].hanya_nomor and not ciri[ke].hanya_nomor:
        kata = judul.kolom[ke - 1]
    hasil: list[Arti] = []
    for tinggi, satu in enumerate(reversed(kata)):
        arti = list(arti_judul(satu)) or _bulan_bernomor(judul, ke, satu)
        if tinggi == 0 and len(kata) > 1 and kata_judul(satu) in ("rencana", "target"):
            arti = [Arti(k.JADWAL, 85, satu)] if _menyebut(kata[:1], k.JADWAL) else arti
        hasil += [replace(a, yakin=max(a.yakin - 10 * tinggi, 1)) for a in arti]
        if arti:
            break
    if hasil and hasil[0].medan == k.NO and ke + 1 < len(judul.kolom) and _menyebut(judul.kolom[ke + 1], k.PENGUNGKIT):
        return [Arti(k.NO, 40, kata[-1])]  # it numbers the pengungkit, where another one numbers the rows
    if ciri[ke].hanya_nomor and hasil and hasil[0].medan in (k.KERJA, k.AKSI, k.BUKTI) and _kembar(judul, ke):
        return []
    return hasil


def _menyebut(kata: Sequence[str], medan: str) -> bool:
    return any(a.medan == medan for satu in kata for a in arti_judul(satu)[:1])


def _kembar(judul: Judul, ke: int) -> bool:
    """Whether a neighbour has the same heading, merged over both or with none of its own."""
    tetangga = [judul.kolom[i] for i in (ke - 1, ke + 1) if 0 <= i < len(judul.kolom)]
    return judul.kolom[ke] in tetangga or () in tetangga


def _bulan_bernomor(judul: Judul, ke: int, satu: str) -> list[Arti]:
    """3 among the columns 1 … 12, under a heading that speaks of months or of time."""
    if not satu.isdecimal() or not 1 <= int(satu) <= 12:
        return []
    awal = ke - int(satu) + 1
    deret = [kata[-1] if kata else "" for kata in judul.kolom[max(awal, 0) : awal + 12]]
    return [Arti(f"bulan-{satu}", 85, satu)] if deret == [str(n) for n in range(1, 13)] else []


def _sisa(judul: Judul, ke: int, ciri: Ciri, calon: list[Arti], hasil: dict[int, Usul]) -> Usul:
    """A column whose heading says nothing of its own."""
    if calon:
        return Usul(LEWAT, 60, "Sudah ada kolom lain yang lebih cocok untuk isi ini.")
    if not ciri.isi:
        return Usul(LEWAT, 95, "Kolom ini kosong.")
    if ciri.tanggal >= 0.6 * ciri.isi and not {k.JADWAL, k.MULAI, k.TEMPO} & {u.medan for u in hasil.values()}:
        return Usul(k.JADWAL, 45, "Judulnya tidak dikenal, tetapi isinya tanggal.")
    return Usul(LEWAT, 50, "Judulnya tidak dikenal." if judul.kolom[ke] else "Kolom ini tidak berjudul.")


def _nomor(ke: int, hasil: dict[int, Usul], ciri: Sequence[Ciri]) -> Usul:
    """A column that only numbers what the next one says: the letter of an action, the number of a row."""
    usul, kanan = hasil[ke], hasil.get(ke + 1)
    if usul.medan != LEWAT or kanan is None or not ciri[ke].isi or not ciri[ke].hanya_nomor:
        return usul
    jadi = {k.KERJA: k.NO, k.AKSI: k.HURUF}.get(kanan.medan)
    ada = {u.medan for i, u in hasil.items() if i != ke}
    if jadi and jadi not in ada:
        return Usul(jadi, 80, "Isinya hanya nomor atau huruf, dan kolom di kanannya yang dinomori.")
    return Usul(LEWAT, 80, "Isinya hanya nomor.") if kanan.medan == k.BUKTI else usul


def _pekan(usul: Usul, kata: tuple[str, ...]) -> Usul:
    """A month divided into weeks: the week that the lowest heading numbers."""
    if usul.medan not in PERIODE or len(kata) < 2 or arti_periode(kata[-1]):
        return usul
    return replace(usul, pekan=PEKAN.get(kata_judul(kata[-1]).removeprefix("minggu ").removeprefix("m"), 0))
