"""Traffic of the documents. All who may read the plan may read them."""

from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.views.decorators.http import require_safe

from rencana_aksi.queries.rencana import rencana_disunting, rencana_terlihat
from rencana_aksi.queries.versi import hidup_rencana, versi_beku
from zona.dokumen.exports.ekspor import ekspor_pdf, ekspor_versi, ekspor_xlsx
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
    """The plan; with ?posisi=1 its progress as of today."""
    rencana = rencana_terlihat(request.user, satker, tahun)
    posisi = request.GET.get("posisi") == "1"
    return kirim(request, ekspor_pdf(rencana, hari_ini(rencana.satker.zona_waktu), posisi=posisi))


@require_safe
def pdf_versi(request: Permintaan, satker: str, tahun: int, pk: int) -> HttpResponseBase:
    """Version number `pk` of the plan as it was enacted."""
    rencana = rencana_terlihat(request.user, satker, tahun)
    return kirim(request, ekspor_versi(versi_beku(rencana, pk)))


@require_safe
def xlsx(request: Permintaan, satker: str, tahun: int) -> HttpResponseBase:
    rencana = rencana_terlihat(request.user, satker, tahun)
    return kirim(request, ekspor_xlsx(rencana, hari_ini(rencana.satker.zona_waktu)))
