"""Rows of a file that carry no key, known again by their words in the same place. Pure."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from typing import Any, TypeVar

from zona.impor.isi import IsiAksi, IsiKerja, IsiPengungkit, IsiRencana, IsiSyarat

B = TypeVar("B")
KOSONG = IsiPengungkit("")


def kenali(acuan: IsiRencana, berkas: IsiRencana) -> IsiRencana:
    """The file with the keys of `acuan` on every row that says the same as one there whose key no row of the file has.
    Of several that say the same the first comes first."""
    terpakai = _kunci(berkas)
    dahulu = {p.kode: p for p in acuan.pengungkit}
    return replace(
        berkas, pengungkit=tuple(_pengungkit(dahulu.get(p.kode, KOSONG), p, terpakai) for p in berkas.pengungkit)
    )


def kata(teks: str) -> str:
    """Words as they are compared: case and blanks do not count."""
    return " ".join(teks.split()).casefold()


def _kunci(isi: IsiRencana) -> set[tuple[type, int]]:
    """Every key a row of the file has already."""
    hasil: set[tuple[type, int]] = set()
    for p in isi.pengungkit:
        baris: list[Any] = [*p.program, *p.kerja]
        for k in p.kerja:
            baris += [*k.aksi, *k.syarat, *(satu for a in k.aksi for satu in a.pelaksanaan)]
        hasil |= {(type(b), b.kunci) for b in baris if b.kunci is not None}
    return hasil


def _pasang(
    dahulu: Iterable[Any], baris: Sequence[B], terpakai: set[tuple[type, int]], ciri: Callable[[Any], Any]
) -> list[tuple[B, Any]]:
    """Each row, with a key where one is found, beside what it was (None where it is new)."""
    sisa: dict[Any, list[Any]] = defaultdict(list)
    menurut_kunci = {}
    for d in dahulu:
        menurut_kunci[d.kunci] = d
        if (type(d), d.kunci) not in terpakai:
            sisa[ciri(d)].append(d)
    hasil: list[tuple[B, Any]] = []
    for b in baris:
        satu: Any = b
        if satu.kunci is None and (calon := sisa.get(ciri(b))):
            satu = replace(satu, kunci=calon.pop(0).kunci)
            terpakai.add((type(b), satu.kunci))
        hasil.append((satu, menurut_kunci.get(satu.kunci)))
    return hasil


def _pengungkit(dahulu: IsiPengungkit, p: IsiPengungkit, terpakai: set[tuple[type, int]]) -> IsiPengungkit:
    program = _pasang(dahulu.program, p.program, terpakai, lambda g: kata(g.uraian))
    kerja = _pasang(dahulu.kerja, p.kerja, terpakai, lambda k: kata(k.uraian))
    return replace(p, program=tuple(g for g, _ in program), kerja=tuple(_kerja(lama, k, terpakai) for k, lama in kerja))


def _kerja(dahulu: IsiKerja | None, k: IsiKerja, terpakai: set[tuple[type, int]]) -> IsiKerja:
    if dahulu is None:
        return k
    aksi = _pasang(dahulu.aksi, k.aksi, terpakai, lambda a: kata(a.uraian))
    baru = tuple(_aksi(lama, a, terpakai) for a, lama in aksi)
    milik = {id(s): _milik(dahulu, s) for s in dahulu.syarat}
    milik |= {id(s): baru[s.aksi].kunci if s.aksi is not None else None for s in k.syarat}
    syarat = _pasang(dahulu.syarat, k.syarat, terpakai, lambda s: (kata(s.teks), milik[id(s)]))
    lagi = _pasang(dahulu.syarat, [s for s, _ in syarat], terpakai, lambda s: kata(s.teks))
    return replace(k, aksi=baru, syarat=tuple(s for s, _ in lagi))


def _milik(kerja: IsiKerja, s: IsiSyarat) -> int | None:
    return kerja.aksi[s.aksi].kunci if s.aksi is not None else None


def _aksi(dahulu: IsiAksi | None, a: IsiAksi, terpakai: set[tuple[type, int]]) -> IsiAksi:
    if dahulu is None:
        return a
    hasil = _pasang(dahulu.pelaksanaan, a.pelaksanaan, terpakai, lambda p: (p.mulai, p.jatuh_tempo))
    return replace(a, pelaksanaan=tuple(p for p, _ in hasil))
