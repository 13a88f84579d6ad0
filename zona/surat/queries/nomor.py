"""Numbers an office has used, and the next one."""

from datetime import date

from django.db.models import QuerySet

from rencana_aksi.models import Rencana, VersiRencana
from zona.dokumen.models import Cetakan, LheBeku
from zona.organisasi.models import Satker
from zona.surat.enums import JenisSurat
from zona.surat.models import POLA, SetelanSurat, Surat, SuratBeku, SuratBertanda
from zona.surat.nomor import susun_nomor, urut_dari
from zona.surat.queries.beku import kode_cetakan, nomor_tercetak

KODE = {
    JenisSurat.SK_TIM: "SK",
    JenisSurat.PAKTA: "PI",
    JenisSurat.PIAGAM: "PP",
    JenisSurat.USULAN: "SU",
    JenisSurat.SPTJM: "SPTJM",
}


def penomoran(satker: Satker) -> SetelanSurat:
    """How the office numbers; the usual pattern and codes where it set none (one query)."""
    milik = SetelanSurat.objects.filter(satker=satker).first() or SetelanSurat(satker=satker, pola=POLA)
    milik.kode = {j.value: milik.kode.get(j, KODE[j]) for j in JenisSurat}
    return milik


def nomor_terpakai(satker: Satker, tahun: int, *, selain: Surat | None = None) -> dict[str, str]:
    """Number → what bears it, of every paper of the office dated in that year: papers as they stand, as they were
    printed and as they were signed, the SK of plans, reports as an assessor. A paper's own numbers are left out with
    `selain` (seven queries)."""
    bukan = selain.pk if selain else None
    pakai: dict[str, str] = {}
    for nomor, hari in Rencana.objects.filter(satker=satker).values_list("nomor_sk", "tanggal_sk"):
        if nomor and hari and hari.year == tahun:
            pakai[nomor] = "SK rencana kerja"
    beku = VersiRencana.objects.filter(rencana__satker=satker, tanggal_sk__year=tahun)
    pakai |= dict.fromkeys(beku.values_list("nomor_sk", flat=True), "SK rencana kerja")
    lhe = LheBeku.objects.filter(satker=satker, tahun_nomor=tahun)
    pakai |= dict.fromkeys(lhe.values_list("nomor", flat=True), "Laporan Hasil Evaluasi")
    lain = {kode_cetakan(b): b for b in _beku(satker, tahun).exclude(surat=bukan)}
    for kode in Cetakan.objects.filter(kode__in=lain).values_list("kode", flat=True):
        pakai[lain[kode].nomor] = str(lain[kode].surat)
    for satu in SuratBertanda.objects.filter(surat__satker=satker, tahun_nomor=tahun).select_related("surat"):
        if satu.surat_id != bukan:
            pakai[satu.nomor] = str(satu.surat)
    for surat in Surat.objects.filter(satker=satker, tahun_nomor=tahun).defer("isi", "rincian"):
        if surat.pk != bukan:
            pakai[surat.nomor] = str(surat)
    return pakai


def _beku(satker: Satker, tahun: int) -> "QuerySet[SuratBeku]":
    milik = SuratBeku.objects.filter(surat__satker=satker, tahun_nomor=tahun).exclude(nomor="")
    return milik.select_related("surat").defer("naskah", "gaya", "surat__isi", "surat__rincian")


def usul_nomor(satker: Satker, jenis: JenisSurat, tanggal: date, *, selain: Surat | None = None) -> str:
    """The number after the highest of its kind in that year that nothing bears yet (twelve queries)."""
    atur = penomoran(satker)
    pakai = nomor_terpakai(satker, tanggal.year, selain=selain)
    if selain:
        pakai |= dict.fromkeys(nomor_tercetak(selain, tanggal.year), str(selain))
    ada = (urut_dari(atur.pola, nomor, kode=atur.kode[jenis]) for nomor in pakai)
    urut = max((n for n in ada if n is not None), default=0) + 1
    while True:
        nomor = susun_nomor(atur.pola, urut, kode=atur.kode[jenis], satker=satker.kode, tanggal=tanggal)
        if nomor not in pakai:
            return nomor
        urut += 1
