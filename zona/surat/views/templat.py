"""What the office's next papers of a kind begin with."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST

from rencana_aksi.models import Rencana
from zona.inti.htmx import Permintaan, bagian_saja, laksanakan
from zona.surat.domain.setelan import pulihkan_templat, simpan_templat
from zona.surat.enums import JenisSurat
from zona.surat.forms.surat import RevisiForm, SuratForm
from zona.surat.models import Surat
from zona.surat.queries.surat import baca_surat
from zona.surat.queries.templat import Templat, templat_satker, templat_zona
from zona.surat.tempat import ISIAN, TEMPAT
from zona.surat.views.baca import baca, dengan_revisi, pastikan_boleh
from zona.surat.views.surat import pratinjau, sebut_ruas


@require_http_methods(["GET", "HEAD", "POST"])
def templat(request: Permintaan, satker: str, tahun: int, kode: str) -> HttpResponse:
    """?dari=surat begins from this year's paper."""
    rencana, jenis = baca(request, satker, tahun, kode)
    pastikan_boleh(request, rencana)
    kini = templat_satker(rencana.satker, jenis)
    asal: Surat | Templat = kini
    if request.GET.get("dari") == "surat":
        asal = baca_surat(rencana.satker, rencana.tahun, jenis)
    form = SuratForm(
        request.POST or None, jenis=jenis, initial={"isi": asal.isi, **asal.rincian, "revisi": kini.revisi}
    )
    if request.method == "POST" and request.POST.get("tindakan") != "lihat":
        if form.is_valid() and laksanakan(form, simpan_templat, satker=rencana.satker, jenis=jenis, oleh=request.user):
            messages.success(request, f"Templat {jenis.label} tersimpan; surat berikutnya memakainya.")
            return redirect("surat:templat", satker, tahun, kode)
        kini = templat_satker(rencana.satker, jenis)
        form.data = dengan_revisi(request, kini.revisi)
    return _halaman(request, rencana, jenis, kini, form)


@require_POST
def pulihkan(request: Permintaan, satker: str, tahun: int, kode: str) -> HttpResponse:
    rencana, jenis = baca(request, satker, tahun, kode)
    form = RevisiForm(request.POST)
    if form.is_valid() and laksanakan(form, pulihkan_templat, satker=rencana.satker, jenis=jenis, oleh=request.user):
        messages.success(request, f"Templat {jenis.label} kembali memakai kata-kata Zona.")
    else:
        messages.error(request, " ".join(map(str, form.non_field_errors())) or "Muat ulang halaman, lalu coba lagi.")
    return redirect("surat:templat", satker, tahun, kode)


def _halaman(request: Permintaan, rencana: Rencana, jenis: JenisSurat, kini: Templat, form: SuratForm) -> HttpResponse:
    lihat = pratinjau(request, rencana, Surat(satker=rencana.satker, tahun=rencana.tahun, jenis=jenis), form)
    konteks = {"rencana": rencana, "jenis": jenis, "kini": kini, "form": form, **lihat}
    if bagian_saja(request):
        return render(request, "surat/_pratinjau.html", konteks)
    bawaan = templat_zona()[jenis]
    konteks |= {
        "tempat": TEMPAT, "isian": ISIAN, "tersimpan": sebut_ruas(jenis, kini.rincian),
        "bentrok": request.method == "POST" and request.POST.get("revisi") != str(kini.revisi),
        "sendiri": (kini.isi, kini.rincian) != (bawaan.isi, bawaan.rincian),
    }  # fmt: skip
    return render(request, "surat/templat.html", konteks, status=422 if form.is_bound and form.errors else 200)
