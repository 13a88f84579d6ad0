"""How a workbook looks, on the screen and on paper."""

from openpyxl.styles import Alignment, Border, Font, NamedStyle, PatternFill, Side
from openpyxl.worksheet.page import PageMargins
from openpyxl.worksheet.worksheet import Worksheet

TANGGAL = "[$-421]d mmm yyyy"


def gaya_sel() -> list[NamedStyle]:
    """By the kind of value; "… abu" for what is not read back."""
    garis = Side(style="hair", color="FF808080")
    kotak = Border(left=garis, right=garis, top=garis, bottom=garis)
    atas = Alignment(vertical="top", wrap_text=True)
    tengah = Alignment(horizontal="center", vertical="top")
    kepala = Alignment(horizontal="center", vertical="center", wrap_text=True)
    abu = PatternFill("solid", fgColor="FFE0E0E0")
    huruf, tebal = Font(name="Arial", size=10), Font(name="Arial", size=10, bold=True)
    pudar, muda = Font(name="Arial", size=10, color="FF404040"), PatternFill("solid", fgColor="FFEFEFEF")
    return [
        NamedStyle("teks", font=huruf, alignment=atas, border=kotak),
        NamedStyle("angka", font=huruf, alignment=tengah, border=kotak),
        NamedStyle("tanggal", font=huruf, alignment=tengah, border=kotak, number_format=TANGGAL),
        NamedStyle("teks abu", font=pudar, alignment=atas, border=kotak, fill=muda),
        NamedStyle("angka abu", font=pudar, alignment=tengah, border=kotak, fill=muda),
        NamedStyle("tanggal abu", font=pudar, alignment=tengah, border=kotak, fill=muda, number_format=TANGGAL),
        NamedStyle("polos", font=huruf),
        NamedStyle("pokok", font=tebal, alignment=atas, border=kotak),
        NamedStyle("nilai", font=huruf, alignment=tengah, border=kotak, number_format="0.00"),
        NamedStyle("kepala", font=tebal, alignment=kepala, border=kotak, fill=abu),
    ]


def cetak(kertas: Worksheet, kepala: int, judul: str, *, tegak: bool = False) -> None:
    """A4, as wide as the paper, its title above and the headings of row `kepala` on every page."""
    kertas.print_title_rows = f"{kepala}:{kepala}"
    kertas.page_setup.orientation = "portrait" if tegak else "landscape"
    kertas.page_setup.paperSize = kertas.PAPERSIZE_A4
    kertas.page_margins = PageMargins(left=0.4, right=0.4, top=0.6, bottom=0.5, header=0.3, footer=0.25)
    kertas.page_setup.fitToWidth, kertas.page_setup.fitToHeight = 1, 0
    kertas.sheet_properties.pageSetUpPr.fitToPage = True
    kertas.oddHeader.left.text = judul.replace("&", "&&")
    kertas.oddFooter.right.text = "Halaman &P dari &N"
