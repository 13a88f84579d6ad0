"""Calendars: the address programs read, and the pengungkit's own."""

from hashlib import sha256

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.cache import get_conditional_response
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from rencana_aksi.models import Pengungkit
from zona.inti.htmx import Permintaan
from zona.kabar.domain import kalender
from zona.kabar.exports.ics import tulis_ics
from zona.kabar.queries.halaman import pengungkit_terlihat
from zona.kabar.queries.kalender import isi_kalender, kalender_berlaku
from zona.kabar.views.wa import HANYA_PEMIMPIN, halaman_wa


def alamat_ics(request: HttpRequest, token: str) -> str:
    """The whole address, at the host the person uses."""
    return request.build_absolute_uri(reverse("kabar:ics", args=[token]))


@login_not_required
@require_safe
def ics(request: HttpRequest, token: str) -> HttpResponseBase:
    """Whoever has the address reads it: no account, no cookie. 404 for a wrong or revoked one."""
    berlaku = kalender_berlaku(kalender.sidik_token(token))
    if berlaku is None:
        raise Http404
    isi = tulis_ics(isi_kalender(berlaku))
    tanggapan = HttpResponse(
        isi,
        content_type="text/calendar; charset=utf-8",
        headers={
            "Cache-Control": "private, no-cache",
            "Content-Disposition": 'inline; filename="zona.ics"',
            "ETag": f'"{sha256(isi).hexdigest()[:32]}"',
            "X-Robots-Tag": "noindex",
        },
    )
    return get_conditional_response(request, etag=tanggapan["ETag"], response=tanggapan) or tanggapan


def _pengungkit(request: Permintaan, satker: str, tahun: int, kode: str) -> Pengungkit:
    """Raises Http404 for outsiders, PermissionDenied for those who do not lead it."""
    pengungkit = pengungkit_terlihat(request.user, satker, tahun, kode)
    if not request.user.boleh("kirim_kabar", pengungkit):
        raise PermissionDenied(HANYA_PEMIMPIN)
    return pengungkit


@never_cache
@require_POST
def kalender_baru(request: Permintaan, satker: str, tahun: int, kode: str) -> HttpResponse:
    """The only page that ever shows the address."""
    pengungkit = _pengungkit(request, satker, tahun, kode)
    token = kalender.buat_kalender_pengungkit(pengungkit=pengungkit, oleh=request.user)
    return halaman_wa(request, pengungkit.rencana, {kode: alamat_ics(request, token)})


@require_POST
def kalender_cabut(request: Permintaan, satker: str, tahun: int, kode: str) -> HttpResponse:
    pengungkit = _pengungkit(request, satker, tahun, kode)
    if kalender.cabut_kalender_pengungkit(pengungkit=pengungkit, oleh=request.user):
        messages.success(request, f"Alamat kalender pengungkit {kode} dicabut.")
    return redirect("kabar:wa", satker, tahun)
