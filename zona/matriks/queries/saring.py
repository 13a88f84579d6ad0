"""Filtering the rows of the matrix. The totals of a pengungkit stay those of the whole plan."""

from dataclasses import replace
from typing import Any

from zona.matriks.queries.baris import TERLAMBAT, BagianPengungkit, BarisAksi, BarisRencanaKerja
from zona.organisasi.enums import Peran


def _memuat(cari: list[str], rencana_kerja: BarisRencanaKerja, aksi: BarisAksi) -> bool:
    """Every word sought stands somewhere in the row: in its texts, its schedule, its evidence, or whose it is."""
    teks = " ".join(
        [rencana_kerja.uraian, aksi.uraian, aksi.jadwal, aksi.penanggung_jawab, *(s.teks for s in rencana_kerja.syarat)]
    ).casefold()
    return all(kata in teks for kata in cari)


def _cocok(saringan: dict[str, Any], rencana_kerja: BarisRencanaKerja, aksi: BarisAksi, milik: set[int]) -> bool:
    if "status" in saringan and saringan["status"] != aksi.keadaan:
        return False
    if "terlambat" in saringan and aksi.keadaan != TERLAMBAT:
        return False
    if "bukti_kurang" in saringan and not (aksi.kelengkapan.kurang or rencana_kerja.kurang_bersama):
        return False
    if "saya" in saringan and aksi.pk not in milik:
        return False
    return _memuat(saringan.get("q", "").casefold().split(), rencana_kerja, aksi)


def saring(
    bagian: list[BagianPengungkit], saringan: dict[str, Any], pengguna_id: int, peran: frozenset[tuple[str, str]]
) -> list[BagianPengungkit]:
    """The parts with only the rows that match, parts without any left out. "Milik saya": the person's own actions,
    and all of a pengungkit one coordinates."""
    hasil = []
    for b in bagian:
        if "pengungkit" in saringan and b.kode != saringan["pengungkit"]:
            continue
        semua = (Peran.KOORDINATOR, b.kode) in peran
        baris = []
        for rk in b.rencana_kerja:
            milik = {a.pk for a in rk.aksi if semua or a.penanggung_jawab_id == pengguna_id}
            if aksi := [a for a in rk.aksi if _cocok(saringan, rk, a, milik)]:
                baris.append(replace(rk, aksi=aksi))
        if baris:
            hasil.append(replace(b, rencana_kerja=baris))
    return hasil
