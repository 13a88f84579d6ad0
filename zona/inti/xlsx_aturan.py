"""What may be typed in a workbook's cells, and sheets that are only read."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

BATAS_DAFTAR = 255
"""Characters of a list written out in its rule; a longer one stands in cells."""


@dataclass(frozen=True, slots=True)
class Aturan:
    """What may be typed in a cell, as a workbook's data validation has it, and what is said where something else is.
    In `rumus` and `sampai`, {baris} is the number of the cell's own row."""

    jenis: str
    rumus: str
    sampai: str = ""
    judul: str = ""
    pesan: str = ""

    def pasang(self, kertas: Worksheet, sel: Sequence[str], baris: int) -> None:
        """On these cells or ranges; `baris`: the row of the first of them."""
        satu = DataValidation(
            type=self.jenis,
            formula1=self.rumus.format(baris=baris),
            formula2=self.sampai.format(baris=baris) or None,
            allow_blank=True,
            showErrorMessage=True,
            errorTitle=self.judul,
            error=self.pesan,
        )
        for tempat in sel:
            satu.add(tempat)
        kertas.add_data_validation(satu)


DITOLAK = Aturan("custom", "FALSE", judul="Tidak untuk diisi", pesan="Kolom ini diisi aplikasi; isinya tidak dibaca.")


def pilihan(*nilai: str) -> Aturan:
    """One of these. Raises ValueError where they are too long for a rule, or one holds a comma."""
    daftar = ",".join(nilai)
    if len(daftar) > BATAS_DAFTAR or daftar.count(",") >= len(nilai):
        raise ValueError("pilihan sepanjang ini harus ditulis di sel")
    pesan = f"Pilih {', '.join(nilai)}, atau kosongkan."
    return Aturan("list", f'"{daftar}"', judul="Bukan pilihan", pesan=pesan)


def pilihan_sel(rumus: str, pesan: str) -> Aturan:
    """One of what stands in the cells that `rumus` names."""
    return Aturan("list", rumus, judul="Bukan pilihan", pesan=pesan)


def bertanggal(awal: date, akhir: str, pesan: str) -> Aturan:
    """A real date from `awal` until `akhir`, a formula."""
    mulai = f"DATE({awal.year},{awal.month},{awal.day})"
    return Aturan("date", mulai, akhir, judul="Bukan tanggal", pesan=pesan)


def kunci_lembar(kertas: Worksheet) -> None:
    """To be read, filtered and widened; not typed in. Without a password: it keeps from mistakes, not from people."""
    jaga = kertas.protection
    jaga.sheet = True
    jaga.formatColumns = jaga.formatRows = jaga.autoFilter = False  # what may be done is False
