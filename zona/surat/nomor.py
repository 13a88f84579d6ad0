"""Numbers of papers by an office's pattern. Pure."""

import re
from datetime import date

from zona.inti.angka import romawi

PENGGANTI = {
    "nomor": "Nomor urut: 1, 2, 3, …",
    "nomor3": "Nomor urut tiga angka: 001, 002, …",
    "kode": "Kode surat menurut jenisnya, diatur di bawah",
    "satker": "Kode satuan kerja",
    "romawi": "Bulan dengan angka Romawi",
    "bulan": "Bulan dengan dua angka",
    "tahun": "Tahun",
}
PANJANG = 60
"""Characters of a number, as the conditions of a proposal take it."""
PANJANG_POLA = 100
_ISIAN = re.compile(r"\{(\w*)\}")


class PolaSalah(ValueError):
    """A pattern that makes no numbers; the text says why."""


def periksa_pola(pola: str) -> str:
    """The pattern as it is kept. Raises PolaSalah."""
    pola = " ".join(pola.split())
    asing = [nama for nama in _ISIAN.findall(pola) if nama not in PENGGANTI]
    if asing or "{" in _ISIAN.sub("", pola) or "}" in _ISIAN.sub("", pola):
        apa = f"{{{asing[0]}}} tidak dikenal" if asing else "kurung kurawalnya tidak berpasangan"
        raise PolaSalah(f"Pola ini tidak dapat dipakai: {apa}. Yang dikenal: {_daftar()}.")
    if sum(nama in ("nomor", "nomor3") for nama in _ISIAN.findall(pola)) != 1:
        raise PolaSalah("Pola harus memuat {nomor} atau {nomor3}, sekali.")
    if "{tahun}" not in pola:
        raise PolaSalah("Pola harus memuat {tahun}, karena nomor urut mulai lagi setiap tahun.")
    if len(pola) > PANJANG_POLA:
        raise PolaSalah(f"Pola paling panjang {PANJANG_POLA} huruf.")
    return pola


def susun_nomor(pola: str, urut: int, *, kode: str, satker: str, tanggal: date) -> str:
    """The number of a paper of that day."""
    isi = {
        "nomor": str(urut),
        "nomor3": f"{urut:03}",
        "kode": kode,
        "satker": satker,
        "romawi": romawi(tanggal.month),
        "bulan": f"{tanggal.month:02}",
        "tahun": str(tanggal.year),
    }
    return _ISIAN.sub(lambda m: isi.get(m[1], m[0]), pola)


def urut_dari(pola: str, nomor: str, *, kode: str) -> int | None:
    """Which in its row a number of this kind is; None for one that the pattern did not make."""
    angka = r"(\d{1,6})"
    bentuk = {"nomor": angka, "nomor3": angka, "kode": re.escape(kode), "bulan": r"\d\d", "tahun": r"\d{4}"}
    potong = _ISIAN.split(pola)
    susun = "".join(bentuk.get(p, ".+?") if i % 2 else re.escape(p) for i, p in enumerate(potong))
    cocok = re.fullmatch(susun, nomor)
    return int(cocok[1]) if cocok else None


def _daftar() -> str:
    return ", ".join(f"{{{nama}}}" for nama in PENGGANTI)
