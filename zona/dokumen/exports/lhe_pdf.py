"""The Laporan Hasil Evaluasi as PDF: templates/dokumen/lhe_pdf.html drawn with static/css/cetak-*.css."""

from zona.dokumen.domain.lhe import GAYA, html_lhe
from zona.dokumen.exports.ekspor import PDF, Ekspor, Tetap
from zona.dokumen.exports.rencana_pdf import GAYA_DRAF, NaskahPdf
from zona.dokumen.models import LheBeku
from zona.dokumen.queries.lhe import IsiLhe
from zona.inti.pdf import baca_gaya
from zona.organisasi.models import Satker


def lhe_pdf(isi: IsiLhe) -> Ekspor:
    """What is not locked yet."""
    naskah = NaskahPdf(html_lhe(isi), tuple(baca_gaya(nama) for nama in (GAYA_DRAF, *GAYA)), ua=True)
    kelompok = f"{isi.unit.kode}-{isi.tahun}/lhe"
    return Ekspor(f"lhe-{isi.unit.kode.lower()}-{isi.tahun}-draf.pdf", PDF, kelompok, naskah.sidik, naskah.tulis)


def tetap_lhe(lhe: LheBeku, satker: Satker) -> Tetap:
    """The report of a lock, of the unit `satker`."""
    beku = lhe.beku
    dasar, urutan = f"lhe-{satker.slug}-{beku.penilaian.tahun}", beku.urutan
    nama = f"{dasar}-kunci-{urutan}.pdf" if urutan > 1 else f"{dasar}.pdf"

    def susun() -> Ekspor:
        naskah = NaskahPdf(lhe.naskah, tuple(lhe.gaya), ua=True)
        return Ekspor(nama, PDF, f"{satker.kode}-{beku.penilaian.tahun}/lhe", naskah.sidik, naskah.tulis)

    return Tetap(satker, f"lhe/{lhe.pk}.pdf", nama, PDF, susun)
