"""Names inside an archive: read as they were meant, shown clean, never used as a path."""

import re
import unicodedata
from pathlib import PurePosixPath
from zipfile import ZipInfo

from zona.inti.berkas import nama_tampil

UTF8 = 0x800
"""Bit of the flags: the name is written in UTF-8."""
PANJANG = 1000
"""Letters of a path that are kept; of a longer one its end."""
HURUF_CAKRAM = re.compile(r"[A-Za-z]:")
SISTEM = {".ds_store", "thumbs.db", "desktop.ini", "ehthumbs.db", "icon\r"}


def nama_mentah(entri: ZipInfo) -> str:
    """The whole name with `/` between its parts. Some programs write UTF-8 without saying so, and `\\` for `/`."""
    nama = entri.orig_filename
    if not entri.flag_bits & UTF8:
        try:
            nama = nama.encode("cp437").decode("utf-8")
        except UnicodeError:
            nama = entri.orig_filename
    return unicodedata.normalize("NFC", nama.replace("\\", "/"))


def keluar(nama: str) -> bool:
    """It leads out of the archive: absolute, with a drive letter, or with `..`."""
    return nama.startswith("/") or bool(HURUF_CAKRAM.match(nama)) or ".." in nama.split("/")


def berkas_sistem(nama: str) -> bool:
    """What an operating system or an open Office program leaves beside the files."""
    bagian = nama.lower().split("/")
    return "__macosx" in bagian or bagian[-1] in SISTEM or bagian[-1].startswith(("._", "~$"))


def jalur_tampil(nama: str) -> str:
    """Folders and name as people may see them. What turns the reading direction or is not seen is gone."""
    bagian = [b for b in nama.replace("\\", "/").split("/") if b.strip(". ")]
    bersih = "/".join(nama_tampil(b) for b in bagian) or "berkas"
    return bersih if len(bersih) <= PANJANG else "…" + bersih[1 - PANJANG :]


def akhiran(nama: str) -> str:
    """Its extension in lower case, with the dot; empty where there is none."""
    return PurePosixPath(nama).suffix.lower()
