"""How sign-in is throttled: per person and address, whichever name (username or NIP) was typed."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from zona.organisasi.queries.nip import calon_masuk, nama_kunci


def alamat_ip(request: HttpRequest) -> str | None:
    """The caller's address (None over a socket); behind ZONA_JUMLAH_PROKSI proxies, the one the outermost saw."""
    if jumlah := settings.ZONA_JUMLAH_PROKSI:
        rantai = [a.strip() for a in request.META.get("HTTP_X_FORWARDED_FOR", "").split(",") if a.strip()]
        if len(rantai) >= jumlah:
            return rantai[-jumlah]
    return request.META.get("REMOTE_ADDR") or None


def nama_pengguna(request: HttpRequest, credentials: dict[str, Any] | None = None) -> str:
    """The username behind what was typed, so that a NIP and its username share one count."""
    diketik = (credentials or {}).get("username") or request.POST.get("username", "")
    pengguna = calon_masuk(diketik).first()
    return nama_kunci(pengguna) if pengguna else diketik.strip().lower()[:60]


def terkunci(request: HttpRequest, credentials: dict[str, Any], *args: Any, **kwargs: Any) -> HttpResponse:
    konteks = {
        "judul": "Terlalu banyak percobaan masuk",
        "pesan": "Tunggu 15 menit, lalu coba lagi. Bila lupa sandi, hubungi admin satker Anda.",
    }
    return render(request, "galat.html", konteks, status=429)
