"""Finding the upload an address or a form speaks of."""

from uuid import UUID

from django.http import Http404
from django.shortcuts import get_object_or_404

from bukti_fisik.models import Unggahan
from rencana_aksi.queries.rencana import di_rencana
from zona.organisasi.models import Pengguna


def unggahan_sendiri(pengguna: Pengguna, satker: str, tahun: int, kode: str, *, untuk: str | None = None) -> Unggahan:
    """One's own upload in that plan, with what it is for (one query). Raises Http404 for anybody else's."""
    try:
        pk = UUID(kode)
    except ValueError:
        raise Http404 from None
    milik = Unggahan.objects.filter(oleh=pengguna).select_related("rencana__satker")
    if untuk is not None:
        milik = milik.filter(untuk=untuk)
    return get_object_or_404(milik, pk=pk, **di_rencana("rencana", pengguna, satker, tahun))
