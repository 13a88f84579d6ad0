"""A monev report as a workbook: its texts on the first sheet, then a sheet for each table."""

import hashlib
import json
from collections.abc import Iterator

import openpyxl

from zona.dokumen.exports.ekspor import XLSX, Ekspor
from zona.dokumen.exports.monev_nama import kelompok, nama_berkas
from zona.dokumen.queries.monev import isi as jenis
from zona.dokumen.queries.monev.isi import Baris, IsiLaporan, Tabel, ke_json
from zona.inti.waktu import tanggal_id
from zona.inti.xlsx import Kolom, Lembar, Nilai, tulis_xlsx

SUSUNAN = "1"
"""Raise it when the sheets change: workbooks kept from before are then not handed out."""

LEBAR = {
    jenis.NO: 8, jenis.AKSI: 48, jenis.TEKS: 40, jenis.TANGGAL: 12, jenis.ANGKA: 11, jenis.BOBOT: 8,
    jenis.STATUS: 16, jenis.NAMA: 26,
}  # fmt: skip
NAMA = {
    "perbandingan": "Perbandingan",
    "pengungkit": "Per pengungkit",
    "jatuh-tempo": "Jatuh tempo",
    "terlambat": "Masih terlambat",
    "susulan": "Di luar jatuh tempo",
    "ditunda": "Ditunda",
    "batal": "Dibatalkan",
    "bukti": "Bukti kurang",
    "kendala": "Kendala",
    "prognosis": "Prognosis",
    "mendatang": "Triwulan berikutnya",
}


def monev_xlsx(isi: IsiLaporan) -> Ekspor:
    """Real dates and numbers; what looks like a formula stays text."""
    bahan = "\0".join((json.dumps(ke_json(isi), sort_keys=True), SUSUNAN, openpyxl.__version__))
    sidik = hashlib.sha256(bahan.encode()).hexdigest()
    return Ekspor(f"{nama_berkas(isi)}.xlsx", XLSX, kelompok(isi, XLSX), sidik, lambda: _tulis(isi))


def _tulis(isi: IsiLaporan) -> bytes:
    kepala = Lembar("Laporan", (Kolom("Bagian", 24), Kolom("Isi", 100)), _kepala(isi))
    judul = f"{'DRAF ' if isi.draf else ''}{isi.judul}, {isi.kop.nama}"
    return tulis_xlsx([kepala, *(_lembar(t) for t in isi.tabel)], judul=judul, pembuat=isi.kop.nama)


def _kepala(isi: IsiLaporan) -> Iterator[tuple[Nilai, ...]]:
    yield "Satuan kerja", isi.kop.nama
    yield "Laporan", isi.judul
    yield "Keadaan per", isi.per
    yield "Status", "Draf" if isi.draf else f"Selesai {tanggal_id(isi.tanggal)}, versi {isi.versi}"
    if isi.tanggal_rapat:
        yield "Rapat monev", isi.tanggal_rapat
        yield "Tempat rapat", isi.tempat_rapat
        yield "Peserta", isi.peserta
    yield "Kesimpulan", isi.kesimpulan
    yield "Rekomendasi", isi.rekomendasi
    yield "Ketua", isi.ketua.nama
    yield "Kepala", isi.kepala.nama


def _lembar(tabel: Tabel) -> Lembar:
    baris = [*tabel.baris, *([tabel.jumlah] if tabel.jumlah else [])]
    kolom = [Kolom(k.judul, LEBAR[k.jenis]) for k in tabel.kolom]
    beku = "C2" if tabel.rinci and tabel.kolom[0].jenis == jenis.NO else "B2"
    return Lembar(NAMA[tabel.kode], kolom, [tuple(_nilai(tabel, b)) for b in baris], beku=beku)


def _nilai(tabel: Tabel, baris: Baris) -> Iterator[Nilai]:
    for kolom, nilai in zip(tabel.kolom, baris.nilai, strict=True):
        yield nilai.capitalize() if kolom.jenis == jenis.STATUS and isinstance(nilai, str) else nilai
