"""The paper a document is drawn on."""

from dataclasses import dataclass

UKURAN = {"A4": (210, 297), "F4": (215, 330)}
"""Millimetres, upright. F4 is the folio of Indonesian offices."""
TEPI_TERKECIL, TEPI_TERBESAR = 15, 40


@dataclass(frozen=True, slots=True)
class Kertas:
    """`tepi`: top, right, bottom, left in millimetres (Tata Naskah Dinas leaves room for binding on the left).
    `logo`: a data: address, or empty."""

    ukuran: str = "A4"
    tepi: tuple[int, int, int, int] = (25, 20, 25, 25)
    logo: str = ""

    @property
    def gaya(self) -> str:
        """The print style of this paper, after all others. Sheets in landscape need their width."""
        lebar, tinggi = UKURAN[self.ukuran]
        atas, kanan, bawah, kiri = self.tepi
        return (
            f"@page {{ size: {lebar}mm {tinggi}mm; margin: {atas}mm {kanan}mm {bawah}mm {kiri}mm }} "
            f"@page matriks {{ size: {tinggi}mm {lebar}mm; margin: {kanan}mm {TEPI_TERKECIL}mm {bawah}mm {kiri}mm }}"
        )
