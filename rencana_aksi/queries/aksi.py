"""Finding the action a page speaks of."""

from django.shortcuts import get_object_or_404

from rencana_aksi.models import RencanaAksi
from rencana_aksi.queries.rencana import di_rencana
from zona.organisasi.models import Pengguna

RENCANA = "rencana_kerja__pengungkit__rencana"


def aksi_terlihat(pengguna: Pengguna, satker: str, tahun: int, pk: int) -> RencanaAksi:
    """The action with all it belongs to, in one query. Raises Http404 for outsiders."""
    semua = RencanaAksi.objects.select_related(f"{RENCANA}__satker", "penanggung_jawab")
    return get_object_or_404(semua, pk=pk, **di_rencana(RENCANA, pengguna, satker, tahun))
