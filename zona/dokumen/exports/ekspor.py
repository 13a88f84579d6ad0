"""The documents of a plan that can be handed out, each with its name and the key it is kept under."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from rencana_aksi.models import Rencana, VersiRencana
from rencana_aksi.queries.versi import isi_versi
from zona.dokumen.exports.beku import isi_beku
from zona.dokumen.exports.isi import susun_isi
from zona.dokumen.exports.rencana_pdf import naskah_pdf
from zona.dokumen.exports.rencana_xlsx import sidik_xlsx, xlsx_rencana
from zona.dokumen.exports.tanda import Tanda
from zona.dokumen.queries.setelan import kertas_satker
from zona.impor.asal import Asal
from zona.impor.queries.isi import isi_kini
from zona.naskah.queries.naskah import naskah_versi

PDF, XLSX = "pdf", "xlsx"
JENIS_MIME = {
    PDF: "application/pdf",
    XLSX: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}


@dataclass(frozen=True, slots=True)
class Ekspor:
    """A document not yet drawn. `sidik`: of its content; `buat` draws it, and raises DomainError where it cannot."""

    nama: str
    jenis: str
    kelompok: str
    sidik: str
    buat: Callable[[], bytes]


def ekspor_pdf(rencana: Rencana, hari_ini: date, *, posisi: bool = False) -> Ekspor:
    """The plan as it is enacted, or with progress as of `hari_ini`. Thirteen queries at most."""
    isi = susun_isi(rencana, hari_ini, posisi=posisi)
    naskah = naskah_pdf(isi)
    kelompok = f"{isi.kop.kode}-{isi.tahun}/{'posisi' if posisi else PDF}"
    return Ekspor(f"{isi.nama_berkas}.pdf", PDF, kelompok, naskah.sidik, naskah.tulis)


def ekspor_versi(versi: VersiRencana) -> Ekspor:
    """A frozen version as it was enacted; from its content alone, on the paper the office uses today."""
    isi = isi_beku(isi_versi(versi), naskah_versi(versi), kertas_satker(versi.rencana.satker))
    naskah = naskah_pdf(isi)
    nama = f"{isi.nama_berkas}-versi-{isi.versi}.pdf"
    return Ekspor(nama, PDF, f"{isi.kop.kode}-{isi.tahun}/versi", naskah.sidik, naskah.tulis)


def ekspor_bertanda(versi: VersiRencana, tanda: Tanda) -> Ekspor:
    """A frozen version drawn to be signed."""
    isi = isi_beku(isi_versi(versi), naskah_versi(versi), kertas_satker(versi.rencana.satker))
    naskah = naskah_pdf(isi, tanda)
    nama = f"{isi.nama_berkas}-versi-{isi.versi}-{tanda.kode}.pdf"
    return Ekspor(nama, PDF, f"{isi.kop.kode}-{isi.tahun}/bertanda", naskah.sidik, naskah.tulis)


def ekspor_xlsx(rencana: Rencana, hari_ini: date) -> Ekspor:
    """The plan with progress as of `hari_ini`, as a workbook that can be brought back."""
    isi = susun_isi(rencana, hari_ini, posisi=True)
    asal = Asal(rencana.satker.kode, rencana.tahun, rencana.pk, rencana.versi, isi_kini(rencana))
    nama = isi.nama_berkas.partition("-posisi-")[0]
    kelompok = f"{isi.kop.kode}-{isi.tahun}/{XLSX}"
    return Ekspor(f"{nama}.xlsx", XLSX, kelompok, sidik_xlsx(isi, asal), lambda: xlsx_rencana(isi, asal))
