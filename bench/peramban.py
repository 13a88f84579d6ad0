"""A browser of the least kind: calls the WSGI application as gunicorn does, with cookies of a person signed in."""

import gzip
import time
from dataclasses import dataclass
from io import BytesIO
from typing import Any
from urllib.parse import urlencode, urlsplit
from wsgiref.util import setup_testing_defaults

from django.test import Client

from zona.organisasi.models import Pengguna

TUNGGU = 0.05
"""Seconds before a document is asked for again: what the measure may be too long by."""

RAHASIA = "b" * 32
"""CSRF secret: sent as cookie and as field, as a browser does."""


@dataclass(frozen=True, slots=True)
class Jawaban:
    """`isi` as it went over the line; `utuh` unpacked."""

    status: int
    kepala: dict[str, str]
    isi: bytes

    @property
    def utuh(self) -> bytes:
        return gzip.decompress(self.isi) if self.kepala.get("content-encoding") == "gzip" else self.isi


class Peramban:
    def __init__(self, aplikasi: Any, username: str | None = None) -> None:
        self.aplikasi = aplikasi
        self.kuki = f"csrftoken={RAHASIA}"
        if username:
            klien = Client()
            klien.force_login(Pengguna.objects.get(username=username), "zona.organisasi.backends.MasukDenganNip")
            self.kuki += f"; sessionid={klien.cookies['sessionid'].value}"

    def minta(
        self, alamat: str, kirim: dict[str, str] | None = None, *, htmx: bool = False, sandi: str = "gzip"
    ) -> Jawaban:
        """GET, or POST where something is sent; a document that is still being drawn (202) is asked for again, as a
        browser does. Raises RuntimeError for any answer but 200."""
        jawaban = self._sekali(alamat, kirim, htmx, sandi)
        while jawaban.status == 202:
            time.sleep(TUNGGU)
            jawaban = self._sekali(alamat, kirim, htmx, sandi)
        if jawaban.status != 200:
            raise RuntimeError(f"{alamat}: {jawaban.status}")
        return jawaban

    def _sekali(self, alamat: str, kirim: dict[str, str] | None, htmx: bool, sandi: str) -> Jawaban:
        jalur = urlsplit(alamat)
        isi = urlencode({**kirim, "csrfmiddlewaretoken": RAHASIA}).encode() if kirim is not None else b""
        environ: dict[str, Any] = {
            "REQUEST_METHOD": "GET" if kirim is None else "POST",
            "PATH_INFO": jalur.path,
            "QUERY_STRING": jalur.query,
            "HTTP_HOST": "127.0.0.1",
            "HTTP_COOKIE": self.kuki,
            "HTTP_ACCEPT_ENCODING": sandi,
            "CONTENT_TYPE": "application/x-www-form-urlencoded",
            "CONTENT_LENGTH": str(len(isi)),
            "wsgi.input": BytesIO(isi),
        }
        if htmx:
            environ["HTTP_HX_REQUEST"] = "true"
        setup_testing_defaults(environ)
        awal: list[Any] = []
        hasil = self.aplikasi(environ, lambda *a: awal.extend(a))
        try:
            badan = b"".join(hasil)
        finally:
            getattr(hasil, "close", lambda: None)()
        return Jawaban(int(awal[0].split()[0]), {k.lower(): v for k, v in awal[1]}, badan)
