"""The score by hand: one set of answers per instrument, and what each kind of answer is worth."""

from decimal import Decimal as D
from fractions import Fraction as F

import pytest

from pengungkit.domain.skor import IsianTidakSah, NilaiSoal, Skor, hitung, nilai_soal
from pengungkit.struktur import Ambang, Indikator, Isian, Komponen, Soal, Struktur
from tests.pengungkit.bantu import P52, P90, huruf, struktur_berkas

RASIO = Soal("S", "PERSEN", rumus={"jenis": "rasio", "pembilang": ["b2"], "penyebut": ["b1", "b3"]})
TURUN = Soal("S", "PERSEN", rumus={"jenis": "penurunan", "lalu": "b1", "kini": "b2"})
PERSEN = Soal("S", "PERSEN", rumus={"keterangan": "fraksi * 5"})
SURVEI = Soal("S", "NILAI_0_4")
ABC = Soal("S", "ABC", {"A": D(1), "B": D("0.5"), "C": D(0)})


@pytest.mark.parametrize(
    ("soal", "isian", "nilai"),
    [
        (ABC, Isian(pilihan="B"), F(1, 2)),
        (SURVEI, Isian(angka=D("3.72")), F(93, 100)),
        (PERSEN, Isian(angka=D("87.5")), F(7, 8)),
        (RASIO, Isian(masukan={"b1": 2, "b2": 1, "b3": 1}), F(1, 3)),
        (RASIO, Isian(masukan={"b1": 1, "b2": 5, "b3": 1}), F(1)),  # never above 1
        (RASIO, Isian(masukan={"b1": 10**30, "b2": 1, "b3": 0}), F(1, 10**30)),
        (TURUN, Isian(masukan={"b1": 4, "b2": 1}), F(3, 4)),
        (TURUN, Isian(masukan={"b1": 1, "b2": 4}), F(0)),  # a rise is not below 0
        (TURUN, Isian(masukan={"b1": 0, "b2": 0}), F(1)),
    ],
)
def test_answer_worth(soal: Soal, isian: Isian, nilai: F) -> None:
    assert nilai_soal(soal, isian) == NilaiSoal("S", nilai)


@pytest.mark.parametrize(
    ("soal", "isian", "keadaan"),
    [
        (ABC, None, "belum"),
        (RASIO, Isian(masukan={"b1": 2, "b2": 1}), "belum"),  # b3 still missing
        (RASIO, Isian(masukan={"b1": 0, "b2": 1, "b3": 0}), "tak_terhitung"),
        (RASIO, Isian(masukan={"b1": 0, "b2": 0, "b3": 0}), "tak_terhitung"),
        (TURUN, Isian(masukan={"b1": 0, "b2": 2}), "tak_terhitung"),
    ],
)
def test_answer_without_worth(soal: Soal, isian: Isian | None, keadaan: str) -> None:
    assert nilai_soal(soal, isian) == NilaiSoal("S", None, keadaan)


@pytest.mark.parametrize(
    ("soal", "isian"),
    [
        (ABC, Isian(pilihan="D")),
        (ABC, Isian(angka=D(1))),
        (SURVEI, Isian(angka=D("4.01"))),
        (SURVEI, Isian(angka=D("-0.1"))),
        (SURVEI, Isian(pilihan="A")),
        (PERSEN, Isian(angka=D("100.0001"))),
        (RASIO, Isian(masukan={"b1": -1, "b2": 1, "b3": 1})),
        (RASIO, Isian(masukan={"b1": True, "b2": 1, "b3": 1})),
    ],
)
def test_answer_its_question_does_not_know(soal: Soal, isian: Isian) -> None:
    with pytest.raises(IsianTidakSah) as galat:
        nilai_soal(soal, isian)
    assert galat.value.kode == "S"


def test_answer_to_another_instrument() -> None:
    with pytest.raises(IsianTidakSah, match="X9: bukan pertanyaan instrumen ini"):
        hitung(struktur_berkas(P52), {"X9": Isian(pilihan="A")})


def keadaan(skor: Skor, predikat: str) -> dict[str, tuple[bool, F]]:
    return {p.ambang.nama: (p.lulus, p.kurang) for p in skor.putusan if p.ambang.predikat == predikat}


def test_golden_permenpan_52() -> None:
    """Worked by hand.
    A1.1 (1): (1 + 0,5)/2 = 0,75. A1.2 (1): (1 + 0 + 0)/3 = 1/3. A1.3 (2): (1 + 0,67 + 0)/3 × 2 = 3,34/3.
    A1.4 (1): (1 + 0 + unanswered + 0,33)/4 = 0,3325. A1 = 1,0825 + 4,34/3.
    A2.1 (1,5): 1,5. A3.4 (4): (1 + 0,67 + 0,75 + 0,33)/4 × 4 = 2,75. A6.3 (4): (1 + 0,5 + 0,67)/3 × 4 = 8,68/3.
    Pengungkit = 1,0825 + 1,5 + 2,75 + 13,02/3 = 5,3325 + 4,34 = 9,6725.
    H1.1 = 3,36/4 × 15 = 12,6. H1.2 = 80 % × 5 = 4. H2.1 = 3,5/4 × 20 = 17,5. Hasil = 34,1. Total = 43,7725."""
    jawaban = huruf(
        "A1.1.a=Ya", "A1.1.b=B", "A1.2.a=Ya", "A1.2.b=C", "A1.2.c=Tidak", "A1.3.a=A", "A1.3.b=B", "A1.3.c=D",
        "A1.4.a=Ya", "A1.4.b=Tidak", "A1.4.d=C", "A2.1.a=A", "A2.1.b=A", "A2.1.c=A", "A3.4.a=A", "A3.4.b=B",
        "A3.4.c=B", "A3.4.d=C", "A6.3.a=A", "A6.3.b=B", "A6.3.c=B",
    )  # fmt: skip
    jawaban |= {"H1.1": Isian(angka=D("3.36")), "H1.2": Isian(angka=D(80)), "H2.1": Isian(angka=D("3.5"))}
    skor = hitung(struktur_berkas(P52), jawaban)
    assert skor.total.nilai == F("43.7725")
    assert (skor.pengungkit.nilai, skor.hasil.nilai) == (F("9.6725"), F("34.1"))
    assert (skor.pengungkit.bobot, skor.hasil.bobot) == (60, 40)
    assert {k: b.nilai for k, b in skor.area.items()} == {
        "I": F("1.0825") + F("4.34") / 3, "II": F("1.5"), "III": F("2.75"), "IV": 0, "V": 0, "VI": F("8.68") / 3,
    }  # fmt: skip
    assert skor.area["I"].belum == 1
    assert [k for k, b in skor.area.items() if b.belum_dinilai] == ["IV", "V"]
    assert len(skor.belum_dijawab) == 84 - len(jawaban)
    assert keadaan(skor, "wbk") == {
        "Total": (False, F("31.2275")),
        "Pemerintah yang Bersih dan Bebas KKN": (False, F("1.4")),
        "Survei persepsi korupsi": (False, F("0.9")),
        "Tindak lanjut hasil pemeriksaan": (True, 0),
    }
    assert keadaan(skor, "wbbm")["Kualitas Pelayanan Publik"] == (True, 0)


def test_golden_permenpan_90() -> None:
    """Worked by hand.
    P1.1 (0,5): (1 + 0,5)/2 × 0,5 = 0,375. P1.2 (1): (1 + 1 + 0)/3 = 2/3.
    P1.3 (1): (0,67 + 0,67 + unanswered)/3 = 1,34/3. P1 = 0,375 + 3,34/3.
    R1.1 (2): (3/4 + at most 1)/2 × 2 = 1,75. R3.3 (2): (4 − 1)/4 × 2 = 1,5.
    R5.3: LHKPN (1) 6/(1 + 2 + 5) = 0,75; LHKASN (1) 0/0 cannot be counted = 0.
    H1.a = 3,72/4 × 17,5 = 16,275. H1.b = 0,75 × 5 = 3,75. H2.a = 3,2/4 × 17,5 = 14. Hasil = 34,025.
    Total = 0,375 + 3,34/3 + 1,75 + 1,5 + 0,75 + 34,025 = 38,4 + 3,34/3 = 118,54/3."""
    jawaban = huruf(
        "P1.1.a=Ya", "P1.1.b=B", "P1.2.a=Ya", "P1.2.b=A", "P1.2.c=C", "P1.3.a=B", "P1.3.b=B", "H1.b=B"
    ) | {
        "R1.1.a": Isian(masukan={"b1": 4, "b2": 3}),
        "R1.1.b": Isian(masukan={"b1": 3, "b2": 5}),
        "R3.3.a": Isian(masukan={"b1": 4, "b2": 1, "b3": 9}),
        "R5.3.a.1": Isian(masukan={"b1": 1, "b2": 2, "b3": 5, "b4": 6}),
        "R5.3.b.1": Isian(masukan={"b1": 0, "b2": 0, "b3": 0, "b4": 0}),
        "H1.a": Isian(angka=D("3.72")),
        "H2.a": Isian(angka=D("3.2")),
    }  # fmt: skip
    skor = hitung(struktur_berkas(P90), jawaban)
    assert skor.total.nilai == F("118.54") / 3
    assert skor.area["I"].nilai == F("0.375") + F("3.34") / 3 + F("1.75")  # pemenuhan and reform together
    assert skor.indikator["R5.3"].nilai == skor.indikator["R5.3.a"].nilai == F("0.75")
    assert skor.tak_terhitung == ("R5.3.b.1",)
    assert "R5.3.b.1" not in skor.belum_dijawab
    wbk, wbbm = keadaan(skor, "wbk"), keadaan(skor, "wbbm")
    assert wbk["Manajemen Perubahan"] == (False, F("4.8") - skor.area["I"].nilai)
    assert wbk["Penguatan Pengawasan"] == (False, F("8.25"))
    assert wbk["Pelayanan Publik yang Prima"] == (True, 0)  # 14,00 of 14,00
    assert wbbm["Pelayanan Publik yang Prima"] == (False, F("1.75"))
    assert {n for n, (lulus, _) in wbk.items() if lulus} == {
        "Birokrasi yang Bersih dan Akuntabel",
        "Survei persepsi korupsi",
        "Capaian kinerja",
        "Pelayanan Publik yang Prima",
    }


def test_gate_is_decided_on_the_exact_value() -> None:
    """74,999 shows as 75,00 and still fails."""
    soal = Soal("S", "PERSEN")
    komponen = Komponen("K", "K", D(100), (Indikator("I", "I", D(100), (soal,)),))
    komponen = Komponen("K", "K", D(100), (Indikator("I", "I", D(100), (soal,)),))
    bentuk = Struktur((komponen,), (Ambang("wbk", "Total", "total", "", D(75)),))
    [putusan] = hitung(bentuk, {"S": Isian(angka=D("74.999"))}).putusan
    assert (putusan.lulus, putusan.kurang) == (False, F("0.001"))
