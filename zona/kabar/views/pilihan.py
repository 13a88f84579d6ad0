"""One's own page: which word one wants, and one's calendar."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from zona.inti.htmx import Permintaan, laksanakan, tampilkan
from zona.kabar.domain import kalender
from zona.kabar.domain.pilihan import pilih_kabar
from zona.kabar.forms import PilihanForm
from zona.kabar.queries.halaman import kalender_saya, tempat_berkabar
from zona.kabar.views.kalender import alamat_ics


def _halaman(request: Permintaan, form: PilihanForm, alamat_baru: str = "") -> HttpResponse:
    konteks = {
        "form": form,
        "kalender": kalender_saya(request.user),
        "alamat_baru": alamat_baru,
        "tempat": tempat_berkabar(request.user),
    }
    return tampilkan(request, "kabar/pilihan.html", "form", konteks)


@require_http_methods(["GET", "POST"])
def pilihan(request: Permintaan) -> HttpResponse:
    form = PilihanForm(request.POST if request.method == "POST" else None, pengguna=request.user)
    if form.is_valid() and laksanakan(form, pilih_kabar, oleh=request.user):
        messages.success(request, "Pilihan kabar disimpan.")
        return redirect("kabar:pilihan")
    return _halaman(request, form)


@never_cache
@require_POST
def kalender_baru(request: Permintaan) -> HttpResponse:
    """The only page that ever shows the address."""
    token = kalender.buat_kalender_saya(oleh=request.user)
    return _halaman(request, PilihanForm(None, pengguna=request.user), alamat_ics(request, token))


@require_POST
def kalender_cabut(request: Permintaan) -> HttpResponse:
    if kalender.cabut_kalender_saya(oleh=request.user):
        messages.success(request, "Alamat kalender dicabut; kalender yang berlangganan padanya tidak diperbarui lagi.")
    return redirect("kabar:pilihan")
