"""A file's name as people may see it. It is never a path: files are stored under names of ours."""

import unicodedata

PANJANG = 255
TERSEMBUNYI = {"Cc", "Cf", "Cs", "Zl", "Zp"}
"""Unicode categories that are not seen or turn the reading direction: control, format (bidi marks), surrogates."""


def nama_tampil(nama: str) -> str:
    """The last part of a path, normalised, without hidden characters, at most 255 long with its extension kept.
    "berkas" where nothing is left."""
    bersih = unicodedata.normalize("NFC", nama)
    bersih = "".join(huruf for huruf in bersih if unicodedata.category(huruf) not in TERSEMBUNYI)
    bersih = " ".join(bersih.replace("\\", "/").rpartition("/")[2].split()).strip(". ")
    if len(bersih) > PANJANG:
        badan, titik, ekstensi = bersih.rpartition(".")
        ekor = f"{titik}{ekstensi}" if badan and len(ekstensi) <= 10 else ""
        bersih = bersih[: PANJANG - len(ekor)].rstrip(". ") + ekor
    return bersih or "berkas"


def ekstensi(nama: str) -> str:
    """What follows the last dot, in lower case; empty where there is none."""
    badan, _, akhiran = nama.rpartition(".")
    return akhiran.lower() if badan else ""
