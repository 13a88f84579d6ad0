"""The reports that locks of the assessor's kept."""

import re
from datetime import date

from django.db.models import QuerySet

from pengungkit.enums import JenisPenilaian
from pengungkit.models import PenilaianBeku
from rencana_aksi.models import Rencana
from zona.dokumen.models import LheBeku
from zona.inti.angka import romawi
from zona.organisasi.models import Satker


def kunci_tpi(rencana: Rencana) -> QuerySet[PenilaianBeku]:
    """The locks of the assessor's, the newest first."""
    milik = PenilaianBeku.objects.filter(
        penilaian__satker=rencana.satker_id, penilaian__tahun=rencana.tahun, penilaian__jenis=JenisPenilaian.TPI
    ).select_related("penilaian__satker", "penilaian__instrumen", "dibuat_oleh__satker", "lhe__satker")
    return milik.order_by("-urutan")


def usul_nomor_lhe(kantor: Satker, tanggal: date) -> str:
    """The number after the highest of the office in that year (one query)."""
    ada = LheBeku.objects.filter(satker=kantor, tahun_nomor=tanggal.year).values_list("nomor", flat=True)
    urut = [int(m[1]) for nomor in ada if (m := re.fullmatch(r"(\d{1,6})/LHE/.+", nomor))]
    return f"{max(urut, default=0) + 1}/LHE/{romawi(tanggal.month)}/{tanggal.year}"
