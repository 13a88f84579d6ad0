"""The office's own pages: making doors, who came in, revoking."""

from django.conf import settings
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from rencana_aksi.models import Rencana
from rencana_aksi.queries.rencana import rencana_terlihat
from zona.inti.errors import DomainError
from zona.inti.htmx import Permintaan
from zona.inti.waktu import hari_ini
from zona.pintu.domain.pintu import buat_pintu, cabut_pintu
from zona.pintu.forms import PintuForm
from zona.pintu.queries.daftar import daftar_pintu, keadaan, kunjungan_pintu, pintu_rencana

BARU = "pintu_baru"
"""In the session: the address just made, until it was shown."""


def _rencana(request: Permintaan, satker: str, tahun: int) -> Rencana:
    rencana = rencana_terlihat(request.user, satker, tahun)
    if not request.user.boleh("buka_pintu", rencana):
        raise PermissionDenied("Pintu penilai hanya dibuka dan dicabut oleh kepala kantor dan ketua tim.")
    return rencana


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
def daftar(request: Permintaan, satker: str, tahun: int) -> HttpResponse:
    """All doors and the form for a new one, whose address is shown once, after it was made."""
    rencana = _rencana(request, satker, tahun)
    hari = hari_ini(rencana.satker.zona_waktu)
    form = PintuForm(request.POST or None)
    if form.is_valid():
        try:
            pintu, rahasia = buat_pintu(rencana=rencana, hari_ini=hari, oleh=request.user, **form.cleaned_data)
        except DomainError as galat:
            form.add_error(galat.kolom, galat.pesan)
        else:
            alamat = settings.ZONA_ALAMAT_LAMAN + reverse("pintu:masuk", args=[rahasia])
            request.session[BARU] = {"nama": pintu.nama, "alamat": alamat}
            return redirect("pintu:daftar", satker, tahun)
    baru = None if form.is_bound else request.session.pop(BARU, None)
    konteks = {"rencana": rencana, "pintu": daftar_pintu(rencana, hari), "form": form, "baru": baru}
    return render(request, "pintu/daftar.html", konteks, status=422 if form.errors else 200)


@require_safe
def kunjungan(request: Permintaan, satker: str, tahun: int, pk: int) -> HttpResponse:
    """Every opening through one door."""
    rencana = _rencana(request, satker, tahun)
    pintu = pintu_rencana(rencana, pk)
    lembar, baris = kunjungan_pintu(pintu, request.GET.get("halaman", "1"))
    konteks = {"rencana": rencana, "pintu": pintu, "lembar": lembar, "baris": baris}
    konteks["keadaan"] = keadaan(pintu, hari_ini(rencana.satker.zona_waktu))
    return render(request, "pintu/kunjungan.html", konteks)


@require_POST
def cabut(request: Permintaan, satker: str, tahun: int, pk: int) -> HttpResponse:
    pintu = pintu_rencana(_rencana(request, satker, tahun), pk)
    try:
        cabut_pintu(pintu=pintu, oleh=request.user)
        messages.success(request, f"Pintu untuk {pintu.nama} dicabut: tautannya tidak membuka apa pun lagi.")
    except DomainError as galat:
        messages.error(request, galat.pesan)
    return redirect("pintu:daftar", satker, tahun)
