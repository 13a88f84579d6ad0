"""The evidence of a plan as one ZIP. All who may read the plan may take it along."""

from django.http import HttpResponseBase, StreamingHttpResponse
from django.shortcuts import render
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_safe

from rencana_aksi.queries.rencana import rencana_terlihat
from zona.dokumen.exports.bundel import bundel
from zona.dokumen.forms.bundel import BundelForm
from zona.inti.htmx import Permintaan
from zona.inti.waktu import hari_ini


@require_safe
def bukti(request: Permintaan, satker: str, tahun: int) -> HttpResponseBase:
    """Streamed: its first bytes leave before the first file is opened."""
    rencana = rencana_terlihat(request.user, satker, tahun)
    form = BundelForm(request.GET)
    if not form.is_valid():
        konteks = {"judul": "Pilihan tidak dikenal", "pesan": "Pilih susunan dan isi bundel pada halaman Dokumen."}
        return render(request, "galat.html", konteks, status=400)
    isi = bundel(rencana, hari_ini(rencana.satker.zona_waktu), **form.pilihan)
    tanggapan = StreamingHttpResponse(isi.alirkan() if request.method == "GET" else (), content_type="application/zip")
    tanggapan["Content-Disposition"] = content_disposition_header(as_attachment=True, filename=isi.nama_berkas)
    tanggapan["Content-Encoding"] = "identity"  # GZipMiddleware leaves it alone: what is inside is packed already
    tanggapan["Cache-Control"] = "private, no-store"
    return tanggapan
