"""The people of an office, with who may get in and how."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import urlencode
from django.views.decorators.http import require_POST, require_safe

from zona.inti.htmx import Permintaan, laksanakan
from zona.orang.queries.sandi import BELUM_DAPAT_MASUK
from zona.orang.queries.tempat import TAHUN_AKHIR, TAHUN_AWAL, Tempat, tempat_dikelola, tempat_terlihat
from zona.organisasi import forms
from zona.organisasi.domain import penugasan
from zona.organisasi.queries.roster import orang_satker


def _halaman(request: Permintaan, tempat: Tempat, form: forms.PenilaiLuarForm, status: int = 200) -> HttpResponse:
    kelola = request.user.boleh("kelola_akun", tempat)
    konteks: dict[str, Any] = {"form": form, "boleh_kelola": kelola}
    orang = list(orang_satker(tempat.satker, tempat.tahun))
    konteks["orang"] = orang
    milik = (o for o in orang if o.is_active and o.satker_id == tempat.satker.pk)
    konteks["tanpa_sandi"] = sum(o.keadaan_sandi in BELUM_DAPAT_MASUK for o in milik)
    return render(request, "orang/orang.html", tempat.konteks | konteks, status=status)


@require_safe
def daftar(request: Permintaan, satker: str) -> HttpResponse:
    """Readable by all of the office; its admin sees the accounts and manages them. `?tahun=`: whose teams stand beside
    the names, by default the running year's."""
    tahun = request.GET.get("tahun", "")
    dipilih = int(tahun) if tahun.isdecimal() and TAHUN_AWAL <= int(tahun) <= TAHUN_AKHIR else None
    return _halaman(request, tempat_terlihat(request.user, satker, dipilih), forms.PenilaiLuarForm())


@require_safe
def daftar_tahun(request: Permintaan, satker: str, tahun: int) -> HttpResponse:
    """The same list, with the teams of that year."""
    tempat = tempat_dikelola(request.user, satker, tahun)
    return redirect(f"{reverse('orang:orang', args=[tempat.satker.slug])}?{urlencode({'tahun': tahun})}")


@require_POST
def penilai_luar(request: Permintaan, satker: str, tahun: int) -> HttpResponse:
    """Give the penilai role to somebody of another office, known by NIP alone."""
    tempat = tempat_dikelola(request.user, satker, tahun)
    form = forms.PenilaiLuarForm(request.POST)
    if form.is_valid() and laksanakan(form, penugasan.tugaskan_penilai, satker=tempat.satker, oleh=request.user):
        messages.success(request, "Penilai ditugaskan.")
        return redirect("orang:orang_tahun", tempat.satker.slug, tahun)
    return _halaman(request, tempat, form, 422)
