"""A workbook for a year that has no plan: kept as read, looked at, made the plan of that year."""

from pathlib import Path
from typing import BinaryIO

from django.db import transaction

from pengungkit.models import Instrumen
from rencana_aksi.domain.masalah import Ditolak, Masalah
from rencana_aksi.domain.rencana_baru import tulis_rencana
from rencana_aksi.models import Rencana
from rencana_aksi.queries.buat import pengungkit_instrumen
from zona.impor.domain.buku.baca import BukuTerbaca, baca_buku_rencana
from zona.impor.domain.lama import jumlah_isi, pastikan_muat, sidik_isi
from zona.impor.domain.naskah_lama import susun_naskah
from zona.impor.domain.terima import sidik_berkas
from zona.impor.enums import JenisImpor
from zona.impor.isi import IsiPengungkit, IsiRencana, ke_json
from zona.impor.models import Impor
from zona.impor.queries.buku_baru import bacaan_buku
from zona.impor.queries.isi import isi_kini
from zona.inti.errors import DomainError
from zona.inti.waktu import sekarang
from zona.organisasi.domain.jejak import catat
from zona.organisasi.enums import AREA
from zona.organisasi.models import Keanggotaan, Pengguna, Satker

DITAHAN = 3
"""Workbooks of a person that have not become a plan and are kept; older ones are forgotten."""
KOSONG = IsiRencana(tuple(IsiPengungkit(kode) for kode in AREA))


@transaction.atomic
def terima_buku_baru(*, satker: Satker, tahun: int, berkas: Path | BinaryIO, nama: str, oleh: Pengguna) -> Impor:
    """Read a workbook for that year and keep what it says. No plan is made. Raises Ditolak with every problem and its
    cell: as the workbook of a plan there is, and a rencana kerja without an action; then nothing is kept."""
    terbaca = baca_buku_rencana(berkas, Rencana(satker=satker, tahun=tahun), KOSONG)
    _pastikan_beraksi(terbaca)
    impor = Impor.objects.create(
        satker=satker, tahun=tahun, jenis=JenisImpor.BUKU, nama_berkas=nama[:255], sha256=sidik_berkas(berkas),
        isi=ke_json(terbaca.isi), keterangan=list(terbaca.keterangan), dibuat_oleh=oleh,
    )  # fmt: skip
    lama = Impor.objects.filter(satker=satker, rencana=None, dibuat_oleh=oleh).order_by("-pk")
    Impor.objects.filter(pk__in=list(lama.values_list("pk", flat=True)[DITAHAN:])).delete()
    sesudah = {"nama_berkas": impor.nama_berkas, "jenis": impor.jenis, "tahun": tahun}
    catat(satker_id=satker.pk, oleh=oleh, tindakan="membaca berkas impor", objek=impor, sesudah=sesudah)
    return impor


@transaction.atomic
def buat_rencana_buku(*, impor: Impor, instrumen: Instrumen, dilihat: str, oleh: Pengguna) -> Rencana:
    """Make the plan that the workbook says: a draf of version 1 with the six of the instrument, all or nothing.
    `dilihat`: sidik_isi of what was shown. Raises DomainError: a plan came meanwhile, the workbook is a plan already,
    people changed since it was looked at, or a plan would not hold it."""
    satker = Satker.objects.select_for_update().get(pk=impor.satker_id)
    if Rencana.objects.filter(satker=satker, tahun=impor.tahun).exists():
        raise DomainError(f"Sementara itu rencana {impor.tahun} sudah dibuat.")
    bacaan = bacaan_buku(impor)
    if dilihat != sidik_isi(bacaan.isi):
        raise DomainError("Susunan tim berubah sejak buku ini ditampilkan. Periksa sekali lagi, lalu buat.")
    pastikan_muat(bacaan.isi)
    anggota = Keanggotaan.objects.filter(tim__satker=satker, tim__tahun=impor.tahun)
    siapa = bacaan.orang
    naskah = susun_naskah(
        bacaan.isi, impor.tahun, satker.kota, pengungkit_instrumen(instrumen),
        lambda kode, nama: siapa.get((kode, nama)), set(anggota.values_list("tim__kode", "pengguna")),
    )  # fmt: skip
    rencana = tulis_rencana(satker, instrumen, naskah, map(str, siapa.values()))
    Impor.objects.filter(pk=impor.pk).update(
        rencana=rencana, diterapkan_oleh=oleh, diterapkan_pada=sekarang(), pilihan=[], sebelum=ke_json(KOSONG),
        sesudah=ke_json(isi_kini(rencana)),
    )  # fmt: skip
    catat(
        satker_id=satker.pk, oleh=oleh, tindakan="membuat rencana dari buku kerja", objek=rencana,
        sesudah={"tahun": rencana.tahun, "instrumen": instrumen.kode, "berkas": impor.nama_berkas, "impor": impor.pk,
                 **jumlah_isi(bacaan.isi)},
    )  # fmt: skip
    return rencana


def _pastikan_beraksi(terbaca: BukuTerbaca) -> None:
    tanpa = [k for p in terbaca.isi.pengungkit for k in p.kerja if not k.aksi]
    if tanpa:
        raise Ditolak(Masalah(k.sel, "rencana kerja ini belum mempunyai rencana aksi; isi kolomnya") for k in tanpa)
