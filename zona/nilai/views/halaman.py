"""Traffic of the 60/40 page."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods

from pengungkit.domain.penilaian import isi_hasil
from pengungkit.forms import HasilForm
from pengungkit.queries import isian, pertanyaan_hasil
from rencana_aksi.models import Rencana
from rencana_aksi.queries.rencana import rencana_terlihat
from zona.inti.htmx import Permintaan, bagian_saja, laksanakan, tampilkan
from zona.inti.waktu import hari_ini
from zona.nilai.queries.lembar import LembarNilai, susun_nilai
from zona.organisasi.models import Pengguna


@require_http_methods(["GET", "HEAD", "POST"])
def nilai(request: Permintaan, satker: str, tahun: int) -> HttpResponse:
    rencana = rencana_terlihat(request.user, satker, tahun)
    boleh = request.user.boleh("isi_lke", rencana)
    if request.method == "POST" and not boleh:
        raise PermissionDenied("Nilai hasil hanya diisi oleh ketua tim.")
    lembar = _susun(rencana, request.user)
    form = _form(lembar, request.POST if request.method == "POST" else None) if boleh else None
    if form and form.is_valid() and laksanakan(form, isi_hasil, **_tempat(rencana), oleh=request.user):
        if not bagian_saja(request):
            messages.success(request, "Nilai hasil tersimpan.")
            return redirect("nilai:nilai", satker, tahun)
        lembar = _susun(rencana, request.user)
        form = _form(lembar)
    return tampilkan(request, "nilai/nilai.html", "nilai", {"rencana": rencana, "lembar": lembar, "form": form})


def _susun(rencana: Rencana, pengguna: Pengguna) -> LembarNilai:
    return susun_nilai(rencana, pengguna, hari_ini(rencana.satker.zona_waktu))


def _tempat(rencana: Rencana) -> dict[str, Any]:
    return {"satker": rencana.satker, "tahun": rencana.tahun, "instrumen": rencana.instrumen}


def _form(lembar: LembarNilai, data: Any = None) -> HasilForm:
    """Bound to the POST, else filled with what is saved."""
    return HasilForm(data, soal=pertanyaan_hasil(lembar.rencana.instrumen), isian=isian(lembar.jawaban))
