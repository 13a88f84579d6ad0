"""Sending a file in pieces (bukti_fisik/domain/unggahan): where the pieces go, and the begin and end for evidence."""

from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.core.files import File
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.http import http_date
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from bukti_fisik.domain.bukti import unggah_bukti
from bukti_fisik.domain.unggahan import (
    UMUR,
    SalahTempat,
    batalkan_unggahan,
    mulai_unggahan,
    sejauh_mana,
    selesaikan_unggahan,
    terima_potongan,
)
from bukti_fisik.forms import UnggahForm
from bukti_fisik.models import Unggahan
from bukti_fisik.queries.cari import syarat_terlihat
from bukti_fisik.queries.tempat import kabar_tersimpan
from bukti_fisik.queries.unggahan import unggahan_sendiri
from bukti_fisik.views.jawab import BERUBAH, konteks_blok, pulang
from bukti_fisik.views.unggah import Hasil
from rencana_aksi.models import SyaratBukti
from zona.inti.errors import DomainError
from zona.inti.htmx import Permintaan, bagian_saja, tampilkan

VERSI = "1.0.0"
TUBUH = "application/offset+octet-stream"
BUKTI = "bukti"
POLOS = "text/plain; charset=utf-8"


@never_cache
@require_http_methods(["GET", "HEAD", "PATCH", "DELETE"])
def potongan(request: Permintaan, satker: str, tahun: int, unggahan: str) -> HttpResponse:
    """One's own unfinished upload: how far it is, the next piece of it, no more of it."""
    milik = unggahan_sendiri(request.user, satker, tahun, unggahan)
    if request.method == "PATCH":
        return _terima(request, milik)
    if request.method == "DELETE":
        batalkan_unggahan(unggahan=milik)
        return HttpResponse(status=204, headers={"Tus-Resumable": VERSI})
    return HttpResponse(headers=_kepala(milik, sejauh_mana(unggahan=milik)))


def _terima(request: HttpRequest, unggahan: Unggahan) -> HttpResponse:
    """204, or 409 with how far it really is; 415 for bytes not called so, 400 without a number, 507 on a full disk."""
    if request.content_type != TUBUH:
        return HttpResponse(status=415)
    angka = [request.headers.get(nama, "") for nama in ("Upload-Offset", "Content-Length")]
    if not all(a.isascii() and a.isdigit() and len(a) < 16 for a in angka):
        return HttpResponse(status=400)
    try:
        sampai = terima_potongan(unggahan=unggahan, mulai=int(angka[0]), panjang=int(angka[1]), sumber=request)
    except SalahTempat as galat:
        return HttpResponse(status=409, headers=_kepala(unggahan, galat.diterima))
    except DomainError as galat:
        return HttpResponse(galat.pesan, status=507 if galat.__cause__ else 413, content_type=POLOS)
    return HttpResponse(status=204, headers=_kepala(unggahan, sampai))


def _kepala(unggahan: Unggahan, diterima: int) -> dict[str, str]:
    return {
        "Tus-Resumable": VERSI,
        "Upload-Offset": str(diterima),
        "Upload-Length": str(unggahan.ukuran),
        "Upload-Expires": http_date((unggahan.diubah_pada + UMUR).timestamp()),
    }


def mulai_dari(request: HttpRequest, mulai: Callable[..., Unggahan], **argumen: Any) -> HttpResponse:
    """The answer of a `mulai` view: 201 and where the pieces go, or 422 and a sentence in plain text. Name and size are
    read from the request, all else is the view's own."""
    nama, ukuran = request.POST.get("nama", ""), request.POST.get("ukuran", "")
    if not (nama and ukuran.isascii() and ukuran.isdigit() and len(ukuran) < 16):
        return HttpResponse("Nama atau ukuran berkas tidak disebut.", status=422, content_type=POLOS)
    try:
        baru = mulai(nama=nama, ukuran=int(ukuran), **argumen)
    except DomainError as galat:
        return HttpResponse(galat.pesan, status=422, content_type=POLOS)
    tempat = reverse("bukti_fisik:potongan", args=[baru.rencana.satker.slug, baru.rencana.tahun, baru.pk])
    return HttpResponse(status=201, headers={"Location": tempat, **_kepala(baru, 0)})


@require_POST
def mulai(request: Permintaan, satker: str, tahun: int, pk: int) -> HttpResponse:
    """Begin a file for this syarat. What is filled in beside it is looked at now and kept until it is whole."""
    syarat = _boleh(request, satker, tahun, pk)
    form = UnggahForm(request.POST, syarat=syarat)
    if not form.is_valid():
        pesan = " ".join(str(p) for daftar in form.errors.values() for p in daftar)
        return HttpResponse(pesan, status=422, content_type=POLOS)
    return mulai_dari(
        request,
        mulai_unggahan,
        rencana=syarat.rencana_kerja.pengungkit.rencana,
        untuk=BUKTI,
        batas_mb=settings.ZONA_BATAS_UNGGAH_MB,
        syarat=syarat,
        pelaksanaan=form.cleaned_data["pelaksanaan"],
        isian={nama: request.POST[nama] for nama in form.fields if nama in request.POST},
        oleh=request.user,
    )


@require_POST
def selesai(request: Permintaan, satker: str, tahun: int, pk: int) -> HttpResponse:
    """It is whole: through the same door as the plain form, with the same answer; without the list where the browser
    says `ringkas`, as more files follow."""
    syarat = _boleh(request, satker, tahun, pk)
    unggahan = unggahan_sendiri(request.user, satker, tahun, request.POST.get("unggahan", ""), untuk=BUKTI)
    hasil = _simpan(unggahan, syarat)
    if ringkas := bagian_saja(request) and "ringkas" in request.POST:
        konteks: dict[str, Any] = {}
    else:
        konteks = konteks_blok(request, syarat, unggahan.pelaksanaan)
    if hasil.baik and not bagian_saja(request):
        return pulang(request, konteks["blok"])
    konteks |= {"hasil": [hasil], "ringkas": ringkas}
    tanggapan = tampilkan(request, "bukti_fisik/unggah.html", "jawaban", konteks, status=200 if hasil.baik else 422)
    tanggapan.headers["HX-Trigger"] = BERUBAH
    return tanggapan


def _boleh(request: Permintaan, satker: str, tahun: int, pk: int) -> SyaratBukti:
    syarat = syarat_terlihat(request.user, satker, tahun, pk)
    if not request.user.boleh("unggah_bukti", syarat):
        raise PermissionDenied("Bukti hanya diunggah oleh kepala, ketua, dan tim pengungkitnya.")
    return syarat


def _simpan(unggahan: Unggahan, syarat: SyaratBukti) -> Hasil:
    def jadikan_bukti(isi: File) -> dict[str, Any]:
        form = UnggahForm(unggahan.rincian["isian"], syarat=syarat)
        if unggahan.syarat_id != syarat.pk or not form.is_valid():
            raise DomainError("Tempat berkas ini sudah berubah. Muat ulang halaman, lalu unggah lagi.")
        bukti = unggah_bukti(syarat=syarat, nama=unggahan.nama, isi=isi, oleh=unggahan.oleh, **form.cleaned_data)
        return {"pesan": kabar_tersimpan(bukti)}

    try:
        return Hasil(unggahan.nama, True, selesaikan_unggahan(unggahan=unggahan, kerja=jadikan_bukti)["pesan"])
    except DomainError as galat:
        return Hasil(unggahan.nama, False, f"{unggahan.nama} ditolak. {galat.pesan}")
