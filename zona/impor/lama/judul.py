"""Where a table's headings are: the row that reads most like headings, the rows under it that divide it, and the row of
column numbers some offices put below. Pure."""

import hashlib
import json
import re
from collections.abc import Sequence
from dataclasses import dataclass

from zona.impor.lama.kamus import AKSI, BUKTI, KERJA, LEWAT, arti_judul, kata_judul
from zona.impor.lama.lembar import BarisLama, LembarLama

BATAS_CARI = 60
BATAS_ANAK = 3
BATAS_KATA_ANAK = 24
_ANGKA_KOLOM = re.compile(r"^\(?\[?(\d{1,2})[\])]?(?:\s*=.*)?$")


@dataclass(frozen=True, slots=True)
class Judul:
    """The headings: of each column its words from the top ("Waktu Pelaksanaan", "Target"), those of a divided heading
    once. `baris` the row number of the first, `akhir` of the last; `isi` the number of the row the table begins at."""

    baris: int
    akhir: int
    kolom: tuple[tuple[str, ...], ...]

    @property
    def sidik(self) -> str:
        """The fingerprint of the headings' words, wherever in the sheet they stand."""
        kata = [[kata_judul(satu) for satu in k] for k in self.kolom]
        while kata and not kata[-1]:
            kata.pop()
        return hashlib.sha256(json.dumps(kata).encode()).hexdigest()


def cari_judul(lembar: LembarLama) -> Judul | None:
    """The headings of the sheet's (first) table; None where no row reads like any."""
    baris = lembar.baris[:BATAS_CARI]
    nilai = [(nilai_judul(judul_di(lembar, b.nomor)), -b.nomor, b.nomor) for b in baris if len(b.kata) > 1]
    terbaik = max(nilai, default=(0, 0, 0))
    return judul_di(lembar, terbaik[2]) if terbaik[0] > 0 else None


def judul_di(lembar: LembarLama, nomor: int) -> Judul:
    """The headings that begin at the row of that number, whatever stands there."""
    letak = next((i for i, b in enumerate(lembar.baris) if b.nomor >= nomor), len(lembar.baris))
    baris = list(lembar.baris[letak : letak + BATAS_ANAK + 2])
    if not baris or baris[0].nomor != nomor:
        return Judul(nomor, nomor, ())
    kepala = [baris.pop(0)]
    while baris and len(kepala) < BATAS_ANAK and _anak(kepala, baris[0]):
        kepala.append(baris.pop(0))
    akhir = baris[0].nomor if baris and baris_nomor(baris[0]) else kepala[-1].nomor
    lebar = max(len(b.nilai) for b in kepala)
    return Judul(nomor, akhir, tuple(_kolom(kepala, ke) for ke in range(lebar)))


def _kolom(kepala: Sequence[BarisLama], ke: int) -> tuple[str, ...]:
    """The words above a column, from the top, each once."""
    return tuple(dict.fromkeys(" ".join(kata.split()) for b in kepala if (kata := b.teks(ke))))


def _anak(kepala: Sequence[BarisLama], baris: BarisLama) -> bool:
    """Whether the row divides the headings above it: short words under headings that span columns, or beside headings
    that go on from above."""
    atas, sendiri = kepala[-1], baris.terisi
    if not sendiri or (baris_nomor(baris) and not _bawah_rentang(kepala[0], sendiri)):
        return False
    if any(len(baris.teks(ke)) > BATAS_KATA_ANAK for ke in sendiri):
        return False
    lanjut = bool(baris.turun & {ke for ke in range(len(atas.nilai)) if atas.teks(ke)})
    return _bawah_rentang(atas, sendiri) or (lanjut and len(sendiri) < len(atas.kata) + 12)


def _bawah_rentang(atas: BarisLama, kolom: Sequence[int]) -> bool:
    """Whether all of these columns lie under a heading that spans more than one, merged or with empty cells beside."""
    lebar = max(len(atas.nilai), max(kolom) + 1)
    rentang = {ke for ke in range(lebar) if ke in atas.kanan or not atas.teks(ke)}
    rentang |= {ke - 1 for ke in rentang if ke and atas.teks(ke - 1) and (ke in atas.kanan or ke in kolom)}
    return set(kolom) <= rentang and any(atas.teks(ke) for ke in range(lebar))


def baris_nomor(baris: BarisLama) -> bool:
    """1 | 2 | 3 | 4, or (1) | (2) …: the columns' numbers, at least three, counting on."""
    cocok = [_ANGKA_KOLOM.match(baris.teks(ke)) for ke in baris.terisi]
    angka = [int(m[1]) for m in cocok if m]
    return len(angka) == len(cocok) >= 3 and angka == list(range(angka[0], angka[0] + len(angka)))


def nilai_judul(judul: Judul) -> int:
    """How much it reads like headings: the sum of how sure each field is told. 0 where none of the fields a plan
    cannot do without is among them."""
    yakin: dict[str, int] = {}
    for kata in judul.kolom:
        for satu in reversed(kata):
            if arti := arti_judul(satu):
                medan = arti[0].medan
                yakin[medan] = max(yakin.get(medan, 0), 8 if medan == LEWAT else arti[0].yakin)
                break
    if len(yakin.keys() - {LEWAT}) < 2 or not yakin.keys() & {KERJA, AKSI, BUKTI}:
        return 0
    return sum(yakin.values())


def sama_judul(baris: BarisLama, judul: Judul) -> bool:
    """Whether the row repeats the headings (of a table that goes on, on the next page or for the next pengungkit)."""
    kata = [(ke, kata_judul(baris.sendiri(ke))) for ke in baris.terisi]
    sama = sum(
        1 for ke, satu in kata if satu and ke < len(judul.kolom) and satu in {kata_judul(s) for s in judul.kolom[ke]}
    )
    return sama >= 2 and sama * 10 >= len(kata) * 7
