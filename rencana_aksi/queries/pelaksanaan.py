"""Finding the occurrence a page changes."""

from django.shortcuts import get_object_or_404

from rencana_aksi.models import Pelaksanaan
from zona.organisasi.models import Pengguna, Satker


def pelaksanaan_terlihat(pengguna: Pengguna, satker: str, tahun: int, pk: int) -> Pelaksanaan:
    """The occurrence with all it belongs to, in one query. Raises Http404 for outsiders."""
    terlihat = Pelaksanaan.objects.filter(
        aksi__rencana_kerja__pengungkit__rencana__satker__in=Satker.objects.visible_to(pengguna)
    ).select_related("aksi__rencana_kerja__pengungkit__rencana__satker")
    return get_object_or_404(
        terlihat,
        pk=pk,
        aksi__rencana_kerja__pengungkit__rencana__satker__kode=satker.upper(),
        aksi__rencana_kerja__pengungkit__rencana__tahun=tahun,
    )
