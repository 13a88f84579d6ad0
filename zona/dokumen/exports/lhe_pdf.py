"""The Laporan Hasil Evaluasi as PDF: templates/dokumen/lhe_pdf.html drawn with static/css/cetak-*.css."""

from django.template.loader import render_to_string

from zona.dokumen.exports.ekspor import PDF, Ekspor
from zona.dokumen.exports.rencana_pdf import GAYA_DRAF, NaskahPdf
from zona.dokumen.queries.lhe import IsiLhe
from zona.inti.pdf import baca_gaya

GAYA = ("cetak-naskah.css", "cetak-laporan.css", "cetak-lhe.css")


def lhe_pdf(isi: IsiLhe) -> Ekspor:
    html = render_to_string("dokumen/lhe_pdf.html", {"isi": isi})
    naskah = NaskahPdf(html, tuple(baca_gaya(nama) for nama in ((GAYA_DRAF, *GAYA) if isi.draf else GAYA)), ua=True)
    dasar = f"lhe-{isi.kop.kode.lower()}-{isi.tahun}"
    nama = f"{dasar}{'-draf' if isi.draf else ''}.pdf"
    return Ekspor(nama, PDF, f"{isi.kop.kode}-{isi.tahun}/lhe", naskah.sidik, naskah.tulis)
