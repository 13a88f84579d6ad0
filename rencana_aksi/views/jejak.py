"""The audit trail of the office, for all who may read its plan."""

from typing import Any

from django.http import HttpResponse, QueryDict
from django.views.decorators.http import require_safe

from pengungkit.queries.penilaian import jejak_terbuka
from rencana_aksi.queries.rencana import rencana_terlihat
from zona.inti.htmx import Permintaan, tampilkan
from zona.organisasi.forms import SaringJejakForm
from zona.organisasi.queries.jejak import halaman_jejak, jejak_satker, pelaku


def _nomor(kiriman: QueryDict, nama: str) -> int | None:
    teks = kiriman.get(nama, "")
    return int(teks) if teks.isascii() and teks.isdigit() and len(teks) < 19 else None


@require_safe
def jejak(request: Permintaan, satker: str, tahun: int) -> HttpResponse:
    rencana = rencana_terlihat(request.user, satker, tahun)
    form = SaringJejakForm(request.GET, orang=pelaku(rencana.satker))
    sebelum, sesudah = _nomor(request.GET, "sebelum"), _nomor(request.GET, "sesudah")
    terbuka = jejak_terbuka(request.user, jejak_satker(rencana.satker, form.saring()), rencana.satker_id)
    lembar = halaman_jejak(terbuka, rencana.satker, sebelum=sebelum, sesudah=sesudah)
    saringan = request.GET.copy()
    for nama in ("sebelum", "sesudah"):
        saringan.pop(nama, None)
    konteks: dict[str, Any] = {
        "rencana": rencana, "saring": form, "lembar": lembar, "saringan": saringan.urlencode(),
        "terbaru": sebelum is None and sesudah is None,
    }  # fmt: skip
    return tampilkan(request, "organisasi/jejak.html", "daftar", konteks)
