"""PDF from a page of ours: PDF/A-3a (tagged, archivable), same content → same bytes, nothing fetched from anywhere."""

import re
from functools import cache
from importlib.resources import files
from io import BytesIO

import weasyprint
from django.contrib.staticfiles import finders
from weasyprint import CSS, HTML
from weasyprint.css import ColorProfile
from weasyprint.text.fonts import FontConfiguration
from weasyprint.urls import URLFetcher, URLFetcherResponse

from zona.inti.errors import DomainError

HURUF = "Liberation Sans"
VARIAN = "pdf/a-3a"
WARNA = "srgb-zona"
SUSUNAN = f"1 {weasyprint.VERSION}"
"""Of what the bytes depend on beside page and sheets; raise the number when tulis_pdf changes."""
_GAYA = re.compile(r"cetak-[a-z-]+\.css")


class AlamatDitolak(ValueError):
    """A document asked for something outside itself."""


class PengambilTertutup(URLFetcher):
    """Gives data: addresses; refuses http, file and all else, whoever wrote them into a text."""

    def fetch(self, url: str, headers: dict[str, str] | None = None) -> URLFetcherResponse:
        """Raises AlamatDitolak, which leaves the picture or sheet out of the document."""
        if not url[:5].lower() == "data:":
            raise AlamatDitolak(f"dokumen tidak boleh mengambil {url[:80]}")
        return super().fetch(url, headers)


def baca_gaya(nama: str) -> str:
    """The text of a print style sheet, static/css/cetak-….css. Raises FileNotFoundError for any other name."""
    berkas = finders.find(f"css/{nama}") if _GAYA.fullmatch(nama) else None
    if not isinstance(berkas, str):
        raise FileNotFoundError(f"gaya cetak {nama} tidak ada")
    with open(berkas, encoding="utf-8") as isi:
        return isi.read()


@cache
def _profil_srgb() -> bytes:
    """What the colours mean, as PDF/A asks: WeasyPrint's own profile (it would leave the file open each time)."""
    return (files("weasyprint.pdf") / "sRGB2014.icc").read_bytes()


def tulis_pdf(html: str, *gaya: str) -> bytes:
    """The page as PDF, drawn with these print style sheets (their text, not their names).

    The page gives language (<html lang>), title and headings (bookmarks). Raises DomainError where the font that the
    sheets name is not installed: a document must not change its look with the machine.
    """
    pengambil, huruf = PengambilTertutup(), FontConfiguration()
    lembar = [CSS(string=isi, url_fetcher=pengambil, font_config=huruf) for isi in gaya]
    pilihan = {"pdf_variant": VARIAN, "output_intent": WARNA}
    dokumen = HTML(string=html, base_url="data:,", url_fetcher=pengambil).render(
        font_config=huruf,
        stylesheets=lembar,
        presentational_hints=True,  # <ol start>
        color_profiles={WARNA: ColorProfile(BytesIO(_profil_srgb()), WARNA, "relative-colorimetric", ("r", "g", "b"))},
        **pilihan,
    )
    pdf: bytes = dokumen.write_pdf(**pilihan)
    if all(satu.family != HURUF for satu in dokumen.fonts.values()):
        raise DomainError(f"Huruf {HURUF} tidak terpasang di peladen ini; pasang paket fonts-liberation.")
    return pdf
