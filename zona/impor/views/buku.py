"""The page of imports: hand a workbook in, see earlier ones."""

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from rencana_aksi.domain.masalah import Ditolak
from rencana_aksi.models import Rencana
from rencana_aksi.queries.rencana import rencana_terlihat
from zona.impor.domain.terima import terima_buku
from zona.impor.forms import BukuForm
from zona.impor.models import Impor
from zona.impor.queries.daftar import daftar_impor
from zona.impor.queries.hak import hak_impor
from zona.inti.htmx import Permintaan

DISEBUT = 40
"""Problems of a file that are told at once."""


@require_http_methods(["GET", "HEAD", "POST"])
def daftar(request: Permintaan, satker: str, tahun: int) -> HttpResponse:
    """The form and what was brought back before; POST: to the preview, or 422 with a sentence for each problem."""
    rencana = rencana_terlihat(request.user, satker, tahun)
    hak = hak_impor(request.user, rencana)
    form = BukuForm(request.POST, request.FILES) if request.method == "POST" else BukuForm()
    masalah: list[str] = []
    if form.is_bound and form.is_valid():
        impor, masalah = _terima(form, rencana, request)
        if impor:
            return redirect("impor:impor", rencana.satker.slug, tahun, impor.pk)
    konteks = {"rencana": rencana, "form": form, "masalah": masalah[:DISEBUT], "lagi": len(masalah[DISEBUT:])}
    konteks |= {"daftar": daftar_impor(request.user, rencana), "lama": bool(hak.area)}
    return render(request, "impor/daftar.html", konteks, status=422 if form.is_bound else 200)


def _terima(form: BukuForm, rencana: Rencana, request: Permintaan) -> tuple[Impor | None, list[str]]:
    unggahan = form.cleaned_data["berkas"]
    try:
        return terima_buku(rencana=rencana, berkas=unggahan.file, nama=unggahan.name, oleh=request.user), []
    except Ditolak as galat:
        return None, [kalimat(str(m)) for m in galat.masalah]


def kalimat(teks: str) -> str:
    """What the reader says of a file, as a sentence of the page."""
    return f"{teks[:1].upper()}{teks[1:]}" + ("" if teks.endswith((".", "?", "!")) else ".")
