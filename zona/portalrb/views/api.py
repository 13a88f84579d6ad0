"""Traffic of PortalRB: no session, no cookies, a bearer token each time; JSON whatever happens."""

import logging
from collections.abc import Callable
from functools import wraps
from typing import Any

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt

from zona.nilai.domain.usulan import UNIT_ID
from zona.organisasi.kunci_masuk import alamat_ip
from zona.portalrb.domain.panggilan import PEMANGGIL, catat_panggilan, kenali
from zona.portalrb.models import TokenPortal
from zona.portalrb.queries.jawaban import jawaban_unit
from zona.portalrb.queries.unit import WBBM, WBK, daftar_unit, usulan_unit
from zona.portalrb.tolak import Tolak
from zona.portalrb.views.galat import GANGGUAN, TIDAK_ADA, jawab_galat, jawab_json

log = logging.getLogger(__name__)


def api(kerja: Callable[..., dict[str, Any]]) -> Callable[..., HttpResponse]:
    """A view of PortalRB: `kerja` gives the data for a valid token, or raises Tolak."""

    @csrf_exempt
    @login_not_required
    @never_cache
    @wraps(kerja)
    def tampilan(request: HttpRequest, **bagian: str) -> HttpResponse:
        if request.method not in ("GET", "HEAD"):
            tanggapan: HttpResponse = jawab_galat(Tolak(405, "METHOD_NOT_ALLOWED", "Hanya GET yang dilayani."))
            tanggapan["Allow"] = "GET, HEAD"
            return tanggapan
        try:
            return _layani(request, kerja, bagian)
        except Exception:  # whatever broke, PortalRB reads JSON
            log.exception("panggilan PortalRB %s gagal", request.path)
            return jawab_galat(GANGGUAN)

    return tampilan


def _layani(request: HttpRequest, kerja: Callable[..., dict[str, Any]], bagian: dict[str, str]) -> HttpResponse:
    dari, token = alamat_ip(request) or "", None
    try:
        token = kenali(request.headers.get("Authorization", ""), dari)
        tanggapan = jawab_json(kerja(token, **bagian))
    except Tolak as tolak:
        tanggapan = jawab_galat(tolak)
    except Exception:
        catat_panggilan(token=token, alamat_ip=dari, alamat=request.path, jawaban=500, oleh=PEMANGGIL)
        raise
    if tanggapan.status_code != 429:
        kode = tanggapan.status_code
        catat_panggilan(token=token, alamat_ip=dari, alamat=request.path, jawaban=kode, oleh=PEMANGGIL)
    return tanggapan


@api
def unit_wbk(token: TokenPortal) -> dict[str, Any]:
    return daftar_unit(token.satker, WBK)


@api
def unit_wbbm(token: TokenPortal) -> dict[str, Any]:
    return daftar_unit(token.satker, WBBM)


@api
def jawaban(token: TokenPortal, unit_id: str) -> dict[str, Any]:
    if not UNIT_ID.fullmatch(unit_id):
        raise Tolak(422, "UNPROCESSABLE", "ID unit paling panjang 40 huruf, angka, titik, garis bawah, atau hubung.")
    return jawaban_unit(usulan_unit(token.satker, unit_id))


@csrf_exempt
@login_not_required
@never_cache
def lain(request: HttpRequest, sisa: str = "") -> HttpResponse:
    """Any other address under /portalrb/."""
    return jawab_galat(TIDAK_ADA)
