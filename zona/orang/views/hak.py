"""Siapa boleh apa: the rights table, drawn from itself."""

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from zona.inti.htmx import Permintaan
from zona.orang.queries.tempat import tempat_terlihat
from zona.organisasi.queries.hak import KOLOM, tabel_hak


@require_safe
def hak(request: Permintaan, satker: str, tahun: int) -> HttpResponse:
    """Readable by all of the office."""
    tempat = tempat_terlihat(request.user, satker, tahun)
    konteks = {"kolom": [judul for judul, _ in KOLOM.values()], "hak": tabel_hak()}
    return render(request, "orang/hak.html", tempat.konteks | konteks)
