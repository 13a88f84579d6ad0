"""The signed paper: uploaded, read, and the text opened again."""

from csp.decorators import csp
from django.contrib import messages
from django.forms import BaseForm
from django.http import FileResponse, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.clickjacking import xframe_options_sameorigin
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from bukti_fisik.views.berkas import KOTAK_PASIR, kirim_berkas
from rencana_aksi.models import Rencana
from zona.inti.htmx import Permintaan, laksanakan
from zona.inti.waktu import hari_ini
from zona.surat.domain.bertanda import buka_kembali, unggah_bertanda
from zona.surat.enums import JenisSurat
from zona.surat.forms.surat import BertandaForm, BukaForm
from zona.surat.models import Surat, SuratBertanda
from zona.surat.queries.beku import beku_revisi
from zona.surat.queries.surat import baca_surat, bertanda_terakhir
from zona.surat.views.baca import baca, pastikan_boleh, pastikan_terbaca


@require_http_methods(["GET", "HEAD", "POST"])
def bertanda(request: Permintaan, satker: str, tahun: int, kode: str) -> HttpResponse:
    """Upload what was signed, or open its text again."""
    rencana, jenis = baca(request, satker, tahun, kode)
    pastikan_boleh(request, rencana)
    kini = baca_surat(rencana.satker, rencana.tahun, jenis)
    kirim = request.method == "POST"
    form = BertandaForm(
        request.POST if kirim else None,
        request.FILES if kirim else None,
        jenis=jenis,
        initial={"revisi": kini.revisi},
    )
    if form.is_valid():
        hari = hari_ini(rencana.satker.zona_waktu)
        argumen = {"rencana": rencana, "jenis": jenis, "hari_ini": hari, "oleh": request.user}
        if laksanakan(form, unggah_bertanda, **argumen):
            messages.success(request, f"{jenis.label} bertanda tangan tersimpan; teksnya kini terkunci.")
            return redirect("surat:surat", satker, tahun, kode)
    return _halaman(request, rencana, baca_surat(rencana.satker, rencana.tahun, jenis), form=form)


@require_POST
def buka(request: Permintaan, satker: str, tahun: int, kode: str) -> HttpResponse:
    rencana, jenis = baca(request, satker, tahun, kode)
    form = BukaForm(request.POST)
    if form.is_valid() and laksanakan(form, buka_kembali, rencana=rencana, jenis=jenis, oleh=request.user):
        messages.success(request, f"{jenis.label} dibuka kembali sebagai revisi baru.")
        return redirect("surat:surat", satker, tahun, kode)
    return _halaman(request, rencana, baca_surat(rencana.satker, rencana.tahun, jenis), buka=form)


@require_safe
@xframe_options_sameorigin
@csp(KOTAK_PASIR)  # type: ignore[arg-type]  # it is typed for views without arguments
def berkas(request: Permintaan, satker: str, tahun: int, kode: str, nomor: int) -> HttpResponse | FileResponse:
    """The signed paper of revision `nomor`, as evidence is sent."""
    rencana, jenis = baca(request, satker, tahun, kode)
    milik = SuratBertanda.objects.filter(surat__satker=rencana.satker, surat__tahun=tahun, surat__jenis=jenis)
    satu = get_object_or_404(milik.select_related("berkas", "surat"), revisi=nomor)
    pastikan_terbaca(request, rencana, beku_revisi(satu.surat, nomor))
    return kirim_berkas(request, satu.berkas, satu.nama_berkas)


def _halaman(
    request: Permintaan,
    rencana: Rencana,
    kini: Surat,
    *,
    form: BertandaForm | None = None,
    buka: BukaForm | None = None,
) -> HttpResponse:
    """A refused form is drawn in its place; where its step is no longer to be taken, only why."""
    jenis, awal = JenisSurat(kini.jenis), {"revisi": kini.revisi}
    salah: BaseForm | None = form if form and form.is_bound else buka
    digambar = kini.terkunci if salah is buka else not (kini.terkunci or kini.draf)
    konteks = {
        "rencana": rencana,
        "jenis": jenis,
        "surat": kini,
        "bertanda": bertanda_terakhir(kini),
        "form": form or BertandaForm(jenis=jenis, initial=awal),
        "buka": buka or BukaForm(initial=awal),
        "pesan": list(salah.non_field_errors()) if salah and not digambar else [],
    }
    return render(request, "surat/bertanda.html", konteks, status=422 if salah else 200)
