"""Lists of people as offices keep them."""

import csv
from collections.abc import Iterable, Sequence
from io import BytesIO, StringIO
from typing import Any

import yaml
from django.conf import settings
from openpyxl import Workbook

NASKAH = settings.AKAR / "fixtures" / "naskah" / "tim-2022.yaml"
JUDUL = ["Nama", "NIP", "Jabatan", "Pengungkit", "Peran", "Pos-el"]


def tsv(*baris: Sequence[str]) -> str:
    """Rows as a spreadsheet puts them on the clipboard."""
    return "".join("\t".join(satu) + "\r\n" for satu in baris)


def csv_byte(baris: Iterable[Sequence[str]], pemisah: str = ";") -> bytes:
    isi = StringIO()
    csv.writer(isi, delimiter=pemisah).writerows(baris)
    return isi.getvalue().encode("utf-8-sig")


def xlsx_byte(baris: Iterable[Sequence[Any]], nama: str = "Daftar") -> bytes:
    buku = Workbook()
    kertas = buku.active
    kertas.title = nama
    for satu in baris:
        kertas.append(list(satu))
    isi = BytesIO()
    buku.save(isi)
    return isi.getvalue()


def naskah_asli() -> list[dict[str, Any]]:
    """The real roster's entries."""
    return yaml.safe_load(NASKAH.read_text())["anggota"]


def baris_asli() -> list[list[str]]:
    """The real roster as a sheet: a title, an empty row, the headings in another order, a column of numbers."""
    judul = ["No", "Peran", "Nama Lengkap", "NIP", "Jabatan", "Area Perubahan"]
    isi = [
        [str(no), a["peran"], a["nama"], a.get("nip") or a.get("nip_naskah") or "-", a["jabatan"], a.get("tim", "")]
        for no, a in enumerate(naskah_asli(), 1)
    ]
    return [["DAFTAR NAMA TIM"], [], judul, *isi]
