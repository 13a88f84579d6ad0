"""What a path says by itself: pengungkit, rencana kerja and aksi by number or letter, the kind of document, dates."""

import re
from dataclasses import dataclass
from datetime import date

AREA = ("I", "II", "III", "IV", "V", "VI")
_ROMAWI = r"(?P<area>VI|IV|V|I{1,3}|[1-6])"
_BATAS = r"(?![A-Za-z0-9])"
_PISAH = r"[\s._:)-]*"

SEBUT_AREA = re.compile(rf"(?:^|[\s_(])(?:area|pengungkit|komponen|pokja|tim|bab){_PISAH}{_ROMAWI}{_BATAS}", re.I)
SEBUT_KERJA = re.compile(
    rf"(?:^|[\s_(])(?:rk|rencana\s*kerja|kegiatan|program){_PISAH}(?P<kerja>\d{{1,2}}){_BATAS}", re.I
)
SEBUT_AKSI = re.compile(rf"(?:^|[\s_(])(?:rencana\s*aksi|aksi|huruf|ra){_PISAH}(?P<aksi>[a-z]){_BATAS}", re.I)
KODE = re.compile(
    r"^\s*(?P<satu>VI|IV|V|I{1,3}|\d{1,2})\s*[.\-_]\s*(?P<dua>\d{1,2})(?:\s*[.\-_]?\s*(?P<aksi>[a-zA-Z])(?=[\s._)\-]|$))?"
    r"(?=[\s._)\-]|$)(?!\s*[.\-_]\s*\d{4})"
)
ROMAWI_DEPAN = re.compile(r"^\s*(?P<area>VI|IV|V|I{1,3})(?=[\s._)\-]|$)")
ANGKA_DEPAN = re.compile(r"^\s*(?P<angka>\d{1,2})(?=[.)_\-]|\s+[^\d\s]|$)")
HURUF_DEPAN = re.compile(r"^\s*\(?(?P<aksi>[a-zA-Z])(?:[.)]|\s*[-_]\s)")

UMUM = re.compile(r"\b(?:bukti|fisik|data|dukung|pendukung|evid[ae]n[cs]?e?|lke|folder|map|arsip|20\d\d)\b", re.I)

JENIS = {
    "undangan": r"undangan",
    "daftar_hadir": r"daftar\s*hadir|absen(?:si)?|presensi|kehadiran",
    "notula": r"notul(?:a|en|ensi)|risalah|mom",
    "dokumentasi": r"foto|dokumentasi|gambar|img|dsc|photo|whatsapp\s*image|screenshot|tangkap\s*layar",
    "keputusan": r"sk|keputusan",
    "laporan": r"laporan|lap",
}
POLA_JENIS = {jenis: re.compile(rf"(?<![a-z])(?:{pola})(?![a-z])", re.I) for jenis, pola in JENIS.items()}

BULAN = ("januari", "februari", "maret", "april", "mei", "juni", "juli", "agustus", "september", "oktober", "november",
         "desember")  # fmt: skip
SEBUTAN_BULAN = {b: n for n, b in enumerate(BULAN, 1)} | {b[:3]: n for n, b in enumerate(BULAN, 1)} | {
    "pebruari": 2, "peb": 2, "agu": 8, "agt": 8, "ags": 8, "sept": 9, "nopember": 11, "nop": 11,
}  # fmt: skip
KATA_BULAN = re.compile(rf"(?:(?<!\d)(\d{{1,2}})[\s_-]*)?(?<![a-z])({'|'.join(SEBUTAN_BULAN)})(?![a-z])", re.I)
TANGGAL = re.compile(r"(?<!\d)(?:(20\d\d)[-_.]?(\d\d)[-_.]?(\d\d)|(\d{1,2})[-_.](\d{1,2})[-_.](20\d\d))(?!\d)")
TRIWULAN = re.compile(rf"(?<![a-z])(?:triwulan|triw|tw|tri){_PISAH}(iv|i{{1,3}}|[1-4]){_BATAS}", re.I)
SEMESTER = re.compile(rf"(?<![a-z])(?:semester|smt|sem){_PISAH}(ii?|[12]){_BATAS}", re.I)
URUTAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4}


@dataclass(frozen=True, slots=True)
class Waktu:
    """When, as far as a path tells: months it may be (empty: none told), and the day where one is named."""

    bulan: frozenset[int] = frozenset()
    hari: date | None = None
    kata: str = ""


def area(teks: str) -> str:
    """I–VI for a Roman or Arabic number."""
    return AREA[int(teks) - 1] if teks.isdigit() else teks.upper()


def polos(bagian: str) -> str:
    """A name without underscores and glued words, for reading."""
    terpisah = re.sub(r"(?<=[a-z])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])", " ", bagian)
    return " ".join(terpisah.replace("_", " ").split())


def tanpa_umum(teks: str) -> str:
    """Without the words any folder of evidence bears."""
    return UMUM.sub(" ", teks)


def jenis(nama: str) -> str:
    """The kind of document a name announces first; empty where it announces none."""
    ada = [(m.start(), j) for j, pola in POLA_JENIS.items() if (m := pola.search(nama))]
    return min(ada)[1] if ada else ""


def waktu(bagian: str, tahun: int) -> Waktu:
    """Of one folder or name: a whole date before a month, a month before a quarter or half."""
    if m := TANGGAL.search(bagian):
        t, b, h = (m[1], m[2], m[3]) if m[1] else (m[6], m[5], m[4])
        if hari := _hari(int(t), int(b), int(h)):
            return Waktu(frozenset({hari.month}), hari, m[0])
    if m := KATA_BULAN.search(bagian):
        bulan = SEBUTAN_BULAN[m[2].lower()]
        return Waktu(frozenset({bulan}), _hari(tahun, bulan, int(m[1])) if m[1] else None, m[0].strip())
    if m := TRIWULAN.search(bagian):
        n = URUTAN.get(m[1].lower()) or int(m[1])
        return Waktu(frozenset(range(3 * n - 2, 3 * n + 1)), None, m[0])
    if m := SEMESTER.search(bagian):
        n = URUTAN.get(m[1].lower()) or int(m[1])
        return Waktu(frozenset(range(6 * n - 5, 6 * n + 1)), None, m[0])
    return Waktu()


def _hari(tahun: int, bulan: int, hari: int) -> date | None:
    try:
        return date(tahun, bulan, hari)
    except ValueError:
        return None
