"""All stages on a page, and one to fill in."""

from datetime import date
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.forms import BaseForm
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from rencana_aksi.models import Rencana
from rencana_aksi.queries.rencana import rencana_terlihat
from zona.inti.errors import DomainError
from zona.inti.htmx import Permintaan, laksanakan
from zona.inti.waktu import hari_ini
from zona.nilai.queries.syarat import bukti_pilihan
from zona.tahapan.domain.syarat import isi_syarat_pencanangan
from zona.tahapan.domain.tahap import isi_tahap
from zona.tahapan.enums import Keadaan, KodeTahap
from zona.tahapan.forms import DokumenForm, TahapForm
from zona.tahapan.queries.garis import BarisTahap
from zona.tahapan.queries.halaman import baca_tahapan, kode_tahap, piagam_terbaru, syarat_pencanangan

HANYA_PENGISI = "Tahapan diisi oleh kepala satuan kerja dan ketua tim."


@require_safe
def tahapan(request: Permintaan, satker: str, tahun: int) -> HttpResponse:
    rencana = rencana_terlihat(request.user, satker, tahun)
    hari = hari_ini(rencana.satker.zona_waktu)
    tahap = baca_tahapan(rencana, hari, request.user)
    konteks = {
        "rencana": rencana,
        "hari": hari,
        "tahapan": tahap,
        "selesai": sum(b.keadaan == Keadaan.SELESAI for b in tahap),
        "kini": next((b for b in tahap if b.kini), None),
        "mengisi": request.user.boleh("ajukan", rencana),
    }
    return render(request, "tahapan/tahapan.html", konteks)


@require_http_methods(["GET", "HEAD", "POST"])
def tahap(request: Permintaan, satker: str, tahun: int, kode: str) -> HttpResponse:
    rencana, ini = untuk_diisi(request, satker, tahun, kode)
    baris, hari = baca_baris(request, rencana, ini)
    form = _form(request.POST if request.method == "POST" else None, rencana, baris, hari)
    kerja = {"rencana": rencana, "kode": ini, "hari_ini": hari, "oleh": request.user}
    if form.is_valid() and laksanakan(form, isi_tahap, **kerja):
        messages.success(request, f"{ini.label}: tersimpan.")
        return redirect("tahapan:tahap", satker, tahun, ini.value)
    if form.is_bound and form.non_field_errors():  # told that it changed: the next save goes over what it is now
        baris, _ = baca_baris(request, rencana, ini)
        form.data = {**request.POST.dict(), "revisi": baris.tahap.revisi if baris.tahap else 0}
    return halaman_tahap(request, rencana, baris, form=form)


@require_POST
def isi_syarat(request: Permintaan, satker: str, tahun: int, kode: str) -> HttpResponse:
    """Hand the day of pencanangan on to the condition of a proposal."""
    rencana, ini = untuk_diisi(request, satker, tahun, kode)
    baris, _ = baca_baris(request, rencana, ini)
    if ini != KodeTahap.PENCANANGAN or baris.tanggal.selesai is None:
        raise Http404("Tahap ini tidak mengisi syarat pengusulan.")
    piagam = piagam_terbaru(rencana)
    try:
        isi_syarat_pencanangan(rencana=rencana, hari=baris.tanggal.selesai, piagam=piagam, oleh=request.user)
        messages.success(request, "Syarat pengusulan “Membangun ZI paling sedikit 1 tahun” terisi.")
    except DomainError as galat:
        messages.error(request, galat.pesan)
    return redirect("tahapan:tahap", satker, tahun, ini.value)


def untuk_diisi(request: Permintaan, satker: str, tahun: int, kode: str) -> tuple[Rencana, KodeTahap]:
    """Raises Http404 for outsiders and for what is no stage, PermissionDenied for who may not fill in."""
    rencana = rencana_terlihat(request.user, satker, tahun)
    ini = kode_tahap(kode)
    if not request.user.boleh("ajukan", rencana):
        raise PermissionDenied(HANYA_PENGISI)
    return rencana, ini


def baca_baris(request: Permintaan, rencana: Rencana, kode: KodeTahap) -> tuple[BarisTahap, date]:
    hari = hari_ini(rencana.satker.zona_waktu)
    semua = baca_tahapan(rencana, hari, request.user)
    return next(b for b in semua if b.kode == kode), hari


def halaman_tahap(request: Permintaan, rencana: Rencana, baris: BarisTahap, **form: BaseForm) -> HttpResponse:
    """A refused form is drawn in its place, the other one as it stands."""
    hari = hari_ini(rencana.satker.zona_waktu)
    ditolak = any(f.is_bound for f in form.values())
    semua: dict[str, Any] = {
        "form": form.get("form") or _form(None, rencana, baris, hari),
        "form_dokumen": form.get("form_dokumen") or DokumenForm(kode=baris.kode, bukti=bukti_pilihan(rencana)),
    }
    pencanangan = baris.kode == KodeTahap.PENCANANGAN
    konteks = {
        "rencana": rencana,
        "baris": baris,
        "hari_syarat": syarat_pencanangan(rencana) if pencanangan else None,
        "pencanangan": pencanangan,
    }
    return render(request, "tahapan/tahap.html", {**konteks, **semua}, status=422 if ditolak else 200)


def _form(data: Any, rencana: Rencana, baris: BarisTahap, hari: date) -> TahapForm:
    return TahapForm(
        data, kode=baris.kode, ada=baris.tahap, diketahui=baris.tanggal, tahun=rencana.tahun, hari_ini=hari
    )
