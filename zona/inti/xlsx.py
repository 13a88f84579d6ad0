"""Workbooks: written so that text stays text whatever it begins with and the same content gives the same bytes;
read so that nothing is run, fetched or guessed."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from io import BytesIO
from pathlib import Path
from typing import Any, BinaryIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from openpyxl import Workbook, load_workbook
from openpyxl.styles import Alignment, Border, Font, NamedStyle, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.page import PageMargins
from openpyxl.worksheet.worksheet import Worksheet
from openpyxl.writer.excel import ExcelWriter

from zona.inti.errors import DomainError


@dataclass(frozen=True, slots=True)
class Rumus:
    """A formula of our own making, without its "="; text from people never becomes one."""

    isi: str
    gaya: str = "angka"


Nilai = str | int | Decimal | date | None
Tertulis = Nilai | Rumus

BATAS_BYTE = 25 * 1024 * 1024
BATAS_TERBUKA = 150 * 1024 * 1024
BATAS_BARIS = 20_000
BATAS_KOLOM = 60
BATAS_SEL = 32_767
SAAT = datetime(1980, 1, 1)  # noqa: DTZ001  (the format wants a moment: the zip's first, so that none is told)
TANGGAL = "[$-421]d mmm yyyy"
_KENDALI = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_LUPUT = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")
_LUPUT_TERBACA = re.compile(r"_x005F_(?=x[0-9A-Fa-f]{4}_)")
_RUMUS = ("=", "+", "-", "@")


@dataclass(frozen=True, slots=True)
class Kolom:
    """`lebar` in characters. `kunci`: for machines, hidden."""

    judul: str
    lebar: int = 12
    kunci: bool = False


@dataclass(frozen=True, slots=True)
class Lembar:
    """One sheet: a heading row, then rows of values in the order of the columns. `atas`: rows above the heading.
    `daftar`: cells where people choose, by what may be chosen there."""

    nama: str
    kolom: Sequence[Kolom]
    baris: Iterable[Sequence[Tertulis]]
    beku: str = "A2"
    atas: Sequence[Sequence[Nilai]] = ()
    daftar: Mapping[tuple[str, ...], Sequence[str]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class LembarTerbaca:
    """A sheet as read: (row number, values) of every row that has any, without the empty cells at its end."""

    nama: str
    baris: tuple[tuple[int, tuple[Nilai, ...]], ...]

    def sel(self, baris: int, kolom: int) -> str:
        """The address of a cell for people: Seluruhnya!E12 (`kolom` counts from 0)."""
        return f"{self.nama}!{get_column_letter(kolom + 1)}{baris}"


def nama_lembar(teks: str) -> str:
    """A name a sheet may have: 31 characters, cut at a word, none of : \\ / ? * [ ]."""
    bersih = " ".join(re.sub(r"[:\\/?*\[\]]", " ", bersihkan(teks)).split()).strip("'")
    return bersih if len(bersih) <= 31 else bersih[:32].rsplit(" ", 1)[0][:31]


def bersihkan(teks: str) -> str:
    """Text without control characters, lines ending in \\n, no longer than a cell may hold."""
    bersih = _KENDALI.sub("", teks.replace("\r\n", "\n").replace("\r", "\n"))
    return bersih if len(bersih) <= BATAS_SEL else f"{bersih[: BATAS_SEL - 1]}…"


def tulis_xlsx(lembar: Iterable[Lembar], *, judul: str, pembuat: str) -> bytes:
    """The workbook: frozen heads, filters, real dates, printed in landscape with the heads on every page."""
    buku = Workbook()
    buku.remove(buku.worksheets[0])
    for gaya in _gaya():
        buku.add_named_style(gaya)
    for satu in lembar:
        _tulis_lembar(buku.create_sheet(nama_lembar(satu.nama)), satu, judul)
    sifat = buku.properties
    sifat.title, sifat.creator, sifat.language = bersihkan(judul), bersihkan(pembuat), "id"
    sifat.created = sifat.modified = SAAT
    keluar = BytesIO()
    ExcelWriter(buku, _Arsip(keluar, "w", ZIP_DEFLATED)).save()
    return keluar.getvalue()


class _Arsip(ZipFile):
    """A zip that does not say when it was made."""

    def writestr(self, zinfo_or_arcname: str | ZipInfo, data: Any, *args: Any, **kwargs: Any) -> None:
        nama = zinfo_or_arcname if isinstance(zinfo_or_arcname, str) else zinfo_or_arcname.filename
        super().writestr(ZipInfo(nama), data, compress_type=ZIP_DEFLATED, compresslevel=6)

    def write(self, filename: Any, arcname: Any = None, *args: Any, **kwargs: Any) -> None:
        self.writestr(str(arcname), Path(filename).read_bytes())


def _gaya() -> list[NamedStyle]:
    garis = Side(style="hair", color="FF808080")
    kotak = Border(left=garis, right=garis, top=garis, bottom=garis)
    atas = Alignment(vertical="top", wrap_text=True)
    tengah = Alignment(horizontal="center", vertical="top")
    kepala = Alignment(horizontal="center", vertical="center", wrap_text=True)
    abu = PatternFill("solid", fgColor="FFE0E0E0")
    huruf, tebal = Font(name="Arial", size=10), Font(name="Arial", size=10, bold=True)
    return [
        NamedStyle("teks", font=huruf, alignment=atas, border=kotak),
        NamedStyle("angka", font=huruf, alignment=tengah, border=kotak),
        NamedStyle("tanggal", font=huruf, alignment=tengah, border=kotak, number_format=TANGGAL),
        NamedStyle("polos", font=huruf),
        NamedStyle("nilai", font=huruf, alignment=tengah, border=kotak, number_format="0.00"),
        NamedStyle("kepala", font=tebal, alignment=kepala, border=kotak, fill=abu),
    ]


def _tulis_lembar(kertas: Worksheet, lembar: Lembar, judul: str) -> None:
    for nomor, isi in enumerate(lembar.atas, 1):
        for ke, satu in enumerate(isi, 1):
            _isi(kertas, nomor, ke, satu, "polos")
    kepala = len(lembar.atas) + 1
    for ke, kolom in enumerate(lembar.kolom, 1):
        _isi(kertas, kepala, ke, kolom.judul, "kepala")
        ukuran = kertas.column_dimensions[get_column_letter(ke)]
        ukuran.width, ukuran.hidden = kolom.lebar, kolom.kunci
    kertas.row_dimensions[kepala].height = 29
    banyak = kepala
    for banyak, baris in enumerate(lembar.baris, kepala + 1):
        for ke, nilai in enumerate(baris, 1):
            _isi(kertas, banyak, ke, nilai, _gaya_nilai(nilai))
        kertas.row_dimensions[banyak].height = _tinggi(lembar.kolom, baris)
    kertas.freeze_panes = lembar.beku
    _beri_daftar(kertas, lembar.daftar)
    kertas.auto_filter.ref = f"A{kepala}:{get_column_letter(len(lembar.kolom))}{banyak}"
    kertas.print_title_rows = f"{kepala}:{kepala}"
    kertas.page_setup.orientation, kertas.page_setup.paperSize = "landscape", kertas.PAPERSIZE_A4
    kertas.page_margins = PageMargins(left=0.4, right=0.4, top=0.6, bottom=0.5, header=0.3, footer=0.25)
    kertas.page_setup.fitToWidth, kertas.page_setup.fitToHeight = 1, 0
    kertas.sheet_properties.pageSetUpPr.fitToPage = True
    kertas.oddHeader.left.text = f"{judul}: {lembar.nama}".replace("&", "&&")
    kertas.oddFooter.right.text = "Halaman &P dari &N"


def _gaya_nilai(nilai: Tertulis) -> str:
    match nilai:
        case None | str():
            return "teks"
        case date():
            return "tanggal"
        case Rumus():
            return nilai.gaya
    return "angka"


def _beri_daftar(kertas: Worksheet, daftar: Mapping[tuple[str, ...], Sequence[str]]) -> None:
    for sel, pilihan in daftar.items():
        aturan = DataValidation(type="list", formula1=f'"{",".join(pilihan)}"', allow_blank=True, showErrorMessage=True)
        aturan.errorTitle, aturan.error = "Bukan pilihan", f"Pilih {', '.join(pilihan)}, atau kosongkan."
        for satu in sel:
            aturan.add(satu)
        kertas.add_data_validation(aturan)


def _tinggi(kolom: Sequence[Kolom], baris: Sequence[Tertulis]) -> float:
    """Points a row needs for its longest text: programs do not agree on who measures wrapped text."""
    terbanyak = 1
    for satu, nilai in zip(kolom, baris, strict=True):
        if isinstance(nilai, str) and not satu.kunci:
            terbanyak = max(
                terbanyak, sum(max(1, -(-len(garis) * 4 // (satu.lebar * 5))) for garis in nilai.split("\n"))
            )
    return min(13.5 * terbanyak + 2, 409)


def _isi(kertas: Worksheet, baris: int, kolom: int, nilai: Tertulis, gaya: str) -> None:
    if isinstance(nilai, str):
        nilai = _LUPUT.sub("_x005F_", bersihkan(nilai))
    sel = kertas.cell(baris, kolom, f"={nilai.isi}" if isinstance(nilai, Rumus) else nilai)
    sel.style = gaya
    if isinstance(nilai, str):
        sel.data_type = "s"
        sel.quotePrefix = nilai.startswith(_RUMUS)


def baca_xlsx(berkas: Path | BinaryIO, hanya: str | None = None) -> dict[str, LembarTerbaca]:
    """The sheets by name, or `hanya` that one (nothing where there is none of that name). Raises DomainError with a
    sentence: not there, no workbook, too large, or a cell of what is read holds a formula or an error."""
    try:
        if _ukuran(berkas) > BATAS_BYTE:
            raise DomainError(f"berkas terlalu besar, paling besar {BATAS_BYTE // 1024 // 1024} MB")
        with ZipFile(berkas) as arsip:
            if sum(isi.file_size for isi in arsip.infolist()) > BATAS_TERBUKA:
                raise DomainError("isi berkas terlalu besar")
        buku = load_workbook(berkas, read_only=True, keep_links=False)
        try:
            return {k.title: _baca_lembar(k) for k in buku.worksheets if hanya in (None, k.title)}
        finally:
            buku.close()
    except OSError as galat:
        raise DomainError(f"berkas tidak dapat dibaca ({galat.strerror})") from galat
    except DomainError:
        raise
    except Exception as galat:  # a parser fed hostile bytes raises anything
        raise DomainError("berkas ini bukan buku kerja XLSX yang utuh") from galat


def _ukuran(berkas: Path | BinaryIO) -> int:
    if isinstance(berkas, Path):
        return berkas.stat().st_size
    return berkas.seek(0, 2)


def _baca_lembar(kertas: Any) -> LembarTerbaca:
    terbaca: list[tuple[int, tuple[Nilai, ...]]] = []
    kertas.reset_dimensions()
    for nomor, baris in enumerate(kertas.iter_rows(max_col=BATAS_KOLOM), 1):
        if nomor > BATAS_BARIS:
            raise DomainError(f"lembar {kertas.title} lebih dari {BATAS_BARIS} baris")
        for ke, sel in enumerate(baris, 1):
            if sel.data_type in ("f", "e"):
                jenis = "rumus" if sel.data_type == "f" else "galat"
                raise DomainError(f"{kertas.title}!{get_column_letter(ke)}{nomor}: berisi {jenis}, harus nilai biasa")
        nilai = [_nilai(sel.value) for sel in baris]
        while nilai and nilai[-1] is None:
            nilai.pop()
        if nilai:
            terbaca.append((nomor, tuple(nilai)))
    return LembarTerbaca(kertas.title, tuple(terbaca))


def _nilai(nilai: Any) -> Nilai:
    """What people typed: blanks around text and empty text are nothing, 1.0 is 1, midnight is a date."""
    if isinstance(nilai, str):
        return _LUPUT_TERBACA.sub("_", nilai).strip() or None
    if isinstance(nilai, datetime):
        return nilai.date()
    if isinstance(nilai, float):
        return int(nilai) if nilai.is_integer() else Decimal(repr(nilai))
    return nilai if isinstance(nilai, int | date) else None if nilai is None else str(nilai)
