"""Rows of a workbook by the headings of their columns; every value knows its cell."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from rencana_aksi.domain.masalah import Ditolak, Masalah
from zona.inti.errors import DomainError
from zona.inti.waktu import baca_tanggal_id, contoh_tanggal
from zona.inti.xlsx import LembarTerbaca, Nilai, baca_xlsx


@dataclass(frozen=True, slots=True)
class Baris:
    """One row. A column that is not there, or an empty cell, gives None."""

    lembar: LembarTerbaca
    nomor: int
    nilai: tuple[Nilai, ...]
    letak: Mapping[str, int]

    def __getitem__(self, judul: str) -> Nilai:
        ke = self.letak.get(judul, len(self.nilai))
        return self.nilai[ke] if ke < len(self.nilai) else None

    def teks(self, judul: str) -> str:
        nilai = self[judul]
        return "" if nilai is None else str(nilai)

    def bulat(self, judul: str) -> Nilai:
        """A whole number also where it was typed as text; anything else as it is, for the checker to refuse."""
        nilai = self[judul]
        return int(nilai) if isinstance(nilai, str) and nilai.isdecimal() else nilai

    def tanggal(self, judul: str) -> date | None:
        """Also one typed as words. Raises Ditolak, naming the cell and how to write it, for what is no date."""
        nilai = self[judul]
        if nilai is None or isinstance(nilai, date):
            return nilai
        if terbaca := baca_tanggal_id(str(nilai)):
            return terbaca
        contoh = contoh_tanggal(str(nilai))
        raise Ditolak([Masalah(self.sel(judul), f'"{nilai}" bukan tanggal; tulis dengan nama bulannya: {contoh}')])

    def sel(self, judul: str) -> str:
        """Seluruhnya!E12"""
        return self.lembar.sel(self.nomor, self.letak[judul]) if judul in self.letak else self.lembar.nama


def baca_buku(berkas: Path, lembar: Mapping[str, tuple[str, ...]]) -> dict[str, list[Baris]]:
    """The rows under the headings of the sheets named, each with the columns it must have. Raises Ditolak: no readable
    workbook, or a sheet or a column is not there or there twice."""
    try:
        buku = baca_xlsx(berkas, lembar)
    except DomainError as galat:
        raise Ditolak([Masalah("", galat.pesan)]) from galat
    masalah: list[Masalah] = []
    hasil = {nama: baris_lembar(buku.get(nama), nama, wajib, masalah) for nama, wajib in lembar.items()}
    if masalah:
        raise Ditolak(masalah)
    return hasil


def baris_lembar(lembar: LembarTerbaca | None, nama: str, wajib: Iterable[str], masalah: list[Masalah]) -> list[Baris]:
    """The rows under the headings of a sheet. What is not there, or there twice, is added to `masalah`."""
    if lembar is None or not lembar.baris:
        masalah.append(Masalah("", f'lembar "{nama}" tidak ada atau kosong'))
        return []
    (_, judul), *isi = lembar.baris
    letak = {str(satu): ke for ke, satu in enumerate(judul) if satu is not None}
    masalah += [Masalah(nama, f'kolom "{satu}" tidak ada') for satu in wajib if satu not in letak]
    masalah += [Masalah(nama, f'kolom "{satu}" ada dua') for satu in letak if judul.count(satu) > 1]
    return [Baris(lembar, nomor, nilai, letak) for nomor, nilai in isi]
