"""Traffic of "what to do next": read, filtered, and other answers tried; nothing here writes."""

from collections.abc import Mapping
from typing import Any

from django.http import HttpResponse
from django.views.decorators.http import require_http_methods

from rencana_aksi.queries.rencana import rencana_terlihat
from zona.inti.htmx import Permintaan, tampilkan
from zona.nilai.forms_langkah import SaringLangkahForm, baca_coba
from zona.nilai.queries.langkah import Pijakan, coba, lembar_langkah, pijakan


@require_http_methods(["GET", "HEAD", "POST"])
def langkah(request: Permintaan, satker: str, tahun: int) -> HttpResponse:
    """POST tries the answers it brings and saves none: every reader may."""
    rencana = rencana_terlihat(request.user, satker, tahun)
    dasar = pijakan(rencana, request.user)
    saring = SaringLangkahForm(request.GET)
    lembar = lembar_langkah(dasar, coba=request.POST.dict(), **saring.terisi)
    saring.beri_pilihan(lembar.milik_pengungkit, lembar.milik_orang)
    percobaan = _percobaan(dasar, request.POST)
    konteks = {
        "rencana": rencana, "lembar": lembar, "saring": saring, "predikat": saring.terisi["predikat"],
        "percobaan": percobaan, "alamat": request.get_full_path(),
    }  # fmt: skip
    status = 422 if percobaan["galat"] else 200
    return tampilkan(request, "nilai/langkah.html", "coba", konteks, status=status)


def _percobaan(dasar: Pijakan, data: Mapping[str, str]) -> dict[str, Any]:
    jawab, galat = baca_coba(data, dasar.soal())
    skor = coba(dasar, jawab)
    naik = skor.total.nilai - dasar.skor.total.nilai
    return {"jawab": jawab, "galat": galat, "skor": skor, "naik": naik, "turun": -naik, "putusan": dasar.putusan(skor)}
