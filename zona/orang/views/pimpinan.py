"""Kepala and ketua of a year: who, how they came to it; a change is proposed, confirmed, refused, taken back."""

from collections.abc import Callable

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_POST

from zona.inti.htmx import Permintaan, laksanakan
from zona.orang.queries.tempat import HANYA_ADMIN, Tempat, tempat_dikelola, tempat_terlihat
from zona.organisasi.domain import pimpinan as domain
from zona.organisasi.forms import AlasanForm, UsulanPimpinanForm
from zona.organisasi.models import UsulanPimpinan
from zona.organisasi.queries.pimpinan import jabatan_pimpinan, usulan_tahun

PUTUSAN: dict[str, tuple[Callable[..., None], str]] = {
    "setujui": (domain.setujui_pimpinan, "Pergantian dikonfirmasi dan berlaku sekarang."),
    "tolak": (domain.tolak_pimpinan, "Usulan ditolak."),
    "tarik": (domain.tarik_pimpinan, "Usulan ditarik."),
}


def _halaman(request: Permintaan, tempat: Tempat, status: int = 200, **form: object) -> HttpResponse:
    mengusulkan = request.user.boleh("usulkan_pimpinan", tempat)
    konteks = {
        "jabatan": [
            (j, bool(j.menunggu and request.user.boleh("setujui_pimpinan", j.menunggu)))
            for j in jabatan_pimpinan(tempat.satker, tempat.tahun)
        ],
        "riwayat": [u for u in usulan_tahun(tempat.satker, tempat.tahun) if u.diputus_pada],
        "mengusulkan": mengusulkan,
        "form": UsulanPimpinanForm(None, satker=tempat.satker) if mengusulkan else None,
        "form_alasan": AlasanForm(auto_id=False),
        "form_putus": None,
        "putus_pk": None,
    }
    return render(request, "orang/pimpinan.html", tempat.konteks | konteks | form, status=status)


@require_http_methods(["GET", "HEAD", "POST"])
def pimpinan(request: Permintaan, satker: str, tahun: int) -> HttpResponse:
    """Readable by all of the office; POST: the admin proposes."""
    if request.method != "POST":
        return _halaman(request, tempat_terlihat(request.user, satker, tahun))
    tempat = tempat_dikelola(request.user, satker, tahun)
    if not request.user.boleh("usulkan_pimpinan", tempat):
        raise PermissionDenied(HANYA_ADMIN)
    form = UsulanPimpinanForm(request.POST, satker=tempat.satker)
    kerja = domain.usulkan_pimpinan
    if form.is_valid() and laksanakan(form, kerja, satker=tempat.satker, tahun=tahun, oleh=request.user):
        messages.success(request, "Usulan dikirim; berlaku setelah dikonfirmasi orang kedua.")
        return redirect("orang:pimpinan", tempat.satker.slug, tahun)
    return _halaman(request, tempat, 422, form=form)


@require_POST
def putus(request: Permintaan, satker: str, tahun: int, pk: int) -> HttpResponse:
    """Confirm or refuse: who may decide; take back: the admin."""
    tempat = tempat_terlihat(request.user, satker, tahun)
    usulan = get_object_or_404(UsulanPimpinan, satker=tempat.satker, tahun=tahun, pk=pk)
    tindakan = request.POST.get("tindakan", "")
    hak = "usulkan_pimpinan" if tindakan == "tarik" else "setujui_pimpinan"
    if tindakan not in PUTUSAN or not request.user.boleh(hak, usulan):
        raise PermissionDenied(domain.BUKAN_PIHAK)
    kerja, kata = PUTUSAN[tindakan]
    form = AlasanForm(request.POST)
    if form.is_valid() and laksanakan(form, kerja, usulan=usulan, oleh=request.user):
        messages.success(request, kata)
        return redirect("orang:pimpinan", tempat.satker.slug, tahun)
    return _halaman(request, tempat, 422, form_putus=form, putus_pk=pk)
