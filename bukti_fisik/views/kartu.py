"""Cards with a QR code, to be printed: one action, or all of a pengungkit."""

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from bukti_fisik.queries.kartu import aksi_pengungkit, kartu_aksi
from rencana_aksi.models import Pengungkit, RencanaAksi
from rencana_aksi.queries.aksi import aksi_terlihat
from rencana_aksi.queries.rencana import rencana_terlihat
from zona.inti.htmx import Permintaan


@require_safe
def qr(request: Permintaan, satker: str, tahun: int, pk: int) -> HttpResponse:
    """The card of one action."""
    aksi = aksi_terlihat(request.user, satker, tahun, pk)
    pengungkit = aksi.rencana_kerja.pengungkit
    return _cetak(request, pengungkit, [aksi])


@require_safe
def qr_pengungkit(request: Permintaan, satker: str, tahun: int, kode: str) -> HttpResponse:
    """The cards of all actions of a pengungkit."""
    rencana = rencana_terlihat(request.user, satker, tahun)
    pengungkit = get_object_or_404(Pengungkit, rencana=rencana, kode=kode)
    pengungkit.rencana = rencana
    return _cetak(request, pengungkit, aksi_pengungkit(pengungkit))


def _cetak(request: Permintaan, pengungkit: Pengungkit, aksi: list[RencanaAksi]) -> HttpResponse:
    rencana = pengungkit.rencana
    konteks = {
        "rencana": rencana,
        "pengungkit": pengungkit,
        "semua": Pengungkit.objects.filter(rencana=rencana),
        "kartu": kartu_aksi(rencana, aksi),
        "satu": request.resolver_match is not None and request.resolver_match.url_name == "qr",
    }
    return render(request, "bukti_fisik/kartu.html", konteks)
