"""The documents of a plan that can be handed out, each with its name and the key it is kept under."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from rencana_aksi.models import Rencana, VersiRencana
from rencana_aksi.queries.rencana import draf_atau
from rencana_aksi.queries.versi import isi_versi
from zona.dokumen.exports.beku import isi_beku, isi_posisi
from zona.dokumen.exports.isi import IsiRencana, susun_isi
from zona.dokumen.exports.rencana_pdf import naskah_pdf
from zona.dokumen.exports.rencana_xlsx import sidik_xlsx, xlsx_rencana
from zona.dokumen.exports.tanda import Tanda
from zona.dokumen.exports.versi_xlsx import sidik_versi, xlsx_versi
from zona.dokumen.queries.setelan import kertas_versi
from zona.dokumen.queries.versi import sk_sebelum, versi_terakhir
from zona.impor.asal import Asal
from zona.impor.queries.isi import isi_kini
from zona.naskah.queries.naskah import naskah_versi
from zona.organisasi.models import Satker

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


@dataclass(frozen=True, slots=True)
class Tetap:
    """A paper that has its number or its lock: its bytes are kept under `kode` when it is drawn for the first time, and
    nothing draws it again (docs/adr/0044). `susun`: from what was frozen, never from what stands today."""

    satker: Satker
    kode: str
    nama: str
    jenis: str
    susun: Callable[[], Ekspor]


def dokumen_pdf(rencana: Rencana, hari_ini: date) -> Ekspor | Tetap:
    """The plan's document: of a ditetapkan plan the version in force, of a draft what it says today, marked DRAF."""
    versi = versi_terakhir(rencana)
    return tetap_pdf(versi) if versi else ekspor_pdf(rencana, hari_ini)


def dokumen_xlsx(rencana: Rencana, hari_ini: date) -> Ekspor | Tetap:
    """As dokumen_pdf, as a workbook: of a draft the one it is edited in."""
    versi = versi_terakhir(rencana)
    return tetap_xlsx(versi) if versi else ekspor_xlsx(rencana, hari_ini)


def tetap_pdf(versi: VersiRencana, ekor: str = "") -> Tetap:
    """A version as it was ditetapkan. `ekor`: what its file name ends in."""
    nama = f"{_dasar(versi)}{ekor}.pdf"
    return Tetap(versi.rencana.satker, f"rencana/{versi.pk}.pdf", nama, PDF, lambda: ekspor_versi(versi))


def tetap_xlsx(versi: VersiRencana) -> Tetap:
    """The same as a workbook to read and to take over, not to bring back."""
    nama = f"{_dasar(versi)}.xlsx"
    return Tetap(versi.rencana.satker, f"rencana/{versi.pk}.xlsx", nama, XLSX, lambda: ekspor_versi_xlsx(versi))


def ekspor_pdf(rencana: Rencana, hari_ini: date, *, posisi: bool = False) -> Ekspor:
    """The plan as it stands today, or with progress as of `hari_ini`: of a ditetapkan plan in the words, under the
    names and on the paper of the version in force. Eighteen queries at most."""
    versi = versi_terakhir(rencana)
    isi = susun_isi(rencana, hari_ini, posisi=posisi)
    if versi and posisi:
        isi = isi_posisi(_isi(versi), isi)
    naskah = naskah_pdf(isi)
    kelompok = f"{isi.kop.kode}-{isi.tahun}/{'posisi' if posisi else PDF}"
    return Ekspor(f"{isi.nama_berkas}.pdf", PDF, kelompok, naskah.sidik, naskah.tulis)


def ekspor_versi(versi: VersiRencana) -> Ekspor:
    """A frozen version as it was enacted, from what was kept of it alone."""
    isi = _isi(versi)
    naskah = naskah_pdf(isi)
    nama = f"{isi.nama_berkas}-versi-{isi.versi}.pdf"
    return Ekspor(nama, PDF, f"{isi.kop.kode}-{isi.tahun}/versi", naskah.sidik, naskah.tulis)


def ekspor_versi_xlsx(versi: VersiRencana) -> Ekspor:
    isi, beku = _isi(versi), isi_versi(versi)
    nama = f"{isi.nama_berkas}-versi-{isi.versi}.xlsx"
    kelompok = f"{isi.kop.kode}-{isi.tahun}/versi-{XLSX}"
    return Ekspor(nama, XLSX, kelompok, sidik_versi(isi, beku), lambda: xlsx_versi(isi, beku))


def ekspor_bertanda(versi: VersiRencana, tanda: Tanda) -> Ekspor:
    """A frozen version drawn to be signed."""
    isi = _isi(versi)
    naskah = naskah_pdf(isi, tanda)
    nama = f"{isi.nama_berkas}-versi-{isi.versi}-{tanda.kode}.pdf"
    return Ekspor(nama, PDF, f"{isi.kop.kode}-{isi.tahun}/bertanda", naskah.sidik, naskah.tulis)


def ekspor_xlsx(rencana: Rencana, hari_ini: date) -> Ekspor:
    """The plan with progress as of `hari_ini`, as a workbook that can be brought back; it says that it is no document
    that was ditetapkan, and into which draft it goes."""
    isi = susun_isi(rencana, hari_ini, posisi=True)
    asal = Asal(rencana.satker.kode, rencana.tahun, rencana.pk, rencana.versi, isi_kini(rencana))
    draf = draf_atau(rencana)
    menuju = draf.versi if draf.perubahan_dari_id else 0
    nama = isi.nama_berkas.partition("-posisi-")[0]
    if not isi.draf:
        nama = f"buku-kerja-{nama.removeprefix('rencana-kerja-')}-posisi-{hari_ini.isoformat()}"
    kelompok = f"{isi.kop.kode}-{isi.tahun}/{XLSX}"
    sidik = sidik_xlsx(isi, asal, menuju)
    return Ekspor(f"{nama}.xlsx", XLSX, kelompok, sidik, lambda: xlsx_rencana(isi, asal, menuju))


def _isi(versi: VersiRencana) -> IsiRencana:
    return isi_beku(isi_versi(versi), naskah_versi(versi), kertas_versi(versi), sk_sebelum(versi))


def _dasar(versi: VersiRencana) -> str:
    return f"rencana-kerja-zi-{versi.rencana.satker.slug}-{versi.rencana.tahun}"
