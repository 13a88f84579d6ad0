"""The signature page to print: which document, its fingerprints, and room to sign in ink."""

from django.template.loader import render_to_string

from rencana_aksi.queries.versi import isi_versi
from zona.dokumen.exports.beku import isi_beku
from zona.dokumen.exports.ekspor import PDF, Ekspor, Tetap
from zona.dokumen.exports.rencana_pdf import NaskahPdf
from zona.dokumen.exports.tanda import Tanda
from zona.dokumen.queries.setelan import kertas_versi
from zona.inti.pdf import baca_gaya
from zona.pengesahan.domain.siapkan import alamat_verifikasi, nama_naskah
from zona.pengesahan.enums import ISI_KALIMAT, Kalimat
from zona.pengesahan.models import NaskahSiap

GAYA = ("cetak-naskah.css", "cetak-rencana.css", "cetak-tanda.css")


def lembar_pengesahan(siap: NaskahSiap) -> Tetap:
    """One page, the same for as long as its document is."""
    nama = nama_naskah(siap.versi, "lembar-pengesahan")
    return Tetap(siap.versi.rencana.satker, f"lembar/{siap.pk}.pdf", nama, PDF, lambda: _gambar(siap))


def _gambar(siap: NaskahSiap) -> Ekspor:
    versi = siap.versi
    kertas = kertas_versi(versi)
    konteks = {
        "isi": isi_beku(isi_versi(versi), (), kertas),
        "siap": siap,
        "versi": versi,
        "tanda": Tanda(alamat_verifikasi(siap.kode), siap.kode, ISI_KALIMAT[Kalimat.BASAH]),
    }
    html = render_to_string("pengesahan/lembar_pdf.html", konteks)
    naskah = NaskahPdf(html, (*(baca_gaya(nama) for nama in GAYA), kertas.gaya), ua=True)
    kelompok = f"{versi.rencana.satker.kode}-{versi.rencana.tahun}/lembar"
    return Ekspor(nama_naskah(versi, "lembar-pengesahan"), PDF, kelompok, naskah.sidik, naskah.tulis)
