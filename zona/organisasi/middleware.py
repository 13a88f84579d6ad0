"""A temporary password opens one page: the one where it is changed."""

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

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
        if not getattr(view, "login_required", True) or request.resolver_match.view_name in BOLEH:  # type: ignore[union-attr]  # resolved by now
            return None
        if not getattr(request.user, "wajib_ganti_sandi", False):  # nobody is signed in: LoginRequiredMiddleware's case
            return None
        return redirect("organisasi:ganti_sandi")
