"""The teams of a year, as the SK prints them."""

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from zona.inti.htmx import Permintaan
from zona.orang.queries.tempat import nama_pengungkit, tempat_terlihat
from zona.organisasi.queries.roster import susunan_tim


@require_safe
def tim(request: Permintaan, satker: str, tahun: int) -> HttpResponse:
    """Readable by all of the office; an admin finds the accounts behind it."""
    tempat = tempat_terlihat(request.user, satker, tahun)
    susunan = susunan_tim(tempat.satker, tahun)
    nama = nama_pengungkit(tempat)
    konteks = {
        "tim": [(nama.get(t.kode, ""), t) for t in susunan],
        "jumlah": sum(len(t.baris) for t in susunan),
        "boleh_kelola": request.user.boleh("kelola_akun", tempat),
    }
    return render(request, "orang/tim.html", tempat.konteks | konteks)
