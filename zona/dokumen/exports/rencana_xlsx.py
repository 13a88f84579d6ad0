"""The plan as a workbook: all of it on one sheet (a row per pelaksanaan), each pengungkit on its own, the evidence item
by item, and on the sheet Rencana what muat_rencana needs to read it back."""

from collections.abc import Iterator, Mapping

import openpyxl

from rencana_aksi.domain import lembar_xlsx as kolom
from zona.dokumen.exports.baris import AksiCetak, BagianCetak, ButirBukti, KerjaCetak
from zona.dokumen.exports.isi import IsiRencana
from zona.inti.waktu import tanggal_id
from zona.inti.xlsx import Kolom, Lembar, Nilai, tulis_xlsx

SUSUNAN = "1"
"""Raise it when the sheets change: workbooks kept from before are then not handed out."""

TEMPAT = (
    Kolom(kolom.PENGUNGKIT, 17),
    Kolom(kolom.NO, 5),
    Kolom(kolom.KERJA, 28),
    Kolom(kolom.HURUF, 7),
    Kolom(kolom.AKSI, 34),
)
PELAKSANAAN = (
    *TEMPAT,
    Kolom(kolom.JADWAL, 19),
    Kolom(kolom.MULAI, 12),
    Kolom(kolom.TEMPO, 12),
    Kolom(kolom.REALISASI, 12),
    Kolom(kolom.STATUS, 11),
    Kolom(kolom.PENANGGUNG_JAWAB, 20),
    Kolom(kolom.BUKTI, 44),
    Kolom(kolom.TERPENUHI, 11),
    Kolom(kolom.DIBUTUHKAN, 12),
    *(
        Kolom(judul, kunci=True)
        for judul in (kolom.KUNCI_KERJA, kolom.KUNCI_AKSI, kolom.KUNCI_PELAKSANAAN, kolom.MAKNA, kolom.TERTULIS)
    ),
)
SYARAT = (
    *TEMPAT,
    Kolom(kolom.BUKTI, 60),
    Kolom(kolom.TIAP, 12),
    Kolom(kolom.KEADAAN, 20),
    Kolom(kolom.TERPENUHI, 11),
    Kolom(kolom.DIBUTUHKAN, 12),
    *(Kolom(judul, kunci=True) for judul in (kolom.KUNCI_KERJA, kolom.KUNCI_AKSI, kolom.KUNCI_SYARAT)),
)
KEPALA = (Kolom(kolom.BAGIAN, 20), Kolom(kolom.KODE, 8), Kolom(kolom.ISI, 90), Kolom(kolom.BOBOT, 9))
KEADAAN = {
    "ada": "Terpenuhi",
    "menunggu": "Menunggu verifikasi",
    "dikembalikan": "Dikembalikan",
    "kurang": "Belum ada",
}


def xlsx_rencana(isi: IsiRencana, makna: Mapping[int, str]) -> bytes:
    """The workbook of a document with progress. `makna`: each action's schedule as JSON (queries/jadwal.py)."""
    judul = f"Rencana Kerja ZI-WBK {isi.kop.nama} {isi.tahun}, keadaan per {tanggal_id(isi.per)}"
    if isi.draf:
        judul = f"DRAF {judul}"
    lembar = [
        Lembar(kolom.SELURUHNYA, PELAKSANAAN, baris_pelaksanaan(isi.bagian, makna), beku="C2"),
        *(Lembar(f"{b.kode} {b.nama}", PELAKSANAAN, baris_pelaksanaan((b,), makna), beku="C2") for b in isi.bagian),
        Lembar(kolom.BUKTI_FISIK, SYARAT, baris_syarat(isi.bagian), beku="C2"),
        Lembar(kolom.RENCANA, KEPALA, baris_kepala(isi)),
    ]
    return tulis_xlsx(lembar, judul=judul, pembuat=isi.kop.nama)


def sidik_xlsx(isi: IsiRencana, makna: Mapping[int, str]) -> str:
    """The key of this workbook: its content, and the program it is written with."""
    return isi.sidik((repr(sorted(makna.items())), SUSUNAN, openpyxl.__version__))


def baris_pelaksanaan(bagian: tuple[BagianCetak, ...], makna: Mapping[int, str]) -> Iterator[tuple[Nilai, ...]]:
    """One row per pelaksanaan. Evidence is the action's own and, marked, that of its whole rencana kerja."""
    for b in bagian:
        for kerja in b.kerja:
            for aksi in kerja.aksi:
                bukti = (*aksi.bukti, *kerja.bukti)
                for p in aksi.pelaksanaan:
                    yield (
                        *_tempat(b, kerja, aksi),
                        aksi.jadwal,
                        p.mulai,
                        p.jatuh_tempo,
                        p.realisasi,
                        p.keadaan.capitalize(),
                        aksi.penanggung_jawab,
                        "\n".join(_butir(butir, butir in kerja.bukti) for butir in bukti),
                        sum(butir.terpenuhi for butir in bukti),
                        sum(butir.butuh for butir in bukti),
                        kerja.pk,
                        aksi.pk,
                        p.pk,
                        makna.get(aksi.pk),
                        kolom.tanggal_tertulis(p.mulai, p.jatuh_tempo),
                    )


def _butir(butir: ButirBukti, umum: bool) -> str:
    return f"{butir.nomor}. {butir.teks}{' (seluruh rencana kerja)' if umum else ''}"


def _tempat(bagian: BagianCetak, kerja: KerjaCetak, aksi: AksiCetak | None) -> tuple[Nilai, ...]:
    pengungkit = f"{bagian.kode}. {bagian.nama}"
    return (pengungkit, kerja.nomor, kerja.uraian, aksi.huruf if aksi else None, aksi.uraian if aksi else None)


def baris_syarat(bagian: tuple[BagianCetak, ...]) -> Iterator[tuple[Nilai, ...]]:
    """One row per required item; in the plan's order; no action where it belongs to the whole rencana kerja."""
    for b in bagian:
        for kerja in b.kerja:
            milik = {butir.pk: aksi for aksi in kerja.aksi for butir in aksi.bukti}
            for butir in kerja.syarat:
                yield (
                    *_tempat(b, kerja, milik.get(butir.pk)),
                    butir.teks,
                    kolom.YA if butir.tiap_pelaksanaan else kolom.TIDAK,
                    KEADAAN[butir.keadaan],
                    butir.terpenuhi,
                    butir.butuh,
                    kerja.pk,
                    butir.aksi_pk,
                    butir.pk,
                )


def baris_kepala(isi: IsiRencana) -> Iterator[tuple[Nilai, ...]]:
    """What stands above the rows: the plan's head, weights, program prioritas."""
    yield kolom.TAHUN, None, isi.tahun, None
    yield kolom.NOMOR_SK, None, isi.nomor_sk, None
    yield kolom.TANGGAL_SK, None, isi.tanggal_sk, None
    yield kolom.TEMPAT, None, isi.tempat, None
    yield kolom.INSTRUMEN, None, isi.instrumen, None
    for b in isi.bagian:
        yield kolom.PENGUNGKIT, b.kode, b.nama, b.bobot
    for hasil in isi.hasil:
        yield kolom.HASIL, None, hasil.nama, hasil.bobot
    for b in isi.bagian:
        for program in b.program:
            yield kolom.PROGRAM, b.kode, program, None
