"""A page of evidence as a picture: rights first, drawn apart from the server, kept by the browser for good."""

from typing import BinaryIO, cast

from django.core.exceptions import PermissionDenied
from django.core.files.storage import default_storage
from django.http import Http404, HttpResponse, HttpResponseNotModified
from django.utils.http import parse_etags, quote_etag
from django.views.decorators.http import require_safe

from bukti_fisik.models import Berkas, Bukti
from bukti_fisik.queries.cari import bukti_terlihat
from bukti_fisik.queries.lembar import dokumen
from zona.inti.berkas.lukis import SUSUNAN, lukis_gambar, lukis_halaman
from zona.inti.errors import DomainError
from zona.inti.htmx import Permintaan

SELAMANYA = "private, max-age=31536000, immutable"
"""What is at this address never changes: a new file is a new version with an address of its own."""


@require_safe
def halaman(request: Permintaan, satker: str, tahun: int, pk: int, nomor: int) -> HttpResponse:
    """WebP; 404 past the last page, 403 for what is only a download or held back, 422 and a sentence for a page that
    cannot be drawn, 304 to who has it."""
    bukti = bukti_terlihat(request.user, satker, tahun, pk)
    berkas = _yang_terlukis(bukti, nomor)
    etag = quote_etag(f"{berkas.sha256}-{nomor}-{SUSUNAN}")
    kepala = {"Cache-Control": SELAMANYA, "ETag": etag, "X-Content-Type-Options": "nosniff"}
    if etag in parse_etags(request.headers.get("If-None-Match", "")):
        return HttpResponseNotModified(headers=kepala)
    try:
        return HttpResponse(_lukis(berkas, nomor), content_type="image/webp", headers=kepala)
    except DomainError as galat:
        tanpa_simpan = {"Cache-Control": "no-store"}
        return HttpResponse(galat.pesan, status=422, content_type="text/plain; charset=utf-8", headers=tanpa_simpan)


def _yang_terlukis(bukti: Bukti, nomor: int) -> Berkas:
    if bukti.berkas is None:
        raise Http404("Bukti ini tautan, bukan berkas.")
    bentuk = dokumen(bukti, nomor)
    if bentuk.cara not in ("halaman", "gambar"):
        raise PermissionDenied("Berkas ini tidak ditampilkan di halaman; buka halaman buktinya untuk tahu sebabnya.")
    if nomor != bentuk.nomor:
        raise Http404("Dokumen ini tidak punya halaman itu.")
    return bukti.berkas


def _lukis(berkas: Berkas, nomor: int) -> bytes:
    try:
        with default_storage.open(berkas.kunci) as isi:
            sumber = cast(BinaryIO, isi.file)
            return lukis_halaman(sumber, nomor) if berkas.jenis_mime == "application/pdf" else lukis_gambar(sumber)
    except FileNotFoundError:
        raise Http404("Berkasnya tidak ada di penyimpanan. Hubungi admin.") from None
