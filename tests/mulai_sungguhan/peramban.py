"""A browser of the standard library: cookies, links and forms, over real HTTP."""

import mimetypes
import secrets
import urllib.error
import urllib.parse
import urllib.request
from http.cookiejar import CookieJar
from typing import Any

from bs4 import BeautifulSoup, Tag

from tests.mulai_sungguhan.proses import SABAR

Berkas = tuple[str, bytes]


class Jawaban:
    def __init__(self, kode: int, alamat: str, jenis: str, isi: bytes) -> None:
        self.kode, self.alamat, self.jenis, self.isi = kode, alamat, jenis, isi

    @property
    def halaman(self) -> BeautifulSoup:
        return BeautifulSoup(self.isi, "html.parser")

    @property
    def jalur(self) -> str:
        return urllib.parse.urlsplit(self.alamat).path


class Peramban:
    def __init__(self, alamat: str) -> None:
        self.alamat = alamat
        kuki = urllib.request.HTTPCookieProcessor(CookieJar())
        self._pembuka = urllib.request.build_opener(urllib.request.ProxyHandler({}), kuki)

    def buka(self, jalur: str, badan: bytes | None = None, jenis: str = "") -> Jawaban:
        """Follow `jalur`, and where it leads on to."""
        alamat = urllib.parse.urljoin(self.alamat, jalur)
        minta = urllib.request.Request(alamat, badan, {"Content-Type": jenis} if jenis else {})  # noqa: S310  (ours)
        try:
            with self._pembuka.open(minta, timeout=SABAR) as jawaban:
                return self._jawaban(jawaban)
        except urllib.error.HTTPError as galat:
            return self._jawaban(galat)

    def kirim(self, asal: Jawaban, formulir: Tag, berkas: dict[str, Berkas] | None = None, **isi: str) -> Jawaban:
        """Send a form of the page `asal` as it stands, with these fields filled in."""
        tetap = {str(i["name"]): str(i.get("value", "")) for i in formulir.select("input[type=hidden][name]")}
        badan, jenis = _gabung({**tetap, **isi}, berkas or {})
        return self.buka(urllib.parse.urljoin(asal.alamat, str(formulir.get("action") or "")), badan, jenis)

    def masuk(self, username: str, sandi: str) -> Jawaban:
        """Sign in; gives the first page."""
        halaman = self.buka("/masuk/")
        formulir = halaman.halaman.select_one("form:has([name=password])")
        assert formulir is not None
        return self.kirim(halaman, formulir, username=username, password=sandi)

    def _jawaban(self, jawaban: Any) -> Jawaban:
        return Jawaban(jawaban.status, jawaban.url, jawaban.headers.get_content_type(), jawaban.read())


def _gabung(isi: dict[str, str], berkas: dict[str, Berkas]) -> tuple[bytes, str]:
    """multipart/form-data (RFC 7578)."""
    batas = secrets.token_hex(16)
    bagian = [_bagian(f'name="{nama}"', "", nilai.encode()) for nama, nilai in isi.items()]
    for nama, (nama_berkas, badan) in berkas.items():
        jenis = mimetypes.guess_type(nama_berkas)[0] or "application/octet-stream"
        bagian.append(_bagian(f'name="{nama}"; filename="{nama_berkas}"', f"Content-Type: {jenis}\r\n", badan))
    pagar = f"--{batas}".encode()
    badan = b"".join(pagar + b"\r\n" + satu for satu in bagian) + pagar + b"--\r\n"
    return badan, f"multipart/form-data; boundary={batas}"


def _bagian(nama: str, kepala: str, badan: bytes) -> bytes:
    return f"Content-Disposition: form-data; {nama}\r\n{kepala}\r\n".encode() + badan + b"\r\n"
