"""The plan as a workbook to be edited and brought back: how that is done, all of it on one sheet (a row per
pelaksanaan), a copy of each pengungkit to read, the evidence item by item, and on the sheet Rencana what stands above.
"""

import json
from collections.abc import Iterator

import openpyxl

from rencana_aksi.domain import lembar_xlsx as kolom
from rencana_aksi.domain.jadwal import Jadwal
from rencana_aksi.enums import JenisJadwal
from zona.dokumen.exports.baris import AksiCetak, BagianCetak, ButirBukti, KerjaCetak
from zona.dokumen.exports.isi import IsiRencana
from zona.dokumen.exports.rencana_kolom import KEPALA, LEBIH, SYARAT, kolom_pelaksanaan, lembar_pilihan
from zona.dokumen.exports.rencana_petunjuk import lembar_petunjuk
from zona.impor.asal import JUDUL, Asal, tulis_asal
from zona.inti.waktu import tanggal_id
from zona.inti.xlsx import Kolom, Lembar, Nilai, tulis_xlsx

SUSUNAN = "3"
"""Raise it when the sheets change: workbooks kept from before are then not handed out."""

KEADAAN = {
    "ada": "Terpenuhi",
    "menunggu": "Menunggu verifikasi",
    "dikembalikan": "Dikembalikan",
    "kurang": "Belum ada",
}


def xlsx_rencana(isi: IsiRencana, asal: Asal, menuju: int = 0) -> bytes:
    """The workbook of a document with progress. `asal`: the same plan with its ids and what schedules mean, carried in
    it to tell later what was changed in it from what was changed here. `menuju`: the version being drafted, into which
    it is brought back; 0 where none is."""
    judul = f"Buku kerja Rencana Kerja ZI-WBK {isi.kop.nama} {isi.tahun}, keadaan per {tanggal_id(isi.per)}"
    if isi.draf:
        judul = f"DRAF {judul}"
    jadwal, pelaksanaan = makna_jadwal(asal), kolom_pelaksanaan(isi)
    kepala = list(baris_kepala(isi))
    program = [
        (kolom.PROGRAM, p.kode, satu.uraian, None, satu.kunci) for p in asal.isi.pengungkit for satu in p.program
    ]
    lembar = [
        lembar_petunjuk(isi, menuju),
        Lembar(kolom.SELURUHNYA, pelaksanaan, baris_pelaksanaan(isi.bagian, jadwal), beku="C2", lebih=LEBIH),
        *(
            Lembar(
                f"{b.kode} {b.nama}", pelaksanaan, baris_pelaksanaan((b,), jadwal), beku="C3", terkunci=True,
                atas=[(kolom.SALINAN,)],
            )
            for b in isi.bagian
        ),
        Lembar(kolom.BUKTI_FISIK, SYARAT, baris_syarat(isi.bagian), beku="C2", lebih=LEBIH),
        Lembar(kolom.RENCANA, KEPALA, [*kepala, *program], abu=len(kepala), lebih=LEBIH),
        lembar_pilihan(isi),
        Lembar(
            kolom.ASAL, [Kolom(JUDUL, kunci=True)], [(satu,) for satu in tulis_asal(asal)], keadaan="veryHidden",
            terkunci=True, tabel=False,
        ),
    ]  # fmt: skip
    return tulis_xlsx(lembar, judul=judul, pembuat=isi.kop.nama)


def sidik_xlsx(isi: IsiRencana, asal: Asal, menuju: int = 0) -> str:
    """The key of this workbook: its content, and the program it is written with."""
    return isi.sidik((repr(asal), str(menuju), SUSUNAN, openpyxl.__version__))


def makna_jadwal(asal: Asal) -> dict[int, str]:
    """JSON by action id, in the form of a plan file: {"tanggal": […]}, {"rrule": …}, {"berkala": true}. Actions
    without a schedule are not in it."""
    semua = ((a.kunci, a.jadwal) for p in asal.isi.pengungkit for k in p.kerja for a in k.aksi)
    return {pk: teks for pk, jadwal in semua if pk and jadwal and (teks := makna(jadwal))}


def makna(jadwal: Jadwal) -> str | None:
    """The meaning in the form of a plan file; None where there is none."""
    if jadwal.jenis == JenisJadwal.TANPA:
        return None
    return json.dumps({"berkala": True} if jadwal.jenis == JenisJadwal.BERKALA else jadwal.makna, sort_keys=True)


def baris_pelaksanaan(bagian: tuple[BagianCetak, ...], jadwal: dict[int, str]) -> Iterator[tuple[Nilai, ...]]:
    """One row per pelaksanaan. Evidence is the action's own and, marked, that of its whole rencana kerja."""
    for b in bagian:
        for kerja in b.kerja:
            for aksi in kerja.aksi:
                bukti = (*aksi.bukti, *kerja.bukti)
                for p in aksi.pelaksanaan:
                    yield (
                        *tempat_baris(b, kerja, aksi),
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
                        jadwal.get(aksi.pk),
                        kolom.tanggal_tertulis(p.mulai, p.jatuh_tempo),
                    )


def _butir(butir: ButirBukti, umum: bool) -> str:
    return f"{butir.nomor}. {butir.teks}{' (seluruh rencana kerja)' if umum else ''}"


def tempat_baris(bagian: BagianCetak, kerja: KerjaCetak, aksi: AksiCetak | None) -> tuple[Nilai, ...]:
    """The first five columns of every sheet of rows."""
    pengungkit = f"{bagian.kode}. {bagian.nama}"
    return (pengungkit, kerja.nomor, kerja.uraian, aksi.huruf if aksi else None, aksi.uraian if aksi else None)


def baris_syarat(bagian: tuple[BagianCetak, ...]) -> Iterator[tuple[Nilai, ...]]:
    """One row per required item; in the plan's order; no action where it belongs to the whole rencana kerja."""
    for b in bagian:
        for kerja in b.kerja:
            milik = {butir.pk: aksi for aksi in kerja.aksi for butir in aksi.bukti}
            for butir in kerja.syarat:
                yield (
                    *tempat_baris(b, kerja, milik.get(butir.pk)),
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
    """What stands above the rows: the plan's head and weights, which muat_rencana alone reads; beside the year whose
    plan it is."""
    yield kolom.TAHUN, isi.kop.kode, isi.tahun, None, None
    yield kolom.NOMOR_SK, None, isi.nomor_sk, None, None
    yield kolom.TANGGAL_SK, None, isi.tanggal_sk, None, None
    yield kolom.TEMPAT, None, isi.tempat, None, None
    yield kolom.INSTRUMEN, None, isi.instrumen, None, None
    for b in isi.bagian:
        yield kolom.PENGUNGKIT, b.kode, b.nama, b.bobot, None
    for hasil in isi.hasil:
        yield kolom.HASIL, None, hasil.nama, hasil.bobot, None
