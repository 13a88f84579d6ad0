"""Traffic of the tokens page; of the admin of the office alone."""

from typing import Any

from django.conf import settings
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from rencana_aksi.models import Rencana
from rencana_aksi.queries.rencana import rencana_terlihat
from zona.inti.errors import DomainError
from zona.inti.htmx import Permintaan
from zona.portalrb.domain.token import buat_token, cabut_token
from zona.portalrb.forms import TokenForm
from zona.portalrb.queries.token import token_satker, token_terlihat
from zona.portalrb.queries.unit import usulan_hidup
from zona.portalrb.views.galat import AWAL


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def token(request: Permintaan, satker: str, tahun: int) -> HttpResponse:
    """The list; after a POST the only page that ever shows the new token."""
    rencana = _dikelola(request, satker, tahun)
    form, rahasia = TokenForm(request.POST if request.method == "POST" else None), ""
    if form.is_valid():
        try:
            rahasia = buat_token(satker=rencana.satker, oleh=request.user, **form.cleaned_data)
        except DomainError as galat:
            form.add_error(galat.kolom, galat.pesan)
        else:
            form = TokenForm()
    konteks: dict[str, Any] = {
        "rencana": rencana,
        "form": form,
        "rahasia": rahasia,
        "token": list(token_satker(rencana.satker)),
        "usulan": list(usulan_hidup(rencana.satker)),
        "alamat_dasar": f"{settings.ZONA_ALAMAT_LAMAN}{AWAL}".rstrip("/"),
    }
    return render(request, "portalrb/token.html", konteks, status=422 if form.errors else 200)


@require_POST
def cabut(request: Permintaan, satker: str, tahun: int, pk: int) -> HttpResponse:
    rencana = _dikelola(request, satker, tahun)
    milik = token_terlihat(rencana.satker, pk)
    try:
        cabut_token(token=milik, oleh=request.user)
        messages.success(request, f"Token {milik.nama} dicabut dan langsung tidak berlaku.")
    except DomainError as galat:
        messages.error(request, galat.pesan)
    return redirect("portalrb:token", rencana.satker.slug, tahun)


def _dikelola(request: Permintaan, satker: str, tahun: int) -> Rencana:
    rencana = rencana_terlihat(request.user, satker, tahun)
    if not request.user.boleh("kelola_token", rencana):
        raise PermissionDenied("Token PortalRB hanya dibuat dan dicabut oleh admin satker.")
    return rencana
