"""Versions of a plan: where it is in its life, each version as it was, and what differs between two."""

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from rencana_aksi.domain.banding import bandingkan_rencana
from rencana_aksi.domain.beda_kata import beda_kata
from rencana_aksi.forms_versi import KINI, BandingForm
from rencana_aksi.queries.isi import isi_rencana
from rencana_aksi.queries.rencana import rencana_disunting, rencana_terlihat
from rencana_aksi.queries.versi import ditetapkan_sendiri, isi_semua, isi_versi, sidik_cocok, versi_beku, versi_rencana
from rencana_aksi.views.pengesahan import halaman_versi
from zona.inti.htmx import Permintaan


@require_safe
def daftar(request: Permintaan, satker: str, tahun: int) -> HttpResponse:
    return halaman_versi(request, rencana_disunting(request.user, satker, tahun))


@require_safe
def baca(request: Permintaan, satker: str, tahun: int, pk: int) -> HttpResponse:
    """Version number `pk` of the plan as it was, from its JSON alone."""
    rencana = rencana_terlihat(request.user, satker, tahun)
    beku = versi_beku(rencana, pk)
    konteks = {"rencana": rencana, "versi": beku, "isi": isi_versi(beku), "utuh": sidik_cocok(beku)}
    konteks["sendiri"] = ditetapkan_sendiri(beku)
    return render(request, "rencana_aksi/versi_beku.html", konteks)


@require_safe
def banding(request: Permintaan, satker: str, tahun: int) -> HttpResponse:
    """What differs between two versions, or a version and the plan as it stands now (a perubahan as drafted)."""
    rencana = rencana_disunting(request.user, satker, tahun)
    form = BandingForm(request.GET, versi=versi_rencana(rencana))
    konteks = {"rencana": rencana, "form": form}
    if not form.is_valid():
        return render(request, "rencana_aksi/banding.html", konteks, status=422)
    pilihan = [form.cleaned_data[nama] for nama in ("lama", "baru")]
    beku = isi_semua(rencana, [int(satu) for satu in pilihan if satu != KINI])
    lama, baru = (isi_rencana(rencana) if satu == KINI else beku[int(satu)] for satu in pilihan)
    hasil = bandingkan_rencana(lama, baru)
    bagian = [
        (b.judul, [(beda, [(k.nama, *beda_kata(k.lama, k.baru)) for k in beda.kolom]) for beda in b.beda])
        for b in hasil.bagian
    ]
    konteks |= {"bagian": bagian, "jumlah": hasil.jumlah}
    return render(request, "rencana_aksi/banding.html", konteks)
