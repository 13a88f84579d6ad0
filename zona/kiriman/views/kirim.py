"""Sending a heap: a ZIP, or loose files; in pieces (bukti_fisik/domain/unggahan), or by the plain form."""

from typing import Any

from django.conf import settings
from django.contrib import messages
from django.core.files import File
from django.core.files.uploadedfile import UploadedFile
from django.http import HttpResponse
from django.shortcuts import redirect
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from bukti_fisik.domain.unggahan import mulai_unggahan, selesaikan_unggahan
from bukti_fisik.models import Unggahan
from bukti_fisik.queries.unggahan import unggahan_sendiri
from bukti_fisik.views.jawab import TERIMA_JENIS
from bukti_fisik.views.unggah import Hasil
from bukti_fisik.views.unggahan import mulai_dari
from rencana_aksi.models import Rencana
from zona.inti.errors import DomainError
from zona.inti.htmx import Permintaan, bagian_saja, tampilkan
from zona.kiriman.domain.kiriman import tambah_berkas, terima_arsip
from zona.kiriman.queries.kiriman import daftar_kiriman, rencana_kiriman
from zona.kiriman.queries.kiriman import terbaru as kiriman_terbaru
from zona.organisasi.models import Pengguna

KIRIMAN = "kiriman"


def konteks_kirim() -> dict[str, Any]:
    """What `kiriman/_unggah.html` needs beside the plan."""
    return {
        "batas_kiriman_mb": settings.ZONA_BATAS_KIRIMAN_MB,
        "batas_mb": settings.ZONA_BATAS_UNGGAH_MB,
        "terima_kiriman": f".zip,application/zip,{TERIMA_JENIS}",
    }


def _gudang(nama: str) -> bool:
    return nama.lower().endswith(".zip")


def daftar(request: Permintaan, satker: str, tahun: int) -> HttpResponse:
    """The heaps and the form; POST without JavaScript: to the heap when all arrived, 422 with a sentence for each."""
    rencana = rencana_kiriman(request.user, satker, tahun)
    hasil: list[Hasil] = []
    if request.method == "POST":
        berkas = request.FILES.getlist("berkas")
        hasil = [_terima(rencana, b, request.user) for b in berkas] or [Hasil("", False, "Pilih dahulu berkasnya.")]
        if all(h.baik for h in hasil):
            messages.success(request, " ".join(h.pesan for h in hasil[:5]))
            return redirect("kiriman:terbaru", satker, tahun)
    konteks = {
        "rencana": rencana,
        "hasil": hasil,
        "kiriman": daftar_kiriman(request.user, rencana)[:100],
        **konteks_kirim(),
    }
    status = 422 if hasil else 200
    return tampilkan(request, "kiriman/daftar.html", "jawaban", konteks, status=status)


def _terima(rencana: Rencana, berkas: UploadedFile, oleh: Pengguna) -> Hasil:
    nama = berkas.name or ""
    try:
        return Hasil(nama, True, _simpan(rencana, nama, nama, berkas, oleh))
    except DomainError as galat:
        return Hasil(nama, False, f"{nama} ditolak. {galat.pesan}")


def _simpan(rencana: Rencana, nama: str, jalur: str, isi: File, oleh: Pengguna) -> str:
    """Through the domain; what became of it in a sentence."""
    if not _gudang(nama):
        tambah_berkas(rencana=rencana, jalur=jalur, isi=isi, oleh=oleh)
        return f"{nama} diterima."
    kiriman, sistem = terima_arsip(rencana=rencana, nama=nama, isi=isi, oleh=oleh)
    lewat = f" {sistem} berkas sistem (seperti .DS_Store) dilewati." if sistem else ""
    return f"{nama} terbaca: {kiriman.baris.count()} berkas.{lewat}"


@require_POST
def mulai(request: Permintaan, satker: str, tahun: int) -> HttpResponse:
    """Begin a ZIP or a loose file."""
    rencana = rencana_kiriman(request.user, satker, tahun)
    batas = settings.ZONA_BATAS_KIRIMAN_MB if _gudang(request.POST.get("nama", "")) else settings.ZONA_BATAS_UNGGAH_MB
    isian = {"jalur": request.POST.get("jalur", "")[:4000]}
    return mulai_dari(
        request, mulai_unggahan, rencana=rencana, untuk=KIRIMAN, batas_mb=batas, isian=isian, oleh=request.user
    )


@require_POST
def selesai(request: Permintaan, satker: str, tahun: int) -> HttpResponse:
    """It is whole: the sentence, or without htmx the heap."""
    rencana = rencana_kiriman(request.user, satker, tahun)
    unggahan = unggahan_sendiri(request.user, satker, tahun, request.POST.get("unggahan", ""), untuk=KIRIMAN)
    hasil = _selesaikan(unggahan, rencana)
    if hasil.baik and _gudang(unggahan.nama):
        messages.success(request, hasil.pesan)
    if hasil.baik and not bagian_saja(request):
        return redirect("kiriman:terbaru", satker, tahun)
    konteks = {"rencana": rencana, "hasil": [hasil], "kiriman": [], **konteks_kirim()}
    return tampilkan(request, "kiriman/daftar.html", "jawaban", konteks, status=200 if hasil.baik else 422)


def _selesaikan(unggahan: Unggahan, rencana: Rencana) -> Hasil:
    isian, nama = unggahan.rincian["isian"], unggahan.nama

    def jadikan_kiriman(isi: File) -> dict[str, Any]:
        return {"pesan": _simpan(rencana, nama, isian["jalur"] or nama, isi, unggahan.oleh)}

    try:
        return Hasil(nama, True, selesaikan_unggahan(unggahan=unggahan, kerja=jadikan_kiriman)["pesan"])
    except DomainError as galat:
        return Hasil(nama, False, f"{nama} ditolak. {galat.pesan}")


@never_cache
@require_safe
def terbaru(request: Permintaan, satker: str, tahun: int) -> HttpResponse:
    """To the heap the person last sent, or to the list."""
    rencana = rencana_kiriman(request.user, satker, tahun)
    kiriman = kiriman_terbaru(request.user, rencana)
    return (
        redirect("kiriman:kiriman", satker, tahun, kiriman.pk) if kiriman else redirect("kiriman:daftar", satker, tahun)
    )
