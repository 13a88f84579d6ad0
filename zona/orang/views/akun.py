"""Accounts, roles and team places of an office: the admin satker's pages. Every form has its own address; a refused
one is drawn again in its place on the person's page."""

from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.forms import BaseForm
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from zona.inti.errors import DomainError
from zona.inti.htmx import Permintaan, laksanakan, tampilkan
from zona.orang.domain.baru import tambah_orang
from zona.orang.forms import OrangBaruForm
from zona.orang.queries.sandi import perlu_sandi, sidik_sandi
from zona.orang.queries.tempat import Tempat, pilihan_tim, tempat_dikelola
from zona.organisasi import forms
from zona.organisasi.domain import pengguna as akun_domain
from zona.organisasi.domain import penugasan, sandi, tim
from zona.organisasi.domain.mutasi import mutasi as catat_mutasi
from zona.organisasi.enums import KeadaanSandi, Peran
from zona.organisasi.models import Keanggotaan, Pengguna
from zona.organisasi.queries.roster import orang_satker

MILIK_LAIN = "Akun ini milik satker lain; datanya hanya dapat diubah oleh admin satker itu."


def _orang(tempat: Tempat, pk: int, *, milik_sendiri: bool = True) -> Pengguna:
    """A person of the office. Raises Http404; PermissionDenied for one of another office who only holds a role here."""
    orang = get_object_or_404(orang_satker(tempat.satker, tempat.tahun), pk=pk)
    if milik_sendiri and orang.satker_id != tempat.satker.pk:
        raise PermissionDenied(MILIK_LAIN)
    return orang


def _halaman(request: Permintaan, tempat: Tempat, pk: int, *, status: int = 200, **form: Any) -> HttpResponse:
    """The person's page, fresh from the database, with the form that was refused in its place."""
    orang = _orang(tempat, pk, milik_sendiri=False)
    isi_form: dict[str, Any] = {
        "form": forms.PenggunaForm(instance=orang),
        "form_tim": forms.KeanggotaanForm(),
        "form_mutasi": forms.MutasiForm(initial={"tanggal": orang.pindah_pada}, prefix="mutasi"),
        "form_aktif": forms.KeaktifanForm(initial={"aktif": int(not orang.is_active)}),
        "form_peran": None,
    } | form
    dipegang = {p.peran for p in orang.peran_satker}  # type: ignore[attr-defined]  # prefetched by orang_satker
    konteks = {
        **tempat.konteks,
        "orang": orang,
        "milik_sendiri": orang.satker_id == tempat.satker.pk,
        "diri_sendiri": orang == request.user,
        "peran": [(p, p.value in dipegang) for p in (Peran.PENILAI, Peran.ADMIN)],
        "sidik": sidik_sandi(perlu_sandi(tempat.satker)) if _dapat_diundang(tempat, orang) else "",
    }
    return render(request, "orang/akun.html", konteks | isi_form, status=status)


def _dapat_diundang(tempat: Tempat, orang: Pengguna) -> bool:
    milik = orang.satker_id == tempat.satker.pk and orang.is_active
    return milik and bool(orang.posel) and orang.keadaan_sandi != KeadaanSandi.AKTIF


def _kerjakan(
    request: Permintaan, tempat: Tempat, pk: int, nama: str, form: BaseForm, pesan: str,
    kerja: Callable[..., Any], ke: str = "", **argumen: Any,
) -> HttpResponse:  # fmt: skip
    """Run the domain function with the form; with a word of success to the page `ke` (else the person's), or 422."""
    if form.is_valid() and laksanakan(form, kerja, oleh=request.user, **argumen):
        messages.success(request, pesan)
        tujuan = (tempat.satker.slug, tempat.tahun)
        return redirect(ke, *tujuan) if ke else redirect("orang:akun", *tujuan, pk)
    ditolak: dict[str, Any] = {nama: form}
    return _halaman(request, tempat, pk, status=422, **ditolak)


@require_http_methods(["GET", "POST"])
def tambah(request: Permintaan, satker: str, tahun: int) -> HttpResponse:
    """A new person whole: account, team and role in one form."""
    tempat = tempat_dikelola(request.user, satker, tahun)
    form = OrangBaruForm(request.POST or None, tempat=pilihan_tim(tempat), tahun=tahun)
    if form.is_valid() and laksanakan(form, tambah_orang, satker=tempat.satker, tahun=tahun, oleh=request.user):
        orang = Pengguna.objects.filter(satker=tempat.satker).latest("pk")
        messages.success(request, f"Akun {orang} dibuat dengan nama pengguna {orang.username}. Beri sandi pertamanya.")
        return redirect("orang:akun", tempat.satker.slug, tahun, orang.pk)
    return tampilkan(request, "orang/orang_tambah.html", "form", {**tempat.konteks, "form": form})


@require_http_methods(["GET", "POST"])
def akun(request: Permintaan, satker: str, tahun: int, pk: int) -> HttpResponse:
    """One person: GET shows everything, POST corrects the account's data."""
    tempat = tempat_dikelola(request.user, satker, tahun)
    if request.method != "POST":
        return _halaman(request, tempat, pk)
    orang = _orang(tempat, pk)
    form = forms.PenggunaForm(request.POST, instance=orang)
    return _kerjakan(
        request, tempat, pk, "form", form, "Data akun disimpan.", akun_domain.ubah_pengguna, pengguna=orang
    )


@require_POST
def keaktifan(request: Permintaan, satker: str, tahun: int, pk: int) -> HttpResponse:
    tempat = tempat_dikelola(request.user, satker, tahun)
    orang = _orang(tempat, pk)
    pesan = "Akun dinonaktifkan; sesinya diakhiri." if orang.is_active else "Akun diaktifkan."
    form = forms.KeaktifanForm(request.POST)
    return _kerjakan(request, tempat, pk, "form_aktif", form, pesan, akun_domain.atur_keaktifan, pengguna=orang)


@require_POST
def mutasi(request: Permintaan, satker: str, tahun: int, pk: int) -> HttpResponse:
    """Afterwards to the list: the person may be of this office no more."""
    tempat = tempat_dikelola(request.user, satker, tahun)
    form = forms.MutasiForm(request.POST, prefix="mutasi")
    argumen: dict[str, Any] = {"pengguna": _orang(tempat, pk), "ke": "orang:orang_tahun"}
    return _kerjakan(request, tempat, pk, "form_mutasi", form, "Mutasi dicatat.", catat_mutasi, **argumen)


@never_cache
@require_POST
def sandi_sementara(request: Permintaan, satker: str, tahun: int, pk: int) -> HttpResponse:
    """The only page that ever shows the temporary password: a sheet to be handed over."""
    tempat = tempat_dikelola(request.user, satker, tahun)
    orang = _orang(tempat, pk)
    try:
        baru = sandi.beri_sandi_sementara(pengguna=orang, oleh=request.user)
    except DomainError as galat:
        messages.error(request, galat.pesan)
        return redirect("orang:akun", tempat.satker.slug, tahun, pk)
    konteks = {"lembar": [(orang, baru)], "alamat": settings.ZONA_ALAMAT_LAMAN}
    return render(request, "orang/sandi_lembar.html", tempat.konteks | konteks)


@require_POST
def keanggotaan(request: Permintaan, satker: str, tahun: int, pk: int) -> HttpResponse:
    tempat = tempat_dikelola(request.user, satker, tahun)
    argumen: dict[str, Any] = {"satker": tempat.satker, "tahun": tahun, "pengguna": _orang(tempat, pk)}
    form = forms.KeanggotaanForm(request.POST)
    return _kerjakan(request, tempat, pk, "form_tim", form, "Susunan tim disimpan.", tim.masukkan_tim, **argumen)


@require_POST
def keluar_tim(request: Permintaan, satker: str, tahun: int, pk: int, kode: str) -> HttpResponse:
    tempat = tempat_dikelola(request.user, satker, tahun)
    milik = Keanggotaan.objects.select_related("tim", "pengguna").filter(tim__satker=tempat.satker, tim__tahun=tahun)
    anggota = get_object_or_404(milik, pengguna=_orang(tempat, pk), tim__kode=kode)
    try:
        tim.keluarkan_tim(keanggotaan=anggota, oleh=request.user)
        messages.success(request, f"{anggota.pengguna} dikeluarkan dari {anggota.tim}.")
    except DomainError as galat:
        messages.error(request, galat.pesan)
    return redirect("orang:akun", tempat.satker.slug, tahun, pk)


@require_POST
def beri_peran(request: Permintaan, satker: str, tahun: int, pk: int) -> HttpResponse:
    tempat = tempat_dikelola(request.user, satker, tahun)
    argumen: dict[str, Any] = {"satker": tempat.satker, "pengguna": _orang(tempat, pk, milik_sendiri=False)}
    form = forms.PeranForm(request.POST)
    return _kerjakan(request, tempat, pk, "form_peran", form, "Peran diberikan.", penugasan.beri_peran, **argumen)


@require_POST
def cabut_peran(request: Permintaan, satker: str, tahun: int, pk: int) -> HttpResponse:
    """Afterwards not to the person's page: it may be closed to the admin."""
    tempat = tempat_dikelola(request.user, satker, tahun)
    argumen: dict[str, Any] = {"satker": tempat.satker, "pengguna": _orang(tempat, pk, milik_sendiri=False)}
    form = forms.PeranForm(request.POST)
    return _kerjakan(
        request,
        tempat,
        pk,
        "form_peran",
        form,
        "Peran dicabut.",
        penugasan.cabut_peran,
        **argumen,
        ke="orang:orang_tahun",
    )
