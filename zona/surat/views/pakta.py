"""Who has signed the pakta: marked many at once by kepala, ketua and admin; read by all."""

from typing import Any

from csp.decorators import csp
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.forms import BaseForm
from django.http import FileResponse, Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.clickjacking import xframe_options_sameorigin
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from bukti_fisik.views.berkas import KOTAK_PASIR, kirim_berkas
from rencana_aksi.models import Rencana
from rencana_aksi.queries.rencana import rencana_terlihat
from zona.inti.htmx import Permintaan, laksanakan
from zona.inti.waktu import hari_ini
from zona.surat.domain.pakta import (
    batalkan_tanda_tangan,
    catat_tanda_tangan,
    keluarkan_penanda,
    kembalikan_penanda,
    tambah_penanda,
)
from zona.surat.forms.pakta import KeluarkanForm, KunciForm, TambahForm, TandaForm
from zona.surat.models import PenandaPakta
from zona.surat.queries.pakta import Penanda, daftar_penanda, ringkas

HANYA = "Tanda tangan Pakta Integritas dicatat oleh kepala, ketua tim, dan admin satuan kerja."


@require_http_methods(["GET", "HEAD", "POST"])
def penanda(request: Permintaan, satker: str, tahun: int) -> HttpResponse:
    rencana, daftar = _baca(request, satker, tahun)
    if request.method != "POST":
        return _halaman(request, rencana, daftar)
    form = TandaForm(request.POST, request.FILES, daftar=daftar)
    hasil: list[int] = []

    def catat(**isi: Any) -> None:
        hasil.append(catat_tanda_tangan(**isi))

    hari = hari_ini(rencana.satker.zona_waktu)
    if form.is_valid() and laksanakan(form, catat, rencana=rencana, hari_ini=hari, oleh=request.user):
        lama = len(form.cleaned_data["orang"]) - hasil[0]
        ekor = f" {lama} lainnya sudah tercatat sebelumnya dan tanggalnya tetap." if lama else ""
        messages.success(request, f"{hasil[0]} orang dicatat menandatangani.{ekor}")
        return redirect("surat:penanda", satker, tahun)
    return _halaman(request, rencana, daftar, tanda=form)


@require_POST
def tambah(request: Permintaan, satker: str, tahun: int) -> HttpResponse:
    """Somebody without an account."""
    rencana, daftar = _baca(request, satker, tahun)
    form = TambahForm(request.POST)
    if form.is_valid() and laksanakan(form, tambah_penanda, rencana=rencana, oleh=request.user):
        messages.success(request, f"{form.cleaned_data['nama']} ditambahkan ke daftar.")
        return redirect("surat:penanda", satker, tahun)
    return _halaman(request, rencana, daftar, tambah=form)


@require_POST
def batal(request: Permintaan, satker: str, tahun: int) -> HttpResponse:
    """Take back a mark that was wrong."""
    return _seorang(request, satker, tahun, batalkan_tanda_tangan, "Tanda tangan dibatalkan.")


@require_POST
def kembalikan(request: Permintaan, satker: str, tahun: int) -> HttpResponse:
    """Count a person again."""
    return _seorang(request, satker, tahun, kembalikan_penanda, "Orang itu dihitung lagi.")


@require_http_methods(["GET", "HEAD", "POST"])
def keluarkan(request: Permintaan, satker: str, tahun: int, kunci: str) -> HttpResponse:
    """Leave a person out of the count, and say why."""
    rencana, daftar = _baca(request, satker, tahun)
    _pastikan(request, rencana)
    orang = next((p for p in daftar if p.kunci == kunci), None)
    if orang is None:
        raise Http404("Orang itu tidak ada dalam daftar.")
    form = KeluarkanForm(request.POST or None)
    if form.is_valid() and laksanakan(form, keluarkan_penanda, rencana=rencana, kunci=kunci, oleh=request.user):
        messages.success(request, f"{orang.nama} tidak dihitung lagi.")
        return redirect("surat:penanda", satker, tahun)
    konteks = {"rencana": rencana, "orang": orang, "form": form}
    return render(request, "surat/keluarkan.html", konteks, status=422 if form.errors else 200)


@require_safe
@xframe_options_sameorigin
@csp(KOTAK_PASIR)  # type: ignore[arg-type]  # it is typed for views without arguments
def pindaian(request: Permintaan, satker: str, tahun: int, pk: int) -> HttpResponse | FileResponse:
    """The scan beside a signer, as evidence is sent."""
    rencana = rencana_terlihat(request.user, satker, tahun)
    milik = PenandaPakta.objects.filter(satker=rencana.satker_id, tahun=tahun, berkas__isnull=False)
    satu = get_object_or_404(milik.select_related("berkas"), pk=pk)
    assert satu.berkas is not None  # noqa: S101  (asked for above)
    return kirim_berkas(request, satu.berkas, satu.nama_berkas)


def _baca(request: Permintaan, satker: str, tahun: int) -> tuple[Rencana, list[Penanda]]:
    """Raises Http404 for outsiders, PermissionDenied for readers who send something."""
    rencana = rencana_terlihat(request.user, satker, tahun)
    if request.method == "POST":
        _pastikan(request, rencana)
    return rencana, daftar_penanda(rencana.satker_id, rencana.tahun)


def _pastikan(request: Permintaan, rencana: Rencana) -> None:
    if not request.user.boleh("catat_pakta", rencana):
        raise PermissionDenied(HANYA)


def _seorang(request: Permintaan, satker: str, tahun: int, kerja: Any, pesan: str) -> HttpResponse:
    rencana, _ = _baca(request, satker, tahun)
    form = KunciForm(request.POST)
    if form.is_valid() and laksanakan(form, kerja, rencana=rencana, oleh=request.user):
        messages.success(request, pesan)
    else:
        messages.error(request, " ".join(map(str, form.non_field_errors())) or "Muat ulang halaman, lalu coba lagi.")
    return redirect("surat:penanda", satker, tahun)


def _halaman(request: Permintaan, rencana: Rencana, daftar: list[Penanda], **ditolak: BaseForm) -> HttpResponse:
    boleh, hari = request.user.boleh("catat_pakta", rencana), hari_ini(rencana.satker.zona_waktu)
    dipilih = request.POST.getlist("orang") if "tanda" in ditolak else [p.kunci for p in daftar if p.tanggal is None]
    konteks = {
        "rencana": rencana, "daftar": [p for p in daftar if p.dihitung], "ringkas": ringkas(daftar), "boleh": boleh,
        "luar": [p for p in daftar if not p.dihitung], "dipilih": dipilih,
        "tanda": ditolak.get("tanda") or TandaForm(daftar=daftar, initial={"tanggal": hari}),
        "tambah": ditolak.get("tambah") or TambahForm(),
    }  # fmt: skip
    return render(request, "surat/penanda.html", konteks, status=422 if ditolak else 200)
