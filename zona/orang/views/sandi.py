"""How people first get in: temporary passwords on sheets to be cut out and handed over, shown once; or invitations."""

from typing import Any

from django.conf import settings
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_variables
from django.views.decorators.http import require_http_methods, require_POST

from zona.inti.errors import DomainError
from zona.inti.htmx import Permintaan
from zona.orang.forms import PilihOrangForm
from zona.orang.queries.sandi import perlu_sandi, sidik_sandi
from zona.orang.queries.tempat import Tempat, tempat_dikelola
from zona.organisasi.domain.sandi import beri_sandi_banyak
from zona.organisasi.domain.undangan import undang as undang_orang


def _pilih(request: Permintaan, tempat: Tempat, form: PilihOrangForm | None = None) -> HttpResponse:
    orang = perlu_sandi(tempat.satker)
    form = form or PilihOrangForm(None, orang=orang, sidik=sidik_sandi(orang))
    konteks: dict[str, Any] = {"form": form, "berposel": any(o.posel for o in orang)}
    return render(request, "orang/sandi.html", tempat.konteks | konteks, status=422 if form.is_bound else 200)


@sensitive_variables("lembar")
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def sandi(request: Permintaan, satker: str) -> HttpResponse:
    """Who has no password of their own; POST: the sheets, the only page that ever shows these passwords. Sent again it
    makes no others: the passwords it was asked upon are no more."""
    tempat = tempat_dikelola(request.user, satker)
    if request.method != "POST":
        return _pilih(request, tempat)
    orang = perlu_sandi(tempat.satker)
    form = PilihOrangForm(request.POST, orang=orang, sidik=sidik_sandi(orang))
    if not form.is_valid():
        return _pilih(request, tempat, form)
    try:
        lembar = beri_sandi_banyak(orang=form.dipilih, oleh=request.user)
    except DomainError as galat:
        form.add_error(None, galat.pesan)
        return _pilih(request, tempat, form)
    konteks = {"lembar": lembar, "alamat": settings.ZONA_ALAMAT_LAMAN}
    return render(request, "orang/sandi_lembar.html", tempat.konteks | konteks)


@require_POST
def undang(request: Permintaan, satker: str) -> HttpResponse:
    """Invite those who are ticked; says whose letter did not go out."""
    tempat = tempat_dikelola(request.user, satker)
    orang = perlu_sandi(tempat.satker)
    form = PilihOrangForm(request.POST, orang=orang, sidik=sidik_sandi(orang))
    if not form.is_valid():
        return _pilih(request, tempat, form)
    berposel = [o for o in form.dipilih if o.posel]
    try:
        hasil = undang_orang(satker=tempat.satker, orang=berposel, oleh=request.user)
    except DomainError as galat:
        form.add_error(None, galat.pesan)
        return _pilih(request, tempat, form)
    if hasil.terkirim:
        messages.success(request, f"{len(hasil.terkirim)} undangan terkirim; tautannya berlaku 72 jam.")
    for satu in hasil.gagal:
        messages.error(request, f"Undangan untuk {satu} tidak terkirim. Undang lagi nanti, atau cetak lembar sandinya.")
    if tanpa := len(form.dipilih) - len(berposel):
        messages.warning(request, f"{tanpa} orang tanpa alamat pos-el tidak diundang; cetak lembar sandinya.")
    return redirect("orang:orang", tempat.satker.slug)
