"""Sheets put together into one plan; every row of them that was left out is told. Pure."""

from collections.abc import Iterable, Iterator
from itertools import pairwise

from zona.impor.isi import AKSI, KERJA, SYARAT, IsiKerja, IsiPengungkit, IsiRencana
from zona.impor.lama import kamus
from zona.impor.lama.hasil import LembarDipakai, Lewat, Susunan
from zona.impor.lama.pembaca import Pembaca
from zona.impor.lama.rakit import jadi_kerja
from zona.organisasi.enums import AREA


def susun(dipakai: Iterable[LembarDipakai], tahun: int) -> Susunan:
    """The sheets as one plan of `tahun`, in the order of the six."""
    hasil = Susunan()
    memuat = {KERJA, AKSI}
    jadi: dict[str, list[IsiKerja]] = {kode: [] for kode in AREA}
    for satu in dipakai:
        pembaca = Pembaca(satu, tahun, hasil)
        pembaca.baca()
        memuat |= {SYARAT} if satu.peta.letak(kamus.BUKTI) else set()
        cara = pembaca.cara()
        for kode, milik in pembaca.kerja.items():
            jadi[kode] += [jadi_kerja(k, cara, hasil.catatan) for k in milik]
        hasil.lewat += _kosong(satu)
    hasil.lewat.sort(key=lambda x: x.baris)
    hasil.isi = IsiRencana(
        tuple(IsiPengungkit(kode, (), tuple(jadi[kode])) for kode in AREA if jadi[kode]),
        frozenset(memuat),
    )
    return hasil


def _kosong(satu: LembarDipakai) -> Iterator[Lewat]:
    """What stands above the headings, and the empty rows within the table."""
    lembar, ada = satu.lembar, [b.nomor for b in satu.lembar.baris if b.kata]
    for b in lembar.baris:
        if b.kata and b.nomor < satu.judul.baris:
            yield Lewat(lembar.nama, b.nomor, b.nomor, " ".join(b.kata)[:120], "di atas judul kolom")
    for kini, nanti in pairwise(ada):
        if nanti - kini > 1 and nanti > satu.judul.akhir:
            yield Lewat(lembar.nama, kini + 1, nanti - 1, "", "kosong")
