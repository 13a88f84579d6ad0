"""Handing out a drawn document."""

from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.utils.cache import get_conditional_response, patch_cache_control
from django.utils.http import content_disposition_header, quote_etag

from zona.dokumen.exports.ekspor import JENIS_MIME, Ekspor, Tetap
from zona.dokumen.exports.simpanan import ambil_atau_tunggu
from zona.dokumen.exports.tercetak import cetak_atau_tunggu
from zona.dokumen.queries.cetakan import isi_cetakan
from zona.inti.errors import DomainError
from zona.inti.htmx import Permintaan

JEDA = 3
"""Seconds after which the page that waits asks again."""


def kirim(request: Permintaan, dokumen: Ekspor | Tetap) -> HttpResponseBase:
    """The file, 304 to who has it already, or a page that asks again by itself while the drawing takes long. What has
    its number or its lock is what was drawn of it the first time."""
    try:
        return _kirim_tetap(request, dokumen) if isinstance(dokumen, Tetap) else _kirim_kini(request, dokumen)
    except DomainError as galat:
        konteks = {"judul": "Dokumen tidak dapat dibuat", "pesan": galat.pesan}
        return render(request, "galat.html", konteks, status=503)


def _kirim_tetap(request: Permintaan, dokumen: Tetap) -> HttpResponseBase:
    cetakan = cetak_atau_tunggu(dokumen)
    if cetakan is None:
        return _nanti(request, dokumen.nama)
    if (sudah := get_conditional_response(request, etag=quote_etag(cetakan.sha256))) is not None:
        return sudah
    return _berkas(isi_cetakan(cetakan), dokumen.jenis, dokumen.nama, cetakan.sha256)


def _kirim_kini(request: Permintaan, dokumen: Ekspor) -> HttpResponseBase:
    if (sudah := get_conditional_response(request, etag=quote_etag(dokumen.sidik))) is not None:
        return sudah
    berkas = ambil_atau_tunggu(dokumen)
    if berkas is None:
        return _nanti(request, dokumen.nama)
    return _berkas(berkas.read_bytes(), dokumen.jenis, dokumen.nama, dokumen.sidik)


def _nanti(request: Permintaan, nama: str) -> HttpResponse:
    tanggapan = render(request, "dokumen/sedang_dibuat.html", {"nama": nama, "jeda": JEDA}, status=202)
    tanggapan["Refresh"] = str(JEDA)
    patch_cache_control(tanggapan, private=True, no_store=True)
    return tanggapan


def _berkas(isi: bytes, jenis: str, nama: str, sidik: str) -> HttpResponse:
    tanggapan = HttpResponse(isi, content_type=JENIS_MIME[jenis])
    tanggapan["Content-Disposition"] = content_disposition_header(as_attachment=True, filename=nama)
    tanggapan["ETag"] = quote_etag(sidik)
    patch_cache_control(tanggapan, private=True, no_cache=True)
    return tanggapan
