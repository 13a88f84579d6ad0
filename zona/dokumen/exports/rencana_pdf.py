"""The plan as PDF: templates/dokumen/rencana_pdf.html drawn with static/css/cetak-*.css."""

import hashlib
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from django.template.loader import render_to_string

from zona.dokumen.exports.gambar_komponen import gambar_komponen
from zona.dokumen.exports.isi import IsiRencana
from zona.dokumen.exports.lampiran import lampiran_rencana
from zona.dokumen.exports.naskah import susun_naskah
from zona.dokumen.exports.tanda import TEMPAT, Tanda
from zona.inti.pdf import SUSUNAN, Lampiran, baca_gaya, tulis_pdf
from zona.naskah.enums import JenisBagian

GAYA = ("cetak-naskah.css", "cetak-rencana.css")
GAYA_DRAF = "cetak-draf.css"
GAYA_TANDA = "cetak-tanda.css"


@dataclass(frozen=True, slots=True)
class NaskahPdf:
    """A document ready to be drawn. `lampiran` makes the files inside; `ua`: its page is what PDF/UA asks."""

    html: str
    gaya: tuple[str, ...]
    lampiran: Callable[[], Iterable[Lampiran]] = tuple
    ua: bool = False

    @property
    def sidik(self) -> str:
        """The key of this document: its words, its look and the program it is drawn with."""
        return hashlib.sha256("\0".join((SUSUNAN, *self.gaya, self.html)).encode()).hexdigest()

    def tulis(self) -> bytes:
        """Raises DomainError where the font is missing (tulis_pdf)."""
        return tulis_pdf(self.html, *self.gaya, lampiran=self.lampiran(), ua=self.ua)


def naskah_pdf(isi: IsiRencana, tanda: Tanda | None = None) -> NaskahPdf:
    """`tanda`: as it goes to be signed, with room for the signature on the page of the keputusan (on one of its own
    where there is none)."""
    naskah = susun_naskah(isi.naskah, isi.kata)
    bab = [b for b in naskah if b.jenis in (JenisBagian.BAB, JenisBagian.LAMPIRAN)]
    matriks = next((b for b in naskah if any(p.tempat == "matriks" for p in b.potongan)), None)
    pengungkit, hasil = (((satu.nama, satu.bobot) for satu in daftar) for daftar in (isi.bagian, isi.hasil))
    konteks = {
        "isi": isi,
        "naskah": naskah,
        "bab_awal": bab[0].kode if bab else "",
        "bab_matriks": matriks.kode if matriks else "",
        "gambar_komponen": gambar_komponen(pengungkit, hasil),
        "tanda": tanda,
        "tanda_di": TEMPAT,
        "bertanda": next((b.kode for b in naskah if b.jenis == JenisBagian.KEPUTUSAN), ""),
    }
    html = render_to_string("dokumen/rencana_pdf.html", konteks)
    gaya = [baca_gaya(nama) for nama in (*GAYA, *([GAYA_DRAF] if isi.draf else []), *([GAYA_TANDA] if tanda else []))]
    return NaskahPdf(html, (*gaya, isi.kertas.gaya), lambda: lampiran_rencana(isi), ua=True)
