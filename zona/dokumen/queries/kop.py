"""The office as its letterhead has it."""

import re
from dataclasses import dataclass

from zona.organisasi.models import Satker


@dataclass(frozen=True, slots=True)
class Kop:
    """`induk` from the ministry down (lines, or parts set off by semicolons)."""

    kode: str
    nama: str
    induk: tuple[str, ...]
    alamat: str
    telepon: str
    laman: str
    posel: str
    kota: str


def kop_satker(satker: Satker) -> Kop:
    return Kop(
        satker.kode,
        satker.nama,
        tuple(baris.strip() for baris in re.split(r"[;\n]", satker.induk) if baris.strip()),
        satker.alamat,
        satker.telepon,
        satker.laman,
        satker.posel,
        satker.kota,
    )
