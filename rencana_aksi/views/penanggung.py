"""Who answers for an action. That is execution, not plan: it may be said at any time (produk.md §5)."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from rencana_aksi.domain.pelaksanaan import tetapkan_penanggung_jawab
from rencana_aksi.forms import PenanggungForm
from rencana_aksi.queries.aksi import aksi_terlihat
from zona.inti.htmx import Permintaan, laksanakan, tampilkan


@require_http_methods(["GET", "POST"])
def penanggung(request: Permintaan, satker: str, tahun: int, pk: int) -> HttpResponse:
    aksi = aksi_terlihat(request.user, satker, tahun, pk)
    if not request.user.boleh("tunjuk_penanggung", aksi):
        raise PermissionDenied("Penanggung jawab hanya ditunjuk oleh ketua dan koordinator pengungkitnya.")
    kembali = reverse("matriks:aksi", args=[satker, tahun, pk])
    form = PenanggungForm(request.POST or None, aksi=aksi)
    if form.is_valid() and laksanakan(form, tetapkan_penanggung_jawab, aksi=aksi, oleh=request.user):
        messages.success(request, "Penanggung jawab tersimpan.")
        return redirect(kembali)
    rencana = aksi.rencana_kerja.pengungkit.rencana
    konteks = {"rencana": rencana, "aksi": aksi, "form": form, "kembali": kembali}
    return tampilkan(request, "rencana_aksi/penanggung.html", "formulir", konteks)
