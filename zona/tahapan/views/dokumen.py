"""Documents beside a stage: put there, opened, withdrawn."""

from csp.decorators import csp
from django.contrib import messages
from django.http import FileResponse, Http404, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.clickjacking import xframe_options_sameorigin
from django.views.decorators.http import require_POST, require_safe

from bukti_fisik.views.berkas import KOTAK_PASIR, kirim_berkas
from rencana_aksi.queries.rencana import rencana_terlihat
from zona.inti.errors import DomainError
from zona.inti.htmx import Permintaan, laksanakan
from zona.nilai.queries.syarat import bukti_pilihan
from zona.tahapan.domain.dokumen import tambah_dokumen, tarik_dokumen
from zona.tahapan.forms import DokumenForm
from zona.tahapan.queries.dokumen import dokumen_sendiri
from zona.tahapan.queries.halaman import kode_tahap
from zona.tahapan.views.tahapan import baca_baris, halaman_tahap, untuk_diisi


@require_POST
def tambah(request: Permintaan, satker: str, tahun: int, kode: str) -> HttpResponse:
    rencana, ini = untuk_diisi(request, satker, tahun, kode)
    form = DokumenForm(request.POST, request.FILES, kode=ini, bukti=bukti_pilihan(rencana))
    if form.is_valid() and laksanakan(form, tambah_dokumen, rencana=rencana, kode=ini, oleh=request.user):
        messages.success(request, "Dokumen tersimpan.")
        return redirect(f"{reverse('tahapan:tahap', args=[satker, tahun, ini.value])}#dokumen")
    baris, _ = baca_baris(request, rencana, ini)
    return halaman_tahap(request, rencana, baris, form_dokumen=form)


@require_safe
@xframe_options_sameorigin
@csp(KOTAK_PASIR)  # type: ignore[arg-type]  # it is typed for views without arguments
def berkas(request: Permintaan, satker: str, tahun: int, kode: str, pk: int) -> HttpResponse | FileResponse:
    """The document's own file, as evidence is sent."""
    rencana = rencana_terlihat(request.user, satker, tahun)
    dokumen = dokumen_sendiri(rencana, kode_tahap(kode), pk)
    if dokumen.berkas is None:
        raise Http404("Dokumen ini bukan berkas.")
    return kirim_berkas(request, dokumen.berkas, dokumen.berkas.nama_asli)


@require_POST
def tarik(request: Permintaan, satker: str, tahun: int, kode: str, pk: int) -> HttpResponse:
    rencana, ini = untuk_diisi(request, satker, tahun, kode)
    dokumen = dokumen_sendiri(rencana, ini, pk)
    if dokumen.tahun != rencana.tahun:
        raise Http404("Dokumen itu milik tahun lain.")
    try:
        tarik_dokumen(dokumen=dokumen, oleh=request.user)
        messages.success(request, f"{dokumen.nama}: ditarik. Jejaknya tetap ada.")
    except DomainError as galat:
        messages.error(request, galat.pesan)
    return redirect(f"{reverse('tahapan:tahap', args=[satker, tahun, ini.value])}#dokumen")
