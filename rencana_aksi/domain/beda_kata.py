"""Which words of a text changed: beside each other, or in one line. Pure."""

import re
from dataclasses import dataclass
from difflib import SequenceMatcher

BATAS_KATA = 600
_KATA = re.compile(r"\s+|\w+|[^\w\s]")


@dataclass(frozen=True, slots=True)
class Potong:
    """A stretch of a text; `beda`: not in the other one."""

    teks: str
    beda: bool


def beda_kata(lama: str, baru: str) -> tuple[list[Potong], list[Potong]]:
    """Both texts, cut where they differ. Very long ones, and those with little in common, are one stretch each."""
    a, b = _KATA.findall(lama), _KATA.findall(baru)
    if len(a) + len(b) > BATAS_KATA * 2:
        return _utuh(lama), _utuh(baru)
    cocok = SequenceMatcher(None, a, b, autojunk=False)
    if cocok.ratio() < 0.5:
        return _utuh(lama), _utuh(baru)
    kiri: list[Potong] = []
    kanan: list[Potong] = []
    for kode, a1, a2, b1, b2 in cocok.get_opcodes():
        for sisi, isi in ((kiri, "".join(a[a1:a2])), (kanan, "".join(b[b1:b2]))):
            if isi:
                sisi.append(Potong(isi, kode != "equal"))
    return kiri, kanan


def sebaris(lama: str, baru: str) -> list[tuple[str, str]]:
    """Both texts in one: (words, "" for both, "hapus" for the old alone, "tambah" for the new alone)."""
    a, b = _KATA.findall(lama), _KATA.findall(baru)
    hasil: list[tuple[str, str]] = []
    for kode, a1, a2, b1, b2 in SequenceMatcher(None, a, b, autojunk=False).get_opcodes():
        if kode == "equal":
            hasil.append(("".join(a[a1:a2]), ""))
            continue
        hasil += [("".join(a[a1:a2]), "hapus")] * (a2 > a1) + [("".join(b[b1:b2]), "tambah")] * (b2 > b1)
    return hasil


def _utuh(teks: str) -> list[Potong]:
    return [Potong(teks, True)] if teks else []
