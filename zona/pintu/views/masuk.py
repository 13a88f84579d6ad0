"""Coming in by a door: its code where it has one, the evidence, a file. Nobody is signed in here."""

from csp.decorators import csp
from django.contrib.auth.decorators import login_not_required
from django.http import HttpResponse, HttpResponseBase, HttpResponseRedirect
from django.shortcuts import render
from django.views.decorators.clickjacking import xframe_options_sameorigin
from django.views.decorators.http import require_http_methods, require_safe

from bukti_fisik.views.berkas import KOTAK_PASIR, kirim_berkas
from zona.dokumen.queries.bukti import susun_lke, susun_rencana
from zona.inti.htmx import Permintaan, laksanakan
from zona.organisasi.kunci_masuk import alamat_ip
from zona.pintu.domain.pintu import catat_kunjungan, cocokkan_kode
from zona.pintu.forms import KodeForm
from zona.pintu.models import Pintu
from zona.pintu.queries.masuk import (
    bagian_dari,
    bukti_pintu,
    pilihan,
    pintu_terbuka,
    rencana_pintu,
    sudah_masuk,
    tandai_masuk,
)
from zona.pintu.views.kepala import tertutup

TIDAK_TERBUKA = {
    "judul": "Tautan ini tidak terbuka",
    "pesan": "Tautannya keliru, masa berlakunya habis, atau sudah dicabut. Mintalah tautan baru kepada satuan kerja "
    "yang memberikannya.",
}


def tidak_terbuka(request: Permintaan) -> HttpResponse:
    """One answer for whatever keeps a door shut."""
    return render(request, "galat.html", TIDAK_TERBUKA, status=404)


@login_not_required
@tertutup
@require_http_methods(["GET", "HEAD", "POST"])
def masuk(request: Permintaan, rahasia: str) -> HttpResponseBase:
    """The evidence of the year, a pengungkit or komponen at a time (?susunan=lke&bagian=A1); the code before it."""
    pintu = pintu_terbuka(rahasia)
    if pintu is None:
        return tidak_terbuka(request)
    if not sudah_masuk(request.session, pintu):
        return _minta_kode(request, pintu)
    if request.method == "POST":
        return HttpResponseRedirect(request.path)
    rencana = rencana_pintu(pintu)
    susunan = "lke" if request.GET.get("susunan") == "lke" else "rencana"
    akar = (susun_lke if susunan == "lke" else susun_rencana)(rencana, pilihan(pintu))
    bagian = bagian_dari(akar, request.GET.get("bagian", ""))
    tandai_masuk(request.session, pintu)
    catat_kunjungan(pintu=pintu, apa=f"Daftar bukti: {bagian.nama}", alamat_ip=alamat_ip(request))
    konteks = {"pintu": pintu, "satker": pintu.satker, "rahasia": rahasia, "akar": akar, "bagian": bagian}
    return render(request, "pintu/bukti.html", {**konteks, "susunan": susunan, "beralamat": susunan == "lke"})


def _minta_kode(request: Permintaan, pintu: Pintu) -> HttpResponse:
    form = KodeForm(request.POST or None)
    if form.is_valid() and laksanakan(form, cocokkan_kode, pintu=pintu, alamat_ip=alamat_ip(request)):
        tandai_masuk(request.session, pintu)
        return HttpResponseRedirect(request.path)
    tanggapan = render(request, "pintu/kode.html", {"form": form}, status=422 if form.errors else 200)
    tanggapan["Referrer-Policy"] = "same-origin"  # without it browsers say Origin: null, which is no proof of ours
    return tanggapan


@login_not_required
@tertutup
@require_safe
@xframe_options_sameorigin
@csp(KOTAK_PASIR)  # type: ignore[arg-type]  # it is typed for views without arguments
def berkas(request: Permintaan, rahasia: str, pk: int) -> HttpResponseBase:
    """A file behind the door, as bukti_fisik hands it out."""
    pintu = pintu_terbuka(rahasia)
    if pintu is None or not sudah_masuk(request.session, pintu):
        return tidak_terbuka(request)
    return kirim_lewat(request, pintu, pk)


def kirim_lewat(request: Permintaan, pintu: Pintu, pk: int) -> HttpResponseBase:
    """A file the door shows, its opening written down first. Raises Http404."""
    bukti = bukti_pintu(pintu, pk)
    catat_kunjungan(pintu=pintu, apa=f"Berkas: {bukti.nama}", alamat_ip=alamat_ip(request))
    assert bukti.berkas is not None  # noqa: S101  (bukti_pintu finds files only)
    return kirim_berkas(request, bukti.berkas, bukti.nama)
