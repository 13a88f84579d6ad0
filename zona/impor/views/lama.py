"""An office's own spreadsheet: handed in, its columns agreed on, looked at, made a plan."""

import hashlib
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from rencana_aksi.queries.buat import instrumen_tersedia
from zona.impor.domain.lama import (
    bandingkan_berkas_lama,
    buat_rencana_lama,
    petakan_berkas_lama,
    sidik_isi,
    terima_berkas_lama,
)
from zona.impor.forms_lama import BerkasLamaForm, BuatForm, PetaForm
from zona.impor.lama.baca import baca_lama
from zona.impor.lama.lembar import dari_json
from zona.impor.lama.pilihan import pilihan_awal, pilihan_dari_json
from zona.impor.lama.usul import pastikan_berbaris
from zona.impor.models import BerkasLama
from zona.impor.queries.bacaan_lama import BacaanLama, bacaan_lama
from zona.impor.queries.lama import (
    TempatLama,
    berkas_menunggu,
    berkas_terlihat,
    peta_ingat,
    tempat_lama,
)
from zona.impor.tampil_lama import tampil_isi
from zona.inti.errors import DomainError
from zona.inti.htmx import Permintaan


@require_http_methods(["GET", "HEAD", "POST"])
def lama(request: Permintaan, satker: str, tahun: int) -> HttpResponse:
    """The form, and spreadsheets not finished yet; POST: to its columns, or 422 with a sentence."""
    tempat = tempat_lama(request.user, satker, tahun)
    form = BerkasLamaForm(request.POST or None, request.FILES or None, initial={"tahun": tahun})
    if request.method == "POST" and form.is_valid() and (berkas := _terima(request, satker, form)):
        return redirect("impor:lama_petakan", satker, berkas.tahun, berkas.pk)
    konteks = {**_tempat(tempat), "form": form, "menunggu": berkas_menunggu(request.user, tempat)}
    return render(request, "impor/lama/mulai.html", konteks, status=422 if request.method == "POST" else 200)


def _terima(request: Permintaan, satker: str, form: BerkasLamaForm) -> BerkasLama | None:
    """Read and keep it; a refusal becomes the form's. Raises as `tempat_lama` for the year that was typed."""
    tempat = tempat_lama(request.user, satker, form.cleaned_data["tahun"])
    unggahan = form.cleaned_data["berkas"]
    if tempat.tertutup:
        form.add_error("tahun", tempat.tertutup)
        return None
    try:
        buku = baca_lama(unggahan.file, unggahan.name)
        pastikan_berbaris(buku)
    except DomainError as galat:
        form.add_error("berkas", galat.pesan)
        return None
    unggahan.file.seek(0)
    sidik = hashlib.file_digest(unggahan.file, "sha256").hexdigest()
    return terima_berkas_lama(
        satker=tempat.satker, tahun=tempat.tahun, nama=unggahan.name, sha256=sidik, buku=buku, oleh=request.user
    )


@require_http_methods(["GET", "HEAD", "POST"])
def petakan(request: Permintaan, satker: str, tahun: int, pk: int) -> HttpResponse:
    """What the sheets and columns are for; POST "lanjut" keeps it and goes on to the preview."""
    tempat = tempat_lama(request.user, satker, tahun)
    berkas = berkas_terlihat(request.user, tempat, pk)
    buku = dari_json(berkas.isi)
    awal = pilihan_dari_json(berkas.pilihan) if berkas.pilihan else pilihan_awal(buku)
    kiriman = request.POST if request.method == "POST" else None
    form = PetaForm(kiriman, buku=buku, awal=awal, ingat=peta_ingat(tempat.satker), tahun=tahun)
    lanjut = kiriman is not None and "lanjut" in kiriman and not form.baru
    if lanjut and form.is_valid() and (tujuan := _petakan(request, tempat, berkas, form)):
        return tujuan
    konteks = {**_tempat(tempat), "berkas": berkas, "buku": buku, "form": form, "lanjut": lanjut}
    return render(request, "impor/lama/petakan.html", konteks, status=422 if lanjut else 200)


def _petakan(request: Permintaan, tempat: TempatLama, berkas: BerkasLama, form: PetaForm) -> HttpResponse | None:
    try:
        petakan_berkas_lama(berkas=berkas, pilihan=form.pilihan, kelompok=form.kelompok, oleh=request.user)
    except DomainError as galat:
        form.add_error(None, galat.pesan)
        return None
    return redirect("impor:lama_pratinjau", tempat.satker.slug, tempat.tahun, berkas.pk)


@require_http_methods(["GET", "HEAD", "POST"])
def pratinjau(request: Permintaan, satker: str, tahun: int, pk: int) -> HttpResponse:
    """What was read, what was not understood, what was left out. POST makes the plan of the year; where there is one,
    goes on to what would change in it."""
    tempat = tempat_lama(request.user, satker, tahun)
    berkas = berkas_terlihat(request.user, tempat, pk)
    if not berkas.pilihan:
        return redirect("impor:lama_petakan", satker, tahun, pk)
    bacaan = bacaan_lama(berkas, tempat)
    if request.method == "POST" and tempat.rencana:
        impor = bandingkan_berkas_lama(
            berkas=berkas, rencana=tempat.rencana, isi=bacaan.isi, keterangan=bacaan.keterangan, oleh=request.user
        )
        if "dilihat" in request.POST:
            messages.warning(
                request, f"Sementara itu rencana {tahun} sudah dibuat. Yang terbaca dibandingkan dengannya."
            )
        return redirect("impor:impor", satker, tahun, impor.pk)
    form = BuatForm(
        request.POST or None, instrumen=instrumen_tersedia(), dilihat=sidik_isi(bacaan.isi), tim_dari=bacaan.tim_dari
    )
    if request.method == "POST" and form.is_valid() and (tujuan := _terapkan(request, tempat, berkas, bacaan, form)):
        return tujuan
    konteks = {**_tempat(tempat), "berkas": berkas, "bacaan": bacaan, "form": form, "bagian": tampil_isi(bacaan.isi)}
    return render(request, "impor/lama/pratinjau.html", konteks, status=422 if request.method == "POST" else 200)


def _terapkan(
    request: Permintaan, tempat: TempatLama, berkas: BerkasLama, bacaan: BacaanLama, form: BuatForm
) -> HttpResponse | None:
    isi = form.cleaned_data
    try:
        rencana = buat_rencana_lama(
            berkas=berkas, isi=bacaan.isi, orang=bacaan.orang, keterangan=bacaan.keterangan,
            instrumen=isi["instrumen"], tim_dari=bacaan.tim_dari if isi.get("tim") else None, dilihat=isi["dilihat"],
            oleh=request.user,
        )  # fmt: skip
    except DomainError as galat:
        form.add_error(None, galat.pesan)
        form.segar(sidik_isi(bacaan.isi))
        return None
    messages.success(request, f"Rencana {rencana.tahun} dibuat sebagai draf dari {berkas.nama}.")
    return redirect("matriks:matriks", tempat.satker.slug, rencana.tahun)


def _tempat(tempat: TempatLama) -> dict[str, Any]:
    """What every one of these pages shows: the plan whose menu stands above it, and where it leads."""
    return {"tempat": tempat, "rencana": tempat.rencana or tempat.utama}
