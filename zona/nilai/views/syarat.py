"""Traffic of the conditions of a proposal and of the proposal itself."""

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
from pengungkit.queries.penilaian import menilai_buta
from rencana_aksi.models import Rencana
from rencana_aksi.queries.rencana import rencana_terlihat
from zona.inti.errors import DomainError
from zona.inti.htmx import Permintaan, laksanakan
from zona.inti.waktu import hari_ini
from zona.nilai.domain.syarat import isi_syarat, kosongkan_syarat, nyatakan_dikunjungi
from zona.nilai.domain.usulan import tarik_usulan, usulkan_unit
from zona.nilai.enums import KategoriUsulan
from zona.nilai.forms_syarat import SyaratForm, TarikForm, UsulanForm
from zona.nilai.queries.syarat import LembarSyarat, bukti_pilihan, lembar_syarat, pemenuhan_syarat
from zona.nilai.syarat import BERNILAI, MENURUT_KODE

HANYA_PENGISI = "Syarat pengusulan diisi oleh kepala satuan kerja dan ketua tim."
KATEGORI = KategoriUsulan.choices
HANYA_KEPALA = "Usulan hanya dibuat dan ditarik oleh kepala satuan kerja."


@require_safe
def syarat(request: Permintaan, satker: str, tahun: int) -> HttpResponse:
    rencana = rencana_terlihat(request.user, satker, tahun)
    return _halaman(request, rencana, _lembar(request, rencana, request.GET.get("kategori", "")))


@require_http_methods(["GET", "HEAD", "POST"])
def syarat_isi(request: Permintaan, satker: str, tahun: int, kode: str) -> HttpResponse:
    rencana = _untuk_diisi(request, satker, tahun, kode)
    apa, ada = MENURUT_KODE[kode], pemenuhan_syarat(rencana).filter(kode=kode).first()
    data = (request.POST, request.FILES) if request.method == "POST" else ()
    form = SyaratForm(*data, syarat=apa, ada=ada, bukti=bukti_pilihan(rencana))
    if form.is_valid() and laksanakan(form, isi_syarat, rencana=rencana, kode=kode, oleh=request.user):
        messages.success(request, f"{apa.nama}: tersimpan.")
        return redirect("nilai:syarat", satker, tahun)
    if form.is_bound and form.non_field_errors():  # told that it changed: the next save goes over what it is now
        ada = pemenuhan_syarat(rencana).filter(kode=kode).first()
        form.data = {**request.POST.dict(), "revisi": ada.revisi if ada else 0}
    konteks = {"rencana": rencana, "syarat": apa, "ada": ada, "form": form}
    return render(request, "nilai/syarat_isi.html", konteks, status=422 if form.is_bound else 200)


@require_POST
def syarat_kosongkan(request: Permintaan, satker: str, tahun: int, kode: str) -> HttpResponse:
    rencana = _untuk_diisi(request, satker, tahun, kode)
    pemenuhan = get_object_or_404(pemenuhan_syarat(rencana), kode=kode)
    dilihat = request.POST.get("revisi", "")
    try:
        if dilihat.isdecimal():
            pemenuhan.revisi = int(dilihat)
        kosongkan_syarat(pemenuhan=pemenuhan, oleh=request.user)
        messages.success(request, f"{pemenuhan}: dikosongkan.")
    except DomainError as galat:
        messages.error(request, galat.pesan)
        return redirect("nilai:syarat_isi", satker, tahun, kode)
    return redirect("nilai:syarat", satker, tahun)


@require_POST
def syarat_dikunjungi(request: Permintaan, satker: str, tahun: int, kode: str) -> HttpResponse:
    """Who filled in the address opens it no second time: another says that it is what it should be."""
    rencana = _untuk_diisi(request, satker, tahun, kode)
    pemenuhan = get_object_or_404(pemenuhan_syarat(rencana), kode=kode)
    try:
        nyatakan_dikunjungi(pemenuhan=pemenuhan, oleh=request.user)
        messages.success(request, f"{pemenuhan}: tautannya sudah dikunjungi.")
    except DomainError as galat:
        messages.error(request, galat.pesan)
    return redirect("nilai:syarat", satker, tahun)


@require_safe
@xframe_options_sameorigin
@csp(KOTAK_PASIR)  # type: ignore[arg-type]  # it is typed for views without arguments
def syarat_berkas(request: Permintaan, satker: str, tahun: int, kode: str) -> HttpResponse | FileResponse:
    """The condition's own file, as evidence is sent."""
    rencana = rencana_terlihat(request.user, satker, tahun)
    pemenuhan = get_object_or_404(pemenuhan_syarat(rencana), kode=kode)
    if pemenuhan.berkas is None:
        raise Http404("Syarat ini tidak punya berkas sendiri.")
    if kode in BERNILAI and menilai_buta(request.user, rencana):
        raise PermissionDenied("Surat ini menyebut nilai mandiri, yang tertutup bagi Anda.")
    return kirim_berkas(request, pemenuhan.berkas, pemenuhan.nama_berkas)


@require_POST
def usulkan(request: Permintaan, satker: str, tahun: int) -> HttpResponse:
    rencana = _untuk_kepala(request, satker, tahun)
    lembar = _lembar(request, rencana, request.POST.get("kategori", ""))
    form = _form_usulan(lembar, request.POST)
    if form.is_valid() and laksanakan(form, usulkan_unit, rencana=rencana, oleh=request.user):
        messages.success(request, "Unit diusulkan. Penilaian yang dikunci kini dapat dibaca PortalRB.")
        return redirect("nilai:syarat", satker, tahun)
    return _halaman(request, rencana, _lembar(request, rencana, lembar.kategori), status=422, form_usulan=form)


@require_POST
def tarik(request: Permintaan, satker: str, tahun: int) -> HttpResponse:
    rencana = _untuk_kepala(request, satker, tahun)
    lembar = _lembar(request, rencana)
    if lembar.usulan is None:
        raise Http404("Unit ini belum pernah diusulkan.")
    form = TarikForm(request.POST)
    if form.is_valid() and laksanakan(form, tarik_usulan, usulan=lembar.usulan, oleh=request.user):
        messages.success(request, "Usulan ditarik.")
        return redirect("nilai:syarat", satker, tahun)
    return _halaman(request, rencana, _lembar(request, rencana), status=422, form_tarik=form)


def _untuk_diisi(request: Permintaan, satker: str, tahun: int, kode: str) -> Rencana:
    """Raises Http404 for outsiders and for what is no condition, PermissionDenied for who may not fill in."""
    rencana = rencana_terlihat(request.user, satker, tahun)
    if kode not in MENURUT_KODE:
        raise Http404("Syarat itu tidak ada.")
    if not request.user.boleh("ajukan", rencana):
        raise PermissionDenied(HANYA_PENGISI)
    return rencana


def _untuk_kepala(request: Permintaan, satker: str, tahun: int) -> Rencana:
    rencana = rencana_terlihat(request.user, satker, tahun)
    if not request.user.boleh("sahkan", rencana):
        raise PermissionDenied(HANYA_KEPALA)
    return rencana


def _lembar(request: Permintaan, rencana: Rencana, kategori: str = "") -> LembarSyarat:
    return lembar_syarat(rencana, request.user, hari_ini(rencana.satker.zona_waktu), kategori)


def _form_usulan(lembar: LembarSyarat, data: Any = None) -> UsulanForm:
    return UsulanForm(data, lama=lembar.usulan, kategori=lembar.kategori, kurang=bool(lembar.kurang))


def _halaman(
    request: Permintaan, rencana: Rencana, lembar: LembarSyarat, *, status: int = 200, **ditolak: BaseForm
) -> HttpResponse:
    """A refused form is drawn in its place; where its step is no longer to be taken, only why."""
    form: dict[str, BaseForm | None] = {"form_usulan": None, "form_tarik": None}
    if request.user.boleh("sahkan", rencana):
        form |= {"form_tarik": TarikForm()} if lembar.diusulkan else {"form_usulan": _form_usulan(lembar)}
    pesan = [galat for nama, f in ditolak.items() if not form[nama] for galat in f.non_field_errors()]
    form |= {nama: f for nama, f in ditolak.items() if form[nama]}
    mengisi = request.user.boleh("ajukan", rencana)
    konteks = {"rencana": rencana, "lembar": lembar, "mengisi": mengisi, "pesan": pesan, "kategori": KATEGORI}
    return render(request, "nilai/syarat.html", {**konteks, **form}, status=status)
