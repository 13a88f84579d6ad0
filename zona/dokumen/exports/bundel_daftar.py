"""daftar-bukti.xlsx: every bukti of a bundle, a row each."""

from collections.abc import Iterable, Iterator

from zona.dokumen.exports.bundel_susun import Entri
from zona.inti.waktu import tanggal_pendek
from zona.inti.xlsx import Kolom, Lembar, Nilai, tulis_xlsx

KOLOM = (
    Kolom("No", 6),
    Kolom("Pengungkit", 22),
    Kolom("Rencana kerja", 30),
    Kolom("Rencana aksi", 34),
    Kolom("Bukti yang diminta", 36),
    Kolom("Pelaksanaan", 13),
    Kolom("Pertanyaan LKE", 14),
    Kolom("Keadaan", 14),
    Kolom("Nama asli", 34),
    Kolom("Versi", 7),
    Kolom("Tanggal dokumen", 13),
    Kolom("Halaman", 9),
    Kolom("Letak berkas atau tautan", 60),
    Kolom("Keterangan", 40),
    Kolom("Ukuran (byte)", 13),
    Kolom("SHA-256", 66),
    Kolom("Diperiksa oleh", 22),
)


def daftar_bukti(entri: Iterable[Entri], judul: str, satker: str) -> bytes:
    """The workbook. An address is text, never a link that opens by itself."""
    return tulis_xlsx([Lembar("Daftar bukti", KOLOM, _baris(entri), beku="C2")], judul=judul, pembuat=satker)


def _baris(entri: Iterable[Entri]) -> Iterator[tuple[Nilai, ...]]:
    for ke, e in enumerate(entri, 1):
        b, berkas = e.butir.bukti, e.butir.bukti.berkas
        yield (
            ke,
            *e.butir.tempat,
            tanggal_pendek(b.pelaksanaan.jatuh_tempo) if b.pelaksanaan else None,
            ", ".join(e.butir.soal) or None,
            b.get_status_display(),
            b.nama,
            b.versi,
            b.tanggal_dokumen,
            b.halaman,
            e.letak or b.tautan or None,
            e.keterangan or None,
            berkas.ukuran if berkas else None,
            berkas.sha256 if berkas else None,
            str(b.diverifikasi_oleh) if b.diverifikasi_oleh else None,
        )
