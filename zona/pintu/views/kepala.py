"""Headers of all that is read through a door: kept nowhere, found by no search engine, named to no other site."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import HttpResponseBase


def tertutup(tampilan: Callable[..., HttpResponseBase]) -> Callable[..., HttpResponseBase]:
    """A view may set another Referrer-Policy itself: a form must tell its own site where it comes from."""

    @wraps(tampilan)
    def dengan_kepala(*args: Any, **kwargs: Any) -> HttpResponseBase:
        tanggapan = tampilan(*args, **kwargs)
        tanggapan.headers.setdefault("Referrer-Policy", "no-referrer")
        tanggapan["X-Robots-Tag"] = "noindex, nofollow, noarchive"
        tanggapan["Cache-Control"] = "private, no-store"
        return tanggapan

    return dengan_kepala
