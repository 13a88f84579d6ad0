"""Accounts, roles and team places of an office: the admin satker's pages. Every form has its own address; a refused
one is drawn again in its place on the person's page."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.forms import BaseForm
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from rencana_aksi.models import Rencana
from rencana_aksi.queries.rencana import rencana_terlihat
from zona.inti.errors import DomainError
from zona.inti.htmx import Permintaan, laksanakan, tampilkan
from zona.organisasi import forms
from zona.organisasi.domain import pengguna as akun_domain
from zona.organisasi.domain import penugasan, sandi, tim
from zona.organisasi.enums import Peran
from zona.organisasi.models import Keanggotaan, Pengguna
from zona.organisasi.queries.roster import orang_satker

HANYA_ADMIN = "Hanya admin satker yang dapat mengubah akun, peran, dan susunan tim."
MILIK_LAIN = "Akun ini milik satker lain; datanya hanya dapat diubah oleh admin satker itu."


def _dikelola(request: Permintaan, satker: str, tahun: int) -> Rencana:
    """The plan whose office the person administers. Raises Http404 for outsiders, PermissionDenied for readers."""
    rencana = rencana_terlihat(request.user, satker, tahun)
    if not request.user.boleh("kelola_akun", rencana):
        raise PermissionDenied(HANYA_ADMIN)
    return rencana


def _orang(rencana: Rencana, pk: int, *, milik_sendiri: bool = True) -> Pengguna:
    """A person of the office. Raises Http404; PermissionDenied for one of another office who only holds a role here."""
    orang = get_object_or_404(orang_satker(rencana.satker, rencana.tahun), pk=pk)
    if milik_sendiri and orang.satker_id != rencana.satker_id:
        raise PermissionDenied(MILIK_LAIN)
    return orang


def _halaman(
    request: Permintaan, rencana: Rencana, pk: int, *, status: int = 200, sandi: str = "", **form: Any
) -> HttpResponse:
    """The person's page, fresh from the database, with the form that was refused in its place."""
    orang = _orang(rencana, pk, milik_sendiri=False)
    isi_form: dict[str, Any] = {
        "form": forms.PenggunaForm(instance=orang),
        "form_tim": forms.KeanggotaanForm(),
        "form_aktif": forms.KeaktifanForm(initial={"aktif": int(not orang.is_active)}),
        "form_peran": None,
    } | form
    dipegang = {p.peran for p in orang.peran_satker}  # type: ignore[attr-defined]  # prefetched by orang_satker
    konteks = {
        "rencana": rencana,
        "orang": orang,
        "milik_sendiri": orang.satker_id == rencana.satker_id,
        "diri_sendiri": orang == request.user,
        "peran": [(p, p.value in dipegang) for p in (Peran.PENILAI, Peran.ADMIN)],
        "sandi": sandi,
    }
    return render(request, "organisasi/akun.html", konteks | isi_form, status=status)


def _kerjakan(
    request: Permintaan, rencana: Rencana, pk: int, nama: str, form: BaseForm, pesan: str,
    kerja: Callable[..., Any], ke: str = "", **argumen: Any,
) -> HttpResponse:  # fmt: skip
    """Run the domain function with the form; with a word of success to the page `ke` (else the person's), or 422."""
    if form.is_valid() and laksanakan(form, kerja, oleh=request.user, **argumen):
        messages.success(request, pesan)
        tujuan = (rencana.satker.slug, rencana.tahun)
        return redirect(ke, *tujuan) if ke else redirect("rencana_aksi:akun", *tujuan, pk)
    ditolak: dict[str, Any] = {nama: form}
    return _halaman(request, rencana, pk, status=422, **ditolak)


@require_safe
def daftar(request: Permintaan, satker: str, tahun: int) -> HttpResponse:
    rencana = _dikelola(request, satker, tahun)
    konteks = {"rencana": rencana, "orang": orang_satker(rencana.satker, tahun), "form": forms.PenilaiLuarForm()}
    return render(request, "organisasi/orang.html", konteks)


@require_http_methods(["GET", "POST"])
def tambah(request: Permintaan, satker: str, tahun: int) -> HttpResponse:
    rencana = _dikelola(request, satker, tahun)
    form = forms.PenggunaForm(request.POST or None)
    if form.is_valid() and laksanakan(form, akun_domain.tambah_pengguna, satker=rencana.satker, oleh=request.user):
        orang = Pengguna.objects.get(username=form.cleaned_data["username"])
        messages.success(request, f"Akun {orang} dibuat. Buat sandi sementara agar ia dapat masuk.")
        return redirect("rencana_aksi:akun", rencana.satker.slug, tahun, orang.pk)
    return tampilkan(request, "organisasi/orang_tambah.html", "form", {"rencana": rencana, "form": form})


@require_http_methods(["GET", "POST"])
def akun(request: Permintaan, satker: str, tahun: int, pk: int) -> HttpResponse:
    """One person: GET shows everything, POST corrects the account's data."""
    rencana = _dikelola(request, satker, tahun)
    if request.method != "POST":
        return _halaman(request, rencana, pk)
    orang = _orang(rencana, pk)
    form = forms.PenggunaForm(request.POST, instance=orang)
    return _kerjakan(
        request, rencana, pk, "form", form, "Data akun disimpan.", akun_domain.ubah_pengguna, pengguna=orang
    )


@require_POST
def keaktifan(request: Permintaan, satker: str, tahun: int, pk: int) -> HttpResponse:
    rencana = _dikelola(request, satker, tahun)
    orang = _orang(rencana, pk)
    pesan = "Akun dinonaktifkan; sesinya diakhiri." if orang.is_active else "Akun diaktifkan."
    form = forms.KeaktifanForm(request.POST)
    return _kerjakan(request, rencana, pk, "form_aktif", form, pesan, akun_domain.atur_keaktifan, pengguna=orang)


@never_cache
@require_POST
def sandi_sementara(request: Permintaan, satker: str, tahun: int, pk: int) -> HttpResponse:
    """The only page that ever shows the temporary password."""
    rencana = _dikelola(request, satker, tahun)
    try:
        baru = sandi.beri_sandi_sementara(pengguna=_orang(rencana, pk), oleh=request.user)
    except DomainError as galat:
        messages.error(request, galat.pesan)
        return redirect("rencana_aksi:akun", rencana.satker.slug, tahun, pk)
    return _halaman(request, rencana, pk, sandi=baru)


@require_POST
def keanggotaan(request: Permintaan, satker: str, tahun: int, pk: int) -> HttpResponse:
    rencana = _dikelola(request, satker, tahun)
    argumen: dict[str, Any] = {"satker": rencana.satker, "tahun": tahun, "pengguna": _orang(rencana, pk)}
    form = forms.KeanggotaanForm(request.POST)
    return _kerjakan(request, rencana, pk, "form_tim", form, "Susunan tim disimpan.", tim.masukkan_tim, **argumen)


@require_POST
def keluar_tim(request: Permintaan, satker: str, tahun: int, pk: int, kode: str) -> HttpResponse:
    rencana = _dikelola(request, satker, tahun)
    milik = Keanggotaan.objects.select_related("tim", "pengguna").filter(tim__satker=rencana.satker, tim__tahun=tahun)
    anggota = get_object_or_404(milik, pengguna=_orang(rencana, pk), tim__kode=kode)
    tim.keluarkan_tim(keanggotaan=anggota, oleh=request.user)
    messages.success(request, f"{anggota.pengguna} dikeluarkan dari {anggota.tim}.")
    return redirect("rencana_aksi:akun", rencana.satker.slug, tahun, pk)


@require_POST
def beri_peran(request: Permintaan, satker: str, tahun: int, pk: int) -> HttpResponse:
    rencana = _dikelola(request, satker, tahun)
    argumen: dict[str, Any] = {"satker": rencana.satker, "pengguna": _orang(rencana, pk, milik_sendiri=False)}
    form = forms.PeranForm(request.POST)
    return _kerjakan(request, rencana, pk, "form_peran", form, "Peran diberikan.", penugasan.beri_peran, **argumen)


@require_POST
def cabut_peran(request: Permintaan, satker: str, tahun: int, pk: int) -> HttpResponse:
    """Afterwards not to the person's page: it may be closed to the admin, or the admin to it."""
    rencana = _dikelola(request, satker, tahun)
    argumen: dict[str, Any] = {"satker": rencana.satker, "pengguna": _orang(rencana, pk, milik_sendiri=False)}
    form = forms.PeranForm(request.POST)
    return _kerjakan(
        request,
        rencana,
        pk,
        "form_peran",
        form,
        "Peran dicabut.",
        penugasan.cabut_peran,
        **argumen,
        ke="rencana_aksi:tim" if pk == request.user.pk else "rencana_aksi:orang",
    )


@require_POST
def penilai_luar(request: Permintaan, satker: str, tahun: int) -> HttpResponse:
    """Give the penilai role to somebody of another office, known by NIP alone."""
    rencana = _dikelola(request, satker, tahun)
    form = forms.PenilaiLuarForm(request.POST)
    if form.is_valid() and laksanakan(form, penugasan.tugaskan_penilai, satker=rencana.satker, oleh=request.user):
        messages.success(request, "Penilai ditugaskan.")
        return redirect("rencana_aksi:orang", rencana.satker.slug, tahun)
    konteks = {"rencana": rencana, "orang": orang_satker(rencana.satker, tahun), "form": form}
    return render(request, "organisasi/orang.html", konteks, status=422)
