"""Reading a spreadsheet of any make as it was last saved: nothing is run or fetched, formulas give their saved result,
and merged cells are filled from their top-left."""

import csv
from collections import Counter
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from decimal import Decimal
from io import StringIO
from typing import Any, BinaryIO
from zipfile import ZipFile

from openpyxl.reader.excel import ExcelReader
from openpyxl.utils import get_column_letter, range_boundaries
from openpyxl.xml.functions import iterparse

from zona.impor.lama.lembar import BarisLama, BukuLama, LembarLama
from zona.inti.errors import DomainError
from zona.inti.tabel_teks import BERAKHIRAN, BUKAN_TEKS, baca_huruf, cari_pemisah
from zona.inti.xlsx import BATAS_BYTE, BATAS_TERBUKA, Nilai, bersihkan

BATAS_BARIS = 5_000
BATAS_NOMOR = 20_000
BATAS_HURUF = 4_000_000
BATAS_KOLOM = 80
AKHIR = get_column_letter(BATAS_KOLOM)
BATAS_LEMBAR = 40
BATAS_GABUNGAN = 20_000
BATAS_SEBUT = 8
SIMPAN_XLSX = (
    "Buka berkas ini di Excel atau LibreOffice, pilih Simpan Sebagai, lalu jenis Excel Workbook (.xlsx), dan unggah "
    "berkas itu."
)
_PUTIH = ("FFFFFFFF", "00FFFFFF")
_NS = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
Gabungan = tuple[int, int, int, int]


def baca_lama(berkas: BinaryIO, nama: str) -> BukuLama:
    """The sheets that have anything in them. Raises DomainError with a sentence: no spreadsheet, another format (how to
    save it), a password, too large, more rows than a plan has, or nothing in it."""
    awal, besar = berkas.read(8), berkas.seek(0, 2)
    berkas.seek(0)
    if besar > BATAS_BYTE:
        raise DomainError(f"Berkas terlalu besar, paling besar {BATAS_BYTE // 1024 // 1024} MB.")
    if nama.lower().endswith(BERAKHIRAN) and not awal.startswith((b"PK", b"\xd0\xcf\x11\xe0")):
        buku = BukuLama((_baca_csv(berkas.read(), nama),))
    elif awal.startswith(b"PK"):
        buku = _baca_xlsx(berkas)
    elif awal.startswith(b"\xd0\xcf\x11\xe0"):
        raise DomainError(f"Berkas ini berformat Excel lama (.xls) atau bersandi. {SIMPAN_XLSX} Jangan beri sandi.")
    else:
        raise DomainError(f"Berkas ini bukan lembar kerja XLSX. {SIMPAN_XLSX}")
    if not any(lembar.baris for lembar in buku.lembar):
        raise DomainError("Berkas ini tidak berisi apa-apa: semua lembarnya kosong.")
    banyak = sum(len(lembar.baris) for lembar in buku.lembar)
    if banyak > 2 * BATAS_BARIS:
        raise DomainError(f"Berkas ini berisi {banyak} baris pada semua lembarnya, paling banyak {2 * BATAS_BARIS}.")
    if sum(len(n) for lembar in buku.lembar for b in lembar.baris for n in b.nilai if isinstance(n, str)) > BATAS_HURUF:
        raise DomainError("Isi berkas ini terlalu panjang untuk sebuah rencana kerja.")
    return replace(buku, lembar=tuple(lembar for lembar in buku.lembar if lembar.baris))


def _baca_xlsx(berkas: BinaryIO) -> BukuLama:
    try:
        with ZipFile(berkas) as arsip:
            if sum(isi.file_size for isi in arsip.infolist()) > BATAS_TERBUKA:
                raise DomainError("Isi berkas terlalu besar setelah dibuka.")
            if "mimetype" in arsip.namelist():
                raise DomainError(f"Berkas ini berformat LibreOffice (.ods). {SIMPAN_XLSX}")
        pembaca = ExcelReader(berkas, read_only=True, keep_vba=False, data_only=True, keep_links=False)
        pembaca.read()
        try:
            return _baca_buku(pembaca)
        finally:
            pembaca.wb.close()
    except DomainError:
        raise
    except Exception as galat:  # a parser fed hostile bytes raises anything
        raise DomainError(f"Berkas ini bukan buku kerja XLSX yang utuh. {SIMPAN_XLSX}") from galat


def _baca_buku(pembaca: Any) -> BukuLama:
    jalur = {lembar.name: rel.target for lembar, rel in pembaca.parser.find_sheets()}
    kertas = pembaca.wb.worksheets
    if len(kertas) > BATAS_LEMBAR:
        raise DomainError(f"Berkas ini berisi {len(kertas)} lembar, paling banyak {BATAS_LEMBAR}.")
    lembar: list[LembarLama] = []
    galat: list[str] = []
    rumus: list[str] = []
    kanan: list[str] = []
    for satu in kertas:
        baris = _baca_lembar(satu, galat)
        bentuk = _bentuk(pembaca.archive.open(jalur[satu.title]))
        if bentuk.bawah:
            raise DomainError(f"Lembar {satu.title} berisi sesuatu di bawah baris {BATAS_NOMOR}: {bentuk.bawah}.")
        rumus += [f"{satu.title}!{sel}" for sel in bentuk.rumus]
        kanan += [f"{satu.title}!{sel}" for sel in bentuk.kanan]
        isi = tuple(_isi_gabungan(baris, bentuk.gabungan))
        lembar.append(LembarLama(satu.title, isi, satu.sheet_state != "visible"))
    keterangan = [_sebut("Sel yang berisi galat rumus dianggap kosong", galat)] if galat else []
    if rumus:
        keterangan.append(_sebut("Rumus yang hasilnya belum tersimpan dianggap kosong", rumus))
    if kanan:
        keterangan.append(_sebut(f"Sel di kanan kolom {AKHIR} tidak dibaca", kanan))
    return BukuLama(tuple(lembar), tuple(keterangan))


def _sebut(kata: str, sel: list[str]) -> str:
    lagi = f", dan {len(sel) - BATAS_SEBUT} sel lain" if len(sel) > BATAS_SEBUT else ""
    return f"{kata}: {', '.join(sel[:BATAS_SEBUT])}{lagi}."


def _baca_lembar(kertas: Any, galat: list[str]) -> list[BarisLama]:
    """Every row with a value or a colour in it, as typed: nothing is filled yet."""
    kertas.reset_dimensions()
    terbaca: list[BarisLama] = []
    berisi = 0
    hampa: Any = None  # the row openpyxl gives again for each that is not in the file
    for nomor, sel in enumerate(kertas.iter_rows(max_col=BATAS_KOLOM, max_row=BATAS_NOMOR), 1):
        if sel is hampa:
            continue
        nilai: list[Nilai] = []
        for ke, satu in enumerate(sel, 1):
            if satu.data_type == "e":
                galat.append(f"{kertas.title}!{get_column_letter(ke)}{nomor}")
            nilai.append(None if satu.data_type == "e" else baca_nilai(satu.value))
        warna = {ke: w for ke, satu in enumerate(sel) if (w := _warna(satu))}
        if any(n is not None for n in nilai):
            berisi += 1
            if berisi > BATAS_BARIS:
                raise DomainError(f"Lembar {kertas.title} berisi lebih dari {BATAS_BARIS} baris.")
        elif not warna or len(terbaca) > 2 * BATAS_BARIS:
            hampa = sel
            continue
        terbaca.append(BarisLama(nomor, tuple(nilai), warna=_menonjol(nilai, warna)))
    return terbaca


def baca_nilai(nilai: Any) -> Nilai:
    """What people see: text in single spaces, a ticked box as a tick, midnight as a day."""
    match nilai:
        case str():
            baris = (" ".join(satu.split()) for satu in bersihkan(nilai).split("\n"))
            return "\n".join(satu for satu in baris if satu) or None
        case bool():
            return "v" if nilai else None
        case datetime():
            return nilai.date()
        case float():
            return int(nilai) if nilai.is_integer() else Decimal(repr(nilai))
        case None | int() | date():
            return nilai
    return str(nilai)


def _warna(sel: Any) -> tuple[Any, ...] | None:
    """The fill of a cell, where it has one that is not white."""
    isian = sel.fill
    if isian is None or getattr(isian, "fill_type", None) != "solid":
        return None
    warna = isian.fgColor
    if warna.type == "rgb" and warna.value in _PUTIH:
        return None
    if warna.type == "theme" and warna.value == 0 and not warna.tint:
        return None
    return (warna.type, warna.value, warna.tint)


def _menonjol(nilai: list[Nilai], warna: dict[int, tuple[Any, ...]]) -> frozenset[int]:
    """Cells whose colour is not that of the row: of its first written cell, else of most of its cells."""
    if not warna:
        return frozenset()
    tertulis = next((ke for ke, n in enumerate(nilai) if isinstance(n, str) and len(n) > 3), None)
    dasar = warna.get(tertulis) if tertulis is not None else Counter(warna.values()).most_common(1)[0][0]
    return frozenset(ke for ke, w in warna.items() if w != dasar)


@dataclass(slots=True)
class _Bentuk:
    """What the XML of a sheet says beside its values: merged areas (row, column, last row, last column; columns from
    0), cells whose formula has no result, cells to the right of all that is read, and the first one below."""

    gabungan: list[Gabungan] = field(default_factory=list)
    rumus: list[str] = field(default_factory=list)
    kanan: list[str] = field(default_factory=list)
    bawah: str = ""

    def sel(self, unsur: Any, nomor: int) -> None:
        """A cell of row `nomor`."""
        alamat, nilai = unsur.get("r") or f"baris {nomor}", unsur.find(f"{_NS}v")
        if nilai is not None or unsur.find(f"{_NS}is") is not None:
            if nomor > BATAS_NOMOR:
                self.bawah = alamat
            huruf = alamat.rstrip("0123456789")
            if len(huruf) > len(AKHIR) or (len(huruf) == len(AKHIR) and huruf > AKHIR):
                self.kanan.append(alamat)
        if unsur.find(f"{_NS}f") is not None and (nilai is None or not nilai.text):
            self.rumus.append(alamat)

    def gabung(self, acuan: str | None) -> None:
        with suppress(ValueError, TypeError):
            kiri, atas, kanan, bawah = range_boundaries(acuan)
            self.gabungan.append((atas, kiri - 1, bawah, min(kanan, BATAS_KOLOM) - 1))


def _bentuk(xml: Any) -> _Bentuk:
    """Read it as far as the first cell that lies too low."""
    hasil = _Bentuk()
    nomor = 0
    with xml:
        for tahap, unsur in iterparse(xml, events=("start", "end")):
            if tahap == "start":
                nomor = int(unsur.get("r") or nomor + 1) if unsur.tag == f"{_NS}row" else nomor
            elif unsur.tag == f"{_NS}c":
                hasil.sel(unsur, nomor)
                unsur.clear()
                if hasil.bawah:
                    return hasil
            elif unsur.tag == f"{_NS}row":
                unsur.clear()
            elif unsur.tag == f"{_NS}mergeCell" and len(hasil.gabungan) < BATAS_GABUNGAN:
                hasil.gabung(unsur.get("ref"))
    return hasil


def _isi_gabungan(baris: list[BarisLama], gabungan: list[Gabungan]) -> Iterable[BarisLama]:
    """The rows with merged areas filled from their first cell. One that spans the whole sheet fills what there is."""
    letak = {b.nomor: i for i, b in enumerate(baris)}
    isian: dict[int, dict[int, tuple[Nilai, bool, bool]]] = {}
    jatah = 4 * len(baris) * BATAS_KOLOM  # merged areas that overlap make no more work than this
    for atas, kiri, bawah, kanan in gabungan:
        jatah -= min(bawah - atas + 1, len(baris)) * (kanan - kiri + 1)
        if jatah < 0:
            break
        asal = baris[letak[atas]] if atas in letak else None
        nilai, warna = (asal[kiri], kiri in asal.warna) if asal else (None, False)
        if nilai is None and not warna:
            continue
        nomor = letak if bawah - atas > len(baris) else range(atas, bawah + 1)
        for b in (baris[letak[n]] for n in nomor if n in letak):
            if atas <= b.nomor <= bawah:
                di = isian.setdefault(b.nomor, {})
                di |= dict.fromkeys(range(kiri, kanan + 1), (nilai, warna, b.nomor > atas))
                if b.nomor == atas:
                    del di[kiri]
    for b in baris:
        yield _terisi(b, isian.get(b.nomor, {}))


def _terisi(baris: BarisLama, isian: dict[int, tuple[Nilai, bool, bool]]) -> BarisLama:
    nilai = list(baris.nilai) + [None] * (max(isian, default=-1) + 1 - len(baris.nilai))
    for ke, (isi, _, _) in isian.items():
        nilai[ke] = isi
    while nilai and nilai[-1] is None and len(nilai) - 1 not in baris.warna:
        nilai.pop()
    return replace(
        baris,
        nilai=tuple(nilai),
        turun=frozenset(ke for ke, (n, _, turun) in isian.items() if turun and n is not None),
        kanan=frozenset(ke for ke, (n, _, turun) in isian.items() if not turun and n is not None),
        warna=baris.warna | {ke for ke, (_, warna, _) in isian.items() if warna},
    )


def _baca_csv(mentah: bytes, nama: str) -> LembarLama:
    """One sheet, as zona.inti.tabel_teks tells its letters and cells."""
    teks, pemisah = cari_pemisah(baca_huruf(mentah))
    return baca_teks(teks, nama, pemisah)


def baca_teks(teks: str, nama: str, pemisah: str, *, ketat: bool = False) -> LembarLama:
    """One sheet of lines whose cells that sign separates. `ketat`: a sign of quotation that does not close its cell is
    a sign like others, as spreadsheets put it on the clipboard. Raises DomainError with a sentence."""
    if "\x00" in teks:
        raise DomainError(BUKAN_TEKS)
    try:
        return _susun_teks(csv.reader(StringIO(teks, newline=""), delimiter=pemisah, strict=ketat), nama)
    except csv.Error as galat:
        if not ketat:
            raise DomainError("Berkas CSV ini tidak dapat dibaca.") from galat
    polos = csv.reader(StringIO(teks, newline=""), delimiter=pemisah, quoting=csv.QUOTE_NONE)
    return _susun_teks(polos, nama)


def _susun_teks(terbaca: Iterable[list[str]], nama: str) -> LembarLama:
    baris: list[BarisLama] = []
    for nomor, satu in enumerate(terbaca, 1):
        nilai = [baca_nilai(sel) for sel in satu[:BATAS_KOLOM]]
        if any(n is not None for n in nilai):
            baris.append(BarisLama(nomor, tuple(nilai)))
        if len(baris) > BATAS_BARIS:
            raise DomainError(f"Berkas ini berisi lebih dari {BATAS_BARIS} baris.")
    return LembarLama(nama.rsplit(".", 1)[0][:31] or "CSV", tuple(baris))
