"""A paper as PDF: templates/surat/surat_pdf.html drawn with static/css/cetak-surat.css."""

from datetime import date

from django.template.loader import render_to_string

from rencana_aksi.models import Rencana
from zona.dokumen.exports.ekspor import PDF, Ekspor
from zona.dokumen.exports.rencana_pdf import GAYA_DRAF, NaskahPdf
from zona.inti.pdf import baca_gaya
from zona.organisasi.models import Pengguna
from zona.surat.enums import JenisSurat
from zona.surat.exports.isi import IsiSurat, susun_surat
from zona.surat.models import Surat
from zona.surat.queries.surat import bertanda_terakhir

GAYA = ("cetak-naskah.css", "cetak-surat.css")
HIDUP = (JenisSurat.PAKTA,)
"""Papers whose data goes on after they were signed: more people sign."""


def html_surat(isi: IsiSurat) -> str:
    return render_to_string("surat/surat_pdf.html", {"isi": isi, "cetak": True})


def ekspor_surat(rencana: Rencana, surat: Surat, pengguna: Pengguna, hari_ini: date) -> Ekspor:
    """The paper as it stands today; one that was signed as it was drawn then. Raises ValueError as susun_surat."""
    isi = susun_surat(rencana, surat, pengguna, hari_ini)
    html = html_surat(isi)
    if surat.terkunci and isi.jenis not in HIDUP and (bertanda := bertanda_terakhir(surat)):
        html = bertanda.naskah
    gaya = [baca_gaya(nama) for nama in ((GAYA_DRAF, *GAYA) if isi.draf else GAYA)]
    naskah = NaskahPdf(html, (*gaya, isi.kertas.gaya), ua=True)
    return Ekspor(
        f"{isi.nama_berkas}.pdf", PDF, f"{isi.kop.kode}-{isi.data.tahun}/surat-{isi.jenis}", naskah.sidik, naskah.tulis
    )
