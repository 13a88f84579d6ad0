"""Signing in and out, changing one's own password."""

from django.conf import settings
from django.contrib import messages
from django.contrib.auth import authenticate, login, logout, update_session_auth_hash
from django.contrib.auth.decorators import login_not_required
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from zona.inti.errors import DomainError
from zona.inti.htmx import Permintaan, laksanakan, tampilkan
from zona.organisasi.domain import sandi
from zona.organisasi.domain.masuk import catat_keluar, catat_masuk
from zona.organisasi.domain.undangan import baca_undangan, terima_undangan
from zona.organisasi.forms import GantiSandiForm, MasukForm, SandiPertamaForm
from zona.organisasi.queries.ajakan import ajakan_untuk

TIDAK_COCOK = "Nama pengguna, NIP, atau sandi tidak cocok."


def _tujuan(request: Permintaan) -> str:
    """Where the person wanted to go, if that is a page of ours."""
    lanjut = request.POST.get("next") or request.GET.get("next", "")
    aman = url_has_allowed_host_and_scheme(lanjut, {request.get_host()}, require_https=request.is_secure())
    return lanjut if aman else settings.LOGIN_REDIRECT_URL


@login_not_required
@sensitive_post_parameters("password")
@never_cache
@require_http_methods(["GET", "POST"])
def masuk(request: Permintaan) -> HttpResponse:
    """One sentence for every failure but a temporary password past its end: it does not tell who has
    an account. Throttled by axes (kunci_masuk.py)."""
    if request.user.is_authenticated:
        return redirect(_tujuan(request))
    form = MasukForm(request.POST or None)
    if form.is_valid():
        if pengguna := authenticate(request, **form.cleaned_data):
            login(request, pengguna)
            catat_masuk(oleh=pengguna)
            return redirect("organisasi:ajakan" if ajakan_untuk(pengguna) else _tujuan(request))
        form.add_error(None, sandi.KEDALUWARSA if hasattr(request, "sandi_kedaluwarsa") else TIDAK_COCOK)
    return tampilkan(request, "organisasi/masuk.html", "form", {"form": form, "tujuan": _tujuan(request)})


@login_not_required
@never_cache
@require_http_methods(["GET", "POST"])
def keluar(request: Permintaan) -> HttpResponse:
    if not request.user.is_authenticated:
        return redirect(settings.LOGIN_URL)
    if request.method == "GET":
        return render(request, "organisasi/keluar.html")
    catat_keluar(oleh=request.user)
    logout(request)
    messages.success(request, "Anda sudah keluar.")
    return redirect(settings.LOGOUT_REDIRECT_URL)


@sensitive_post_parameters()
@never_cache
@require_http_methods(["GET", "POST"])
def ganti_sandi(request: Permintaan) -> HttpResponse:
    """Other sessions of the person end with the old password; this one stays."""
    form = GantiSandiForm(request.POST or None)
    if form.is_valid() and laksanakan(form, sandi.ganti_sandi, oleh=request.user):
        update_session_auth_hash(request, request.user)
        messages.success(request, "Sandi sudah diganti. Sesi Anda di perangkat lain sudah diakhiri.")
        return redirect(settings.LOGIN_REDIRECT_URL)
    return tampilkan(request, "organisasi/sandi.html", "form", {"form": form})


@login_not_required
@sensitive_post_parameters()
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def undangan(request: Permintaan, token: str) -> HttpResponse:
    """The first password, by the link of an invitation. Opening it uses nothing up: mail programs look first."""
    try:
        orang = baca_undangan(token)
    except DomainError as galat:
        konteks = {"judul": "Undangan ini tidak berlaku lagi", "pesan": galat.pesan}
        return render(request, "galat.html", konteks, status=410)
    form = SandiPertamaForm(request.POST or None)
    if form.is_valid() and laksanakan(form, terima_undangan, token=token, oleh=orang):
        messages.success(request, f"Sandi Anda sudah dibuat. Masuklah dengan nama pengguna {orang.username}.")
        return redirect(settings.LOGIN_URL)
    return tampilkan(request, "organisasi/undangan.html", "form", {"form": form, "orang": orang, "token": token})
