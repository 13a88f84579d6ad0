"""Agreeing on a date for an action whose schedule names none."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from rencana_aksi.domain.tanggal import tambah_tanggal
from rencana_aksi.forms import TanggalForm
from rencana_aksi.queries.aksi import aksi_terlihat
from zona.inti.htmx import Permintaan, laksanakan, tampilkan


@require_http_methods(["GET", "POST"])
def tanggal(request: Permintaan, satker: str, tahun: int, pk: int) -> HttpResponse:
    aksi = aksi_terlihat(request.user, satker, tahun, pk)
    if not request.user.boleh("catat_status", aksi):
        raise PermissionDenied(
            "Tanggal hanya diberikan oleh ketua, koordinator pengungkitnya, dan penanggung jawab aksinya."
        )
    kembali = reverse("matriks:aksi", args=[satker, tahun, pk])
    form = TanggalForm(request.POST or None)
    if form.is_valid() and laksanakan(form, tambah_tanggal, aksi=aksi, oleh=request.user):
        messages.success(request, "Tanggal pelaksanaan tersimpan.")
        return redirect(f"{kembali}#pelaksanaan")
    rencana = aksi.rencana_kerja.pengungkit.rencana
    konteks = {"rencana": rencana, "aksi": aksi, "form": form, "kembali": kembali}
    return tampilkan(request, "rencana_aksi/tanggal.html", "formulir", konteks)
