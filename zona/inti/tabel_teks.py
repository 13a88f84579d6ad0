"""Text as spreadsheets and people save it: its letters, and the sign between its cells. Pure.

UTF-8 and UTF-16, with or without their mark, else Windows-1252; cells between commas, semicolons or tabs.
"""

import csv
import re
from collections import Counter
from io import StringIO

from zona.inti.errors import DomainError

BERAKHIRAN = (".csv", ".tsv", ".txt")
"""How the names of such files end; Excel calls its Unicode text .txt."""
PEMISAH = (";", "\t", ",")
CONTOH = 20
BUKAN_TEKS = (
    "Berkas ini bukan CSV: isinya bukan teks. Simpan dari Excel atau LibreOffice sebagai CSV UTF-8, atau sebagai XLSX."
)
_SEP = re.compile(r"^sep=([;,\t])\r?$", re.IGNORECASE | re.MULTILINE)
_BIT = 400


def baca_huruf(mentah: bytes) -> str:
    """The letters. Raises DomainError with a sentence where it is no text."""
    try:
        teks = mentah.decode(_sandi(mentah))
    except UnicodeDecodeError as galat:
        if mentah.startswith((b"\xff\xfe", b"\xfe\xff")):
            raise DomainError(BUKAN_TEKS) from galat
        teks = mentah.decode("cp1252", errors="replace")
    if "\x00" in teks:
        raise DomainError(BUKAN_TEKS)
    return teks


def _sandi(mentah: bytes) -> str:
    """UTF-16 by its mark, or by every other byte being empty; else UTF-8 to begin with."""
    if mentah.startswith((b"\xff\xfe", b"\xfe\xff")):
        return "utf-16"
    awal = mentah[:_BIT]
    for mulai, sandi in ((1, "utf-16-le"), (0, "utf-16-be")):
        if len(awal) > 3 and 10 * awal[mulai::2].count(0) > 7 * len(awal[mulai::2]):
            return sandi
    return "utf-8-sig"


def cari_pemisah(teks: str) -> tuple[str, str]:
    """The text, and the sign that cuts most of its first lines into as many cells; a line "sep=;" says it, and is
    empty then. Signs inside quotation marks count for nothing."""
    if sep := _SEP.match(teks):
        return teks[sep.end() :], sep[1]
    contoh = "\n".join(teks.splitlines()[: CONTOH * 2])
    return teks, max(PEMISAH, key=lambda tanda: _rapi(contoh, tanda))


def _rapi(contoh: str, tanda: str) -> tuple[int, int]:
    """How many lines have the commonest number of cells, if more than one, and that number."""
    lebar: Counter[int] = Counter()
    try:
        for ke, baris in enumerate(csv.reader(StringIO(contoh, newline=""), delimiter=tanda)):
            if ke >= CONTOH:
                break
            lebar[len(baris)] += len(baris) > 1
    except csv.Error:
        return 0, 0
    return max(((banyak, n) for n, banyak in lebar.items()), default=(0, 0))
