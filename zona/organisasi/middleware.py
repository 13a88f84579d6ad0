"""A temporary password opens one page, the one where it is changed, and that only until its end."""

from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.contrib import messages
from django.contrib.auth import logout
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from zona.organisasi.domain.sandi import KEDALUWARSA
from zona.organisasi.enums import KeadaanSandi

BOLEH = {"organisasi:ganti_sandi", "organisasi:keluar"}


class WajibGantiSandi:
    """Sends a person with `wajib_ganti_sandi` to /sandi/ (HtmxTanggapan makes it an HX-Redirect for htmx)."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(
        self, request: HttpRequest, view: Callable[..., HttpResponse], args: Any, kwargs: Any
    ) -> HttpResponse | None:
        if not getattr(view, "login_required", True) or not getattr(request.user, "wajib_ganti_sandi", False):
            return None  # open to all, nobody signed in (LoginRequiredMiddleware's case), or a password of one's own
        if request.user.keadaan_sandi == KeadaanSandi.SEMENTARA_LEWAT:  # type: ignore[union-attr]  # a Pengguna
            logout(request)
            messages.error(request, KEDALUWARSA)
            return redirect(settings.LOGIN_URL)
        if request.resolver_match.view_name in BOLEH:  # type: ignore[union-attr]  # resolved by now
            return None
        return redirect("organisasi:ganti_sandi")
