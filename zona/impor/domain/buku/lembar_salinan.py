"""The sheets of each pengungkit, copies to read: what somebody has written there is not taken, but said. Pure."""

import re
from collections.abc import Iterator, Mapping

from rencana_aksi.domain import lembar_xlsx as kolom
from rencana_aksi.domain.baris_xlsx import Baris
from zona.impor.butir import TURUNAN
from zona.impor.domain.buku.dasar import tertulis
from zona.impor.isi import IsiRencana
from zona.inti.xlsx import LembarTerbaca, Nilai
from zona.organisasi.enums import AREA

NAMA = re.compile(f"({'|'.join(AREA)}) ")
"""How their names begin."""

DIBACA = (
    kolom.KERJA, kolom.AKSI, kolom.JADWAL, kolom.MULAI, kolom.TEMPO, kolom.REALISASI, kolom.STATUS,
    kolom.PENANGGUNG_JAWAB,
)  # fmt: skip


def salinan_berubah(buku: Mapping[str, LembarTerbaca], asal: IsiRencana) -> Iterator[str]:
    """A sentence for each copy that is no longer as it was written, naming its first such cell."""
    banyak = {p.kode: sum(len(a.pelaksanaan) for k in p.kerja for a in k.aksi) for p in asal.pengungkit}
    tulis = dict(_tertulis(asal))
    for nama, lembar in buku.items():
        area = NAMA.match(nama)
        if area is None or not lembar.baris or lembar.baris[0][1][:1] != (kolom.SALINAN,):
            continue
        if sel := _beda(lembar, tulis, banyak.get(area[1], 0)):
            yield (
                f"Perubahan di lembar {nama} ({sel}) tidak dibaca: lembar itu salinan. Ubah di lembar "
                f"{kolom.SELURUHNYA}."
            )


def _tertulis(asal: IsiRencana) -> Iterator[tuple[int, tuple[Nilai, ...]]]:
    """What each occurrence's row said, by its key."""
    for p in asal.pengungkit:
        for k in p.kerja:
            for a in k.aksi:
                kata = [tertulis(teks or "") for teks in (k.uraian, a.uraian, a.jadwal_teks, a.penanggung_jawab)]
                for q in a.pelaksanaan:
                    hari = (q.mulai, q.jatuh_tempo, q.realisasi)
                    yield q.kunci or 0, (kata[0], kata[1], kata[2], *hari, q.status, kata[3])


def _beda(lembar: LembarTerbaca, tulis: Mapping[int, tuple[Nilai, ...]], banyak: int) -> str:
    """The first cell that differs, without the sheet's name; empty where none does."""
    _, judul, *isi = *lembar.baris, (0, ())
    letak = {str(satu): ke for ke, satu in enumerate(judul[1]) if satu is not None}
    baris = [Baris(lembar, nomor, nilai, letak) for nomor, nilai in isi if nilai]
    for b in baris:
        harapan = tulis.get(_kunci(b))
        for satu, semula in zip(DIBACA, harapan or (None,) * len(DIBACA), strict=True):
            if harapan is None or not _sama(b, satu, semula):
                return b.sel(satu).partition("!")[2] or "judul kolom"
    return "" if len(baris) == banyak else "ada baris yang hilang"


def _kunci(b: Baris) -> int:
    nilai = b.bulat(kolom.KUNCI_PELAKSANAAN)
    return nilai if isinstance(nilai, int) else 0


def _sama(b: Baris, judul: str, semula: Nilai) -> bool:
    if judul == kolom.STATUS:
        return b.teks(judul).lower() in (semula, *TURUNAN)
    return b[judul] == semula if semula else b[judul] is None
