"""Draws one page as a WebP: a program of its own, run by `lukis.py`. The file comes on stdin, the picture leaves on
stdout; what a hostile file does to it (crash, hang, eat memory) ends with it."""

import os
import resource
import sys
from typing import Any

MEMORI = 768 * 1024 * 1024
DETIK = 15
LEBAR = 1400
PIKSEL = 5_000_000
"""Of the picture: an A4 page of LEBAR takes 2.8 million; a long one is drawn narrower."""
SISI = 16_000
"""WebP has no longer side than 16.383."""
MUTU = 80


def batasi() -> None:
    """Before anything hostile is read: so much memory and time and no more, and no file written."""
    resource.setrlimit(resource.RLIMIT_AS, (MEMORI, MEMORI))
    resource.setrlimit(resource.RLIMIT_CPU, (DETIK, DETIK))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def skala(lebar: float, tinggi: float) -> float:
    """How much larger (or smaller) than its own size a page of these points or pixels is drawn."""
    lebar, tinggi = max(lebar, 1), max(tinggi, 1)
    return min(LEBAR / lebar, SISI / tinggi, (PIKSEL / (lebar * tinggi)) ** 0.5)


def dari_pdf(nomor: int) -> Any:
    """The page, counted from 1. Raises whatever PDFium raises."""
    from pypdfium2 import PdfDocument

    dokumen = PdfDocument(sys.stdin.buffer)
    halaman = dokumen[nomor - 1]
    besar = max(skala(*halaman.get_size()), 1e-3)
    return halaman.render(scale=besar, may_draw_forms=False).to_pil()


def dari_gambar() -> Any:
    """The picture, upright, never larger than it is. Raises whatever Pillow raises."""
    from PIL import Image, ImageOps

    gambar = Image.open(sys.stdin.buffer, formats=["JPEG", "PNG", "WEBP"])
    kecil = min(1.0, skala(*gambar.size))
    ukuran = max(1, round(gambar.width * kecil)), max(1, round(gambar.height * kecil))
    gambar.draft("RGB", ukuran)
    return ImageOps.exif_transpose(gambar.resize(ukuran, Image.Resampling.BOX, reducing_gap=2.0))


def utama() -> None:
    batasi()
    gambar = dari_gambar() if sys.argv[1] == "gambar" else dari_pdf(int(sys.argv[2]))
    bersih = gambar if gambar.mode in ("RGB", "RGBA") else gambar.convert("RGBA" if "A" in gambar.mode else "RGB")
    bersih.save(sys.stdout.buffer, "WEBP", quality=MUTU, method=2, exif=b"", icc_profile=b"")
    sys.stdout.flush()
    os._exit(0)  # nothing of PDFium is taken down in an order it minds


if __name__ == "__main__":
    utama()
