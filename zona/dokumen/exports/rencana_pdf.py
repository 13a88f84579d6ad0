"""The plan as PDF: templates/dokumen/rencana_pdf.html drawn with static/css/cetak-*.css."""

import hashlib
from dataclasses import dataclass

from django.template.loader import render_to_string

from zona.dokumen.exports.isi import IsiRencana
from zona.dokumen.exports.keputusan import susun_keputusan
from zona.inti.pdf import SUSUNAN, baca_gaya, tulis_pdf

GAYA = ("cetak-naskah.css", "cetak-rencana.css")
GAYA_DRAF = "cetak-draf.css"


@dataclass(frozen=True, slots=True)
class NaskahPdf:
    """A document ready to be drawn: cover, keputusan, weights, team, matrix."""

    html: str
    gaya: tuple[str, ...]

    @property
    def sidik(self) -> str:
        """The key of this document: its words, its look and the program it is drawn with."""
        return hashlib.sha256("\0".join((SUSUNAN, *self.gaya, self.html)).encode()).hexdigest()

    def tulis(self) -> bytes:
        """Raises DomainError where the font is missing (tulis_pdf)."""
        return tulis_pdf(self.html, *self.gaya)


def naskah_pdf(isi: IsiRencana) -> NaskahPdf:
    keputusan = susun_keputusan(isi.kop.nama, " ".join(isi.kop.induk), isi.tahun)
    html = render_to_string("dokumen/rencana_pdf.html", {"isi": isi, "keputusan": keputusan})
    return NaskahPdf(html, tuple(baca_gaya(nama) for nama in (*GAYA, *([GAYA_DRAF] if isi.draf else []))))
