"""Finding the plan a page speaks of."""

from typing import Any

from django.db.models import Q
from django.http import Http404

from rencana_aksi.models import Rencana
from rencana_aksi.queries.tahun import bersama
from zona.organisasi.models import Pengguna, Satker

IKUT = ("satker", "instrumen", "perubahan_dari")


def rencana_terlihat(pengguna: Pengguna, satker: str, tahun: int) -> Rencana:
    """The plan at /<satker>/<tahun>/, with its satker and instrumen, and the office's other years for the header (one
    query). Of a ditetapkan plan what is in force, whatever is being drafted. Raises Http404 for outsiders."""
    terlihat = Rencana.objects.visible_to(pengguna).filter(satker__kode=satker.upper())
    semua = tuple(terlihat.select_related("satker", "instrumen"))
    if (rencana := next((r for r in semua if r.tahun == tahun), None)) is None:
        raise Http404
    return bersama(semua, rencana)


def rencana_disunting(pengguna: Pengguna, satker: str, tahun: int) -> Rencana:
    """What the pages of editing, comparing and approving speak of: the draft of a perubahan where one is open (with the
    plan it is of), else the plan itself; and the office's other years. One query. Raises Http404 for outsiders."""
    terlihat = Rencana.semua.visible_to(pengguna).select_related(*IKUT)
    milik = terlihat.filter(Q(tahun=tahun) | Q(perubahan_dari__isnull=True), satker__kode=satker.upper())
    semua = sorted(milik, key=lambda r: (-r.tahun, r.perubahan_dari_id is None))
    if (rencana := next((r for r in semua if r.tahun == tahun), None)) is None:
        raise Http404
    return bersama((r for r in semua if r.perubahan_dari_id is None), rencana)


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
