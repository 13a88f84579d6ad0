"""Judging evidence: accept, return with a reason, withdraw with a reason."""

from collections.abc import Callable

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods, require_POST

from bukti_fisik.domain.bukti import kembalikan_bukti, tarik_bukti, terima_bukti
from bukti_fisik.forms import AlasanForm
from bukti_fisik.models import Bukti
from bukti_fisik.queries.cari import bukti_terlihat
from bukti_fisik.rules import boleh_menarik
from bukti_fisik.views.jawab import konteks_blok, pulang, sesudah
from zona.inti.errors import DomainError
from zona.inti.htmx import Permintaan, bagian_saja, laksanakan, tampilkan

TIDAK_MEMERIKSA = "Bukti diperiksa kepala, ketua, atau koordinator pengungkitnya, dan bukan oleh yang memasukkannya."
TIDAK_MENARIK = "Bukti hanya ditarik oleh yang mengunggahnya atau yang berhak memeriksanya."


@require_POST
def terima(request: Permintaan, satker: str, tahun: int, pk: int) -> HttpResponse:
    bukti = _untuk_diperiksa(request, satker, tahun, pk)
    try:
        terima_bukti(bukti=bukti, oleh=request.user)
    except DomainError as galat:
        konteks = konteks_blok(request, bukti.syarat, bukti.pelaksanaan) | {"galat": galat.pesan}
        if bagian_saja(request):
            return render(request, "bukti_fisik/_daftar.html", konteks, status=422)
        messages.error(request, galat.pesan)
        return pulang(request, konteks["blok"])
    return sesudah(request, bukti, f"{bukti.nama} diterima.")


@require_http_methods(["GET", "POST"])
def kembalikan(request: Permintaan, satker: str, tahun: int, pk: int) -> HttpResponse:
    bukti = _untuk_diperiksa(request, satker, tahun, pk)
    return _beralasan(request, bukti, kembalikan_bukti, "kembalikan", f"{bukti.nama} dikembalikan.")


@require_http_methods(["GET", "POST"])
def tarik(request: Permintaan, satker: str, tahun: int, pk: int) -> HttpResponse:
    bukti = bukti_terlihat(request.user, satker, tahun, pk)
    if not boleh_menarik(request.user, bukti):
        raise PermissionDenied(TIDAK_MENARIK)
    return _beralasan(request, bukti, tarik_bukti, "tarik", f"{bukti.nama} ditarik.")


def _untuk_diperiksa(request: Permintaan, satker: str, tahun: int, pk: int) -> Bukti:
    bukti = bukti_terlihat(request.user, satker, tahun, pk)
    if not request.user.boleh("verifikasi_bukti", bukti):
        raise PermissionDenied(TIDAK_MEMERIKSA)
    return bukti


def _beralasan(
    request: Permintaan, bukti: Bukti, kerja: Callable[..., None], tindakan: str, pesan: str
) -> HttpResponse:
    """The form and its answer: in the list with HTMX, else on a page of its own."""
    form = AlasanForm(request.POST if request.method == "POST" else None)
    if form.is_valid() and laksanakan(form, kerja, bukti=bukti, oleh=request.user):
        return sesudah(request, bukti, pesan)
    salah = {"pk": bukti.pk, "tindakan": tindakan, "form": form}
    konteks = konteks_blok(request, bukti.syarat, bukti.pelaksanaan)
    konteks |= {"form": form, "salah": salah, "bukti": bukti, "tindakan": tindakan}
    return tampilkan(request, "bukti_fisik/alasan.html", "daftar", konteks)
