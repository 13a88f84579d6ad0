"""The blank workbook: handed out, brought back, looked at, made the plan."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_http_methods, require_safe

from pengungkit.models import Instrumen
from rencana_aksi.domain.masalah import Ditolak
from rencana_aksi.models import Rencana
from zona.dokumen.exports.buku_kosong import nama_kosong, xlsx_kosong
from zona.dokumen.exports.ekspor import JENIS_MIME, XLSX
from zona.impor.domain.baru import buat_rencana_buku, terima_buku_baru
from zona.impor.domain.lama import sidik_isi
from zona.impor.models import Impor
from zona.impor.queries.buku_baru import bacaan_buku, buku_menunggu
from zona.impor.tampil_lama import tampil_isi
from zona.impor.views.buku import DISEBUT, kalimat
from zona.inti.errors import DomainError
from zona.inti.htmx import Permintaan
from zona.inti.waktu import hari_ini
from zona.mulai.forms.rencana import BuatBukuForm, BukuKosongForm
from zona.mulai.queries.tempat import Tempat, tempat_baru
from zona.mulai.views.dasar import berinstrumen


@require_safe
@berinstrumen
def kosong(request: Permintaan, satker: str, tahun: int, instrumen: Instrumen) -> HttpResponse:
    """The workbook for that office, year and ?instrumen=…"""
    tempat = tempat_baru(request.user, satker, tahun)
    isi = xlsx_kosong(tempat.satker, tahun, instrumen, hari_ini(tempat.satker.zona_waktu))
    tanggapan = HttpResponse(isi, content_type=JENIS_MIME[XLSX])
    nama = nama_kosong(tempat.satker, tahun)
    tanggapan["Content-Disposition"] = content_disposition_header(as_attachment=True, filename=nama)
    return tanggapan


@require_http_methods(["GET", "HEAD", "POST"])
@berinstrumen
def buku(request: Permintaan, satker: str, tahun: int, instrumen: Instrumen) -> HttpResponse:
    """Where there is a plan already, to bringing it into that one."""
    tempat = tempat_baru(request.user, satker, tahun)
    if tempat.rencana:
        return redirect("impor:daftar", tempat.satker.slug, tahun)
    form = BukuKosongForm(request.POST, request.FILES) if request.method == "POST" else BukuKosongForm()
    masalah: list[str] = []
    if form.is_bound and form.is_valid():
        impor, masalah = _terima(request, tempat, form)
        if impor:
            return redirect(_lihat(tempat, impor, instrumen))
    konteks = {"tempat": tempat, "form": form, "masalah": masalah[:DISEBUT], "lagi": len(masalah[DISEBUT:])}
    konteks["instrumen"] = instrumen
    return render(request, "mulai/buku.html", konteks, status=422 if form.is_bound else 200)


def _lihat(tempat: Tempat, impor: Impor, instrumen: Instrumen) -> str:
    return reverse(
        "mulai:buku_lihat", args=[tempat.satker.slug, tempat.tahun, impor.pk], query={"instrumen": instrumen.kode}
    )


def _terima(request: Permintaan, tempat: Tempat, form: BukuKosongForm) -> tuple[Impor | None, list[str]]:
    unggahan = form.cleaned_data["berkas"]
    try:
        return terima_buku_baru(
            satker=tempat.satker, tahun=tempat.tahun, berkas=unggahan.file, nama=unggahan.name, oleh=request.user
        ), []
    except Ditolak as galat:
        return None, [kalimat(str(m)) for m in galat.masalah]


@require_http_methods(["GET", "HEAD", "POST"])
@berinstrumen
def lihat(request: Permintaan, satker: str, tahun: int, pk: int, instrumen: Instrumen) -> HttpResponse:
    """What was read; POST makes the plan of it."""
    tempat = tempat_baru(request.user, satker, tahun)
    impor = buku_menunggu(request.user, tempat.satker, tahun, pk)
    bacaan = bacaan_buku(impor)
    form = BuatBukuForm(request.POST or None, initial={"dilihat": sidik_isi(bacaan.isi), "instrumen": instrumen})
    if form.is_valid() and (baru := _buat(request, impor, form)):
        messages.success(request, f"Rencana {tahun} dibuat sebagai draf dari {impor.nama_berkas}.")
        return redirect("matriks:matriks", tempat.satker.slug, baru.tahun)
    konteks = {"tempat": tempat, "impor": impor, "bacaan": bacaan.lihat, "form": form}
    konteks["bagian"] = [satu for satu in tampil_isi(bacaan.isi) if satu[1]]
    return render(request, "mulai/buku_lihat.html", konteks, status=422 if form.is_bound else 200)


def _buat(request: Permintaan, impor: Impor, form: BuatBukuForm) -> Rencana | None:
    """A refusal becomes the form's, which then is one of what is shown now."""
    try:
        return buat_rencana_buku(impor=impor, oleh=request.user, **form.cleaned_data)
    except DomainError as galat:
        form.add_error(None, galat.pesan)
        form.data = {**form.data.dict(), "dilihat": sidik_isi(bacaan_buku(impor).isi)}  # type: ignore[attr-defined]  # a QueryDict
        return None
