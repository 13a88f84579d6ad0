"""The one row generator: the plan in the order of the document, in a constant number of queries."""

from collections import defaultdict
from datetime import date

from bukti_fisik.queries.kelengkapan import Kelengkapan, status_syarat
from rencana_aksi.models import Pelaksanaan, Pengungkit, ProgramPrioritas, Rencana, RencanaAksi, RencanaKerja
from rencana_aksi.rules import keadaan_pelaksanaan
from zona.matriks.queries.baris import (
    BagianPengungkit,
    BarisAksi,
    BarisPelaksanaan,
    BarisRencanaKerja,
    hitung_capaian,
)
from zona.organisasi.enums import Lingkup, Peran
from zona.organisasi.models import Keanggotaan


def susun_matriks(rencana: Rencana, hari_ini: date) -> list[BagianPengungkit]:
    """The whole plan with progress as of `hari_ini` and the state of its evidence. Eight queries."""
    bagian = {
        pk: BagianPengungkit(pk, kode, nama, bobot)
        for pk, kode, nama, bobot in Pengungkit.objects.filter(rencana=rencana).values_list(
            "pk", "kode", "nama", "bobot"
        )
    }
    _isi_koordinator(rencana, bagian)
    for pengungkit, uraian in ProgramPrioritas.objects.filter(pengungkit__rencana=rencana).values_list(
        "pengungkit", "uraian"
    ):
        bagian[pengungkit].program_prioritas.append(uraian)
    rencana_kerja: dict[int, BarisRencanaKerja] = {}
    milik = RencanaKerja.objects.filter(pengungkit__rencana=rencana)
    for pk, pengungkit, nomor, uraian in milik.values_list("pk", "pengungkit", "nomor", "uraian"):
        rencana_kerja[pk] = BarisRencanaKerja(pk, nomor, uraian)
        bagian[pengungkit].rencana_kerja.append(rencana_kerja[pk])
    _isi_aksi(rencana, hari_ini, rencana_kerja)
    _isi_syarat(rencana, rencana_kerja)
    for b in bagian.values():
        b.capaian = hitung_capaian([p for rk in b.rencana_kerja for a in rk.aksi for p in a.pelaksanaan])
        b.kelengkapan = sum((rk.kelengkapan for rk in b.rencana_kerja), Kelengkapan())
    return list(bagian.values())


def _isi_koordinator(rencana: Rencana, bagian: dict[int, BagianPengungkit]) -> None:
    koordinator = dict(
        Keanggotaan.objects.filter(
            tim__satker=rencana.satker_id, tim__tahun=rencana.tahun, peran=Peran.KOORDINATOR
        ).values_list("tim__kode", "pengguna__nama")
    )
    for b in bagian.values():
        b.koordinator = koordinator.get(b.kode, "")


def _isi_aksi(rencana: Rencana, hari_ini: date, rencana_kerja: dict[int, BarisRencanaKerja]) -> None:
    aksi: dict[int, BarisAksi] = {}
    milik = RencanaAksi.objects.filter(rencana_kerja__pengungkit__rencana=rencana)
    kolom = (
        "pk", "rencana_kerja", "rencana_kerja__pengungkit__kode", "huruf", "uraian", "jadwal_teks",
        "penanggung_jawab", "penanggung_jawab__nama",
    )  # fmt: skip
    for pk, rk, area, huruf, uraian, jadwal, pj, pj_nama in milik.values_list(*kolom):
        lingkup = Lingkup(rencana.satker_id, rencana.tahun, area)
        aksi[pk] = BarisAksi(pk, huruf, uraian, jadwal, pj, pj_nama or "", lingkup)
        rencana_kerja[rk].aksi.append(aksi[pk])
    per_aksi = baris_pelaksanaan(rencana, hari_ini, aksi__rencana_kerja__pengungkit__rencana=rencana)
    for pk, daftar in per_aksi.items():
        aksi[pk].pelaksanaan = daftar


def baris_pelaksanaan(rencana: Rencana, hari_ini: date, **saring: object) -> dict[int, list[BarisPelaksanaan]]:
    """Occurrences of the plan by action id, in their order (one query)."""
    ditetapkan = rencana.sudah_ditetapkan
    per_aksi: dict[int, list[BarisPelaksanaan]] = defaultdict(list)
    for aksi, pk, urutan, mulai, tempo, semula, status, realisasi in Pelaksanaan.objects.filter(**saring).values_list(
        "aksi", "pk", "urutan", "mulai", "jatuh_tempo", "jatuh_tempo_semula", "status", "realisasi"
    ):
        keadaan = keadaan_pelaksanaan(status, tempo, hari_ini, ditetapkan=ditetapkan)
        per_aksi[aksi].append(BarisPelaksanaan(pk, urutan, mulai, tempo, semula, status, realisasi, keadaan))
    return per_aksi


def _isi_syarat(rencana: Rencana, rencana_kerja: dict[int, BarisRencanaKerja]) -> None:
    """Every syarat to its row; to its action too, the row's only action taking those that name none."""
    for syarat in status_syarat(rencana):
        baris = rencana_kerja[syarat.rencana_kerja_id]
        baris.syarat.append(syarat)
        pemilik = [a for a in baris.aksi if a.pk == syarat.aksi_id or (syarat.aksi_id is None and len(baris.aksi) == 1)]
        for aksi in pemilik:
            aksi.syarat.append(syarat)
