"""What several of these pages share: the instrument that the address names."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import HttpResponse
from django.shortcuts import render

from rencana_aksi.queries.buat import cari_instrumen
from zona.inti.errors import DomainError
from zona.inti.htmx import Permintaan

Tampilan = Callable[..., HttpResponse]


def berinstrumen(tampilan: Tampilan) -> Tampilan:
    """The view gets `instrumen`: the one of ?instrumen=…, without it the one in force. One that is not loaded is told
    in a sentence."""

    @wraps(tampilan)
    def jadi(request: Permintaan, satker: str, tahun: int, **isian: Any) -> HttpResponse:
        try:
            instrumen = cari_instrumen(request.GET.get("instrumen", ""))
        except DomainError as galat:
            konteks = {"judul": "Instrumen belum ada", "pesan": galat.pesan}
            return render(request, "galat.html", konteks, status=422)
        return tampilan(request, satker, tahun, instrumen=instrumen, **isian)

    return jadi
