"""Finding the occurrence a page changes."""

from django.shortcuts import get_object_or_404

from rencana_aksi.models import Pelaksanaan
from rencana_aksi.queries.rencana import di_rencana
from zona.organisasi.models import Pengguna

RENCANA = "aksi__rencana_kerja__pengungkit__rencana"


def pelaksanaan_terlihat(pengguna: Pengguna, satker: str, tahun: int, pk: int) -> Pelaksanaan:
    """The occurrence with all it belongs to, in one query. Raises Http404 for outsiders."""
    semua = Pelaksanaan.objects.select_related(f"{RENCANA}__satker")
    return get_object_or_404(semua, pk=pk, **di_rencana(RENCANA, pengguna, satker, tahun))
