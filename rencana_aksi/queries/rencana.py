"""Finding the plan a page speaks of."""

from typing import Any

from django.db.models import F
from django.http import Http404
from django.shortcuts import get_object_or_404

from rencana_aksi.models import Rencana
from zona.organisasi.models import Pengguna, Satker

IKUT = ("satker", "instrumen", "perubahan_dari")


def rencana_terlihat(pengguna: Pengguna, satker: str, tahun: int) -> Rencana:
    """The plan at /<satker>/<tahun>/, with its satker and instrumen (one query). Of a ditetapkan plan what is in force,
    whatever is being drafted. Raises Http404 for outsiders."""
    terlihat = Rencana.objects.visible_to(pengguna).select_related("satker", "instrumen")
    return get_object_or_404(terlihat, satker__kode=satker.upper(), tahun=tahun)


def rencana_disunting(pengguna: Pengguna, satker: str, tahun: int) -> Rencana:
    """What the pages of editing, comparing and approving speak of: the draft of a perubahan where one is open (with the
    plan it is of), else the plan itself. One query. Raises Http404 for outsiders."""
    terlihat = Rencana.semua.visible_to(pengguna).select_related(*IKUT)
    milik = terlihat.filter(satker__kode=satker.upper(), tahun=tahun)
    if (rencana := milik.order_by(F("perubahan_dari").asc(nulls_last=True)).first()) is None:
        raise Http404
    return rencana


def draf_atau(rencana: Rencana) -> Rencana:
    """The same from the plan in force, for whom it may be seen already (one query)."""
    draf = Rencana.semua.select_related(*IKUT).filter(perubahan_dari=rencana.berlaku).first()
    return draf or rencana


def di_rencana(jalur: str, pengguna: Pengguna, satker: str, tahun: int) -> dict[str, Any]:
    """The filter of rows below a plan that the person may see at /<satker>/<tahun>/: of the plan itself, never of what
    is drafted of its next version. `jalur`: from the row to its plan."""
    return {
        f"{jalur}__satker__in": Satker.objects.visible_to(pengguna),
        f"{jalur}__satker__kode": satker.upper(),
        f"{jalur}__tahun": tahun,
        f"{jalur}__perubahan_dari__isnull": True,
    }
