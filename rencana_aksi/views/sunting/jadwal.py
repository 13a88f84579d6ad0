"""The schedule of an action: shown as it is understood, agreed to where occurrences come or go, then saved."""

from django.http import HttpResponse
from django.views.decorators.http import require_http_methods

from rencana_aksi.domain.jadwal_pratinjau import pratinjau
from rencana_aksi.domain.jadwal_ubah import ubah_jadwal
from rencana_aksi.forms_sunting import JadwalForm
from rencana_aksi.models import RencanaAksi
from rencana_aksi.queries.sunting import terkunci
from rencana_aksi.views.sunting.dasar import baris_disunting, bila_hilang, formulir, jalankan, jawab_baris
from zona.inti.htmx import Permintaan


@require_http_methods(["GET", "POST"])
@bila_hilang
def jadwal(request: Permintaan, satker: str, tahun: int, pk: int, jenis: str) -> HttpResponse:
    aksi: RencanaAksi = baris_disunting(request, satker, tahun, jenis, pk)
    pengungkit, kunci = aksi.rencana_kerja.pengungkit, f"aksi-{aksi.pk}"
    if request.method == "GET" and terkunci(pengungkit.rencana):
        return jawab_baris(request, jenis, aksi)
    periksa = "periksa" in request.POST
    form = JadwalForm(None if periksa else request.POST or None, baris=aksi, kunci=kunci)
    if periksa:
        form.initial = {**form.initial, **request.POST.dict()}
    elif form.is_valid() and jalankan(form, ubah_jadwal, aksi=aksi, oleh=request.user):
        return jawab_baris(request, jenis, aksi)
    teks = form["jadwal_teks"].value() or ""
    isi = pratinjau(teks, tahun, aksi)
    return formulir(request, pengungkit, "Ubah jadwal", form, kunci, pratinjau=isi, jenis=jenis, baris=aksi)
