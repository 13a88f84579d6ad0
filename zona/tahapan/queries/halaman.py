"""The page of all stages, and that of one."""

from datetime import date

from django.http import Http404

from rencana_aksi.models import Rencana
from zona.matriks.queries.bukti import lembar_bukti
from zona.matriks.queries.matriks import susun_matriks
from zona.nilai.models import PemenuhanSyarat
from zona.organisasi.models import Pengguna
from zona.tahapan.enums import JenisDokumen, KodeTahap
from zona.tahapan.models import DokumenTahap
from zona.tahapan.queries.bahan import PENCANANGAN_SYARAT, dokumen_tahap
from zona.tahapan.queries.bangun import hitung_bangun
from zona.tahapan.queries.dokumen import TOLAK
from zona.tahapan.queries.garis import BarisTahap, susun_tahapan


def baca_tahapan(rencana: Rencana, hari_ini: date, pengguna: Pengguna) -> list[BarisTahap]:
    """With the plan's matrix: nine queries more than `baca_bahan`."""
    bagian = susun_matriks(rencana, hari_ini)
    bangun = hitung_bangun(bagian, lembar_bukti(rencana, bagian), rencana.tahun)
    return susun_tahapan(rencana, hari_ini, pengguna, bangun)


def kode_tahap(kode: str) -> KodeTahap:
    """Raises Http404 for what is no stage."""
    try:
        return KodeTahap(kode)
    except ValueError:
        raise Http404("Tahap itu tidak ada.") from None


def piagam_terbaru(rencana: Rencana) -> DokumenTahap | None:
    """The newest piagam that counts."""
    milik = dokumen_tahap(rencana).filter(kode=KodeTahap.PENCANANGAN, jenis=JenisDokumen.PIAGAM)
    return milik.exclude(bukti__status__in=TOLAK).order_by("-pk").first()


def syarat_pencanangan(rencana: Rencana) -> date | None:
    """The day that the condition of a proposal keeps, if any (one query)."""
    syarat = PemenuhanSyarat.objects.filter(satker=rencana.satker_id, tahun=rencana.tahun, kode=PENCANANGAN_SYARAT)
    isian = syarat.values_list("isian", flat=True).first()
    return date.fromisoformat(isian) if isian else None
