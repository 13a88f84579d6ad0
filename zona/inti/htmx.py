"""The HTMX grammar of the house: one URL, one view, two renderings (the page, or the part of it that changed)."""

from collections.abc import Callable
from typing import Any

from django.forms import BaseForm
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django_htmx.middleware import HtmxDetails

from zona.inti.errors import DomainError


class Permintaan(HttpRequest):
    """A request as views see it: `user` is a Pengguna (LoginRequiredMiddleware), `htmx` always there."""

    htmx: HtmxDetails
    user: Any


def bagian_saja(request: HttpRequest) -> bool:
    """True when the browser asks for a part of the page rather than the page."""
    htmx: HtmxDetails = request.htmx  # type: ignore[attr-defined]  # HtmxMiddleware
    return bool(htmx) and not htmx.boosted and not htmx.history_restore_request


def tampilkan(
    request: HttpRequest, templat: str, bagian: str, konteks: dict[str, Any], *, status: int | None = None
) -> HttpResponse:
    """The page, or its partial `bagian` for HTMX. A bound form with errors in the context under "form" gives 422."""
    if status is None:
        form = konteks.get("form")
        status = 422 if isinstance(form, BaseForm) and form.is_bound and form.errors else 200
    nama = f"{templat}#{bagian}" if bagian_saja(request) else templat
    return render(request, nama, konteks, status=status)


def laksanakan(form: BaseForm, kerja: Callable[..., Any], **argumen: Any) -> bool:
    """Run a domain function with the form's cleaned data. A DomainError becomes an error of the form, at its field."""
    try:
        kerja(**argumen, **form.cleaned_data)
    except DomainError as galat:
        kolom = galat.kolom if galat.kolom in form.fields else None
        form.add_error(kolom, galat.pesan)
        return False
    return True
