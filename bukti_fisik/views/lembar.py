"""One bukti: the document beside the decision."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from bukti_fisik.domain.bukti import kembalikan_bukti, terima_bukti
from bukti_fisik.domain.catatan import catat_pada_bukti
from bukti_fisik.forms import CatatanForm, PutusanForm
from bukti_fisik.models import Bukti
from bukti_fisik.queries.cari import bukti_terlihat
from bukti_fisik.queries.lembar import dokumen, keadaan_tautan, susun_lembar
from bukti_fisik.queries.pustaka import berikutnya
from bukti_fisik.queries.tempat import sebutan
from bukti_fisik.rules import boleh_mencatat
from bukti_fisik.views.verifikasi import TIDAK_MEMERIKSA
from zona.inti.htmx import Permintaan, bagian_saja, laksanakan, tampilkan
from zona.organisasi.models import Pengguna


@require_http_methods(["GET", "HEAD", "POST"])
def bukti(request: Permintaan, satker: str, tahun: int, pk: int) -> HttpResponse:
    """The sheet (for HTMX: its document, as pages turn). POST: the verdict, and on to the next of one's queue."""
    bukti = bukti_terlihat(request.user, satker, tahun, pk)
    form = PutusanForm(request.POST if request.method == "POST" else None)
    if request.method == "POST":
        if not request.user.boleh("verifikasi_bukti", bukti):
            raise PermissionDenied(TIDAK_MEMERIKSA)
        if form.is_valid() and laksanakan(form, _putuskan, bukti=bukti, oleh=request.user):
            messages.success(request, f"{bukti.nama} {bukti.get_status_display().lower()}.")
            return _lanjut(request, bukti)
        bukti = bukti_terlihat(request.user, satker, tahun, pk)
    return _tampilkan(request, bukti, form=form)


@require_safe
def lihat(request: Permintaan, satker: str, tahun: int, pk: int) -> HttpResponse:
    """The document alone, to be read under what it proves; a browser that asks for a page gets the sheet."""
    bukti = bukti_terlihat(request.user, satker, tahun, pk)
    if not bagian_saja(request):
        return redirect(alamat_bukti(bukti))
    konteks = {
        "rencana": bukti.syarat.rencana_kerja.pengungkit.rencana,
        "bukti": bukti,
        "sebutan": sebutan(bukti.syarat),
        "dok": dokumen(bukti, _halaman(request)),
        "keadaan_tautan": keadaan_tautan(bukti),
    }
    return render(request, "bukti_fisik/_lihat.html", konteks)


@require_POST
def catatan(request: Permintaan, satker: str, tahun: int, pk: int) -> HttpResponse:
    """A note in its thread, and back to it; 422 without a word."""
    bukti = bukti_terlihat(request.user, satker, tahun, pk)
    if not boleh_mencatat(request.user, bukti):
        raise PermissionDenied("Catatan ditulis penilai, yang memeriksa, dan tim pengungkitnya.")
    form = CatatanForm(request.POST)
    if form.is_valid() and laksanakan(form, catat_pada_bukti, bukti=bukti, oleh=request.user):
        messages.success(request, "Catatan tersimpan.")
        return _pindah(f"{alamat_bukti(bukti)}#utas")
    return _tampilkan(request, bukti, catatan=form)


def alamat_bukti(bukti: Bukti) -> str:
    """Its own page."""
    rencana = bukti.syarat.rencana_kerja.pengungkit.rencana
    return reverse("bukti_fisik:bukti", args=[rencana.satker.slug, rencana.tahun, bukti.pk])


def _putuskan(*, bukti: Bukti, putusan: str, alasan: str, oleh: Pengguna) -> None:
    if putusan == PutusanForm.TERIMA:
        terima_bukti(bukti=bukti, oleh=oleh)
    else:
        kembalikan_bukti(bukti=bukti, alasan=alasan, oleh=oleh)


def _lanjut(request: Permintaan, bukti: Bukti) -> HttpResponse:
    rencana = bukti.syarat.rencana_kerja.pengungkit.rencana
    pk = berikutnya(request.user, bukti)
    tempat = [rencana.satker.slug, rencana.tahun]
    return _pindah(
        reverse("bukti_fisik:bukti", args=[*tempat, pk]) if pk else reverse("bukti_fisik:verifikasi", args=tempat)
    )


def _pindah(tujuan: str) -> HttpResponse:
    tanggapan = redirect(tujuan)
    tanggapan.status_code = 303
    return tanggapan


def _halaman(request: Permintaan) -> int | None:
    """The page asked for, where it is a number."""
    teks = request.GET.get("halaman", "")
    return int(teks) if teks.isascii() and teks.isdigit() and len(teks) < 7 else None


def _tampilkan(
    request: Permintaan, bukti: Bukti, *, form: PutusanForm | None = None, catatan: CatatanForm | None = None
) -> HttpResponse:
    salah = catatan if catatan is not None else form
    konteks: dict[str, Any] = {
        "rencana": bukti.syarat.rencana_kerja.pengungkit.rencana,
        "lembar": susun_lembar(bukti, request.user, _halaman(request)),
        "putusan": form or PutusanForm(),
        "catatan": catatan or CatatanForm(),
        "form": salah,
    }
    return tampilkan(request, "bukti_fisik/bukti.html", "dokumen", konteks)
