"""What every HTMX answer needs, whichever view gave it."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.utils.cache import patch_vary_headers


class HtmxTanggapan:
    """Adds `Vary: HX-Request`. Turns a redirect into HX-Redirect, which the browser follows as a whole page:
    htmx would otherwise swap the sign-in page into a table cell."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        patch_vary_headers(response, ["HX-Request"])
        if request.htmx and not request.htmx.boosted and response.status_code in (301, 302, 303):  # type: ignore[attr-defined]
            pengganti = HttpResponse(status=204)
            pengganti["HX-Redirect"] = response["Location"]
            pengganti.cookies = response.cookies
            return pengganti
        return response
