"""A document made ready: taken away to be signed, and brought back."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import FileResponse, Http404, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from bukti_fisik.views.berkas import kirim_berkas
from rencana_aksi.queries.rencana import rencana_terlihat
from rencana_aksi.queries.versi import versi_beku
from zona.dokumen.views.kirim import kirim
from zona.inti.errors import DomainError
from zona.inti.htmx import Permintaan, laksanakan
from zona.inti.waktu import hari_ini
from zona.pengesahan.domain.putusan import putuskan_tanda
from zona.pengesahan.domain.siapkan import alamat_verifikasi, nama_naskah
from zona.pengesahan.domain.unggah import unggah_bertanda
from zona.pengesahan.enums import Kalimat
from zona.pengesahan.exports.lembar import lembar_pengesahan
from zona.pengesahan.forms import PutusanForm, UnggahForm
from zona.pengesahan.models import NaskahSiap
from zona.pengesahan.queries.dokumen import sah_dicari, semua_versi, siap_dicari
from zona.pengesahan.views.versi import HANYA_KEPALA, pastikan_pemimpin


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
        messages.success(request, f"Tersimpan. {semua_versi(naskah.versi)[0].pernyataan}.")
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
    """The signed file: the newest under this code that counts, or the one with ?sidik=, whatever it is worth."""
    naskah = _siap(request, satker, tahun, pk, kode)
    sidik = request.GET.get("sidik")
    sah = (
        sah_dicari(naskah, sidik)
        if sidik
        else next((d for d in semua_versi(naskah.versi) if d.siap == naskah and d.sah), None)
    )
    if sah is None:
        raise Http404("Belum ada yang ditandatangani dengan kode ini.")
    nama = nama_naskah(sah.siap.versi, "bertanda-tangan" if sah.sah else str(sah.keadaan))
    return kirim_berkas(request, sah.berkas, nama.replace(".pdf", f".{sah.berkas.kunci.rpartition('.')[2]}"))


@require_POST
def putusan(request: Permintaan, satker: str, tahun: int, pk: int, kode: str) -> HttpResponse:
    """The head says whether what was brought in their name is their signature."""
    naskah = _siap(request, satker, tahun, pk, kode)
    if not request.user.boleh("sahkan", naskah.versi.rencana):
        raise PermissionDenied(HANYA_KEPALA)
    form = PutusanForm(request.POST)
    if form.is_valid():
        isi = form.cleaned_data
        sah = sah_dicari(naskah, isi["sidik"])
        try:
            putuskan_tanda(sah=sah, diterima=isi["putusan"] == "benar", alasan=isi["alasan"], oleh=request.user)
            messages.success(request, "Putusan Anda tercatat.")
        except DomainError as galat:
            messages.error(request, galat.pesan)
    else:
        messages.error(request, "Pilih apakah ini tanda tangan Anda.")
    return redirect("pengesahan:versi", satker, tahun, pk)


def _siap(request: Permintaan, satker: str, tahun: int, pk: int, kode: str) -> NaskahSiap:
    """Raises Http404 for outsiders, and for a code of another version."""
    rencana = rencana_terlihat(request.user, satker, tahun)
    beku = versi_beku(rencana, pk)
    beku.rencana = rencana
    hasil = siap_dicari(beku, kode)
    hasil.versi = beku
    return hasil
