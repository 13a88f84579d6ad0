"""What an answer may be, said to the person who gives another; and answers in words. No database."""

from collections.abc import Mapping
from decimal import Decimal

from pengungkit.beku import Naskah
from pengungkit.enums import JenisJawaban
from pengungkit.queries.jawaban import KOSONG
from pengungkit.struktur import Isian
from zona.inti.errors import DomainError

TERTINGGI = {JenisJawaban.NILAI_0_4: 4, JenisJawaban.PERSEN: 100}
CONTOH = {JenisJawaban.NILAI_0_4: "3,72", JenisJawaban.PERSEN: "87,5"}
TEMPAT = 4
BANYAK = 999_999_999
"""The largest count: a billion of anything in one office is a slip of the hand."""

CATATAN = 4000
PILIH = "Pilih salah satu jawaban yang ada."
BULAT = "Isi bilangan bulat dari 0 sampai 999999999, tanpa titik atau koma."


def periksa_isian(soal: Naskah, isian: Isian) -> None:
    """Raises DomainError with the reason, `kolom` naming the field ("jawaban", or the code of a count), where the
    question (of an instrument's naskah) cannot have this answer."""
    if isian == KOSONG:
        return
    if soal["pilihan"]:
        if isian.angka is not None or isian.masukan or isian.pilihan not in [p["label"] for p in soal["pilihan"]]:
            raise DomainError(PILIH, kolom="jawaban")
    elif soal["masukan"]:
        _periksa_masukan(soal, isian)
    elif isian.pilihan is not None or isian.masukan or not _dalam_batas(soal["jenis"], isian.angka):
        raise DomainError(kalimat_batas(soal["jenis"]), kolom="jawaban")


def _periksa_masukan(soal: Naskah, isian: Isian) -> None:
    kode = [m["kode"] for m in soal["masukan"]]
    if isian.pilihan is not None or isian.angka is not None:
        raise DomainError(f"Isi {', '.join(kode)} dengan bilangan bulat.", kolom="jawaban")
    for satu, nilai in isian.masukan.items():
        if satu not in kode:
            raise DomainError(f"{satu} bukan isian pertanyaan {soal['kode']}.", kolom="jawaban")
        if type(nilai) is not int or not 0 <= nilai <= BANYAK:
            raise DomainError(BULAT, kolom=satu)


def _dalam_batas(jenis: str, angka: Decimal | None) -> bool:
    if not isinstance(angka, Decimal) or not angka.is_finite() or not 0 <= angka <= TERTINGGI[JenisJawaban(jenis)]:
        return False
    return angka == round(angka, TEMPAT)


def periksa_catatan(catatan: str) -> str:
    """The note without blanks around it. Raises DomainError (`kolom` "catatan") for one that is too long."""
    if len(bersih := catatan.strip().replace("\r\n", "\n")) > CATATAN:
        raise DomainError(f"Catatan paling panjang {CATATAN} huruf; ini {len(bersih)}.", kolom="catatan")
    return bersih


def kalimat_batas(jenis: str) -> str:
    """What a number must be, said to the person."""
    j = JenisJawaban(jenis)
    apa = "persentase" if j == JenisJawaban.PERSEN else "angka"
    return (
        f"Isi {apa} dari 0 sampai {TERTINGGI[j]}, paling banyak {TEMPAT} angka di belakang koma, misalnya {CONTOH[j]}."
    )


def teks_nilai(nilai: Decimal | str | None) -> str:
    """As people and the audit trail read it: 3,72 without trailing zeros, an option's label, empty for unanswered."""
    if isinstance(nilai, Decimal):
        return f"{nilai.normalize():f}".replace(".", ",")
    return nilai or ""


def teks_isian(isian: Isian | None) -> str:
    """An answer in words: B, 3,72, "b1 = 4, b2 = 3"; empty for none."""
    if isian is None:
        return ""
    return teks_nilai(isian.pilihan or isian.angka) or teks_masukan(isian.masukan)


def teks_masukan(masukan: Mapping[str, int]) -> str:
    return ", ".join(f"{kode} = {n}" for kode, n in sorted(masukan.items()))
