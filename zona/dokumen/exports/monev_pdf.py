"""A monev report as PDF: templates/dokumen/laporan_pdf.html drawn with static/css/cetak-*.css."""

from django.template.loader import render_to_string

from zona.dokumen.exports.ekspor import PDF, Ekspor
from zona.dokumen.exports.monev_nama import kelompok, nama_berkas
from zona.dokumen.exports.rencana_pdf import GAYA_DRAF, NaskahPdf
from zona.dokumen.queries.monev.isi import IsiLaporan
from zona.inti.pdf import baca_gaya

GAYA = ("cetak-naskah.css", "cetak-laporan.css")


def monev_pdf(isi: IsiLaporan) -> Ekspor:
    """Head, counts, conclusions and signatures upright; the rows behind them in landscape."""
    html = render_to_string("dokumen/laporan_pdf.html", {"isi": isi})
    gaya = (GAYA_DRAF, *GAYA) if isi.draf else GAYA
    naskah = NaskahPdf(html, tuple(baca_gaya(nama) for nama in gaya), ua=True)
    return Ekspor(f"{nama_berkas(isi)}.pdf", PDF, kelompok(isi, PDF), naskah.sidik, naskah.tulis)
