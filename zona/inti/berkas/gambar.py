"""JPEG, PNG and WebP, opened by Pillow: first its structure, then every pixel."""

from typing import BinaryIO

from PIL import Image

from zona.inti.errors import DomainError

FORMAT = {"jpeg": ("JPEG", "MPO"), "png": ("PNG",), "webp": ("WEBP",)}
"""Pillow's names; phones write several pictures into one JPEG, which it calls MPO."""

PIKSEL = {"jpeg": 89_000_000, "png": 50_000_000, "webp": 50_000_000}
"""Decoding costs up to four bytes a pixel; a JPEG is decoded at an eighth of its width and height."""

RUSAK = "Gambar ini rusak atau terpotong. Salin atau ambil ulang gambarnya, lalu unggah lagi."
BESAR = "Gambar ini berisi terlalu banyak piksel. Perkecil ukurannya, lalu unggah lagi."


class _Ketat:
    """A file that complains when read past its end. Pillow would too, but by a switch of the whole process, and
    WeasyPrint turns that switch off."""

    def __init__(self, isi: BinaryIO) -> None:
        self.isi = isi
        self.seek = isi.seek
        self.tell = isi.tell

    def read(self, jumlah: int = -1) -> bytes:
        """Raises EOFError where nothing is left."""
        potongan = self.isi.read(jumlah)
        if not potongan and jumlah:
            raise EOFError
        return potongan


def periksa_gambar(isi: BinaryIO, jenis: str) -> None:
    """Raises DomainError for what Pillow cannot read to its end, and for decompression bombs."""
    try:
        for langkah in (_bangun, _urai):
            isi.seek(0)
            with Image.open(_Ketat(isi), formats=[FORMAT[jenis][0]]) as gambar:  # type: ignore[arg-type]  # a reader is enough
                if gambar.format not in FORMAT[jenis]:
                    raise DomainError(RUSAK)
                if gambar.width * gambar.height > PIKSEL[jenis]:
                    raise DomainError(BESAR)
                langkah(gambar)
    except DomainError:
        raise
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as galat:
        raise DomainError(BESAR) from galat
    except Exception as galat:  # a parser fed hostile bytes raises anything
        raise DomainError(RUSAK) from galat


def _bangun(gambar: Image.Image) -> None:
    gambar.verify()


def _urai(gambar: Image.Image) -> None:
    gambar.draft("RGB", (max(1, gambar.width // 8), max(1, gambar.height // 8)))  # JPEG only; others ignore it
    gambar.load()
