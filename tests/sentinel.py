"""Telling whether secrets come out of an address: what an answer says in words, whatever its kind; every address with
what its parts may be; every filter a page offers."""

import io
import re
import zipfile
from collections.abc import Iterable, Iterator
from itertools import product
from typing import Any
from urllib.parse import parse_qsl, urlencode, urljoin, urlsplit

from bs4 import BeautifulSoup, SoupStrainer
from django.apps import apps
from django.db import models
from django.test import Client
from django.urls import Resolver404, resolve, reverse
from pypdf import PdfReader

from tests.bantuan import HTMX, Alamat, semua_alamat
from zona.organisasi.models import Pengguna

KODE: dict[str, tuple[str, ...]] = {
    "surat": ("usulan", "sptjm", "sk-tim", "pakta", "piagam"),
    "nilai": ("surat_usulan", "zi_setahun"),
    "tahapan": ("pencanangan", "mandiri", "tpi", "pengusulan", "penetapan"),
    "dokumen": ("latar-belakang", "pendahuluan"),
    "pintu": ("A1.1.a",),
}
"""What `kode` is in a room; a pengungkit in all others."""
ISIAN: dict[str, tuple[Any, ...]] = {
    "satker": ("uji",), "tahun": (2023,), "kode": ("I",), "bulan": (1,), "triwulan": (1,), "nomor": (1,),
    "komponen": ("A1", "H1"), "soal": ("A1.1.a", "H1.1"), "jenis": ("mandiri", "tpi"),
    "langkah": ("ajukan", "kunci", "buka"), "kunci": ("x",), "objek": ("rencana", "aksi"), "token": ("x",),
    "unggahan": ("x",), "rahasia": ("x",), "unit_id": ("x",), "sisa": ("x",),
}  # fmt: skip
"""What each part of an address may be. One that is new wants its row."""
PADA_SETIAP = 1
"""Ids of each model that are tried where an address takes one; links lead to others."""


def kata(tanggapan: Any) -> str:
    """Everything an answer says: its headers, and its body as text; of a PDF its text, of a ZIP or XLSX every file."""
    isi = b"".join(tanggapan.streaming_content) if tanggapan.streaming else tanggapan.content
    kepala = " ".join(f"{nama}: {nilai}" for nama, nilai in tanggapan.items() if nama not in ("ETag",))
    return f"{kepala}\n{kata_berkas(isi)}"


def kata_berkas(isi: bytes) -> str:
    if isi[:4] == b"%PDF":
        buku = PdfReader(io.BytesIO(isi))
        return " ".join(h.extract_text() for h in buku.pages) + isi.decode("latin-1")
    if isi[:2] == b"PK":
        with zipfile.ZipFile(io.BytesIO(isi)) as arsip:
            return "\n".join(f"{nama} {kata_berkas(arsip.read(nama))}" for nama in arsip.namelist())
    return isi.decode("utf-8", "replace")


def nomor_baris() -> list[int]:
    """The first ids of every model."""
    semua: set[int] = set()
    for m in apps.get_models():
        if isinstance(m._meta.pk, models.AutoField):
            semua |= set(m._base_manager.order_by("pk").values_list("pk", flat=True)[:PADA_SETIAP])
    return sorted(semua)


def alamat_isi(alamat: Alamat, isian: dict[str, tuple[Any, ...]]) -> Iterator[str]:
    """The address with everything its parts may be."""
    isian = isian | {"kode": KODE.get(alamat.nama.partition(":")[0], isian["kode"])}
    for nilai in product(*(isian[k] for k in alamat.isian)):
        yield reverse(alamat.nama, kwargs=dict(zip(alamat.isian, nilai, strict=True)))


def saringan(alamat: str, halaman: str) -> Iterator[str]:
    """What the page's links and its GET forms ask for, each field by itself."""
    pohon = BeautifulSoup(halaman, "html.parser", parse_only=SoupStrainer(["a", "form"]))
    for a in pohon.find_all("a", href=True):
        yield urljoin(alamat, str(a["href"])).split("#")[0]
    for form in pohon.find_all("form"):
        if str(form.get("method", "get")).lower() != "get":
            continue
        tuju = urljoin(alamat, str(form.get("action") or alamat)).split("#")[0].split("?")[0]
        for pilih in form.find_all("select"):
            for opsi in pilih.find_all("option"):
                yield f"{tuju}?{urlencode({pilih.get('name', ''): opsi.get('value', '')})}"
        for isi in form.find_all("input"):
            nilai = isi.get("value") or "a"
            if isi.get("name"):
                yield f"{tuju}?{urlencode({isi['name']: nilai})}"


def rute(alamat: str) -> str:
    """The name of an address; empty for what is none of ours."""
    try:
        ketemu = resolve(urlsplit(alamat).path)
    except Resolver404:
        return ""
    return f"{ketemu.namespace}:{ketemu.url_name}"


class Penjelajah:
    """One person looking at everything: `lihat` holds what each address said, with and without htmx; `rute` the names
    of what opened, `dibaca` of what takes a GET at all. `ikut`: what links and forms lead to as well."""

    PALING_BANYAK = 4
    """Addresses of one name with other parts that links lead to, beside those that are generated."""

    def __init__(self, orang: Pengguna, *, ikut: bool = True) -> None:
        self.k = Client()
        self.k.force_login(orang, backend="zona.organisasi.backends.MasukDenganNip")
        self.lihat: dict[str, str] = {}
        self.rute: set[str] = set()
        self.dibaca: set[str] = set()
        self._saring: set[tuple[str, frozenset[tuple[str, str]]]] = set()
        self._banyak: dict[str, set[str]] = {}
        isian = {**ISIAN, "pk": tuple(nomor_baris())}
        for alamat in semua_alamat():
            for satu in alamat_isi(alamat, isian):
                self._buka(satu, ikut=ikut)

    def _buka(self, alamat: str, *, ikut: bool) -> None:
        if alamat in self.lihat:
            return
        for kepala in ({}, HTMX) if ikut else ({},):
            tanggapan = self.k.get(alamat, headers=kepala)
            isi = kata(tanggapan)
            self.lihat[f"{alamat}{' htmx' if kepala else ''}"] = isi
            self.dibaca |= {rute(alamat)} if tanggapan.status_code != 405 else set()
            if tanggapan.status_code >= 400 or "html" not in tanggapan.get("Content-Type", "html"):
                break
        if tanggapan.status_code >= 400:
            return
        self.rute.add(rute(alamat))
        if ikut and "html" in tanggapan.get("Content-Type", ""):
            for lagi in saringan(alamat, self.lihat[alamat].partition("\n")[2]):
                if self._baru(lagi):
                    self._buka(lagi, ikut=False)

    def _baru(self, alamat: str) -> bool:
        bagian, nama = urlsplit(alamat), rute(alamat)
        if bagian.netloc or not nama or not bagian.path.startswith("/uji/"):
            return False
        if bagian.query:
            kunci = (nama, frozenset(parse_qsl(bagian.query, keep_blank_values=True)))
            baru = kunci not in self._saring
            self._saring.add(kunci)
            return baru
        milik = self._banyak.setdefault(nama, set())
        if len(milik) >= self.PALING_BANYAK:
            return False
        milik.add(bagian.path)
        return True

    def bocor(self, rahasia: Iterable[str]) -> list[str]:
        """Where any of these words comes out, and which."""
        return [f"{alamat}: {r}" for alamat, isi in self.lihat.items() for r in rahasia if re.search(_pola(r), isi)]


def _pola(rahasia: str) -> str:
    """A number as a whole, words wherever they stand."""
    aman = re.escape(rahasia)
    return rf"(?<![\d.,]){aman}(?!\d)" if rahasia[0].isdigit() else aman
