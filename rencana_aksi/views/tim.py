"""The teams of a year, as the SK prints them."""

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from rencana_aksi.queries.rencana import rencana_terlihat
from zona.inti.htmx import Permintaan
from zona.organisasi.queries.roster import susunan_tim


@require_safe
def tim(request: Permintaan, satker: str, tahun: int) -> HttpResponse:
    """Readable by all who may read the plan; an admin finds the accounts behind it."""
    rencana = rencana_terlihat(request.user, satker, tahun)
    susunan = susunan_tim(rencana.satker, tahun)
    nama = {p.kode: p.nama for p in rencana.pengungkit.all()}
    konteks = {
        "rencana": rencana,
        "tim": [(nama.get(t.kode, ""), t) for t in susunan],
        "jumlah": sum(len(t.baris) for t in susunan),
        "boleh_kelola": request.user.boleh("kelola_akun", rencana),
    }
    return render(request, "organisasi/tim.html", konteks)
