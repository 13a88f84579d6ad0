"""Workbooks: written so that text stays text whatever it begins with and the same content gives the same bytes;
read so that nothing is run, fetched or guessed."""

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from io import BytesIO
from pathlib import Path
from typing import Any, BinaryIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from openpyxl import Workbook, load_workbook
from openpyxl.cell.read_only import EMPTY_CELL
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet
from openpyxl.writer.excel import ExcelWriter

from zona.inti.errors import DomainError
from zona.inti.perintah import sebab_berkas
from zona.inti.xlsx_aturan import DITOLAK, Aturan, kunci_lembar, pilihan
from zona.inti.xlsx_rupa import cetak, gaya_sel


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
_KENDALI = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_LUPUT = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")
_LUPUT_TERBACA = re.compile(r"_x005F_(?=x[0-9A-Fa-f]{4}_)")
_GABUNG = re.compile(rb"<(?:\w+:)?mergeCell\s[^>]*?ref=[\"']([A-Z0-9:]{2,30})[\"']")
_OLE = bytes.fromhex("d0cf11e0a1b11ae1")
_RUMUS = ("=", "+", "-", "@")


@dataclass(frozen=True, slots=True)
class Kolom:
    """`lebar` in characters. `kunci`: for machines, hidden. `abu`: not read back, and grey. `aturan`: what may be typed
    in it."""

    judul: str
    lebar: int = 12
    kunci: bool = False
    abu: bool = False
    aturan: Aturan | None = None


@dataclass(frozen=True, slots=True)
class Lembar:
    """One sheet: a heading row, then rows of values in the order of the columns. `atas`: rows above the heading.
    `daftar`: cells where people choose, by what may be chosen there. `lebih`: rows below the last that the columns'
    rules reach. `abu`: the first rows that are grey. `keadaan`: visible, hidden, veryHidden. `terkunci`: only to be
    read. `tabel`: filtered and wide; else a page of text."""

    nama: str
    kolom: Sequence[Kolom]
    baris: Iterable[Sequence[Tertulis]]
    beku: str = "A2"
    atas: Sequence[Sequence[Nilai]] = ()
    daftar: Mapping[tuple[str, ...], Sequence[str]] = field(default_factory=dict)
    lebih: int = 0
    abu: int = 0
    keadaan: str = "visible"
    terkunci: bool = False
    tabel: bool = True


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
    for gaya in gaya_sel():
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
        for ke, (kolom, nilai) in enumerate(zip(lembar.kolom, baris, strict=True), 1):
            abu = kolom.abu or (lembar.terkunci and lembar.tabel) or banyak <= kepala + lembar.abu
            pokok = ke == 1 and not lembar.tabel
            _isi(kertas, banyak, ke, nilai, "pokok" if pokok else _gaya_nilai(nilai, abu))
        kertas.row_dimensions[banyak].height = _tinggi(lembar.kolom, baris)
    kertas.sheet_state = lembar.keadaan
    kertas.freeze_panes = lembar.beku
    for sel, isi in lembar.daftar.items():
        pilihan(*isi).pasang(kertas, sel, kepala + 1)
    if lembar.terkunci:
        kunci_lembar(kertas)
    else:
        _beri_aturan(kertas, lembar, kepala, banyak)
    if lembar.tabel:
        kertas.auto_filter.ref = f"A{kepala}:{get_column_letter(len(lembar.kolom))}{banyak}"
    cetak(kertas, kepala, f"{judul}: {lembar.nama}", tegak=not lembar.tabel)


def _beri_aturan(kertas: Worksheet, lembar: Lembar, kepala: int, banyak: int) -> None:
    """Each rule once, over all columns that have it."""
    akhir = banyak + lembar.lebih
    tempat: dict[Aturan, list[str]] = {}
    for ke, kolom in enumerate(lembar.kolom, 1):
        if aturan := kolom.aturan or (DITOLAK if kolom.abu else None):
            huruf = get_column_letter(ke)
            tempat.setdefault(aturan, []).append(f"{huruf}{kepala + 1}:{huruf}{max(akhir, kepala + 1)}")
    for aturan, sel in tempat.items():
        aturan.pasang(kertas, sel, kepala + 1)


def _gaya_nilai(nilai: Tertulis, abu: bool) -> str:
    match nilai:
        case None | str():
            gaya = "teks"
        case date():
            gaya = "tanggal"
        case Rumus():
            return nilai.gaya
        case _:
            gaya = "angka"
    return f"{gaya} abu" if abu else gaya


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


def baca_xlsx(
    berkas: Path | BinaryIO,
    hanya: str | Collection[str] | None = None,
    *,
    tanpa_gabung: bool = False,
    longgar: re.Pattern[str] | None = None,
) -> dict[str, LembarTerbaca]:
    """The sheets by name, or `hanya` those (nothing where there is none of that name). Raises DomainError with a
    sentence: not there, no workbook, too large, or a cell of what is read holds a formula or an error; merged cells
    where `tanpa_gabung` does without them. Sheets whose name begins as `longgar` are read too, whatever is in their
    cells."""
    try:
        if _ukuran(berkas) > BATAS_BYTE:
            raise DomainError(f"berkas terlalu besar, paling besar {BATAS_BYTE // 1024 // 1024} MB")
        _tolak_terkunci(berkas)
        with ZipFile(berkas) as arsip:
            if "mimetype" in arsip.namelist():
                raise DomainError("berkas ini berformat OpenDocument (.ods); simpan sebagai XLSX")
            if sum(isi.file_size for isi in arsip.infolist()) > BATAS_TERBUKA:
                raise DomainError("isi berkas terlalu besar")
        buku = load_workbook(berkas, read_only=True, keep_links=False)
        try:
            nama = {hanya} if isinstance(hanya, str) else hanya
            dibaca = [k for k in buku.worksheets if nama is None or k.title in nama]
            if tanpa_gabung:
                _tolak_gabungan(dibaca)
            lain = [k for k in buku.worksheets if longgar and k not in dibaca and longgar.match(k.title)]
            return {k.title: _baca_lembar(k, longgar=k in lain) for k in (*dibaca, *lain)}
        finally:
            buku.close()
    except OSError as galat:
        raise DomainError(f"berkas tidak dapat dibaca, {sebab_berkas(galat)}") from galat
    except DomainError:
        raise
    except Exception as galat:  # a parser fed hostile bytes raises anything
        raise DomainError("berkas ini bukan buku kerja XLSX yang utuh") from galat


def _tolak_terkunci(berkas: Path | BinaryIO) -> None:
    """What Excel keeps under a password looks as its workbooks did before 2007."""
    if isinstance(berkas, Path):
        with berkas.open("rb") as isi:
            return _tolak_terkunci(isi)
    berkas.seek(0)
    if berkas.read(len(_OLE)) == _OLE:
        raise DomainError("berkas ini bersandi, atau berformat Excel lama (.xls); simpan sebagai XLSX tanpa sandi")


def _tolak_gabungan(lembar: Iterable[Any]) -> None:
    """A merged cell holds a value for its first cell only: what the others say can only be guessed."""
    for kertas in lembar:
        with kertas._get_source() as isi:
            if gabung := _GABUNG.search(isi.read()):
                raise DomainError(
                    f"{kertas.title}!{gabung[1].decode()}: sel digabung; pisahkan dahulu, lalu isi tiap barisnya"
                )


def _ukuran(berkas: Path | BinaryIO) -> int:
    if isinstance(berkas, Path):
        return berkas.stat().st_size
    return berkas.seek(0, 2)


def _baca_lembar(kertas: Any, *, longgar: bool = False) -> LembarTerbaca:
    terbaca: list[tuple[int, tuple[Nilai, ...]]] = []
    kertas.reset_dimensions()
    for nomor, baris in enumerate(kertas.iter_rows(max_col=BATAS_KOLOM), 1):
        if nomor > BATAS_BARIS:
            raise DomainError(f"lembar {kertas.title} lebih dari {BATAS_BARIS} baris")
        for ke, sel in enumerate(baris, 1):
            if sel is not EMPTY_CELL and sel.data_type in ("f", "e") and not longgar:
                jenis = "rumus" if sel.data_type == "f" else "galat"
                raise DomainError(f"{kertas.title}!{get_column_letter(ke)}{nomor}: berisi {jenis}, harus nilai biasa")
        nilai = [None if sel is EMPTY_CELL else _nilai(sel.value) for sel in baris]
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
