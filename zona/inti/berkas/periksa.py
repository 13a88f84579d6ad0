"""The door every uploaded file passes."""

import hashlib
from dataclasses import dataclass
from typing import BinaryIO, cast

from django.conf import settings
from django.core.files import File

from zona.inti.berkas.gambar import periksa_gambar
from zona.inti.berkas.jenis import JPEG, PDF, PNG, WEBP, Jenis, kenali
from zona.inti.berkas.kantoran import periksa_kantoran
from zona.inti.berkas.nama import ekstensi, nama_tampil
from zona.inti.berkas.pdf import periksa_pdf
from zona.inti.errors import DomainError

GAMBAR = {"jpeg": JPEG, "png": PNG, "webp": WEBP}
KOSONG = "Berkas ini kosong (0 byte)."


@dataclass(frozen=True, slots=True)
class BerkasSah:
    """A file that was opened and is what it says. `nama` is for showing, `ekstensi` is ours; `halaman` of a PDF;
    `peringatan`: what in it acts by itself, so that it is only ever handed out as a download."""

    nama: str
    mime: str
    ekstensi: str
    sha256: str
    ukuran: int
    halaman: int | None = None
    peringatan: str = ""


def batas_byte() -> int:
    """The largest upload, in bytes."""
    return settings.ZONA_BATAS_UNGGAH_MB * 1024 * 1024


def periksa_berkas(nama: str, isi: File) -> BerkasSah:
    """What the file is, by its content. Raises DomainError with one sentence for whatever is not taken.
    Hashed in pieces, so memory does not grow with the file (a picture's pixels apart). Leaves it at its start."""
    sha256, ukuran, kepala = _baca(isi)
    try:
        jenis, halaman, peringatan = _buka(cast(BinaryIO, isi.file), kenali(kepala), ukuran)
    finally:
        isi.seek(0)
    tampil = nama_tampil(nama)
    if (akhiran := ekstensi(tampil)) not in jenis.ekstensi:
        raise DomainError(_tidak_cocok(akhiran, jenis))
    return BerkasSah(tampil, jenis.mime, jenis.ekstensi[0], sha256, ukuran, halaman, peringatan)


def _baca(isi: File) -> tuple[str, int, bytes]:
    """SHA-256, size and first kilobyte, in one pass that stops where the limit is passed."""
    jumlah, ukuran, kepala = hashlib.sha256(), 0, b""
    isi.seek(0)
    for potongan in isi.chunks():
        kepala = kepala or potongan[:1024]
        ukuran += len(potongan)
        if ukuran > batas_byte():
            raise DomainError(f"Berkas ini lebih besar daripada {settings.ZONA_BATAS_UNGGAH_MB} MB. Perkecil dahulu.")
        jumlah.update(potongan)
    if not ukuran:
        raise DomainError(KOSONG)
    return jumlah.hexdigest(), ukuran, kepala


def _buka(isi: BinaryIO, keluarga: str, ukuran: int) -> tuple[Jenis, int | None, str]:
    if keluarga == "pdf":
        return PDF, *periksa_pdf(isi, ukuran)
    if keluarga == "zip":
        return periksa_kantoran(isi, ukuran), None, ""
    periksa_gambar(isi, keluarga)
    return GAMBAR[keluarga], None, ""


def _tidak_cocok(akhiran: str, jenis: Jenis) -> str:
    saran = f"Ubah akhirannya menjadi .{jenis.ekstensi[0]}, lalu unggah lagi."
    if not akhiran:
        return f"Nama berkas tidak berakhiran, sedangkan isinya {jenis.nama}. {saran}"
    return f"Nama berkas berakhiran .{akhiran}, tetapi isinya {jenis.nama}. {saran}"
