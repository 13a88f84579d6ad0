"""The LKE workbook read back (exports/lke_xlsx.py), and the national one with its cells filled. A row that moved,
another year's or another instrument's questions are refused with their cell."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, BinaryIO

from openpyxl.utils import column_index_from_string

from pengungkit.beku import Naskah, soal_naskah
from pengungkit.domain.naskah import BerkasDitolak
from pengungkit.enums import JenisPenilaian
from zona.inti.errors import DomainError
from zona.inti.xlsx import LembarTerbaca, Nilai, baca_xlsx, bersihkan
from zona.nilai.domain.baca_jawaban import JawabanBerkas, Penampung
from zona.nilai.queries.baris_lke import CATATAN, JAWABAN, KEPALA, LEMBAR, REVISI, BarisLke, baris_lke

A, B, E = 0, 1, 4
PENGENAL = 10
"""Columns A to J tell which question a row is."""
CUKUP = 0.8
"""Share of the questions whose words must stand in their row of a workbook that is not ours."""


class _Kertas:
    """The sheet by row and column (from 0)."""

    def __init__(self, lembar: LembarTerbaca) -> None:
        self.lembar = lembar
        self.baris: dict[int, tuple[Nilai, ...]] = dict(lembar.baris)

    def isi(self, baris: int, kolom: int) -> Nilai:
        nilai = self.baris.get(baris, ())
        return nilai[kolom] if kolom < len(nilai) else None

    def sel(self, baris: int, kolom: int) -> str:
        return self.lembar.sel(baris, kolom)

    @property
    def milik_kita(self) -> bool:
        return self.isi(2, A) == "Instrumen"


def baca_lke(
    berkas: Path | BinaryIO, *, nama: str, naskah: Naskah, satker: str, tahun: int, jenis: JenisPenilaian
) -> JawabanBerkas:
    """The column of `jenis`. Raises BerkasDitolak with the cell of everything that is wrong."""
    try:
        lembar = baca_xlsx(berkas, LEMBAR).get(LEMBAR)
    except DomainError as galat:
        raise BerkasDitolak(nama, [("", galat.pesan)]) from galat
    if lembar is None:
        raise BerkasDitolak(nama, [("", f'tidak ada lembar "{LEMBAR}"')])
    kertas, baris = _Kertas(lembar), baris_lke(naskah)
    tampung = Penampung(nama)
    tampung.masalah += _kepala(kertas, naskah, satker, tahun) if kertas.milik_kita else []
    if not tampung.masalah:
        tampung.masalah += (_kenali if kertas.milik_kita else _kenali_nasional)(kertas, baris)
    if tampung.masalah:
        raise BerkasDitolak(nama, tampung.masalah[:20])
    return _kumpulkan(kertas, baris, tampung, jenis, {s["kode"]: s for _, _, s in soal_naskah(naskah)})


def _kepala(kertas: _Kertas, naskah: Naskah, satker: str, tahun: int) -> Iterator[tuple[str, str]]:
    harus = ((2, naskah["kode"], "instrumen"), (3, satker, "satuan kerja"), (4, tahun, "tahun"))
    for baris, nilai, apa in harus:
        if (ada := kertas.isi(baris, B)) != nilai:
            yield kertas.sel(baris, B), f"LKE ini untuk {apa} {ada or '(kosong)'}, bukan {nilai}"


def _kenali(kertas: _Kertas, baris: list[BarisLke]) -> Iterator[tuple[str, str]]:
    """Every question stands where it was written, and nothing is answered elsewhere."""
    for b in baris:
        if kertas.isi(b.nomor, A) != b.kode:
            ada = kertas.isi(b.nomor, A) or "kosong"
            yield kertas.sel(b.nomor, A), f"seharusnya {b.kode}, tertulis {ada}; baris bergeser"
        elif _teks(kertas.isi(b.nomor, E)) != _teks(b.tertulis):
            yield kertas.sel(b.nomor, E), f"bukan pertanyaan {b.kode} dari instrumen tahun ini"
    yield from _di_luar(kertas, baris)


def _di_luar(kertas: _Kertas, baris: list[BarisLke]) -> Iterator[tuple[str, str]]:
    dikenal = {b.nomor for b in baris}
    for nomor in kertas.baris:
        for kolom in (column_index_from_string(k) - 1 for k in JAWABAN.values()):
            if nomor > KEPALA and nomor not in dikenal and kertas.isi(nomor, kolom) is not None:
                yield kertas.sel(nomor, kolom), "ada jawaban di baris yang bukan pertanyaan; baris bergeser"


def _kenali_nasional(kertas: _Kertas, baris: list[BarisLke]) -> Iterator[tuple[str, str]]:
    """A workbook that is not ours: no row may hold the words of another question, and most must hold their own. One
    with nothing but answers is known by their cells alone."""
    semua = {_teks(b.teks): b for b in baris if not b.masukan}
    cocok, asing, ada = 0, "", False
    for b in (b for b in baris if not b.masukan):
        kata = {_teks(kertas.isi(b.nomor, k)): k for k in range(PENGENAL) if kertas.isi(b.nomor, k) is not None}
        ada = ada or bool(kata)
        if _teks(b.teks) in kata:
            cocok += 1
        elif lain := next((k for k in kata if k in semua), None):
            yield kertas.sel(b.nomor, kata[lain]), f"seharusnya {b.kode}, tertulis {semua[lain].kode}; baris bergeser"
        else:
            asing = asing or kertas.sel(b.nomor, next(iter(kata.values()), E))
    if ada and cocok < CUKUP * len(semua):
        yield asing, f"hanya {cocok} dari {len(semua)} pertanyaan yang dikenal; ini LKE tahun atau instrumen lain"
    yield from _di_luar(kertas, baris)


def _teks(nilai: Any) -> str:
    return " ".join(bersihkan(str(nilai)).split()).casefold()


def _kumpulkan(
    kertas: _Kertas, baris: list[BarisLke], tampung: Penampung, jenis: JenisPenilaian, soal: Mapping[str, Naskah]
) -> JawabanBerkas:
    jawaban, catatan, revisi = (column_index_from_string(k[jenis]) - 1 for k in (JAWABAN, CATATAN, REVISI))
    dilihat: dict[str, int] = {}
    for b in baris:
        kode = b.soal["kode"]
        if (nilai := kertas.isi(b.nomor, jawaban)) is not None:
            tampung.isi(kode, b.masukan, kertas.sel(b.nomor, jawaban), nilai)
        if (teks := kertas.isi(b.nomor, catatan)) is not None:
            tampung.catat(kode, kertas.sel(b.nomor, catatan), str(teks))
        if kertas.milik_kita and type(n := kertas.isi(b.nomor, revisi)) is int:
            dilihat.setdefault(kode, n)
    hasil = tampung.selesai(soal)
    hasil.kosong = set(soal) - set(hasil.isian)
    hasil.tanpa_catatan = set(soal) - set(hasil.catatan)
    hasil.revisi = dilihat
    return hasil
