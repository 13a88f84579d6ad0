"""Traffic of the LKE workbook: out as a file, in by way of a preview."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.cache import patch_cache_control
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_http_methods, require_safe

from pengungkit.domain.naskah import BerkasDitolak
from pengungkit.queries import naskah_instrumen, penilaian_terlihat
from rencana_aksi.models import Rencana
from rencana_aksi.queries.rencana import rencana_terlihat
from zona.inti.errors import DomainError
from zona.inti.htmx import Permintaan
from zona.nilai.domain.baca_jawaban import JawabanBerkas
from zona.nilai.domain.baca_lke import baca_lke
from zona.nilai.domain.impor import impor_jawaban
from zona.nilai.domain.pratinjau import ambil_titipan, pratinjau, titipkan
from zona.nilai.exports.lke_xlsx import lke_xlsx
from zona.nilai.forms_impor import BerkasForm, TerapkanForm
from zona.nilai.queries.impor import TempatImpor, tempat_impor
from zona.nilai.queries.isi_lke import isi_lke

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@require_safe
def unduh(request: Permintaan, satker: str, tahun: int) -> HttpResponse:
    """The columns the person may see."""
    rencana = rencana_terlihat(request.user, satker, tahun)
    isi = isi_lke(rencana, penilaian_terlihat(request.user, rencana))
    tanggapan = HttpResponse(lke_xlsx(isi), content_type=XLSX)
    tanggapan["Content-Disposition"] = content_disposition_header(as_attachment=True, filename=isi.nama_berkas)
    patch_cache_control(tanggapan, private=True, no_cache=True)
    return tanggapan


@require_http_methods(["GET", "HEAD", "POST"])
def impor(request: Permintaan, satker: str, tahun: int) -> HttpResponse:
    """Choose a file; look at what it changes; apply all of it, or nothing."""
    rencana = rencana_terlihat(request.user, satker, tahun)
    tempat = tempat_impor(request.user, rencana)
    if request.method != "POST" or tempat.tertutup:
        return _halaman(request, rencana, tempat, BerkasForm(), status=422 if request.method == "POST" else 200)
    if "isi" in request.POST:
        return _terapkan(request, rencana, tempat)
    form = BerkasForm(request.POST, request.FILES)
    if form.is_valid() and (berkas := _baca(form, tempat)):
        return _pratinjau(request, rencana, tempat, berkas)
    return _halaman(request, rencana, tempat, form, status=422)


def _baca(form: BerkasForm, tempat: TempatImpor) -> JawabanBerkas | None:
    unggahan = form.cleaned_data["berkas"]
    naskah, jenis = naskah_instrumen(tempat.instrumen), tempat.jenis
    milik: dict[str, Any] = {"satker": tempat.satker.kode, "tahun": tempat.tahun, "jenis": jenis}
    try:
        return baca_lke(unggahan.file, nama=unggahan.name, naskah=naskah, **milik)
    except BerkasDitolak as galat:
        for masalah in galat.masalah:
            form.add_error("berkas", ": ".join(filter(None, masalah)))
    return None


def _terapkan(request: Permintaan, rencana: Rencana, tempat: TempatImpor) -> HttpResponse:
    form = TerapkanForm(request.POST)
    try:
        berkas = ambil_titipan(request.POST["isi"], tempat, request.user)
    except DomainError as galat:
        kosong = BerkasForm({})
        kosong.errors.clear()
        kosong.add_error(None, galat.pesan)
        return _halaman(request, rencana, tempat, kosong, status=422)
    if not form.is_valid():
        return _pratinjau(request, rencana, tempat, berkas, "Periksa sekali lagi, lalu terapkan.")
    mau = {k: v for k, v in form.cleaned_data.items() if k != "isi"}
    milik: dict[str, Any] = {"satker": tempat.satker, "tahun": tempat.tahun, "instrumen": tempat.instrumen}
    try:
        ubah = impor_jawaban(**milik, jenis=tempat.jenis, berkas=berkas, oleh=request.user, area=tempat.area, **mau)
    except DomainError as galat:
        return _pratinjau(request, rencana, tempat, berkas, galat.pesan)
    messages.success(request, f"{len(ubah)} jawaban diimpor." if ubah else "Tidak ada jawaban yang berubah.")
    return redirect("nilai:nilai", rencana.satker.slug, rencana.tahun)


def _pratinjau(
    request: Permintaan, rencana: Rencana, tempat: TempatImpor, berkas: JawabanBerkas, galat: str = ""
) -> HttpResponse:
    konteks = {
        "rencana": rencana,
        "tempat": tempat,
        "pratinjau": pratinjau(tempat, berkas),
        "titipan": titipkan(berkas, tempat, request.user),
        "galat": galat,
    }
    return render(request, "nilai/impor_pratinjau.html", konteks, status=422 if galat else 200)


def _halaman(
    request: Permintaan, rencana: Rencana, tempat: TempatImpor, form: BerkasForm, *, status: int
) -> HttpResponse:
    konteks = {"rencana": rencana, "tempat": tempat, "form": form}
    return render(request, "nilai/impor.html", konteks, status=status)
