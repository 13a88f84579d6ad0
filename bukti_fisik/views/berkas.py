"""Reading evidence. The only way to a file, from whatever storage: through the rights, never a public address."""

import logging

from csp.constants import NONE, SELF
from csp.decorators import csp
from django.core.exceptions import PermissionDenied
from django.core.files.storage import default_storage
from django.http import FileResponse, Http404, HttpResponse, HttpResponseNotModified
from django.utils.http import parse_etags, quote_etag
from django.views.decorators.clickjacking import xframe_options_sameorigin
from django.views.decorators.http import require_safe

from bukti_fisik.models import Berkas
from bukti_fisik.queries.cari import bukti_terlihat
from zona.inti.htmx import Permintaan

log = logging.getLogger(__name__)

# As strict as can be; Chromium's own PDF viewer still shows it in place (docs/adr/0006).
KOTAK_PASIR = {
    "default-src": [NONE],
    "sandbox": True,
    "base-uri": [NONE],
    "form-action": [NONE],
    "frame-ancestors": [SELF],
}


@require_safe
@xframe_options_sameorigin
@csp(KOTAK_PASIR)  # type: ignore[arg-type]  # it is typed for views without arguments
def berkas(request: Permintaan, satker: str, tahun: int, pk: int) -> HttpResponse | FileResponse:
    """The file as it was uploaded: PDF and pictures in place (`?unduh=1`: as a download), all others and what
    acts by itself as a download; 403 while the virus scan holds it back."""
    bukti = bukti_terlihat(request.user, satker, tahun, pk)
    if bukti.berkas is None:
        raise Http404("Bukti ini tautan, bukan berkas.")
    return kirim_berkas(request, bukti.berkas, bukti.nama)


def kirim_berkas(request: Permintaan, berkas: Berkas, nama: str) -> HttpResponse | FileResponse:
    """The bytes, or 304 to who has them. Raises PermissionDenied while the virus scan holds them back, Http404 where
    they are gone."""
    if not berkas.boleh_keluar:
        raise PermissionDenied(f"Berkas ini {berkas.get_pindai_display().lower()}, sehingga tidak dapat dibuka.")
    etag = quote_etag(berkas.sha256)
    kepala = {"Cache-Control": "private, no-cache", "ETag": etag}
    if etag in parse_etags(request.headers.get("If-None-Match", "")):
        return HttpResponseNotModified(headers=kepala)
    try:
        isi = default_storage.open(berkas.kunci)
    except FileNotFoundError:
        log.exception("berkas %s tidak ada di penyimpanan", berkas.kunci)
        raise Http404("Berkasnya tidak ada di penyimpanan. Hubungi admin.") from None
    kepala |= {
        "Content-Length": str(berkas.ukuran),
        "Content-Encoding": "identity",  # GZipMiddleware leaves it alone: these bytes are packed already
        "X-Content-Type-Options": "nosniff",
    }
    unduh = "unduh" in request.GET or not berkas.di_tempat
    return FileResponse(isi, as_attachment=unduh, filename=nama, content_type=berkas.jenis_mime, headers=kepala)
