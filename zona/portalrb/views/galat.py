"""Everything under /portalrb/ that is no data is JSON as well."""

from typing import Any

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.views import defaults

from zona.inti.views import permintaan_buruk
from zona.portalrb.tolak import Tolak

AWAL = "/portalrb/"
GANGGUAN = Tolak(500, "SERVER_ERROR", "Terjadi gangguan di peladen. Coba lagi nanti.")
TAK_SAH = Tolak(400, "BAD_REQUEST", "Permintaan tidak sah.")
TIDAK_ADA = Tolak(404, "DATA_NOT_FOUND", "Alamat ini tidak ada.")


def jawab_galat(tolak: Tolak) -> JsonResponse:
    """{"error": true, "code", "message"} with the status, and what HTTP wants said beside it."""
    isi = {"error": True, "code": tolak.kode, "message": tolak.pesan}
    tanggapan = jawab_json(isi, tolak.status)
    if tolak.status == 401:
        tanggapan["WWW-Authenticate"] = 'Bearer realm="PortalRB"'
    if tolak.nanti is not None:
        tanggapan["Retry-After"] = str(tolak.nanti)
    return tanggapan


def jawab_json(isi: Any, status: int = 200) -> JsonResponse:
    return JsonResponse(isi, status=status, json_dumps_params={"ensure_ascii": False})


def gangguan(request: HttpRequest) -> HttpResponse:
    """handler500: what broke outside our views (a middleware, the database at sign-in)."""
    return jawab_galat(GANGGUAN) if request.path.startswith(AWAL) else defaults.server_error(request)


def tak_sah(request: HttpRequest, exception: Exception) -> HttpResponse:
    """handler400."""
    return jawab_galat(TAK_SAH) if request.path.startswith(AWAL) else permintaan_buruk(request, exception)
