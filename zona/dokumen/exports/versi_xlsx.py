"""A version of the plan as a workbook: what was ditetapkan and nothing else. It is read and taken over (muat_rencana),
not brought back: progress and keys for that are in the workbook of editing (rencana_xlsx.py)."""

from collections.abc import Iterator

import openpyxl

from rencana_aksi.beku import RencanaBeku
from rencana_aksi.domain import lembar_xlsx as kolom
from rencana_aksi.domain.jadwal import Jadwal
from zona.dokumen.exports.baris import AksiCetak, BagianCetak, KerjaCetak
from zona.dokumen.exports.isi import IsiRencana
from zona.dokumen.exports.lampiran import TIM, baris_tim
from zona.dokumen.exports.rencana_kolom import KEPALA, SYARAT, TEMPAT
from zona.dokumen.exports.rencana_xlsx import baris_kepala, makna, tempat_baris
from zona.impor.isi import jadwal_dari
from zona.inti.waktu import tanggal_id
from zona.inti.xlsx import Kolom, Lembar, Nilai, tulis_xlsx
from zona.naskah.markdown import ISIAN

SUSUNAN = "1"
"""Raise it when the sheets change: workbooks kept from before are then not handed out."""
DOKUMEN, TIM_KERJA, NASKAH = "Dokumen", "Tim", "Naskah"
KETERANGAN = (
    "Salinan dokumen yang ditetapkan; tidak berubah lagi dan tidak dibawa kembali ke aplikasi. Untuk mencatat atau "
    "menyunting, unduh Buku kerja pada halaman Dokumen."
)
PELAKSANAAN = (
    *TEMPAT,
    Kolom(kolom.JADWAL, 19),
    Kolom(kolom.MULAI, 12),
    Kolom(kolom.TEMPO, 12),
    Kolom(kolom.PENANGGUNG_JAWAB, 20),
    Kolom(kolom.BUKTI, 60),
    Kolom(kolom.MAKNA, kunci=True),
    Kolom(kolom.TERTULIS, kunci=True),
)
BUKTI = tuple(k for k in SYARAT if k.judul not in (kolom.KEADAAN, kolom.TERPENUHI, kolom.DIBUTUHKAN))


def xlsx_versi(isi: IsiRencana, beku: RencanaBeku) -> bytes:
    """`beku`: the same version, for what its schedules mean."""
    judul = f"Rencana Kerja ZI-WBK {isi.kop.nama} {isi.tahun}, versi {isi.versi}"
    jadwal = {
        a.id: jadwal_dari(a.jenis_jadwal, a.makna) for p in beku.pengungkit for k in p.kerja for a in k.aksi
    }  # fmt: skip
    program = [(kolom.PROGRAM, p.kode, satu.uraian, None, None) for p in beku.pengungkit for satu in p.program]
    lembar = [
        Lembar(DOKUMEN, (Kolom("Bagian", 23), Kolom("Isi", 70)), _kepala(isi), terkunci=True, tabel=False),
        Lembar(kolom.SELURUHNYA, PELAKSANAAN, _pelaksanaan(isi.bagian, jadwal), beku="C2", terkunci=True),
        Lembar(kolom.BUKTI_FISIK, BUKTI, _bukti(isi.bagian), beku="C2", terkunci=True),
        Lembar(TIM_KERJA, TIM, baris_tim(isi), beku="A2", terkunci=True),
        Lembar(NASKAH, (Kolom("Bagian", 30), Kolom("Isi", 110)), _naskah(isi), terkunci=True, tabel=False),
        Lembar(kolom.RENCANA, KEPALA, [*baris_kepala(isi), *program], terkunci=True),
    ]
    return tulis_xlsx(lembar, judul=judul, pembuat=isi.kop.nama)


def sidik_versi(isi: IsiRencana, beku: RencanaBeku) -> str:
    """The key of this workbook: its content, and the program it is written with."""
    return isi.sidik((repr(beku), SUSUNAN, openpyxl.__version__))


def _kepala(isi: IsiRencana) -> Iterator[tuple[Nilai, ...]]:
    yield "Dokumen", f"Rencana Kerja Pembangunan Zona Integritas {isi.kop.nama} {isi.tahun}"
    yield "Keputusan", f"Nomor {isi.nomor_sk} tanggal {tanggal_id(isi.tanggal_sk)}, versi {isi.versi}"
    if isi.mencabut:
        yield "Mencabut", f"Keputusan Nomor {isi.mencabut.nomor} tanggal {tanggal_id(isi.mencabut.tanggal)}"
    yield "Satuan kerja", isi.kop.nama
    for induk in isi.kop.induk:
        yield "Instansi", induk
    for label, teks in (
        ("Alamat", isi.kop.alamat), ("Telepon", isi.kop.telepon), ("Laman", isi.kop.laman), ("Posel", isi.kop.posel),
        ("Kota", isi.kop.kota),
    ):  # fmt: skip
        if teks:
            yield label, teks
    yield "Kepala", isi.kata["kepala"]
    yield "NIP kepala", isi.kata["nip_kepala"]
    yield "Keterangan", KETERANGAN


def _pelaksanaan(bagian: tuple[BagianCetak, ...], jadwal: dict[int, Jadwal]) -> Iterator[tuple[Nilai, ...]]:
    """One row per occurrence as it was planned."""
    for b in bagian:
        for kerja in b.kerja:
            for aksi in kerja.aksi:
                milik = jadwal[aksi.pk]
                for hari in milik.kejadian:
                    yield (
                        *tempat_baris(b, kerja, aksi), aksi.jadwal, hari.mulai, hari.jatuh_tempo,
                        aksi.penanggung_jawab, _daftar(kerja, aksi), makna(milik),
                        kolom.tanggal_tertulis(hari.mulai, hari.jatuh_tempo),
                    )  # fmt: skip


def _daftar(kerja: KerjaCetak, aksi: AksiCetak) -> str:
    return "\n".join(f"{satu.nomor}. {satu.teks}" for satu in (*aksi.bukti, *kerja.bukti))


def _bukti(bagian: tuple[BagianCetak, ...]) -> Iterator[tuple[Nilai, ...]]:
    for b in bagian:
        for kerja in b.kerja:
            milik = {butir.pk: aksi for aksi in kerja.aksi for butir in aksi.bukti}
            for butir in kerja.syarat:
                tiap = kolom.YA if butir.tiap_pelaksanaan else kolom.TIDAK
                kunci = (kerja.pk, butir.aksi_pk, butir.pk)
                yield (*tempat_baris(b, kerja, milik.get(butir.pk)), butir.teks, tiap, *kunci)


def _naskah(isi: IsiRencana) -> Iterator[tuple[Nilai, ...]]:
    """The words as they were typed, with the data's words in place."""
    kata = isi.kata
    for satu in isi.naskah:
        if satu.isi:
            yield tuple(ISIAN.sub(lambda m: kata.get(m[1], m[0]), teks) for teks in (satu.judul, satu.isi))
