"""The evidence library of an office, and the queue of who verifies."""

from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.views.decorators.http import require_safe

from bukti_fisik.forms import SaringForm
from bukti_fisik.queries.pustaka import (
    BELUM,
    SUDAH,
    antrean,
    area_diperiksa,
    bukti_pustaka,
    jumlah_status,
    pengunggah,
    sehalaman,
    sudah_diperiksa,
    tahun_berbukti,
)
from rencana_aksi.queries.rencana import rencana_terlihat
from zona.inti.htmx import Permintaan, tampilkan


@require_safe
def pustaka(request: Permintaan, satker: str, tahun: int) -> HttpResponse:
    """Everything handed in, newest first; the page or, for HTMX, what the filters leave."""
    rencana = rencana_terlihat(request.user, satker, tahun)
    form = SaringForm(request.GET, orang=pengunggah(rencana), tahun=tahun_berbukti(rencana))
    bukti = bukti_pustaka(rencana, form.saring())
    saringan = request.GET.copy()
    saringan.pop("hal", None)
    konteks = {
        "rencana": rencana,
        "saring": form,
        "saringan": saringan.urlencode(),
        "lembar": sehalaman(bukti, request.GET.get("hal"), rencana.satker.zona_waktu),
        "jumlah": jumlah_status(bukti),
        "memeriksa": bool(area_diperiksa(request.user, rencana)),
    }
    return tampilkan(request, "bukti_fisik/pustaka.html", "hasil", konteks)


@require_safe
def verifikasi(request: Permintaan, satker: str, tahun: int) -> HttpResponse:
    """What waits for one's verdict, the longest waiting first; `?lihat=sudah`: what one judged. 403 to who does not."""
    rencana = rencana_terlihat(request.user, satker, tahun)
    if not area_diperiksa(request.user, rencana):
        raise PermissionDenied("Bukti diperiksa kepala, ketua, dan koordinator pengungkitnya.")
    lihat = SUDAH if request.GET.get("lihat") == SUDAH else BELUM
    daftar = {BELUM: antrean, SUDAH: sudah_diperiksa}
    isi = {nama: susun(request.user, rencana) for nama, susun in daftar.items()}
    konteks = {
        "rencana": rencana,
        "lihat": lihat,
        "saringan": f"lihat={lihat}",
        "lembar": sehalaman(isi[lihat], request.GET.get("hal"), rencana.satker.zona_waktu),
        "hitung": {nama: satu.count() for nama, satu in isi.items()},
        "memeriksa": True,
    }
    return tampilkan(request, "bukti_fisik/verifikasi.html", "hasil", konteks)
