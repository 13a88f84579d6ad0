"""Helpers of the tests: a browser that refuses inline code, and HTMX answers put into their page."""

import re
from collections.abc import Callable, Iterator
from contextlib import nullcontext
from dataclasses import dataclass
from typing import Any

from bs4 import BeautifulSoup, Tag
from django.contrib.auth.hashers import Argon2PasswordHasher
from django.core.signals import request_finished
from django.db import close_old_connections
from django.http import HttpResponse
from django.test import Client
from django.urls import URLResolver, get_resolver
from zeal import zeal_context


class SandiMurah(Argon2PasswordHasher):
    """Argon2 as in production, a thousand times cheaper."""

    time_cost = 1
    memory_cost = 64
    parallelism = 1


HTMX = {"HX-Request": "true"}
"""`klien.get(alamat, headers=HTMX)` asks as htmx does."""


def urai(halaman: HttpResponse | BeautifulSoup | bytes | str) -> BeautifulSoup:
    """The page as a tree."""
    if isinstance(halaman, BeautifulSoup):
        return halaman
    isi = halaman.content if isinstance(halaman, HttpResponse) else halaman
    return BeautifulSoup(isi.decode() if isinstance(isi, bytes) else isi, "html.parser")


class Klien(Client):
    """Django's test client. A page that asks row by row (N+1) fails the test, and so does HTML that our
    Content-Security-Policy would break."""

    def request(self, **request: Any) -> Any:
        with zeal_context() if request.get("REQUEST_METHOD", "GET") == "GET" else nullcontext():
            tanggapan = super().request(**request)
        request_finished.disconnect(close_old_connections)  # a file that a test closes does not end its transaction
        halaman = tanggapan.get("Content-Type", "").startswith("text/html") and not tanggapan.streaming
        if halaman and MUNGKIN_SEBARIS.search(tanggapan.content):
            tolak_kode_sebaris(urai(tanggapan.content))
        return tanggapan


MUNGKIN_SEBARIS = re.compile(
    rb"""<style|<script(?![^<>]*\ssrc=)|[\s"'/](?:style|on[a-z]+|hx-on[^\s=>]*)\s*=|=\s*["']?\s*(?:&|jav|ja?&)""",
    re.IGNORECASE,
)
"""Where none of it is in the text, `tolak_kode_sebaris` finds nothing: building the tree of each page is dear."""


def tolak_kode_sebaris(halaman: BeautifulSoup) -> None:
    """Assert: no style attribute or element, no on… handler, no javascript: address, no script without src."""
    for unsur in halaman.find_all(True):
        assert unsur.name != "style", f"<style> dalam halaman: {unsur}"
        assert unsur.name != "script" or unsur.get("src"), f"<script> sebaris: {unsur}"
        for nama, nilai in unsur.attrs.items():
            assert nama != "style", f"style= pada {unsur}"
            assert not re.match(r"on[a-z]+$|hx-on", nama), f"{nama}= pada {unsur}"
            assert not str(nilai).strip().lower().startswith("javascript:"), f"{nama}={nilai}"


def pasang_fragmen(
    halaman: HttpResponse | BeautifulSoup | bytes | str, tanggapan: HttpResponse | bytes | str, target_id: str
) -> BeautifulSoup:
    """The page after htmx put the answer in: outerHTML of the target, then each element with hx-swap-oob by its id.
    Compare with `rapi(pasang_fragmen(…)) == rapi(klien.get(…))`."""
    hasil = BeautifulSoup(str(urai(halaman)), "html.parser")
    jawaban = BeautifulSoup(str(urai(tanggapan)), "html.parser")
    lain = [unsur.extract() for unsur in jawaban.find_all(attrs={"hx-swap-oob": True})]
    for wadah in jawaban.find_all("template"):
        if not wadah.get_text(strip=True):
            wadah.decompose()
    _ganti(hasil, target_id, [u.extract() for u in jawaban.find_all(True, recursive=False)])
    for unsur in lain:
        assert unsur["hx-swap-oob"] in ("true", "outerHTML"), f"hx-swap-oob={unsur['hx-swap-oob']}"
        del unsur["hx-swap-oob"]
        _ganti(hasil, unsur["id"], [unsur])
    return hasil


def _ganti(halaman: BeautifulSoup, target_id: str, pengganti: list[Tag]) -> None:
    target = halaman.find_all(id=target_id)
    assert len(target) == 1, f"#{target_id} ada {len(target)} kali dalam halaman"
    for unsur in pengganti:
        target[0].insert_before(unsur)
    target[0].decompose()


def rapi(halaman: HttpResponse | BeautifulSoup | Tag | bytes | str) -> str:
    """HTML in one comparable form: blanks folded, CSRF tokens masked, one element a line."""
    pohon = BeautifulSoup(str(halaman if isinstance(halaman, Tag) else urai(halaman)), "html.parser")
    for unsur in pohon.find_all(True):
        if unsur.get("name") == "csrfmiddlewaretoken":
            unsur["value"] = "…"
        if "hx-headers" in unsur.attrs:
            unsur["hx-headers"] = re.sub(r'("X-CSRFToken":\s*")[^"]*', r"\1…", str(unsur["hx-headers"]))
    for teks in pohon.find_all(string=True):
        teks.replace_with(" ".join(teks.split()))
    return "\n".join(baris.strip() for baris in pohon.prettify().splitlines() if baris.strip())


@dataclass(frozen=True)
class Alamat:
    """A named address: room:name, its path as written, what must be filled in."""

    nama: str
    pola: str
    isian: tuple[str, ...]
    tampilan: Callable[..., HttpResponse]

    def __str__(self) -> str:
        return self.nama


def semua_alamat() -> list[Alamat]:
    """Every address of the project, in order."""

    def telusuri(pola: list[Any], awalan: str, ruang: str) -> Iterator[Alamat]:
        for p in pola:
            jalur = awalan + str(p.pattern)
            if isinstance(p, URLResolver):
                yield from telusuri(p.url_patterns, jalur, p.namespace or ruang)
            else:
                isian = tuple(re.findall(r"<(?:\w+:)?(\w+)>", jalur))
                yield Alamat(f"{ruang}:{p.name}", jalur, isian, p.callback)

    return list(telusuri(get_resolver().url_patterns, "", ""))


def teks(unsur: Tag | HttpResponse | BeautifulSoup | bytes | str) -> str:
    """Visible words of an element or page, blanks folded."""
    pohon = unsur if isinstance(unsur, Tag) else urai(unsur)
    return " ".join(pohon.get_text(" ").split())
