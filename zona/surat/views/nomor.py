"""Number and date of a paper, and how the office numbers."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST

from rencana_aksi.models import Rencana
from rencana_aksi.queries.rencana import rencana_terlihat
from zona.inti.htmx import Permintaan, laksanakan
from zona.inti.waktu import hari_ini
from zona.surat.domain.setelan import nama_kode, simpan_penomoran
from zona.surat.domain.surat import beri_nomor, cabut_nomor
from zona.surat.enums import JenisSurat
from zona.surat.forms.surat import NomorForm, PenomoranForm, RevisiForm
from zona.surat.models import Surat
from zona.surat.nomor import susun_nomor
from zona.surat.queries.isi import susun_surat
from zona.surat.queries.kurang import kurang_surat
from zona.surat.queries.nomor import penomoran, usul_nomor
from zona.surat.queries.surat import baca_surat
from zona.surat.views.baca import baca, dengan_revisi, pastikan_boleh


@require_http_methods(["GET", "HEAD", "POST"])
def nomor(request: Permintaan, satker: str, tahun: int, kode: str) -> HttpResponse:
    """The next number is proposed; "usul" proposes the one for the date that was typed."""
    rencana, jenis = baca(request, satker, tahun, kode)
    pastikan_boleh(request, rencana)
    kini = baca_surat(rencana.satker, rencana.tahun, jenis)
    form = NomorForm(request.POST or None, jenis=jenis, initial=_awal(rencana, kini))
    if form.is_valid():
        if request.POST.get("tindakan") == "usul":
            usul = usul_nomor(rencana.satker, jenis, form.cleaned_data["tanggal"], selain=kini)
            form.data = {**request.POST.dict(), "nomor": usul}
            return _halaman(request, rencana, kini, form)
        argumen = {"rencana": rencana, "jenis": jenis, "hari_ini": hari_ini(rencana.satker.zona_waktu)}
        if laksanakan(form, beri_nomor, **argumen, oleh=request.user):
            messages.success(request, f"{jenis.label} kini bernomor dan bertanggal.")
            return redirect("surat:surat", satker, tahun, kode)
        kini = baca_surat(rencana.satker, rencana.tahun, jenis)
        form.data = dengan_revisi(request, kini.revisi)
    return _halaman(request, rencana, kini, form)


@require_POST
def cabut(request: Permintaan, satker: str, tahun: int, kode: str) -> HttpResponse:
    """A draft again."""
    rencana, jenis = baca(request, satker, tahun, kode)
    form = RevisiForm(request.POST)
    if form.is_valid() and laksanakan(form, cabut_nomor, rencana=rencana, jenis=jenis, oleh=request.user):
        messages.success(request, f"{jenis.label} kembali menjadi draf; nomor yang belum tercetak boleh dipakai lagi.")
    else:
        messages.error(request, " ".join(map(str, form.non_field_errors())) or "Muat ulang halaman, lalu coba lagi.")
    return redirect("surat:surat", satker, tahun, kode)


@require_http_methods(["GET", "HEAD", "POST"])
def setelan(request: Permintaan, satker: str, tahun: int) -> HttpResponse:
    """The pattern of the office's numbers."""
    rencana = rencana_terlihat(request.user, satker, tahun)
    pastikan_boleh(request, rencana)
    atur = penomoran(rencana.satker)
    form = PenomoranForm(
        request.POST or None, initial={"pola": atur.pola} | {nama_kode(j): atur.kode[j] for j in JenisSurat}
    )
    if form.is_valid() and laksanakan(form, simpan_penomoran, satker=rencana.satker, oleh=request.user):
        messages.success(request, "Penomoran tersimpan; nomor berikutnya memakainya.")
        return redirect("surat:daftar", satker, tahun)
    hari = hari_ini(rencana.satker.zona_waktu)
    contoh = [
        (j.label, susun_nomor(atur.pola, 1, kode=atur.kode[j], satker=rencana.satker.kode, tanggal=hari))
        for j in JenisSurat
    ]
    konteks = {"rencana": rencana, "form": form, "contoh": contoh}
    return render(request, "surat/penomoran.html", konteks, status=422 if form.errors else 200)


def _awal(rencana: Rencana, kini: Surat) -> dict[str, Any]:
    hari = kini.tanggal or hari_ini(rencana.satker.zona_waktu)
    jenis = JenisSurat(kini.jenis)
    usul = usul_nomor(rencana.satker, jenis, hari, selain=kini) if jenis.wajib_nomor and not kini.nomor else kini.nomor
    return {"nomor": usul, "tanggal": hari, "revisi": kini.revisi}


def _halaman(request: Permintaan, rencana: Rencana, kini: Surat, form: NomorForm) -> HttpResponse:
    isi = susun_surat(rencana, kini, None, hari_ini(rencana.satker.zona_waktu))
    konteks = {"rencana": rencana, "jenis": JenisSurat(kini.jenis), "surat": kini, "form": form}
    konteks["kurang"] = kurang_surat(isi)
    return render(request, "surat/nomor.html", konteks, status=422 if form.errors else 200)
