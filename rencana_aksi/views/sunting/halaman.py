"""The page of one pengungkit, and the way there."""

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_safe

from rencana_aksi.queries.rencana import rencana_disunting
from rencana_aksi.queries.sunting import boleh_disunting
from rencana_aksi.views.sunting.dasar import HALAMAN, isi_halaman, konteks, pastikan_boleh
from zona.inti.htmx import Permintaan, tampilkan


@require_safe
def sunting(request: Permintaan, satker: str, tahun: int) -> HttpResponse:
    """To the first pengungkit the person may edit."""
    rencana = rencana_disunting(request.user, satker, tahun)
    if not (boleh := boleh_disunting(request.user, rencana)):
        raise PermissionDenied("Isi rencana hanya disunting oleh ketua dan koordinator pengungkit.")
    return redirect("rencana_aksi:sunting_bagian", satker, tahun, boleh[0])


@require_safe
def bagian(request: Permintaan, satker: str, tahun: int, kode: str) -> HttpResponse:
    rencana = rencana_disunting(request.user, satker, tahun)
    semua = {p.kode: p for p in rencana.pengungkit.all()}
    if (pengungkit := semua.get(kode)) is None:
        raise Http404
    pastikan_boleh(request, pengungkit)
    isi = isi_halaman(pengungkit, "program", "susunan")
    daftar = [semua[k] for k in boleh_disunting(request.user, rencana) if k in semua]
    return tampilkan(request, HALAMAN, "susunan", konteks(pengungkit, daftar=daftar, kabar="", gagal=False, **isi))
