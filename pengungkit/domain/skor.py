"""The score: pure and exact. Weights and answers in, Fractions out; rounded once, at the edge (zona/inti/angka.py).

A question is worth 0 to 1. An indikator is the mean over all its questions × its bobot, where an unanswered question
counts 0 and is listed: answering only what one does well gains nothing. An indikator with sub-indikator is their sum;
komponen, area (I–VI, pemenuhan and reform together), pengungkit, hasil and total are sums.
Every threshold is a gate of its own, decided on the exact value. Source: PermenPANRB 90/2021, Lampiran I and III.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction

from pengungkit.struktur import Ambang, Indikator, Isian, Soal, Struktur

NOL = Fraction(0)
TERTINGGI = {"NILAI_0_4": 4, "PERSEN": 100}


class IsianTidakSah(ValueError):
    """An answer that its question does not know. `kode` names the question."""

    def __init__(self, kode: str, sebab: str) -> None:
        super().__init__(f"{kode}: {sebab}")
        self.kode = kode
        self.sebab = sebab


@dataclass(frozen=True, slots=True)
class NilaiSoal:
    """Worth of an answer, 0 to 1; None where there is none to count: `belum` (unanswered) or `tak_terhitung` (a zero
    denominator, which the regulation leaves open)."""

    kode: str
    nilai: Fraction | None
    keadaan: str = "dijawab"


@dataclass(frozen=True, slots=True)
class Bagian:
    """Points of a part, out of its bobot, and how many of its questions there are and are unanswered."""

    kode: str
    nama: str
    bobot: Fraction
    nilai: Fraction
    soal: int
    belum: int

    @property
    def belum_dinilai(self) -> bool:
        """Nothing of it is answered: there is no value to show, not even zero."""
        return self.belum == self.soal


@dataclass(frozen=True, slots=True)
class Putusan:
    """What a gate says of its part."""

    ambang: Ambang
    bagian: Bagian

    @property
    def lulus(self) -> bool:
        return self.bagian.nilai >= self.ambang.minimal

    @property
    def kurang(self) -> Fraction:
        """Points still missing; 0 where it passes."""
        return max(NOL, Fraction(self.ambang.minimal) - self.bagian.nilai)


@dataclass(frozen=True, slots=True)
class Skor:
    """The score of one assessment, every part by its code (areas by I–VI)."""

    total: Bagian
    pengungkit: Bagian
    hasil: Bagian
    area: dict[str, Bagian]
    komponen: dict[str, Bagian]
    indikator: dict[str, Bagian]
    soal: dict[str, NilaiSoal]
    putusan: tuple[Putusan, ...]

    @property
    def belum_dijawab(self) -> tuple[str, ...]:
        return tuple(s.kode for s in self.soal.values() if s.keadaan == "belum")

    @property
    def tak_terhitung(self) -> tuple[str, ...]:
        return tuple(s.kode for s in self.soal.values() if s.keadaan == "tak_terhitung")


def hitung(struktur: Struktur, jawaban: Mapping[str, Isian]) -> Skor:
    """The whole score; `jawaban` by question code. Raises IsianTidakSah for an answer its question does not know and
    for one to a question of another instrument."""
    soal = {s.kode: nilai_soal(s, jawaban.get(s.kode)) for s in struktur.semua_soal()}
    if asing := [kode for kode in jawaban if kode not in soal]:
        raise IsianTidakSah(asing[0], "bukan pertanyaan instrumen ini")
    indikator: dict[str, Bagian] = {}
    komponen: dict[str, Bagian] = {}
    area: dict[str, Bagian] = {}
    for k in struktur.komponen:
        bagian = _jumlah(k.kode, k.nama, [_indikator(i, soal, indikator) for i in k.indikator])
        komponen[k.kode] = bagian
        if k.area:
            ada = area.get(k.area)
            area[k.area] = _jumlah(k.area, ada.nama if ada else k.nama, [ada, bagian] if ada else [bagian])
    pengungkit = _jumlah("", "Pengungkit", area.values())
    hasil = _jumlah("", "Hasil", [komponen[k.kode] for k in struktur.komponen if not k.area])
    total = _jumlah("", "Total", [pengungkit, hasil])
    bagian_menurut = {
        "total": {"": total}, "pengungkit": {"": pengungkit},
        "area": area, "komponen": komponen, "indikator": indikator,
    }  # fmt: skip
    putusan = tuple(Putusan(a, bagian_menurut[a.jenis][a.kode]) for a in struktur.ambang)
    return Skor(total, pengungkit, hasil, area, komponen, indikator, soal, putusan)


def nilai_soal(soal: Soal, isian: Isian | None) -> NilaiSoal:
    """What an answer is worth. Raises IsianTidakSah for an unknown option and for a number out of its bounds."""
    if isian is None:
        return NilaiSoal(soal.kode, None, "belum")
    if soal.pilihan:
        if isian.pilihan is None or isian.pilihan not in soal.pilihan:
            raise IsianTidakSah(soal.kode, f"tidak ada pilihan {isian.pilihan}")
        return NilaiSoal(soal.kode, Fraction(soal.pilihan[isian.pilihan]))
    if "jenis" in soal.rumus:
        return _nilai_rumus(soal, isian.masukan)
    tertinggi = TERTINGGI[soal.jenis]
    if isian.angka is None or not 0 <= isian.angka <= tertinggi:
        raise IsianTidakSah(soal.kode, f"{isian.angka} bukan angka 0 sampai {tertinggi}")
    return NilaiSoal(soal.kode, Fraction(isian.angka) / tertinggi)


def _nilai_rumus(soal: Soal, masukan: Mapping[str, int]) -> NilaiSoal:
    """rasio: Σ pembilang / Σ penyebut, at most 1. penurunan: (lalu − kini) / lalu, at least 0; from 0 to 0 it is 1.
    A count still missing leaves the question unanswered."""
    for kode, nilai in masukan.items():
        if type(nilai) is not int or nilai < 0:
            raise IsianTidakSah(soal.kode, f"{kode} harus bilangan bulat, paling sedikit 0")
    rasio = soal.rumus["jenis"] == "rasio"
    rumus = soal.rumus
    atas, bawah = (rumus["pembilang"], rumus["penyebut"]) if rasio else ([rumus["kini"]], [rumus["lalu"]])
    if any(kode not in masukan for kode in (*atas, *bawah)):
        return NilaiSoal(soal.kode, None, "belum")
    pembilang, penyebut = (sum(masukan[kode] for kode in daftar) for daftar in (atas, bawah))
    if penyebut == 0:
        tetap_nol = not rasio and pembilang == 0
        return NilaiSoal(soal.kode, Fraction(1)) if tetap_nol else NilaiSoal(soal.kode, None, "tak_terhitung")
    bagian = min(Fraction(1), Fraction(pembilang, penyebut))
    return NilaiSoal(soal.kode, bagian if rasio else 1 - bagian)


def _indikator(indikator: Indikator, soal: Mapping[str, NilaiSoal], tampung: dict[str, Bagian]) -> Bagian:
    """Points of an indikator; it and its subs are put into `tampung`."""
    if indikator.sub:
        bagian = _jumlah(indikator.kode, indikator.nama, [_indikator(s, soal, tampung) for s in indikator.sub])
    else:
        milik = [soal[s.kode] for s in indikator.soal]
        bobot = Fraction(indikator.bobot)
        nilai = bobot * sum((s.nilai or NOL for s in milik), NOL) / len(milik)
        belum = sum(s.keadaan == "belum" for s in milik)
        bagian = Bagian(indikator.kode, indikator.nama, bobot, nilai, len(milik), belum)
    tampung[indikator.kode] = bagian
    return bagian


def _jumlah(kode: str, nama: str, bagian: Iterable[Bagian]) -> Bagian:
    daftar = list(bagian)
    return Bagian(
        kode,
        nama,
        sum((b.bobot for b in daftar), NOL),
        sum((b.nilai for b in daftar), NOL),
        sum(b.soal for b in daftar),
        sum(b.belum for b in daftar),
    )
