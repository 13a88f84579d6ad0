"""Obstacles: noted and followed up on the page of their action, listed for the office."""

from datetime import date
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_http_methods, require_safe

from rencana_aksi.domain.kendala import catat_kendala, ubah_kendala
from rencana_aksi.forms import KendalaForm, KendalaUbahForm, SaringKendalaForm
from rencana_aksi.models import RencanaAksi
from rencana_aksi.queries.aksi import aksi_terlihat
from rencana_aksi.queries.kendala import (
    belum_selesai,
    daftar_kendala,
    jejak_terakhir,
    kendala_terlihat,
    panel_kendala,
)
from rencana_aksi.queries.rencana import rencana_terlihat
from rencana_aksi.rules import boleh_ubah_kendala
from zona.inti.htmx import Permintaan, bagian_saja, laksanakan, tampilkan
from zona.inti.waktu import hari_ini

BERUBAH = "kendala-berubah"
"""Event in the browser: the action's history draws itself anew."""

TIDAK_BERHAK = (
    "Kendala hanya dicatat dan diubah oleh ketua, koordinator pengungkitnya, dan penanggung jawab aksi atau "
    "tindak lanjutnya."
)


@require_safe
def daftar(request: Permintaan, satker: str, tahun: int) -> HttpResponse:
    """Readable by all who may read the plan."""
    rencana = rencana_terlihat(request.user, satker, tahun)
    form = SaringKendalaForm(request.GET)
    baris = daftar_kendala(rencana, form.terisi, request.user, hari_ini(rencana.satker.zona_waktu))
    konteks: dict[str, Any] = {
        "rencana": rencana,
        "saring": form,
        "kendala": baris,
        "belum": belum_selesai(baris),
        "lewat": sum(b.terlambat for b in baris),
        "kembali": request.get_full_path(),
    }
    return tampilkan(request, "rencana_aksi/kendala_daftar.html", "daftar", konteks, status=200)


@require_http_methods(["GET", "POST"])
def tambah(request: Permintaan, satker: str, tahun: int, pk: int) -> HttpResponse:
    aksi = aksi_terlihat(request.user, satker, tahun, pk)
    if not request.user.boleh("catat_status", aksi):
        raise PermissionDenied(TIDAK_BERHAK)
    hari = _hari(aksi)
    if "lihat" in request.GET and bagian_saja(request):
        return _panel(request, aksi, hari)
    form = KendalaForm(request.POST or None, aksi=aksi, initial={"penanggung_jawab": aksi.penanggung_jawab_id})
    if form.is_valid() and laksanakan(form, catat_kendala, aksi=aksi, oleh=request.user):
        return _sesudah(request, aksi, hari, "Kendala tercatat.")
    return _formulir(request, aksi, hari, form, {})


@require_http_methods(["GET", "POST"])
def ubah(request: Permintaan, satker: str, tahun: int, pk: int) -> HttpResponse:
    kendala = kendala_terlihat(request.user, satker, tahun, pk)
    if not boleh_ubah_kendala(request.user, kendala):
        raise PermissionDenied(TIDAK_BERHAK)
    hari = _hari(kendala.aksi)
    if "lihat" in request.GET and bagian_saja(request):
        return _panel(request, kendala.aksi, hari)
    dilihat = request.POST.get("dilihat", "")
    form = KendalaUbahForm(request.POST or None, kendala=kendala, hari_ini=hari)
    kerja = {"kendala": kendala, "oleh": request.user, "hari_ini": hari}
    if form.is_valid() and laksanakan(
        form, ubah_kendala, dilihat=int(dilihat) if dilihat.isdecimal() else None, **kerja
    ):
        return _sesudah(request, kendala.aksi, hari, "Kendala tersimpan.")
    diubah = {"diubah": kendala.pk, "dilihat": jejak_terakhir(kendala), "status_lama": kendala.status}
    return _formulir(request, kendala.aksi, hari, form, diubah)


def _hari(aksi: RencanaAksi) -> date:
    return hari_ini(aksi.rencana_kerja.pengungkit.rencana.satker.zona_waktu)


def _konteks(request: Permintaan, aksi: RencanaAksi, hari: date) -> dict[str, Any]:
    return {
        "rencana": aksi.rencana_kerja.pengungkit.rencana,
        "aksi": aksi,
        "kendala": panel_kendala(aksi, request.user, hari),
        "kembali": _kembali(request, aksi),
    }


def _panel(request: Permintaan, aksi: RencanaAksi, hari: date) -> HttpResponse:
    return render(request, "rencana_aksi/_kendala.html", _konteks(request, aksi, hari))


def _formulir(
    request: Permintaan, aksi: RencanaAksi, hari: date, form: KendalaForm, diubah: dict[str, Any]
) -> HttpResponse:
    """The form in its place in the panel, or on a page of its own."""
    konteks = (
        _konteks(request, aksi, hari) | {"form": form, "diubah": "baru", "dilihat": "", "status_lama": ""} | diubah
    )
    return tampilkan(request, "rencana_aksi/kendala.html", "panel", konteks)


def _sesudah(request: Permintaan, aksi: RencanaAksi, hari: date, pesan: str) -> HttpResponse:
    if not bagian_saja(request):
        messages.success(request, pesan)
        return redirect(_kembali(request, aksi))
    tanggapan = _panel(request, aksi, hari)
    tanggapan.headers["HX-Trigger"] = BERUBAH
    return tanggapan


def _kembali(request: Permintaan, aksi: RencanaAksi) -> str:
    """The page one came from, else the panel on the action's page."""
    tujuan = request.POST.get("kembali") or request.GET.get("kembali", "")
    if url_has_allowed_host_and_scheme(tujuan, {request.get_host()}, request.is_secure()):
        return tujuan
    rencana = aksi.rencana_kerja.pengungkit.rencana
    return f"{reverse('matriks:aksi', args=[rencana.satker.slug, rencana.tahun, aksi.pk])}#kendala"
