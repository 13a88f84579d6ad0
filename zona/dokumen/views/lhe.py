"""Traffic of the Laporan Hasil Evaluasi: the report of each lock for all who read the plan, its draft for who may see
what TPI is finding."""

from django.http import HttpResponseBase
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_safe

from pengungkit.models import PenilaianBeku
from rencana_aksi.models import Rencana
from rencana_aksi.queries.rencana import rencana_terlihat
from zona.dokumen.domain.lhe import lhe_dari
from zona.dokumen.exports.lhe_pdf import lhe_pdf, tetap_lhe
from zona.dokumen.queries.lhe import susun_lhe
from zona.dokumen.queries.lhe_kunci import kunci_tpi
from zona.dokumen.views.kirim import kirim
from zona.inti.htmx import Permintaan


@require_safe
def pdf(request: Permintaan, satker: str, tahun: int) -> HttpResponseBase:
    """The newest report that was locked; with ?draf=1, and before there is one, what it would say now."""
    rencana = rencana_terlihat(request.user, satker, tahun)
    beku = None if request.GET.get("draf") == "1" else kunci_tpi(rencana).first()
    return _kunci(request, rencana, beku) if beku else kirim(request, lhe_pdf(susun_lhe(request.user, rencana)))


@require_safe
def kunci(request: Permintaan, satker: str, tahun: int, pk: int) -> HttpResponseBase:
    """The report of lock number `pk`, whatever became of the assessment since."""
    rencana = rencana_terlihat(request.user, satker, tahun)
    return _kunci(request, rencana, get_object_or_404(kunci_tpi(rencana), urutan=pk))


def _kunci(request: Permintaan, rencana: Rencana, beku: PenilaianBeku) -> HttpResponseBase:
    return kirim(request, tetap_lhe(lhe_dari(beku), rencana.satker))
