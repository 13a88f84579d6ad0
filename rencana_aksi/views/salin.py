"""Copying a plan into another year: shown whole, chosen row by row, then made."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from rencana_aksi.domain.salin.rancangan import rancang_salinan
from rencana_aksi.domain.salin.tulis import pastikan_tahun, salin_rencana
from rencana_aksi.forms_salin import SalinForm, TahunForm
from rencana_aksi.models import Rencana
from rencana_aksi.queries.isi import isi_rencana
from rencana_aksi.queries.rencana import rencana_terlihat
from rencana_aksi.queries.salin import ada_tim, boleh_menyalin, instrumen_pilihan, tahun_berikut
from zona.inti.errors import DomainError
from zona.inti.htmx import Permintaan

HANYA = "Hanya ketua tim dan admin satker yang dapat menyalin rencana ke tahun baru."


@require_http_methods(["GET", "POST"])
def salin(request: Permintaan, satker: str, tahun: int) -> HttpResponse:
    """GET previews the copy into ?ke=…, POST makes it as chosen."""
    rencana = rencana_terlihat(request.user, satker, tahun)
    if not boleh_menyalin(request.user, rencana):
        raise PermissionDenied(HANYA)
    kiriman = request.POST if request.method == "POST" else request.GET
    ke = TahunForm({"ke": kiriman.get("ke") or tahun_berikut(rencana)})
    konteks: dict[str, Any] = {"rencana": rencana, "tahun_form": ke}
    if not _tahun_sah(ke, rencana):
        return render(request, "rencana_aksi/salin.html", konteks, status=422)
    baru = ke.cleaned_data["ke"]
    rancangan, pilihan = rancang_salinan(isi_rencana(rencana), baru), instrumen_pilihan(rencana)
    form = SalinForm(kiriman if request.method == "POST" else None, rancangan=rancangan, instrumen=pilihan)
    if form.is_valid() and _buat(request, rencana, form):
        messages.success(request, f"Rencana {baru} dibuat sebagai draf dari rencana {tahun}.")
        return redirect("matriks:matriks", rencana.satker.slug, baru)
    konteks |= {"form": form, "rancangan": rancangan, "bagian": list(form.bagian()), "ada_tim": ada_tim(rencana, baru)}
    return render(request, "rencana_aksi/salin.html", konteks, status=422 if form.is_bound else 200)


def _tahun_sah(form: TahunForm, rencana: Rencana) -> bool:
    try:
        if form.is_valid():
            pastikan_tahun(rencana, form.cleaned_data["ke"])
    except DomainError as galat:
        form.add_error(galat.kolom, galat.pesan)
    return not form.errors


def _buat(request: Permintaan, rencana: Rencana, form: SalinForm) -> bool:
    """Make it; a refusal becomes the form's. Then the form takes the plan as it is now for what was read."""
    isi = form.cleaned_data
    try:
        salin_rencana(
            rencana=rencana, ke=isi["ke"], pilihan=form.pilihan(), instrumen=isi["instrumen"], oleh=request.user,
            sidik_dibaca=isi["sidik_dibaca"],
        )  # fmt: skip
    except DomainError as galat:
        form.add_error(None, galat.pesan)
        kiriman = request.POST.copy()
        kiriman["sidik_dibaca"] = form.rancangan.sidik
        form.data = kiriman
        return False
    return True
