"""Moving and removing rows; putting one of a perubahan back as it is in force."""

from typing import Any

from django.http import Http404, HttpResponse
from django.views.decorators.http import require_http_methods, require_POST

from rencana_aksi.domain.perubahan.kembali import kembalikan_baris, pulihkan_baris
from rencana_aksi.domain.sunting.baris import pengungkit_dari
from rencana_aksi.domain.sunting.hapus import hapus_baris
from rencana_aksi.domain.sunting.pindah import Arah, geser, pindahkan, pindahkan_aksi
from rencana_aksi.forms_sunting import PindahForm
from rencana_aksi.queries.gantungan import gantungan
from rencana_aksi.queries.letak import letak
from rencana_aksi.queries.rencana import rencana_disunting
from rencana_aksi.queries.sunting import baris_dihapus, terkunci
from rencana_aksi.views.sunting.dasar import (
    JENIS,
    baris_disunting,
    bila_hilang,
    formulir,
    jawab_susunan,
    konteks,
    pastikan_boleh,
    pulang,
)
from zona.inti.errors import DomainError
from zona.inti.htmx import Permintaan, laksanakan, tampilkan

ARAH: dict[str, Arah] = {"naik": "naik", "turun": "turun"}


@require_http_methods(["GET", "POST"])
@bila_hilang
def pindah(request: Permintaan, satker: str, tahun: int, pk: int, jenis: str) -> HttpResponse:
    """One step (`arah`), or to a place chosen from all there are."""
    baris = baris_disunting(request, satker, tahun, jenis, pk)
    pengungkit, kunci = pengungkit_dari(baris), f"{jenis}-{baris.pk}"
    if arah := ARAH.get(request.POST.get("arah", "")):
        return _geser(request, jenis, baris, arah)
    if request.method == "GET" and terkunci(pengungkit.rencana):
        return pulang(pengungkit, kunci)
    tempat = letak(baris)
    form = PindahForm(request.POST or None, pilihan=tempat.pilihan, kini=tempat.kini, kunci=kunci)
    if form.is_valid():
        kerja, setelah = tempat.tuju[form.cleaned_data.pop("tempat")]
        verba, yang = (pindahkan_aksi, {"aksi": baris, "ke": kerja}) if kerja else (pindahkan, {"baris": baris})
        if laksanakan(form, verba, **yang, setelah=setelah, oleh=request.user):
            return jawab_susunan(request, pengungkit, jenis, "Dipindahkan.", kunci)
    return formulir(request, pengungkit, f"Pindahkan {JENIS[jenis].nama}", form, kunci, jenis=jenis, baris=baris)


def _geser(request: Permintaan, jenis: str, baris: Any, arah: Arah) -> HttpResponse:
    pengungkit, kunci = pengungkit_dari(baris), f"{jenis}-{baris.pk}"
    try:
        berpindah = geser(baris=baris, arah=arah, oleh=request.user)
    except DomainError as galat:
        return jawab_susunan(request, pengungkit, jenis, galat.pesan, kunci, gagal=True)
    ujung = "Sudah paling atas." if arah == "naik" else "Sudah paling bawah."
    kabar = f"{'Dinaikkan' if arah == 'naik' else 'Diturunkan'}: {baris}" if berpindah else ujung
    return jawab_susunan(request, pengungkit, jenis, kabar, kunci)


@require_http_methods(["GET", "POST"])
@bila_hilang
def hapus(request: Permintaan, satker: str, tahun: int, pk: int, jenis: str) -> HttpResponse:
    """What would go along, or what forbids it; then the removal."""
    baris = baris_disunting(request, satker, tahun, jenis, pk)
    pengungkit = pengungkit_dari(baris)
    galat = ""
    if request.method == "POST":
        kabar = f"Dihapus: {baris}"
        try:
            hapus_baris(baris=baris, oleh=request.user)
        except DomainError as ditolak:
            galat = ditolak.pesan
        else:
            return jawab_susunan(request, pengungkit, jenis, kabar)
    elif terkunci(pengungkit.rencana):
        return pulang(pengungkit, f"{jenis}-{baris.pk}")
    isi = {"baris": baris, "jenis": jenis, "nama": JENIS[jenis].nama, "galat": galat, "kunci": f"{jenis}-{baris.pk}"}
    isi |= {"alamat": request.path, "ada": gantungan(baris)}
    return tampilkan(
        request, "rencana_aksi/sunting/hapus.html", "hapus", konteks(pengungkit, **isi), status=422 if galat else 200
    )


@require_POST
def kembalikan(request: Permintaan, satker: str, tahun: int, pk: int, jenis: str) -> HttpResponse:
    """A changed row of the draft as it is in force again; a removed one back in its place."""
    try:
        baris = baris_disunting(request, satker, tahun, jenis, pk)
    except Http404:
        return _pulihkan(request, satker, tahun, pk, jenis)
    pengungkit, kunci = pengungkit_dari(baris), f"{jenis}-{baris.pk}"
    try:
        berubah = kembalikan_baris(baris=baris, oleh=request.user)
    except DomainError as galat:
        return jawab_susunan(request, pengungkit, jenis, galat.pesan, kunci, gagal=True)
    kabar = f"Seperti semula: {baris}" if berubah else "Baris ini sudah sama dengan versi yang berlaku."
    return jawab_susunan(request, pengungkit, jenis, kabar, kunci)


def _pulihkan(request: Permintaan, satker: str, tahun: int, pk: int, jenis: str) -> HttpResponse:
    """Raises Http404 where the draft did not remove such a row, PermissionDenied for who may only read it."""
    draf = rencana_disunting(request.user, satker, tahun)
    baris = baris_dihapus(draf, JENIS[jenis].model, pk)
    pengungkit = draf.pengungkit.get(kode=pengungkit_dari(baris).kode)
    pengungkit.rencana = draf
    pastikan_boleh(request, pengungkit)
    try:
        baru = pulihkan_baris(draf=draf, baris=baris, oleh=request.user)
    except DomainError as galat:
        return jawab_susunan(request, pengungkit, jenis, galat.pesan, gagal=True)
    return jawab_susunan(request, pengungkit, jenis, f"Seperti semula: {baru}", f"{jenis}-{baru.pk}")
