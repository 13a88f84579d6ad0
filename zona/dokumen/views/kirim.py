"""Handing out a drawn document."""

from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.utils.cache import get_conditional_response, patch_cache_control
from django.utils.http import content_disposition_header, quote_etag

from zona.dokumen.exports.ekspor import JENIS_MIME, Ekspor
from zona.dokumen.exports.simpanan import ambil_atau_tunggu
from zona.inti.errors import DomainError
from zona.inti.htmx import Permintaan

JEDA = 3
"""Seconds after which the page that waits asks again."""


def kirim(request: Permintaan, ekspor: Ekspor) -> HttpResponseBase:
    """The file, 304 to who has it already, or a page that asks again by itself while the drawing takes long."""
    etag = quote_etag(ekspor.sidik)
    if (sudah := get_conditional_response(request, etag=etag)) is not None:
        return sudah
    try:
        berkas = ambil_atau_tunggu(ekspor)
    except DomainError as galat:
        konteks = {"judul": "Dokumen tidak dapat dibuat", "pesan": galat.pesan}
        return render(request, "galat.html", konteks, status=503)
    if berkas is None:
        tanggapan = render(request, "dokumen/sedang_dibuat.html", {"nama": ekspor.nama, "jeda": JEDA}, status=202)
        tanggapan["Refresh"] = str(JEDA)
        patch_cache_control(tanggapan, private=True, no_store=True)
        return tanggapan
    tanggapan = HttpResponse(berkas.read_bytes(), content_type=JENIS_MIME[ekspor.jenis])
    tanggapan["Content-Disposition"] = content_disposition_header(as_attachment=True, filename=ekspor.nama)
    tanggapan["ETag"] = etag
    patch_cache_control(tanggapan, private=True, no_cache=True)
    return tanggapan
