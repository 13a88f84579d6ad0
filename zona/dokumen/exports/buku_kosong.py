"""A workbook for a plan that is not made yet: the sheets of the plan's own workbook with headings, choices and example
rows, to be filled in and brought back."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from pengungkit.models import Instrumen
from rencana_aksi.domain import lembar_xlsx as kolom
from rencana_aksi.models import Rencana
from rencana_aksi.queries.buat import pengungkit_instrumen
from zona.dokumen.exports.baris import BagianCetak
from zona.dokumen.exports.isi import IsiRencana
from zona.dokumen.exports.petunjuk_kosong import lembar_petunjuk_kosong
from zona.dokumen.exports.rencana_kolom import KEPALA, LEBIH, SYARAT, kolom_pelaksanaan, lembar_pilihan
from zona.dokumen.exports.rencana_xlsx import baris_kepala
from zona.dokumen.kertas import Kertas
from zona.dokumen.queries.bobot import bobot_hasil
from zona.dokumen.queries.kop import kop_satker
from zona.dokumen.queries.tim import tim_rencana
from zona.impor.asal import BELUM, JUDUL, Asal, tulis_asal
from zona.impor.contoh import contoh_bukti, contoh_seluruhnya
from zona.impor.isi import IsiPengungkit
from zona.impor.isi import IsiRencana as IsiImpor
from zona.inti.xlsx import Kolom, Lembar, Nilai, tulis_xlsx
from zona.organisasi.enums import AREA
from zona.organisasi.models import Satker

TAK_DIISI = {kolom.REALISASI, kolom.STATUS, kolom.KEADAAN, kolom.TERPENUHI, kolom.DIBUTUHKAN}
"""Columns of a plan under way: there, because they are looked for, and hidden."""


def xlsx_kosong(satker: Satker, tahun: int, instrumen: Instrumen, hari: date) -> bytes:
    """The workbook of that office, year and instrument. Three queries."""
    isi = _isi(satker, tahun, instrumen, hari)
    nama = {b.kode: f"{b.kode}. {b.nama}" for b in isi.bagian}
    semua = _sembunyi(kolom_pelaksanaan(isi), {*TAK_DIISI, kolom.BUKTI})
    syarat = _sembunyi(SYARAT, TAK_DIISI)
    kepala = list(baris_kepala(isi))
    asal = Asal(satker.kode, tahun, BELUM, 0, IsiImpor(tuple(IsiPengungkit(kode) for kode in AREA)))
    lembar = [
        lembar_petunjuk_kosong(isi),
        Lembar(kolom.SELURUHNYA, semua, list(_baris(semua, contoh_seluruhnya(tahun), nama)), beku="C2", lebih=LEBIH),
        Lembar(kolom.BUKTI_FISIK, syarat, list(_baris(syarat, contoh_bukti(), nama)), beku="C2", lebih=LEBIH),
        Lembar(kolom.RENCANA, KEPALA, kepala, abu=len(kepala), lebih=LEBIH),
        lembar_pilihan(isi),
        Lembar(
            kolom.ASAL, [Kolom(JUDUL, kunci=True)], [(satu,) for satu in tulis_asal(asal)], keadaan="veryHidden",
            terkunci=True, tabel=False,
        ),
    ]  # fmt: skip
    return tulis_xlsx(lembar, judul=f"Buku kerja rencana ZI-WBK {satker.nama} {tahun}", pembuat=satker.nama)


def nama_kosong(satker: Satker, tahun: int) -> str:
    """rencana-kerja-zi-kbntb-2024-kosong.xlsx"""
    return f"rencana-kerja-zi-{satker.slug}-{tahun}-kosong.xlsx"


def _isi(satker: Satker, tahun: int, instrumen: Instrumen, hari: date) -> IsiRencana:
    rencana = Rencana(satker=satker, tahun=tahun, instrumen=instrumen)
    return IsiRencana(
        kop=kop_satker(satker), tahun=tahun, versi=1, draf=True, status="", nomor_sk="", tanggal_sk=None,
        tempat=satker.kota, instrumen=instrumen.kode, per=hari,
        bagian=tuple(BagianCetak(p.kode, p.nama, p.bobot, (), ()) for p in pengungkit_instrumen(instrumen)),
        hasil=bobot_hasil(rencana), tim=tim_rencana(rencana), naskah=(), kertas=Kertas(),
    )  # fmt: skip


def _sembunyi(semua: Iterable[Kolom], judul: Iterable[str]) -> tuple[Kolom, ...]:
    return tuple(replace(k, kunci=True, abu=True) if k.judul in judul else k for k in semua)


def _baris(
    semua: Sequence[Kolom], contoh: Iterable[Mapping[str, Any]], nama: Mapping[str, str]
) -> Iterable[tuple[Nilai, ...]]:
    """The examples in the order of the columns, with the pengungkit by its whole name."""
    for satu in contoh:
        isi = {**satu, kolom.PENGUNGKIT: nama[satu[kolom.PENGUNGKIT]]}
        yield tuple(isi.get(k.judul) for k in semua)
