"""A paper as PDF: templates/surat/surat_pdf.html drawn with static/css/cetak-surat.css."""

from dataclasses import replace
from datetime import date

from rencana_aksi.models import Rencana
from zona.dokumen.exports.ekspor import PDF, Ekspor, Tetap
from zona.dokumen.exports.rencana_pdf import GAYA_DRAF, NaskahPdf
from zona.dokumen.queries.setelan import kertas_satker
from zona.inti.pdf import baca_gaya
from zona.organisasi.models import Pengguna
from zona.surat.domain.bekukan import GAYA, bekukan_lama, html_surat
from zona.surat.enums import JenisSurat
from zona.surat.models import Surat, SuratBeku
from zona.surat.queries.beku import kode_cetakan
from zona.surat.queries.isi import IsiSurat, susun_surat


def ekspor_surat(rencana: Rencana, surat: Surat, pengguna: Pengguna, hari_ini: date) -> Ekspor | Tetap:
    """A draft as it stands today; what has its number and date as it was when it got them. Raises ValueError as
    susun_surat."""
    if not surat.draf:
        return tetap_surat(rencana, bekukan_lama(rencana=rencana, surat=surat, oleh=None, hari_ini=hari_ini))
    return _gambar(susun_surat(rencana, surat, pengguna, hari_ini))


def ekspor_posisi(rencana: Rencana, surat: Surat, pengguna: Pengguna, hari_ini: date) -> Ekspor:
    """The paper with its lists as of today, and saying so: no paper that was signed."""
    return _gambar(replace(susun_surat(rencana, surat, pengguna, hari_ini), per=hari_ini))


def tetap_surat(rencana: Rencana, beku: SuratBeku) -> Tetap:
    jenis, satker = JenisSurat(beku.surat.jenis), rencana.satker
    nama = f"surat-{jenis}-{satker.slug}-{rencana.tahun}.pdf"

    def susun() -> Ekspor:
        gaya = beku.gaya or [*(baca_gaya(satu) for satu in GAYA), kertas_satker(satker).gaya]
        naskah = NaskahPdf(beku.naskah, tuple(gaya), ua=True)
        return Ekspor(nama, PDF, f"{satker.kode}-{rencana.tahun}/surat-{jenis}", naskah.sidik, naskah.tulis)

    return Tetap(satker, kode_cetakan(beku), nama, PDF, susun)


def _gambar(isi: IsiSurat) -> Ekspor:
    gaya = [baca_gaya(nama) for nama in ((GAYA_DRAF, *GAYA) if isi.draf else GAYA)]
    naskah = NaskahPdf(html_surat(isi), (*gaya, isi.kertas.gaya), ua=True)
    kelompok = f"{isi.kop.kode}-{isi.data.tahun}/surat-{isi.jenis}"
    return Ekspor(f"{isi.nama_berkas}.pdf", PDF, kelompok, naskah.sidik, naskah.tulis)
