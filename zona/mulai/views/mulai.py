"""What is done and what is next, and the office itself."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from zona.inti.htmx import Permintaan, laksanakan
from zona.mulai.forms.kantor import KantorForm
from zona.mulai.queries.langkah import keadaan_mulai
from zona.mulai.queries.tempat import HANYA_KANTOR, tempat_kantor
from zona.organisasi.domain.satker import KOP, ubah_kop


@require_safe
def mulai(request: Permintaan, satker: str) -> HttpResponse:
    """All done, to the running year."""
    kini = keadaan_mulai(request.user, satker)
    if kini.selesai:
        return redirect("beranda:beranda", kini.tempat.satker.slug, kini.tempat.tahun)
    return render(request, "mulai/mulai.html", {"tempat": kini.tempat, "mulai": kini})


@require_http_methods(["GET", "HEAD", "POST"])
def kantor(request: Permintaan, satker: str) -> HttpResponse:
    """Name, address, letterhead and clock."""
    tempat = tempat_kantor(request.user, satker)
    if not request.user.boleh("kelola_akun", tempat):
        raise PermissionDenied(HANYA_KANTOR)
    awal = {kolom: getattr(tempat.satker, kolom) for kolom in (*KOP, "zona_waktu")}
    form = KantorForm(request.POST or None, initial=awal)
    if form.is_valid() and laksanakan(form, ubah_kop, satker=tempat.satker, oleh=request.user):
        messages.success(request, "Data kantor tersimpan.")
        return redirect("mulai:mulai", tempat.satker.slug)
    konteks = {"tempat": tempat, "form": form}
    return render(request, "mulai/kantor.html", konteks, status=422 if form.is_bound else 200)
