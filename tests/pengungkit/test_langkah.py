"""What to do next: worked by hand, against every possible set, and for whatever answers."""

from collections.abc import Mapping
from decimal import Decimal as D
from fractions import Fraction as F
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pengungkit.domain.langkah import cobakan, peluang, perbaikan_terkecil, terbaik
from pengungkit.domain.skor import hitung, nilai_soal
from pengungkit.struktur import Ambang, Indikator, Isian, Komponen, Soal, Struktur
from tests.pengungkit.test_skor_sifat import BENTUK, SOAL, instrumen, jawaban

banyak = settings(max_examples=15)
PREDIKAT = pytest.mark.parametrize("predikat", ["wbk", "wbbm"])


def lulus(bentuk: Struktur, isian: Mapping[str, Isian], predikat: str) -> bool:
    return all(p.lulus for p in hitung(bentuk, isian).putusan if p.ambang.predikat == predikat)


# --- by hand -------------------------------------------------------------------------------------------

YA = {"Ya": D(1), "Tidak": D(0)}


def kecil(*ambang: Ambang) -> Struktur:
    """Area I: two questions of 5 points each. Area II: four of 2,5. Hasil: a survey of 20."""
    satu = Indikator("A1.1", "", D(10), (Soal("a", "YA_TIDAK", YA), Soal("b", "YA_TIDAK", YA)))
    dua = Indikator("A2.1", "", D(10), tuple(Soal(k, "YA_TIDAK", YA) for k in "cdef"))
    survei = Indikator("H1.1", "", D(20), (Soal("H1.1", "NILAI_0_4"),))
    return Struktur(
        (
            Komponen("A1", "Satu", D(10), (satu,), "I"),
            Komponen("A2", "Dua", D(10), (dua,), "II"),
            Komponen("H1", "Hasil", D(20), (survei,)),
        ),
        ambang,
    )


TOTAL = Ambang("wbk", "Total", "total", "", D(20))
DUA = Ambang("wbk", "Dua", "area", "II", D(4))


def test_points_each_question_would_add() -> None:
    isian = {"a": Isian(pilihan="Ya"), "c": Isian(pilihan="Tidak"), "H1.1": Isian(angka=D(3))}
    hasil = peluang(kecil(), hitung(kecil(), isian))
    assert [(p.soal.kode, p.tambah, p.keadaan, p.area) for p in hasil] == [
        ("b", 5, "belum", "I"), ("H1.1", 5, "dijawab", ""),
        ("c", F("2.5"), "dijawab", "II"), *((k, F("2.5"), "belum", "II") for k in "def"),
    ]  # fmt: skip


def test_least_set_takes_the_inner_gate_first() -> None:
    """Survey 3 = 15. Area II wants 4: two of 2,5. Then the total is 20: passes, so a and b stay."""
    rencana = perbaikan_terkecil(kecil(TOTAL, DUA), {"H1.1": Isian(angka=D(3))}, "wbk")
    assert [p.peluang.soal.kode for p in rencana.perbaikan] == ["c", "d"]


def test_least_answer_that_is_enough() -> None:
    """15 of the six others; the total wants 5 more, which the survey gives at 1,00 of 4."""
    isian = {k: Isian(pilihan="Ya") for k in "acdef"}
    [satu] = perbaikan_terkecil(kecil(TOTAL, DUA), isian, "wbk").perbaikan
    assert (satu.penuh, satu.cukup) == (Isian(angka=D(4)), Isian(angka=D("1.00")))


def test_what_cannot_be_done_names_the_gates() -> None:
    """With the survey at 0 and fixed, areas give 20 of 21."""
    tinggi = Ambang("wbk", "Total", "total", "", D(21))
    isian = {"H1.1": Isian(angka=D(0))}
    rencana = perbaikan_terkecil(kecil(tinggi, DUA), isian, "wbk", tetap={"H1.1"})
    assert (rencana.perbaikan, [p.ambang for p in rencana.mustahil]) == ((), [tinggi])
    assert len(perbaikan_terkecil(kecil(tinggi, DUA), isian, "wbk").perbaikan) == 3


def test_nothing_to_do_where_all_passes() -> None:
    isian = {k: Isian(pilihan="Ya") for k in "abcdef"}
    assert perbaikan_terkecil(kecil(TOTAL, DUA), isian, "wbk").perbaikan == ()


# --- against every set ---------------------------------------------------------------------------------

gerbang = st.tuples(st.integers(0, 40), st.integers(0, 20), st.integers(0, 10), st.integers(0, 10), st.integers(0, 20))
TEMPAT = (("total", ""), ("pengungkit", ""), ("area", "I"), ("komponen", "A2"), ("indikator", "H1.1"))
awal = st.fixed_dictionaries(
    {},
    optional={k: st.sampled_from([Isian(pilihan="Ya"), Isian(pilihan="Tidak")]) for k in "abcdef"}
    | {"H1.1": st.integers(0, 4).map(lambda n: Isian(angka=D(n)))},
)


@settings(max_examples=150)
@given(minimal=gerbang, isian=awal, tetap=st.sets(st.sampled_from([*"abcdef", "H1.1"]), max_size=3))
def test_no_smaller_set_passes(minimal: tuple[int, ...], isian: dict[str, Isian], tetap: set[str]) -> None:
    bentuk = kecil(*(Ambang("wbk", j, j, k, D(m)) for (j, k), m in zip(TEMPAT, minimal, strict=True)))
    boleh = [s for s in bentuk.semua_soal() if s.kode not in tetap]
    ukuran = next(
        (
            n
            for n in range(len(boleh) + 1)
            for pilih in combinations(boleh, n)
            if lulus(bentuk, {**isian, **{s.kode: terbaik(s) for s in pilih}}, "wbk")
        ),
        None,
    )
    rencana = perbaikan_terkecil(bentuk, isian, "wbk", tetap=tetap)
    assert (None if rencana.mustahil else len(rencana.perbaikan)) == ukuran


# --- for whatever answers to the shipped instruments ---------------------------------------------------


@instrumen
@PREDIKAT
@banyak
@given(data=st.data())
def test_least_set_passes_and_one_less_does_not(nama: str, predikat: str, data: st.DataObject) -> None:
    bentuk, isian = BENTUK[nama], data.draw(jawaban[nama])
    rencana = perbaikan_terkecil(bentuk, isian, predikat)
    assert rencana.mustahil == ()  # everything full is 100
    penuh = {p.peluang.soal.kode: p.penuh for p in rencana.perbaikan}
    assert lulus(bentuk, {**isian, **penuh}, predikat)
    assert lulus(bentuk, {**isian, **{p.peluang.soal.kode: p.cukup for p in rencana.perbaikan}}, predikat)
    for kode in penuh:
        assert not lulus(bentuk, {**isian, **{k: i for k, i in penuh.items() if k != kode}}, predikat)


@instrumen
@PREDIKAT
@banyak
@given(data=st.data())
def test_impossible_only_where_all_the_rest_is_not_enough(nama: str, predikat: str, data: st.DataObject) -> None:
    bentuk, isian = BENTUK[nama], data.draw(jawaban[nama])
    tetap = data.draw(st.sets(st.sampled_from(list(SOAL[nama])), max_size=40))
    semua = {kode: terbaik(s) for kode, s in SOAL[nama].items() if kode not in tetap}
    rencana = perbaikan_terkecil(bentuk, isian, predikat, tetap=tetap)
    assert lulus(bentuk, {**isian, **semua}, predikat) == (not rencana.mustahil)
    assert not tetap & {p.peluang.soal.kode for p in rencana.perbaikan}


@instrumen
@banyak
@given(data=st.data())
def test_points_are_what_the_best_answer_adds(nama: str, data: st.DataObject) -> None:
    bentuk, isian = BENTUK[nama], data.draw(jawaban[nama])
    skor = hitung(bentuk, isian)
    daftar = peluang(bentuk, skor)
    assert [p.tambah for p in daftar] == sorted((p.tambah for p in daftar), reverse=True)
    assert sum(p.tambah for p in daftar) == 100 - skor.total.nilai
    satu = data.draw(st.sampled_from(daftar))
    coba = cobakan(bentuk, isian, {satu.soal.kode: terbaik(satu.soal)})
    assert coba.total.nilai - skor.total.nilai == satu.tambah


@instrumen
def test_best_answer_is_worth_all(nama: str) -> None:
    assert {nilai_soal(s, terbaik(s)).nilai for s in SOAL[nama].values()} == {1}
    dua = Soal("S", "PERSEN", rumus={"jenis": "rasio", "pembilang": ["b1"], "penyebut": ["b1", "b2"]})
    assert nilai_soal(dua, terbaik(dua)).nilai == 1
