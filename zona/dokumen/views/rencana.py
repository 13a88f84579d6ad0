"""Traffic of the documents. All who may read the plan may read them."""

from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.views.decorators.http import require_safe

from rencana_aksi.queries.rencana import rencana_disunting, rencana_terlihat
from rencana_aksi.queries.versi import hidup_rencana, versi_beku
from zona.dokumen.exports.ekspor import dokumen_pdf, dokumen_xlsx, ekspor_pdf, ekspor_xlsx, tetap_pdf
from zona.dokumen.forms.bundel import BundelForm
from zona.dokumen.sinyal import halaman_dokumen
from zona.dokumen.views.kirim import kirim
from zona.impor.queries.hak import boleh_impor
from zona.inti.htmx import Permintaan
from zona.inti.waktu import hari_ini


@require_safe
def dokumen(request: Permintaan, satker: str, tahun: int) -> HttpResponse:
    rencana = rencana_terlihat(request.user, satker, tahun)
    hari = hari_ini(rencana.satker.zona_waktu)
    disunting = rencana_disunting(request.user, satker, tahun)
    konteks = {"rencana": rencana, "hari": hari, "disunting": disunting}
    konteks["hidup"] = hidup_rencana(disunting, request.user)
    konteks |= {"mengatur": request.user.boleh("kelola_akun", rencana), "mengimpor": boleh_impor(request.user, rencana)}
    konteks |= {"bundel": BundelForm(), "hak_pintu": request.user.boleh("buka_pintu", rencana)}
    panel = [isi for _, isi in halaman_dokumen.send(sender=dokumen, rencana=rencana, pengguna=request.user) if isi]
    konteks["panel"] = panel
    return render(request, "dokumen/dokumen.html", konteks)


@require_safe
def pdf(request: Permintaan, satker: str, tahun: int) -> HttpResponseBase:
    """The plan as it was ditetapkan; with ?posisi=1 its progress as of today."""
    rencana = rencana_terlihat(request.user, satker, tahun)
    hari = hari_ini(rencana.satker.zona_waktu)
    return kirim(request, ekspor_pdf(rencana, hari, posisi=True) if _posisi(request) else dokumen_pdf(rencana, hari))


@require_safe
def pdf_versi(request: Permintaan, satker: str, tahun: int, pk: int) -> HttpResponseBase:
    """Version number `pk` of the plan as it was enacted."""
    rencana = rencana_terlihat(request.user, satker, tahun)
    versi = versi_beku(rencana, pk)
    versi.rencana = rencana
    return kirim(request, tetap_pdf(versi, f"-versi-{pk}"))


@require_safe
def xlsx(request: Permintaan, satker: str, tahun: int) -> HttpResponseBase:
    """The plan as it was ditetapkan; with ?posisi=1 the workbook in which it is edited, as of today."""
    rencana = rencana_terlihat(request.user, satker, tahun)
    hari = hari_ini(rencana.satker.zona_waktu)
    return kirim(request, ekspor_xlsx(rencana, hari) if _posisi(request) else dokumen_xlsx(rencana, hari))


def _posisi(request: Permintaan) -> bool:
    return request.GET.get("posisi") == "1"
