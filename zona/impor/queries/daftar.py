"""Earlier imports of a plan."""

from django.db.models import Q, QuerySet
from django.shortcuts import get_object_or_404

from rencana_aksi.models import Rencana
from zona.impor.models import Impor
from zona.organisasi.models import Pengguna

TAMPIL = 50
ISI = ("isi", "asal", "sebelum", "sesudah", "pilihan", "keterangan")
"""Large, and not for a list."""


def daftar_impor(pengguna: Pengguna, rencana: Rencana) -> QuerySet[Impor]:
    """Those that were applied, and the person's own that are not yet; the last first (one query)."""
    tanpa = (*ISI, *(f"urung_dari__{kolom}" for kolom in ISI))
    terlihat = _terlihat(pengguna, rencana).select_related("dibuat_oleh", "diterapkan_oleh", "urung_dari")
    return terlihat.defer(*tanpa)[:TAMPIL]


def satu_impor(pengguna: Pengguna, rencana: Rencana, pk: int) -> Impor:
    """One of them, whole (one query). Raises Http404 for another plan's, and for what somebody else has not applied."""
    ikut = ("satker", "dibuat_oleh", "diterapkan_oleh", "urung_dari")
    return get_object_or_404(_terlihat(pengguna, rencana).select_related(*ikut), pk=pk)


def urungan_dari(impor: Impor) -> Impor | None:
    """The import that took it back, where one was applied (one query)."""
    return impor.urungan.filter(diterapkan_pada__isnull=False).select_related("diterapkan_oleh").defer(*ISI).first()


def _terlihat(pengguna: Pengguna, rencana: Rencana) -> QuerySet[Impor]:
    return Impor.objects.filter(rencana=rencana).filter(Q(diterapkan_pada__isnull=False) | Q(dibuat_oleh=pengguna))
