"""Finding the plan a page speaks of."""

from django.shortcuts import get_object_or_404

from rencana_aksi.models import Rencana
from zona.organisasi.models import Pengguna


def rencana_terlihat(pengguna: Pengguna, satker: str, tahun: int) -> Rencana:
    """The plan at /<satker>/<tahun>/, with its satker and instrumen (one query). Raises Http404 for outsiders."""
    terlihat = Rencana.objects.visible_to(pengguna).select_related("satker", "instrumen")
    return get_object_or_404(terlihat, satker__kode=satker.upper(), tahun=tahun)
