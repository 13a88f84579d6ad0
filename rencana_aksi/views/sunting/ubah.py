"""Changing a row's words."""

from typing import Any

from django.http import HttpResponse
from django.views.decorators.http import require_http_methods

from rencana_aksi.domain.sunting.baris import pengungkit_dari
from rencana_aksi.queries.sunting import terkunci
from rencana_aksi.views.sunting.dasar import (
    JENIS,
    baris_disunting,
    bila_hilang,
    formulir,
    jalankan,
    jawab_baris,
    jawab_susunan,
)
from zona.inti.htmx import Permintaan


@require_http_methods(["GET", "POST"])
@bila_hilang
def ubah(request: Permintaan, satker: str, tahun: int, pk: int, jenis: str) -> HttpResponse:
    """One row's form; `?lihat` gives the row back as it is."""
    baris = baris_disunting(request, satker, tahun, jenis, pk)
    pengungkit, kunci = pengungkit_dari(baris), f"{jenis}-{baris.pk}"
    if request.method == "GET" and ("lihat" in request.GET or terkunci(pengungkit.rencana)):
        return jawab_baris(request, jenis, baris)
    form = JENIS[jenis].form(request.POST or None, baris=baris, kunci=kunci)
    lama = _letak(baris)
    if form.is_valid() and jalankan(form, JENIS[jenis].ubah, **{jenis: baris, "oleh": request.user}):
        if _letak(baris) != lama:
            return jawab_susunan(request, pengungkit, jenis, "Tersimpan.", kunci)
        return jawab_baris(request, jenis, baris)
    judul = f"Ubah {JENIS[jenis].nama}"
    return formulir(request, pengungkit, judul, form, kunci, jenis=jenis, baris=baris, lanjut=True)


def _letak(baris: Any) -> tuple[bool, int | None]:
    """What moves other rows on the page when it changes: whether it is numbered, whose it is."""
    return getattr(baris, "nomor", None) is None, getattr(baris, "aksi_id", None)
