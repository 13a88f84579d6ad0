"""Finding the syarat and the bukti an address speaks of."""

from django.shortcuts import get_object_or_404

from bukti_fisik.models import Bukti
from rencana_aksi.models import SyaratBukti
from rencana_aksi.queries.rencana import di_rencana
from zona.organisasi.models import Pengguna

RENCANA = "rencana_kerja__pengungkit__rencana"


def syarat_terlihat(pengguna: Pengguna, satker: str, tahun: int, pk: int) -> SyaratBukti:
    """The syarat with all it belongs to, in one query. Raises Http404 for outsiders."""
    semua = SyaratBukti.objects.select_related(f"{RENCANA}__satker")
    return get_object_or_404(semua, pk=pk, **di_rencana(RENCANA, pengguna, satker, tahun))


def bukti_terlihat(pengguna: Pengguna, satker: str, tahun: int, pk: int) -> Bukti:
    """The bukti with its file and all it belongs to, in one query. Raises Http404 for outsiders."""
    semua = Bukti.objects.bagi(pengguna).select_related(f"syarat__{RENCANA}__satker", "berkas", "pelaksanaan")
    return get_object_or_404(semua, pk=pk, **di_rencana(f"syarat__{RENCANA}", pengguna, satker, tahun))
