"""What to do next: how many points each question could still add, and the fewest questions that pass every gate. Pure.

Gates stand on parts that lie inside one another or apart (total ⊇ pengungkit ⊇ area ⊇ komponen ⊇ indikator), never
across. So the fewest questions are found exactly: part by part, the smallest first, take the question that adds most
until the gate passes. Taking the most first leaves the best rest to the parts around it; by induction from the inside
out no smaller set passes, and none of that size adds more (docs/adr/0023).
"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import ROUND_CEILING, Decimal
from fractions import Fraction

from pengungkit.domain.skor import NOL, TERTINGGI, Putusan, Skor, hitung
from pengungkit.struktur import Ambang, Indikator, Isian, Soal, Struktur

SATU = Fraction(1)


@dataclass(frozen=True, slots=True)
class Peluang:
    """A question that is not full yet: `tambah` points would come of its best answer. `nilai`: what it is worth now,
    None for unanswered or not to be counted."""

    soal: Soal
    komponen: str
    area: str
    nilai: Fraction | None
    keadaan: str
    tambah: Fraction


@dataclass(frozen=True, slots=True)
class Perbaikan:
    """One question of the least set: `penuh` is its best answer, `cukup` the least that passes with the others."""

    peluang: Peluang
    penuh: Isian
    cukup: Isian


@dataclass(frozen=True, slots=True)
class Terkecil:
    """The least set, in the order of points; or, where it cannot be done, the gates that stay shut."""

    perbaikan: tuple[Perbaikan, ...]
    mustahil: tuple[Putusan, ...] = ()


def peluang(struktur: Struktur, skor: Skor) -> list[Peluang]:
    """Every question that could add points, the most first, then in the instrument's order."""
    daftar = []
    for komponen, indikator, soal in _semua(struktur):
        nilai = skor.soal[soal.kode]
        sisa = SATU - (nilai.nilai or NOL)
        if sisa:
            tambah = sisa * Fraction(indikator.bobot) / len(indikator.soal)
            daftar.append(Peluang(soal, komponen[0], komponen[1], nilai.nilai, nilai.keadaan, tambah))
    return sorted(daftar, key=lambda p: -p.tambah)


def _semua(struktur: Struktur) -> Iterator[tuple[tuple[str, str], Indikator, Soal]]:
    """Each question with the (code, area) of its komponen and the indikator it is averaged in."""
    for k in struktur.komponen:
        for induk in k.indikator:
            for i in (induk, *induk.sub):
                for soal in i.soal:
                    yield (k.kode, k.area), i, soal


def cobakan(struktur: Struktur, isian: Mapping[str, Isian], coba: Mapping[str, Isian]) -> Skor:
    """What the answers would come to with those of `coba` in their place; nothing is saved. Raises IsianTidakSah."""
    return hitung(struktur, {kode: i for kode, i in {**isian, **coba}.items() if i != Isian()})


def perbaikan_terkecil(
    struktur: Struktur, isian: Mapping[str, Isian], predikat: str, *, tetap: Collection[str] = ()
) -> Terkecil:
    """The fewest questions whose best answers pass every gate of the predikat; those in `tetap` stay as they are. No
    set with one question less passes. Raises IsianTidakSah."""
    skor = hitung(struktur, isian)
    ada = {p.soal.kode: p for p in peluang(struktur, skor) if p.soal.kode not in tetap}
    gerbang = [(p, _isi_bagian(struktur, p.ambang)) for p in skor.putusan if p.ambang.predikat == predikat]
    pilih: dict[str, Peluang] = {}
    mustahil = []
    for putusan, kode in sorted(gerbang, key=lambda g: len(g[1])):
        kurang = putusan.kurang - sum((p.tambah for k, p in pilih.items() if k in kode), NOL)
        if putusan.bagian.nilai >= putusan.ambang.minimal:
            continue
        for k, p in ada.items():
            if kurang <= 0:
                break
            if k in kode and k not in pilih:
                pilih[k] = p
                kurang -= p.tambah
        if kurang > 0:
            mustahil.append(putusan)
    if mustahil:
        return Terkecil((), tuple(p for p in skor.putusan if p in mustahil))
    urut = [p for k, p in ada.items() if k in pilih]
    penuh = {p.soal.kode: terbaik(p.soal) for p in urut}
    cukup = _cukup(struktur, isian, urut, penuh, predikat)
    return Terkecil(tuple(Perbaikan(p, penuh[p.soal.kode], cukup[p.soal.kode]) for p in urut))


def _isi_bagian(struktur: Struktur, ambang: Ambang) -> frozenset[str]:
    """The questions of the part a gate stands on."""

    def termasuk(komponen: tuple[str, str], indikator: Indikator) -> bool:
        match ambang.jenis:
            case "total":
                return True
            case "pengungkit":
                return bool(komponen[1])
            case "area":
                return komponen[1] == ambang.kode
            case "komponen":
                return komponen[0] == ambang.kode
        return indikator.kode in milik

    milik = {
        i.kode
        for k in struktur.komponen
        for induk in k.indikator
        for i in (induk, *induk.sub)
        if ambang.kode in (induk.kode, i.kode)
    }
    return frozenset(soal.kode for komponen, indikator, soal in _semua(struktur) if termasuk(komponen, indikator))


def _cukup(
    struktur: Struktur, isian: Mapping[str, Isian], urut: Iterable[Peluang], penuh: Mapping[str, Isian], predikat: str
) -> dict[str, Isian]:
    """Each best answer lowered, one after the other from the one that adds least, as far as every gate allows."""
    jadi = dict(penuh)
    for p in reversed(list(urut)):
        for calon in _menurun(p.soal):
            coba = cobakan(struktur, isian, {**jadi, p.soal.kode: calon})
            if not all(g.lulus for g in coba.putusan if g.ambang.predikat == predikat):
                break
            jadi[p.soal.kode] = calon
        else:
            continue
        if not p.soal.pilihan:
            jadi[p.soal.kode] = _angka_cukup(struktur, {**isian, **jadi}, p.soal, predikat)
    return jadi


def _menurun(soal: Soal) -> Iterator[Isian]:
    """Answers below the best, the better ones first; of a number only nought, which tells whether to look closer."""
    if soal.pilihan:
        urut = sorted(soal.pilihan.items(), key=lambda p: -p[1])
        yield from (Isian(pilihan=label) for label, nilai in urut if nilai < urut[0][1])
    elif "jenis" not in soal.rumus:
        yield Isian(angka=Decimal(0))


def _angka_cukup(struktur: Struktur, isian: Mapping[str, Isian], soal: Soal, predikat: str) -> Isian:
    """The least number, to two decimals, that passes with all others as they are: gates are straight lines in it."""
    tertinggi = TERTINGGI[soal.jenis]
    nol = hitung(struktur, {**isian, soal.kode: Isian(angka=Decimal(0))})
    penuh = hitung(struktur, {**isian, soal.kode: Isian(angka=Decimal(tertinggi))})
    perlu = NOL
    for bawah, atas in zip(nol.putusan, penuh.putusan, strict=True):
        naik = atas.bagian.nilai - bawah.bagian.nilai
        if bawah.ambang.predikat == predikat and bawah.kurang and naik:
            perlu = max(perlu, bawah.kurang / naik)
    angka = perlu * tertinggi * 100
    utuh = Decimal(-(-angka.numerator // angka.denominator)) / 100
    return Isian(angka=utuh.quantize(Decimal("0.01"), rounding=ROUND_CEILING))


def terbaik(soal: Soal) -> Isian:
    """The best answer there is to a question."""
    if soal.pilihan:
        return Isian(pilihan=max(soal.pilihan, key=lambda p: soal.pilihan[p]))
    rumus = soal.rumus
    match rumus.get("jenis"):
        case "penurunan":
            return Isian(masukan={rumus["lalu"]: 1, rumus["kini"]: 0})
        case "rasio":
            atas, bawah = set(rumus["pembilang"]), set(rumus["penyebut"])
            dua = atas & bawah
            isi = dict.fromkeys(rumus["penyebut"], 0 if dua else 1) | dict.fromkeys(rumus["pembilang"], len(bawah))
            return Isian(masukan=isi)
    return Isian(angka=Decimal(TERTINGGI[soal.jenis]))
