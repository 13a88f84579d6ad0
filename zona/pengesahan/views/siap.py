"""A document made ready: taken away to be signed, and brought back."""

from typing import Any

from django.contrib import messages
from django.http import FileResponse, Http404, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from bukti_fisik.views.berkas import kirim_berkas
from rencana_aksi.queries.rencana import rencana_terlihat
from rencana_aksi.queries.versi import versi_beku
from zona.dokumen.views.kirim import kirim
from zona.inti.htmx import Permintaan, laksanakan
from zona.inti.waktu import hari_ini
from zona.pengesahan.domain.siapkan import alamat_verifikasi, nama_naskah
from zona.pengesahan.domain.unggah import unggah_bertanda
from zona.pengesahan.enums import Kalimat
from zona.pengesahan.exports.lembar import lembar_pengesahan
from zona.pengesahan.forms import UnggahForm
from zona.pengesahan.models import NaskahSiap
from zona.pengesahan.queries.dokumen import siap_dicari
from zona.pengesahan.views.versi import pastikan_pemimpin


@require_http_methods(["GET", "POST"])
def siap(request: Permintaan, satker: str, tahun: int, pk: int, kode: str) -> HttpResponse:
    """Download it, and bring it back signed."""
    naskah = _siap(request, satker, tahun, pk, kode)
    rencana = naskah.versi.rencana
    pastikan_pemimpin(request, rencana)
    ada: Any = (request.POST, request.FILES) if request.method == "POST" else ()
    form = UnggahForm(*ada, elektronik=naskah.kalimat != Kalimat.BASAH)
    hari = hari_ini(rencana.satker.zona_waktu)
    if form.is_valid() and laksanakan(form, unggah_bertanda, siap=naskah, oleh=request.user, hari_ini=hari):
        messages.success(request, "Dokumen bertanda tangan tersimpan.")
        return redirect("pengesahan:versi", satker, tahun, pk)
    konteks = {
        "rencana": rencana,
        "versi": naskah.versi,
        "siap": naskah,
        "form": form,
        "verifikasi": alamat_verifikasi(kode),
        "alamat": reverse("pengesahan:siap", args=[satker, tahun, pk, kode]),
    }
    return render(request, "pengesahan/siap.html", konteks, status=422 if form.errors else 200)


@require_safe
def naskah(request: Permintaan, satker: str, tahun: int, pk: int, kode: str) -> HttpResponse | FileResponse:
    """The very bytes to be signed."""
    ini = _siap(request, satker, tahun, pk, kode)
    return kirim_berkas(request, ini.berkas, nama_naskah(ini.versi))


@require_safe
def lembar(request: Permintaan, satker: str, tahun: int, pk: int, kode: str) -> HttpResponseBase:
    return kirim(request, lembar_pengesahan(_siap(request, satker, tahun, pk, kode)))


@require_safe
def bertanda(request: Permintaan, satker: str, tahun: int, pk: int, kode: str) -> HttpResponse | FileResponse:
    """The signed file: the newest under this code, or the one with ?sidik=."""
    semua = _siap(request, satker, tahun, pk, kode).sah.select_related("berkas", "siap__versi__rencana__satker")
    sidik = request.GET.get("sidik")
    sah = (semua.filter(sha256=sidik) if sidik else semua).first()
    if sah is None:
        raise Http404("Belum ada yang ditandatangani dengan kode ini.")
    nama = nama_naskah(sah.siap.versi, "bertanda-tangan")
    return kirim_berkas(request, sah.berkas, nama.replace(".pdf", f".{sah.berkas.kunci.rpartition('.')[2]}"))


def _siap(request: Permintaan, satker: str, tahun: int, pk: int, kode: str) -> NaskahSiap:
    """Raises Http404 for outsiders, and for a code of another version."""
    rencana = rencana_terlihat(request.user, satker, tahun)
    beku = versi_beku(rencana, pk)
    beku.rencana = rencana
    hasil = siap_dicari(beku, kode)
    hasil.versi = beku
    return hasil
