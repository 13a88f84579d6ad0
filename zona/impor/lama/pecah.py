"""Several things in one cell: numbered, lettered, with a mark in front, or a line each. Pure."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

_TANDA = re.compile(r"(?:^|(?<=[\s;,.:]))\(?(?P<ke>\d{1,2}|[A-Za-z]|[ivx]{2,5})[.)](?=\s|[A-Z(\"])")
_BULIR = re.compile(r"^(?:[-–—•*●▪➢✓√o]|Ø|§)\s+|^[-–•●▪➢✓√](?=\S)")
_AWAL = re.compile(r"^\(?(?P<ke>\d{1,3}|[A-Za-z]|[ivx]{2,4})[.)]\s*(?=\S)")
_KODE = re.compile(r"^\d{1,2}(?:\.\d{1,2})+[.)]?\s+(?=\S)")  # 1.2 Pembentukan tim
_ROMAWI = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x")
_HIAS = " \n\t;,"


@dataclass(frozen=True, slots=True)
class Butir:
    """One thing, and what numbered it ("1", "a"); empty where nothing did."""

    teks: str
    tanda: str = ""


def satu_baris(teks: str) -> str:
    """A text that was broken into lines, as one."""
    return " ".join(teks.split())


def lepas_nomor(teks: str) -> Butir:
    """A text without the number in front of it: "1. Penyusunan Tim" → Penyusunan Tim, 1."""
    rapi = satu_baris(teks)
    if cocok := _KODE.match(rapi):
        return Butir(rapi[cocok.end() :], cocok[0].strip(" .)"))
    cocok = _AWAL.match(rapi)
    return Butir(rapi[cocok.end() :], cocok["ke"]) if cocok else Butir(_BULIR.sub("", rapi))


def pecah(teks: str, *, per_baris: bool) -> list[Butir]:
    """The things a cell names, in order. Numbers or letters that count on divide it, on lines or within one; so do
    marks in front of lines. Without any, each line is one where `per_baris` (a line that begins small goes on), or the
    whole is."""
    bersih = teks.strip(_HIAS)
    if not bersih:
        return []
    if bagian := _berurut(bersih):
        return [Butir(satu_baris(t).strip(_HIAS), tanda) for t, tanda in bagian if t.strip(_HIAS)]
    baris = [b.strip() for b in bersih.split("\n") if b.strip()]
    if len(baris) > 1 and any(_BULIR.match(b) for b in baris):
        return [Butir(lepas_nomor(b).teks.strip(_HIAS)) for b in _gabung(baris, lambda b: bool(_BULIR.match(b)))]
    if not per_baris:
        return [_utuh(bersih)]
    terpisah = bersih.split(";") if len(baris) == 1 and bersih.count(";") else baris
    rapi = [t for b in terpisah if (t := b.strip(_HIAS))]
    return [_utuh(b) for b in _gabung(rapi, lambda b: not b[0].islower())]


def _utuh(teks: str) -> Butir:
    butir = lepas_nomor(teks)
    return Butir(butir.teks.strip(_HIAS), butir.tanda)


def _gabung(baris: list[str], mulai: Callable[[str], bool]) -> Iterator[str]:
    """Lines put together: each that begins a thing, with those after it that do not."""
    kini = ""
    for satu in baris:
        if kini and mulai(satu):
            yield kini
            kini = satu
        else:
            kini = f"{kini} {satu}".strip()
    if kini:
        yield kini


def _berurut(teks: str) -> list[tuple[str, str]]:
    """The parts of a text that numbers in order divide (1 2 3, a b c, i ii iii; two at least), each with its number.
    What stands before the first is a heading over them and goes with it."""
    tanda = list(_TANDA.finditer(teks))
    for deret in (tuple(str(n) for n in range(1, 100)), tuple("abcdefghijklmnopqrstuvwxyz"), _ROMAWI):
        pilih: list[re.Match[str]] = []
        for m in tanda:
            if len(pilih) < len(deret) and m["ke"].lower() == deret[len(pilih)] and _di_awal(teks, m, pilih):
                pilih.append(m)
        if len(pilih) > 1:
            ujung = [*(m.start() for m in pilih[1:]), len(teks)]
            return [(teks[m.end() : sampai], m["ke"].lower()) for m, sampai in zip(pilih, ujung, strict=True)]
    return []


def _di_awal(teks: str, m: re.Match[str], sebelum: list[re.Match[str]]) -> bool:
    """The first number stands where the text begins; the others anywhere after it."""
    return bool(sebelum) or not teks[: m.start()].strip(_HIAS)
