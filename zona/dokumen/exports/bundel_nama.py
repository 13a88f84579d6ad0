"""Names inside the evidence bundle: they open on Windows, macOS and Linux, from a stick, and no two are alike."""

import re
import unicodedata

FOLDER, BERKAS = 30, 60
"""Characters of one name at most. Four folders and a file are under 190: room for where it is unpacked in the 260 that
Windows gives a path."""
_ASING = re.compile(r"[^A-Za-z0-9 ._,()+-]+")
_TERLARANG = re.compile(r"(?i)^(con|prn|aux|nul|com[0-9]|lpt[0-9])(\.|$)")


def nama_aman(teks: str, batas: int) -> str:
    """Latin letters, digits and a few signs of the text, cut at a word; no name Windows keeps for itself. Empty where
    nothing is left."""
    polos = unicodedata.normalize("NFKD", teks.replace("–", "-").replace("—", "-"))
    polos = "".join(h for h in polos if not unicodedata.combining(h))
    bersih = " ".join(_ASING.sub(" ", polos).split()).strip(" .")
    if len(bersih) > batas:
        potong = bersih[: batas + 1].rsplit(" ", 1)[0]
        bersih = (potong if len(potong) <= batas else bersih[:batas]).rstrip(" .,(+-")
    return f"_{bersih}"[:batas] if _TERLARANG.match(bersih) else bersih


def nama_folder(urut: int, kode: str, judul: str) -> str:
    """01-I Manajemen Perubahan: the place in the order, the code where it says more, then words."""
    awal = f"{urut:02}" if kode in ("", str(urut)) else f"{urut:02}-{nama_aman(kode, 12)}"
    return f"{awal} {nama_aman(judul, FOLDER - len(awal) - 1)}".rstrip()


def nama_berkas(nomor: int, teks: str, ekor: str, ekstensi: str) -> str:
    """03 Notula rapat 2023-03-20 v2.pdf: `ekor` and `ekstensi` are never cut."""
    akhir = f"{f' {ekor}' if ekor else ''}.{ekstensi}"
    return f"{nomor:02} {nama_aman(teks, BERKAS - len(akhir) - 3)}".rstrip() + akhir


class Nama:
    """Paths already given, compared as Windows does."""

    def __init__(self) -> None:
        self._ada: set[str] = set()

    def unik(self, letak: str) -> str:
        """The path, or with (2), (3) … before its extension."""
        badan, titik, ekstensi = letak.rpartition(".")
        calon, ke = letak, 2
        while calon.lower() in self._ada:
            calon, ke = f"{badan} ({ke}){titik}{ekstensi}", ke + 1
        self._ada.add(calon.lower())
        return calon
