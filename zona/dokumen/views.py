"""Traffic of the documents. All who may read the plan may read them."""

from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.utils.cache import get_conditional_response, patch_cache_control
from django.utils.http import content_disposition_header, quote_etag
from django.views.decorators.http import require_safe

from rencana_aksi.queries.rencana import rencana_terlihat
from zona.dokumen.exports.ekspor import JENIS_MIME, Ekspor, ekspor_pdf, ekspor_xlsx
from zona.dokumen.exports.simpanan import ambil_atau_buat
from zona.dokumen.queries.versi import versi_rencana
from zona.inti.errors import DomainError
from zona.inti.htmx import Permintaan
from zona.inti.waktu import hari_ini


@require_safe
def dokumen(request: Permintaan, satker: str, tahun: int) -> HttpResponse:
    rencana = rencana_terlihat(request.user, satker, tahun)
    hari = hari_ini(rencana.satker.zona_waktu)
    konteks = {"rencana": rencana, "hari": hari, "versi_lalu": versi_rencana(rencana)}
    return render(request, "dokumen/dokumen.html", konteks)


@require_safe
def pdf(request: Permintaan, satker: str, tahun: int) -> HttpResponseBase:
    """The plan; with ?posisi=1 its progress as of today."""
    rencana = rencana_terlihat(request.user, satker, tahun)
    posisi = request.GET.get("posisi") == "1"
    return _kirim(request, ekspor_pdf(rencana, hari_ini(rencana.satker.zona_waktu), posisi=posisi))


@require_safe
def xlsx(request: Permintaan, satker: str, tahun: int) -> HttpResponseBase:
    rencana = rencana_terlihat(request.user, satker, tahun)
    return _kirim(request, ekspor_xlsx(rencana, hari_ini(rencana.satker.zona_waktu)))


def _kirim(request: Permintaan, ekspor: Ekspor) -> HttpResponseBase:
    """The file, or 304 to who has it already."""
    etag = quote_etag(ekspor.sidik)
    if (sudah := get_conditional_response(request, etag=etag)) is not None:
        return sudah
    try:
        berkas = ambil_atau_buat(ekspor)
    except DomainError as galat:
        konteks = {"judul": "Dokumen tidak dapat dibuat", "pesan": galat.pesan}
        return render(request, "galat.html", konteks, status=503)
    tanggapan = HttpResponse(berkas.read_bytes(), content_type=JENIS_MIME[ekspor.jenis])
    tanggapan["Content-Disposition"] = content_disposition_header(as_attachment=True, filename=ekspor.nama)
    tanggapan["ETag"] = etag
    patch_cache_control(tanggapan, private=True, no_cache=True)
    return tanggapan
