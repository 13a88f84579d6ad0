"""Finding the action a page speaks of."""

from django.shortcuts import get_object_or_404

from rencana_aksi.models import RencanaAksi
from zona.organisasi.models import Pengguna, Satker

RENCANA = "rencana_kerja__pengungkit__rencana"


def aksi_terlihat(pengguna: Pengguna, satker: str, tahun: int, pk: int) -> RencanaAksi:
    """The action with all it belongs to, in one query. Raises Http404 for outsiders."""
    terlihat = RencanaAksi.objects.filter(**{f"{RENCANA}__satker__in": Satker.objects.visible_to(pengguna)})
    cari = {f"{RENCANA}__satker__kode": satker.upper(), f"{RENCANA}__tahun": tahun}
    return get_object_or_404(terlihat.select_related(f"{RENCANA}__satker", "penanggung_jawab"), pk=pk, **cari)
