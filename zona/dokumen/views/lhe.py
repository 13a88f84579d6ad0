"""Traffic of the Laporan Hasil Evaluasi: for who may see what TPI found."""

from django.http import HttpResponseBase
from django.views.decorators.http import require_safe

from rencana_aksi.queries.rencana import rencana_terlihat
from zona.dokumen.exports.lhe_pdf import lhe_pdf
from zona.dokumen.queries.lhe import susun_lhe
from zona.dokumen.views.kirim import kirim
from zona.inti.htmx import Permintaan


@require_safe
def pdf(request: Permintaan, satker: str, tahun: int) -> HttpResponseBase:
    rencana = rencana_terlihat(request.user, satker, tahun)
    return kirim(request, lhe_pdf(susun_lhe(request.user, rencana)))
