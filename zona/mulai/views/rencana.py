"""A plan out of nothing: year, instrument, and which of the five ways."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from rencana_aksi.domain.awal import buat_rencana_kosong
from rencana_aksi.domain.salin.tulis import BATAS_TAHUN
from rencana_aksi.queries.salin import sebab_tanpa_sumber
from rencana_aksi.queries.sunting import boleh_disunting
from zona.inti.errors import DomainError
from zona.inti.htmx import Permintaan
from zona.mulai.forms.rencana import Dari, RencanaForm
from zona.mulai.queries.tempat import HANYA, Tempat, tempat_baru


@require_http_methods(["GET", "HEAD", "POST"])
def rencana(request: Permintaan, satker: str) -> HttpResponse:
    """POST: the empty one is made, the other ways lead on to their page."""
    tempat = tempat_baru(request.user, satker)
    form = RencanaForm(request.POST or None, tahun=tempat.tahun)
    if form.is_valid() and (tujuan := _lanjut(request, tempat, form)):
        return redirect(tujuan)
    konteks = {"tempat": tempat, "form": form}
    return render(request, "mulai/rencana.html", konteks, status=422 if request.method == "POST" else 200)


def _lanjut(request: Permintaan, dasar: Tempat, form: RencanaForm) -> str:
    """Where it goes on; empty where the form says why not."""
    isi = form.cleaned_data
    tempat = Tempat(dasar.satker, isi["tahun"], dasar.semua)
    if tempat.rencana:
        form.add_error("tahun", f"Rencana {tempat.tahun} sudah ada ({tempat.rencana.get_status_display().lower()}).")
    elif not tempat.boleh(request.user):
        form.add_error("tahun", f"{HANYA} Anda bukan ketua tim {tempat.tahun}.")
    elif isi["dari"] == Dari.LALU:
        return _salin(tempat, form)
    elif isi["dari"] == Dari.KOSONG:
        return _kosong(request, tempat, form)
    else:
        nama = {Dari.AWAL: "mulai:awal", Dari.BUKU: "mulai:buku", Dari.LAMA: "impor:lama"}[Dari(isi["dari"])]
        return reverse(nama, args=[tempat.satker.slug, tempat.tahun], query={"instrumen": isi["instrumen"].kode})
    return ""


def _salin(tempat: Tempat, form: RencanaForm) -> str:
    lama = tempat.sebelumnya
    if lama is None or tempat.tahun - lama.tahun > BATAS_TAHUN:
        form.add_error("dari", sebab_tanpa_sumber([] if lama else tempat.semua, tempat.tahun))
        return ""
    return reverse("rencana_aksi:salin", args=[tempat.satker.slug, lama.tahun], query={"ke": tempat.tahun})


def _kosong(request: Permintaan, tempat: Tempat, form: RencanaForm) -> str:
    """Made, and on to where rows are typed by who may type them."""
    try:
        baru = buat_rencana_kosong(
            satker=tempat.satker, tahun=tempat.tahun, instrumen=form.cleaned_data["instrumen"], oleh=request.user
        )
    except DomainError as galat:
        form.add_error(galat.kolom if galat.kolom in form.fields else None, galat.pesan)
        return ""
    messages.success(request, f"Rencana {baru.tahun} dibuat sebagai draf dengan enam pengungkit yang masih kosong.")
    nama = "rencana_aksi:sunting" if boleh_disunting(request.user, baru) else "matriks:matriks"
    return reverse(nama, args=[tempat.satker.slug, baru.tahun])
