"""A list of people out of what was pasted, or a file. Pure."""

from typing import BinaryIO

from zona.impor.lama.baca import baca_lama, baca_teks
from zona.impor.lama.lembar import BukuLama
from zona.inti.errors import DomainError

BATAS_BERKAS_MB = 5
BATAS_HURUF = 400_000
NAMA_TEMPELAN = "Tempelan"


def baca_berkas(berkas: BinaryIO, nama: str) -> BukuLama:
    """An XLSX or CSV. Raises DomainError with a sentence."""
    if berkas.seek(0, 2) > BATAS_BERKAS_MB * 1024 * 1024:
        raise DomainError(f"Berkas terlalu besar untuk daftar orang, paling besar {BATAS_BERKAS_MB} MB.")
    berkas.seek(0)
    return baca_lama(berkas, nama)


def baca_tempelan(teks: str) -> BukuLama:
    """Rows as a spreadsheet puts them on the clipboard: cells between tabs, those of several lines in quotation signs;
    or lines of a CSV, or of names alone. Raises DomainError with a sentence."""
    if len(teks) > BATAS_HURUF:
        raise DomainError(f"Yang ditempel terlalu panjang, paling banyak {BATAS_HURUF} huruf.")
    lembar = baca_teks(teks, NAMA_TEMPELAN, _pemisah(teks), ketat=True)
    if not lembar.baris:
        raise DomainError("Tempelkan baris-baris dari lembar kerja Anda, atau pilih berkasnya.")
    return BukuLama((lembar,))


def _pemisah(teks: str) -> str:
    """Commas stand in names, so they separate only where every line has as many."""
    if "\t" in teks:
        return "\t"
    baris = [satu for satu in teks.splitlines() if satu.strip()][:50]
    for tanda, paling_sedikit in ((";", 1), (",", 2)):
        banyak = {satu.count(tanda) for satu in baris}
        if len(banyak) == 1 and banyak.pop() >= paling_sedikit:
            return tanda
    return "\t"
