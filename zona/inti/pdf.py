"""PDF from a page of ours: PDF/A-3a (tagged, archivable), same content → same bytes, nothing fetched from anywhere."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache
from importlib.resources import files
from io import BytesIO

import weasyprint
from django.contrib.staticfiles import finders
from weasyprint import CSS, HTML, Attachment
from weasyprint.css import ColorProfile
from weasyprint.css.counters import CounterStyle
from weasyprint.text.fonts import FontConfiguration
from weasyprint.urls import URLFetcher, URLFetcherResponse

from zona.inti.errors import DomainError
from zona.inti.unsur_pdf import rapikan

HURUF = "Liberation Sans"
VARIAN = "pdf/a-3a"
WARNA = "srgb-zona"
SUSUNAN = f"3 {weasyprint.VERSION}"
"""Of what the bytes depend on beside page and sheets; raise the number when tulis_pdf changes."""
_GAYA = re.compile(r"cetak-[a-z-]+\.css")


# PDF/UA-1 said inside PDF/A-3: its name space has to be described there (ISO 19005-3, 6.6.2.3).
UA = b"""<rdf:Description rdf:about="" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/" pdfuaid:part="1"/>
<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
 xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name><pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>Part of ISO 14289</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas></rdf:Description>"""


@dataclass(frozen=True, slots=True)
class Lampiran:
    """A file inside the PDF. `hubungan`: what it is to the document (Source, Data, Alternative; ISO 32000-2, 7.11)."""

    nama: str
    keterangan: str
    hubungan: str
    isi: bytes


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


def tulis_pdf(html: str, *gaya: str, lampiran: Iterable[Lampiran] = (), ua: bool = False) -> bytes:
    """The page as PDF, drawn with these print style sheets (their text, not their names), with `lampiran` inside. `ua`:
    the document says that it is PDF/UA-1 too, so its page must be what that asks: every picture and link in words, no
    level of headings left out.

    The page gives language (<html lang>), title and headings (bookmarks). Raises DomainError where the font that the
    sheets name is not installed: a document must not change its look with the machine.
    """
    pengambil, huruf, angka = PengambilTertutup(), FontConfiguration(), CounterStyle()
    lembar = [CSS(string=isi, url_fetcher=pengambil, font_config=huruf, counter_style=angka) for isi in gaya]
    pilihan = {"pdf_variant": VARIAN, "output_intent": WARNA}
    dokumen = HTML(string=html, base_url="data:,", url_fetcher=pengambil).render(
        font_config=huruf,
        counter_style=angka,
        stylesheets=lembar,
        presentational_hints=True,  # <ol start>
        color_profiles={WARNA: ColorProfile(BytesIO(_profil_srgb()), WARNA, "relative-colorimetric", ("r", "g", "b"))},
        **pilihan,
    )
    dokumen.metadata.attachments += [_tanam(satu) for satu in sorted(lampiran, key=lambda satu: satu.nama)]
    pdf: bytes = dokumen.write_pdf(finisher=lambda _, berkas: rapikan(berkas, UA if ua else b""), **pilihan)
    _pastikan_huruf(dokumen)
    return pdf


def tulis_cap(html: str, *gaya: str) -> bytes:
    """A page to be put into another PDF: without tags, language or profile of its own. Raises as `tulis_pdf`."""
    pengambil, huruf = PengambilTertutup(), FontConfiguration()
    lembar = [CSS(string=isi, url_fetcher=pengambil, font_config=huruf) for isi in gaya]
    dokumen = HTML(string=html, base_url="data:,", url_fetcher=pengambil).render(font_config=huruf, stylesheets=lembar)
    pdf: bytes = dokumen.write_pdf()
    _pastikan_huruf(dokumen)
    return pdf


def _pastikan_huruf(dokumen: weasyprint.Document) -> None:
    """Raises DomainError where the font that the sheets name is not installed."""
    if all(satu.family != HURUF for satu in dokumen.fonts.values()):
        raise DomainError(f"Huruf {HURUF} tidak terpasang di peladen ini; pasang paket fonts-liberation.")


def _tanam(lampiran: Lampiran) -> Attachment:
    """Without a moment of its own: same content, same bytes."""
    awal = datetime(2000, 1, 1, tzinfo=UTC)
    return Attachment(
        string=lampiran.isi,
        name=lampiran.nama,
        description=lampiran.keterangan,
        relationship=lampiran.hubungan,
        created=awal,
        modified=awal,
        url_fetcher=PengambilTertutup(),
    )
