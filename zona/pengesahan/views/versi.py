"""Signing a version: here, elsewhere, on paper. All who read the plan read it; the kepala signs."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.csrf import csrf_exempt, csrf_protect
from django.views.decorators.debug import sensitive_post_parameters, sensitive_variables
from django.views.decorators.http import require_POST, require_safe

from rencana_aksi.models import Rencana, VersiRencana
from rencana_aksi.queries.rencana import rencana_terlihat
from rencana_aksi.queries.versi import versi_beku
from zona.inti.errors import DomainError
from zona.inti.htmx import Permintaan
from zona.pengesahan.domain.siapkan import siapkan_naskah
from zona.pengesahan.domain.tanda_tangan import tanda_tangani as bubuhkan
from zona.pengesahan.enums import Kalimat
from zona.pengesahan.forms import SiapkanForm, TandaTanganForm
from zona.pengesahan.queries.berubah import perubahan_sejak
from zona.pengesahan.queries.dokumen import semua_versi, siap_versi
from zona.pengesahan.unggahan import hanya_di_memori

HANYA_KEPALA = "Dokumen hanya ditandatangani oleh kepala satuan kerja."
HANYA_PEMIMPIN = "Naskah hanya disiapkan dan diunggah oleh kepala satuan kerja atau ketua tim."


@require_safe
def versi(request: Permintaan, satker: str, tahun: int, pk: int) -> HttpResponse:
    rencana = rencana_terlihat(request.user, satker, tahun)
    return _halaman(request, rencana, _versi(rencana, pk))


@csrf_exempt  # only until the way of the file is set: checked by the next one
@require_POST
@sensitive_post_parameters("sandi")
def tanda_tangani(request: Permintaan, satker: str, tahun: int, pk: int) -> HttpResponse:
    hanya_di_memori(request)
    tanggapan: HttpResponse = _tanda_tangani(request, satker, tahun, pk)
    return tanggapan


@csrf_protect
@sensitive_variables("form", "isi")
def _tanda_tangani(request: Permintaan, satker: str, tahun: int, pk: int) -> HttpResponse:
    rencana = rencana_terlihat(request.user, satker, tahun)
    if not request.user.boleh("sahkan", rencana):
        raise PermissionDenied(HANYA_KEPALA)
    beku = _versi(rencana, pk)
    form = TandaTanganForm(request.POST, request.FILES, permintaan=request)
    if form.is_valid():
        isi = form.cleaned_data
        berkas = isi["sertifikat"] if isi.get("dengan") != "token" else None
        try:
            bubuhkan(
                versi=beku,
                isi=berkas.read() if berkas else None,
                sandi=isi["sandi"],
                alasan=isi["alasan"],
                oleh=request.user,
            )
        except DomainError as galat:
            form.add_error(galat.kolom if galat.kolom in form.fields else None, galat.pesan)
        else:
            messages.success(request, f"Versi {beku.versi} sudah Anda tanda tangani.")
            return redirect("pengesahan:versi", satker, tahun, pk)
    return _halaman(request, rencana, beku, tanda=form)


@require_POST
def siapkan(request: Permintaan, satker: str, tahun: int, pk: int) -> HttpResponse:
    rencana = rencana_terlihat(request.user, satker, tahun)
    pastikan_pemimpin(request, rencana)
    beku = _versi(rencana, pk)
    form = SiapkanForm(request.POST)
    if form.is_valid():
        try:
            siap = siapkan_naskah(versi=beku, kalimat=Kalimat(form.cleaned_data["kalimat"]), oleh=request.user)
            return redirect("pengesahan:siap", satker, tahun, pk, siap.kode)
        except DomainError as galat:
            form.add_error(None, galat.pesan)
    return _halaman(request, rencana, beku, siapkan=form)


def pastikan_pemimpin(request: Permintaan, rencana: Rencana) -> None:
    """Raises PermissionDenied for those who read only."""
    if not request.user.boleh("ajukan", rencana):
        raise PermissionDenied(HANYA_PEMIMPIN)


def _versi(rencana: Rencana, pk: int) -> VersiRencana:
    """The version, with its plan at hand. Raises Http404."""
    beku = versi_beku(rencana, pk)
    beku.rencana = rencana
    return beku


def _halaman(request: Permintaan, rencana: Rencana, beku: VersiRencana, **ditolak: Any) -> HttpResponse:
    """Fresh from the database; a refused form is drawn in its place."""
    semua = semua_versi(beku)
    sah = [d for d in semua if d.sah]
    alasan = f"Menetapkan Rencana Kerja ZI {rencana.tahun}, versi {beku.versi}"
    kepala = request.user.boleh("sahkan", rencana)
    pemimpin = request.user.boleh("ajukan", rencana)
    konteks = {
        "rencana": rencana,
        "versi": beku,
        "sah": sah[0] if sah else None,
        "lama": sah[1:],
        "lain": [d for d in semua if not d.sah],
        "kepala": kepala,
        "berubah": perubahan_sejak(beku, rencana) if sah else None,
        "siap": siap_versi(beku) if pemimpin else [],
        "form_tanda": ditolak.get("tanda") or (TandaTanganForm(alasan=alasan) if kepala else None),
        "form_siapkan": ditolak.get("siapkan") or (SiapkanForm() if pemimpin else None),
        "alamat": reverse("pengesahan:versi", args=[rencana.satker.slug, rencana.tahun, beku.versi]),
    }
    return render(request, "pengesahan/versi.html", konteks, status=422 if ditolak else 200)
