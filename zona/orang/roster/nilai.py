"""A NIP, a team, a role, an address, out of the words of a cell. Pure."""

import re
from dataclasses import dataclass
from datetime import date

from django.core.exceptions import ValidationError
from django.core.validators import validate_email

from zona.impor.lama.area import kenali_area
from zona.impor.lama.kamus import kata_judul
from zona.inti.xlsx import Nilai
from zona.organisasi.enums import AREA, PENGARAH, Peran

TANPA = frozenset(
    ["-", "–", "—", ".", "tiada", "nihil", "kosong", "n/a", "ppnpn", "honorer", "tidak ada", "non asn", "non-asn"]
)
PPPK = "21"
"""Stands in the NI PPPK where the NIP of a civil servant has its month of appointment."""
_TEMPEL = re.compile(r"[\s'’‘`´.\-\u200b\u200c\u200d\ufeff\u00a0]+")
_AWALAN = re.compile(r"^\s*(?:nip|ni\s*pppk|ni\s*p3k)\b[\s.:]*", re.IGNORECASE)
_PANGKAT = re.compile(r"^\d(?:[.,]\d+)?e\+?\d+$", re.IGNORECASE)

_PERAN = {
    Peran.KEPALA: "penanggung jawab|penanggungjawab|kepala|kepala kantor|penanggung jawab rbi|penanggung jawab tim"
    "|penanggung jawab zi|pengarah",
    Peran.KETUA: "ketua|ketua rbi|ketua tim|ketua zi|ketua pelaksana|ketua tim pelaksana",
    Peran.KOORDINATOR: "koordinator|koord|koordinator area|koordinator pengungkit|koordinator tim|koordinator pokja",
    Peran.ANGGOTA: "anggota|anggota tim|anggota pokja",
    Peran.PENILAI: "penilai|tpi|penilai tpi|penilai internal|tim penilai internal",
    Peran.ADMIN: "admin|admin satker|administrator",
}
PERAN = {kata: peran for peran, semua in _PERAN.items() for kata in semua.split("|")}
DIKENAL = ", ".join(p.label for p in Peran)
_PENGARAH = frozenset({"pengarah", "tim pengarah", "pimpinan", "tim inti", "pengarah tim"})


@dataclass(frozen=True, slots=True)
class Nip:
    """`angka`: 18 digits that can be a NIP. Else `tercetak`, what stands there, with `soal`, why it is none. `hilang`:
    it was kept as a number, and its last digits are gone."""

    angka: str = ""
    tercetak: str = ""
    soal: str = ""
    hilang: bool = False


def teks_nip(nilai: Nilai) -> str:
    """A cell for a NIP in words; one that a spreadsheet holds as a number of more than 15 digits as such a number, for
    what it shows is not what was typed."""
    if isinstance(nilai, str) or nilai is None or isinstance(nilai, date):
        return " ".join(str(nilai or "").split())
    bulat = int(nilai)
    if len(str(abs(bulat))) <= 15:
        return str(bulat)
    kepala, ekor = f"{bulat:.5E}".split("E")
    return f"{kepala.replace('.', ',')}E+{int(ekor)}"


def baca_nip(teks: str) -> Nip:
    """What the words of a cell are for a NIP. A number that lost its digits is told, never made up."""
    isi = _AWALAN.sub("", teks.strip())
    if isi.lower() in TANPA or not isi:
        return Nip()
    if _PANGKAT.match(isi.replace(" ", "")):
        return Nip(tercetak=isi, hilang=True)
    rapat = _TEMPEL.sub("", isi)
    if not rapat:
        return Nip()
    if re.fullmatch(r"[0-9]{18}", rapat):
        if rapat.endswith("000"):  # serial numbers begin at 001: a number's digits after the 15th
            return Nip(tercetak=rapat, hilang=True)
        soal = salah_nip(rapat)
        return Nip(tercetak=rapat, soal=soal) if soal else Nip(angka=rapat)
    if not re.fullmatch(r"[0-9]+", rapat):
        return Nip(tercetak=isi[:30], soal="berisi selain angka")
    return Nip(tercetak=rapat[:30], soal=f"berisi {len(rapat)} angka, seharusnya 18")


def salah_nip(nip: str) -> str:
    """Why 18 digits cannot be a NIP: born, appointed, sex (PNS: YYYYMMDD YYYYMM S NNN; PPPK has 21 for the month).
    Empty where they can."""
    tahun, bulan, hari = int(nip[:4]), int(nip[4:6]), int(nip[6:8])
    try:
        lahir = date(tahun, bulan, hari)
    except ValueError:
        return f"tanggal lahirnya ({nip[:8]}) tidak mungkin"
    if not 1900 <= lahir.year <= 2100:
        return f"tahun lahirnya ({nip[:4]}) tidak mungkin"
    angkat, bulan_angkat = int(nip[8:12]), nip[12:14]
    if not lahir.year + 15 <= angkat <= lahir.year + 80:
        return f"tahun pengangkatannya ({angkat}) tidak mungkin bagi yang lahir {lahir.year}"
    if bulan_angkat != PPPK and not 1 <= int(bulan_angkat) <= 12:
        return f"bulan pengangkatannya ({bulan_angkat}) tidak mungkin"
    return "" if nip[14] in "12" else f"angka jenis kelaminnya ({nip[14]}) bukan 1 atau 2"


def baca_tim(teks: str) -> str | None:
    """PENGARAH or I–VI of the words; empty for none, None where they name no team."""
    kata = kata_judul(teks)
    if not kata or teks.strip().lower() in TANPA:
        return ""
    if kata in _PENGARAH:
        return PENGARAH
    return kenali_area(re.sub(r"^\s*tim(?:\s+kerja)?\b\s*", "", teks, flags=re.IGNORECASE) or teks) or None


def baca_peran(teks: str) -> Peran | None:
    """The role the words name; None where they name none."""
    return PERAN.get(kata_judul(teks))


def tim_ada() -> str:
    """The teams there are, for people."""
    return f"{', '.join(AREA)}, atau Pengarah"


def posel_sah(teks: str) -> bool:
    try:
        validate_email(teks)
    except ValidationError:
        return False
    return True
