"""Traffic of the office's paper and letterhead: its admin's alone."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from rencana_aksi.queries.rencana import rencana_terlihat
from zona.dokumen.domain.setelan import simpan_kertas
from zona.dokumen.forms.setelan import KertasForm, KopForm
from zona.dokumen.queries.setelan import setelan_satker
from zona.inti.htmx import Permintaan, laksanakan
from zona.organisasi.domain.satker import KOP, ubah_kop

HANYA = "Kop surat dan kertas dokumen hanya diatur oleh admin satuan kerja."


@require_http_methods(["GET", "POST"])
def setelan(request: Permintaan, satker: str, tahun: int) -> HttpResponse:
    """Two forms on one page; "bagian" tells which was sent."""
    rencana = rencana_terlihat(request.user, satker, tahun)
    if not request.user.boleh("kelola_akun", rencana):
        raise PermissionDenied(HANYA)
    kantor, dikirim = rencana.satker, request.POST.get("bagian", "")
    kini = setelan_satker(kantor)
    data, berkas = (request.POST, request.FILES) if dikirim == "kertas" else (None, None)
    kertas = KertasForm(data, berkas, initial=kini)
    kop = KopForm(request.POST if dikirim == "kop" else None, initial={k: getattr(kantor, k) for k in KOP})
    tersimpan = (
        laksanakan(kertas, simpan_kertas, satker=kantor, oleh=request.user)
        if kertas.is_valid()
        else kop.is_valid() and laksanakan(kop, ubah_kop, satker=kantor, oleh=request.user)
    )
    if tersimpan:
        messages.success(request, "Tersimpan; dokumen berikutnya memakainya.")
        return redirect("dokumen:setelan", satker, tahun)
    konteks = {"rencana": rencana, "kertas": kertas, "kop": kop, "logo": kini["logo_ada"]}
    return render(request, "dokumen/setelan.html", konteks, status=422 if kertas.errors or kop.errors else 200)
