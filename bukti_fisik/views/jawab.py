"""What all of these answer with: the need's list of evidence, fresh from the database."""

from typing import Any

from django.conf import settings
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme

from bukti_fisik.models import Bukti
from bukti_fisik.queries.blok import Blok, satu_blok
from rencana_aksi.models import Pelaksanaan, SyaratBukti
from zona.inti.berkas import EKSTENSI_DITERIMA, JENIS
from zona.inti.htmx import Permintaan, bagian_saja

# MIME types too: they make a phone offer its camera, and an iPhone send JPEG.
TERIMA_JENIS = ",".join([jenis.mime for jenis in JENIS] + list(EKSTENSI_DITERIMA))

BERUBAH = "bukti-berubah"
"""Event in the browser: what counts evidence elsewhere on the page draws itself anew."""


def konteks_blok(request: Permintaan, syarat: SyaratBukti, pelaksanaan: Pelaksanaan | None) -> dict[str, Any]:
    """What `bukti_fisik/_daftar.html` and `_unggah.html` need."""
    return {
        "rencana": syarat.rencana_kerja.pengungkit.rencana,
        "blok": satu_blok(request.user, syarat, pelaksanaan),
        "kembali": alamat_kembali(request, syarat),
        **batas_unggah(),
    }


def batas_unggah() -> dict[str, Any]:
    """What the file picker offers, and how large a file may be."""
    return {"batas_mb": settings.ZONA_BATAS_UNGGAH_MB, "terima_jenis": TERIMA_JENIS}


def alamat_kembali(request: Permintaan, syarat: SyaratBukti) -> str:
    """The page one came from, else the page of the action."""
    tujuan = request.POST.get("kembali") or request.GET.get("kembali", "")
    if url_has_allowed_host_and_scheme(tujuan, {request.get_host()}, request.is_secure()):
        return tujuan.split("#")[0]
    rencana = syarat.rencana_kerja.pengungkit.rencana
    if syarat.aksi_id is None:
        return reverse("matriks:matriks", args=[rencana.satker.slug, rencana.tahun])
    return reverse("matriks:aksi", args=[rencana.satker.slug, rencana.tahun, syarat.aksi_id])


def pulang(request: Permintaan, blok: Blok) -> HttpResponse:
    """Without JavaScript: back to the need on the page one came from."""
    tanggapan = redirect(f"{alamat_kembali(request, blok.syarat)}#syarat-{blok.kunci}")
    tanggapan.status_code = 303
    return tanggapan


def sesudah(request: Permintaan, bukti: Bukti, pesan: str) -> HttpResponse:
    """After a verdict: the list, or the page one came from with the sentence."""
    konteks = konteks_blok(request, bukti.syarat, bukti.pelaksanaan)
    if not bagian_saja(request):
        messages.success(request, pesan)
        return pulang(request, konteks["blok"])
    tanggapan = render(request, "bukti_fisik/_daftar.html", konteks)
    tanggapan.headers["HX-Trigger"] = BERUBAH
    return tanggapan
