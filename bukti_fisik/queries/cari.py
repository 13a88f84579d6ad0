"""Finding the syarat and the bukti an address speaks of."""

from django.shortcuts import get_object_or_404

from bukti_fisik.models import Bukti
from rencana_aksi.models import SyaratBukti
from zona.organisasi.models import Pengguna, Satker

RENCANA = "rencana_kerja__pengungkit__rencana"


def syarat_terlihat(pengguna: Pengguna, satker: str, tahun: int, pk: int) -> SyaratBukti:
    """The syarat with all it belongs to, in one query. Raises Http404 for outsiders."""
    terlihat = SyaratBukti.objects.filter(**{f"{RENCANA}__satker__in": Satker.objects.visible_to(pengguna)})
    cari = {f"{RENCANA}__satker__kode": satker.upper(), f"{RENCANA}__tahun": tahun}
    return get_object_or_404(terlihat.select_related(f"{RENCANA}__satker"), pk=pk, **cari)


def bukti_terlihat(pengguna: Pengguna, satker: str, tahun: int, pk: int) -> Bukti:
    """The bukti with its file and all it belongs to, in one query. Raises Http404 for outsiders."""
    terlihat = Bukti.objects.filter(**{f"syarat__{RENCANA}__satker__in": Satker.objects.visible_to(pengguna)})
    cari = {f"syarat__{RENCANA}__satker__kode": satker.upper(), f"syarat__{RENCANA}__tahun": tahun}
    terlihat = terlihat.select_related(f"syarat__{RENCANA}__satker", "berkas", "pelaksanaan")
    return get_object_or_404(terlihat, pk=pk, **cari)
