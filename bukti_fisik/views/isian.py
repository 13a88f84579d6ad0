"""Evidence without an upload: a link, a file the office has already, and what is said about a document."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods

from bukti_fisik.domain.bukti import catat_tautan, pakai_bukti, ubah_keterangan
from bukti_fisik.forms import KeteranganForm, PakaiForm, TautanForm
from bukti_fisik.queries.cari import bukti_terlihat, syarat_terlihat
from bukti_fisik.queries.pustaka import Saring, bukti_dapat_dipakai, sehalaman
from bukti_fisik.rules import boleh_menarik
from bukti_fisik.views.jawab import alamat_kembali, konteks_blok, pulang
from bukti_fisik.views.lembar import alamat_bukti
from rencana_aksi.models import SyaratBukti
from zona.inti.htmx import Permintaan, laksanakan, tampilkan

TIDAK_MENGUNGGAH = "Bukti hanya diunggah oleh kepala, ketua, dan tim pengungkitnya."


@require_http_methods(["GET", "HEAD", "POST"])
def tautan(request: Permintaan, satker: str, tahun: int, pk: int) -> HttpResponse:
    """Add a link as evidence; back to where one came from."""
    syarat = _boleh(request, satker, tahun, pk)
    awal = {"pelaksanaan": request.GET.get("pelaksanaan")}
    form = TautanForm(request.POST if request.method == "POST" else None, syarat=syarat, initial=awal)
    if form.is_valid() and laksanakan(form, catat_tautan, syarat=syarat, oleh=request.user):
        messages.success(request, f"Tautan {form.cleaned_data['judul']} tercatat.")
        return pulang(request, konteks_blok(request, syarat, form.cleaned_data["pelaksanaan"])["blok"])
    konteks = _konteks(request, syarat, judul="Tambah tautan", tombol="Simpan tautan") | {"form": form}
    return tampilkan(request, "bukti_fisik/isian.html", "isian", konteks)


@require_http_methods(["GET", "HEAD", "POST"])
def pakai(request: Permintaan, satker: str, tahun: int, pk: int) -> HttpResponse:
    """Search the office's evidence of all years for one that proves this too, and take it."""
    syarat = _boleh(request, satker, tahun, pk)
    rencana = syarat.rencana_kerja.pengungkit.rencana
    awal = {"pelaksanaan": request.GET.get("pelaksanaan")}
    form = PakaiForm(request.POST if request.method == "POST" else None, syarat=syarat, initial=awal)
    if form.is_valid() and laksanakan(form, pakai_bukti, syarat=syarat, oleh=request.user):
        messages.success(request, f"{form.cleaned_data['bukti']} dipakai di sini; ia diperiksa lagi untuk tempat ini.")
        return pulang(request, konteks_blok(request, syarat, form.cleaned_data["pelaksanaan"])["blok"])
    q = (request.POST.get("q") or request.GET.get("q", ""))[:100]
    ada = sehalaman(bukti_dapat_dipakai(rencana, Saring(q=q, tahun=0), syarat), 1, rencana.satker.zona_waktu)
    konteks = _konteks(request, syarat, judul="Pakai berkas yang sudah ada", tombol="Pakai")
    konteks |= {"form": form, "q": q, "lembar": ada, "pelaksanaan": request.GET.get("pelaksanaan", "")}
    return tampilkan(request, "bukti_fisik/pakai.html", "hasil", konteks)


@require_http_methods(["GET", "HEAD", "POST"])
def ubah(request: Permintaan, satker: str, tahun: int, pk: int) -> HttpResponse:
    """Put right what is said about a bukti nobody judged yet."""
    bukti = bukti_terlihat(request.user, satker, tahun, pk)
    if not boleh_menarik(request.user, bukti):
        raise PermissionDenied("Keterangan hanya diubah oleh yang mengunggahnya atau yang memeriksanya.")
    awal = {k: getattr(bukti, k) for k in ("nama", "tanggal_dokumen", "halaman", "catatan")}
    form = KeteranganForm(request.POST if request.method == "POST" else None, initial=awal)
    if form.is_valid() and laksanakan(form, ubah_keterangan, bukti=bukti, oleh=request.user):
        messages.success(request, "Keterangan tersimpan.")
        return redirect(alamat_bukti(bukti))
    konteks = _konteks(request, bukti.syarat, judul="Ubah keterangan", tombol="Simpan")
    konteks |= {"form": form, "kembali": alamat_bukti(bukti)}
    return tampilkan(request, "bukti_fisik/isian.html", "isian", konteks)


def _boleh(request: Permintaan, satker: str, tahun: int, pk: int) -> SyaratBukti:
    syarat = syarat_terlihat(request.user, satker, tahun, pk)
    if not request.user.boleh("unggah_bukti", syarat):
        raise PermissionDenied(TIDAK_MENGUNGGAH)
    return syarat


def _konteks(request: Permintaan, syarat: SyaratBukti, **lain: Any) -> dict[str, Any]:
    rencana = syarat.rencana_kerja.pengungkit.rencana
    return {"rencana": rencana, "syarat": syarat, "kembali": alamat_kembali(request, syarat), **lain}
