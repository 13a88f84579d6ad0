"""What every HTMX answer needs, whichever view gave it."""

from collections.abc import Callable
from urllib.parse import urlsplit

from django.conf import settings
from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse
from django.shortcuts import resolve_url
from django.utils.cache import patch_vary_headers

from zona.inti.htmx import bagian_saja


class HtmxTanggapan:
    """Adds `Vary: HX-Request`. Turns a redirect into HX-Redirect, which the browser follows as a whole page:
    htmx would otherwise swap the sign-in page into a table cell."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if bagian_saja(request) and response.status_code in (301, 302, 303):
            pengganti = HttpResponse(status=204)
            pengganti["HX-Redirect"] = _tujuan(request, response["Location"])
            pengganti.cookies = response.cookies
            response = pengganti
        patch_vary_headers(response, ["HX-Request"])
        return response


def _tujuan(request: HttpRequest, lokasi: str) -> str:
    """To sign in and then back to the page one was on, not to the part of it that was asked for."""
    halaman = request.htmx.current_url_abs_path  # type: ignore[attr-defined]  # HtmxMiddleware
    if halaman and urlsplit(lokasi).path == resolve_url(settings.LOGIN_URL):
        return redirect_to_login(halaman).url
    return lokasi
