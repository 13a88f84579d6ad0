"""The public check of a document: whoever holds it, without an account. What they send is not kept."""

from typing import Any

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.csrf import csrf_exempt, csrf_protect
from django.views.decorators.http import require_http_methods, require_safe

from zona.pengesahan.forms import PeriksaForm
from zona.pengesahan.queries.cocok import cocokkan
from zona.pengesahan.queries.cocok import verifikasi as cari_kode
from zona.pengesahan.unggahan import terbatas, terlalu_besar, terlalu_sering

PER_MENIT = {"GET": 60, "POST": 15}
BESAR = "Berkas ini terlalu besar untuk diperiksa."


@login_not_required
@require_safe
def cari(request: HttpRequest) -> HttpResponse:
    """For who reads the code on paper and has no camera."""
    kode = "".join(request.GET.get("kode", "").lower().split())
    if kode.replace("-", "").isalnum() and kode.isascii() and len(kode) <= 24:
        return redirect("pengesahan:verifikasi", kode)
    return render(request, "pengesahan/cari.html", {"salah": bool(kode)}, status=422 if kode else 200)


@csrf_exempt  # only until the limit of the file is set: checked by the next one
@login_not_required
@require_http_methods(["GET", "HEAD", "POST"])
def verifikasi(request: HttpRequest, kode: str) -> HttpResponse:
    if terlalu_sering(request, f"verifikasi-{request.method}", PER_MENIT.get(request.method or "", PER_MENIT["GET"])):
        konteks = {"judul": "Terlalu banyak pemeriksaan", "pesan": "Tunggu satu menit, lalu coba lagi."}
        tanggapan = render(request, "galat.html", konteks, status=429)
        tanggapan["Retry-After"] = "60"
        return tanggapan
    terbatas(request)
    hasil: HttpResponse = _verifikasi(request, kode)
    return hasil


@csrf_protect
def _verifikasi(request: HttpRequest, kode: str) -> HttpResponse:
    hasil = cari_kode(kode.lower())
    if hasil is None:
        return render(request, "pengesahan/tidak_dikenal.html", {"kode": kode}, status=404)
    form = PeriksaForm(request.POST, request.FILES) if request.method == "POST" else PeriksaForm()
    putusan = ""
    if terlalu_besar(request):
        form.add_error(None, BESAR)
    elif form.is_valid():
        putusan = cocokkan(hasil, form.cleaned_data["berkas"].read())
    konteks: dict[str, Any] = {"v": hasil, "form": form, "putusan": putusan}
    tanggapan = render(request, "pengesahan/verifikasi.html", konteks, status=422 if form.errors else 200)
    tanggapan["Cache-Control"], tanggapan["X-Robots-Tag"] = "private, no-store", "noindex"
    return tanggapan
