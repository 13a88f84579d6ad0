"""What must hold for every set of answers, tried on both shipped instruments."""

from decimal import Decimal
from fractions import Fraction
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pengungkit.domain.skor import Bagian, hitung, nilai_soal
from pengungkit.struktur import Isian, Soal, Struktur
from tests.pengungkit.bantu import P52, P90, struktur_berkas

BENTUK = {p.stem: struktur_berkas(p) for p in (P52, P90)}
SOAL = {nama: {s.kode: s for s in bentuk.semua_soal()} for nama, bentuk in BENTUK.items()}
banyak = settings(max_examples=25, deadline=None)


def isian(soal: Soal) -> st.SearchStrategy[Isian]:
    if soal.pilihan:
        return st.sampled_from(list(soal.pilihan)).map(lambda label: Isian(pilihan=label))
    if "jenis" in soal.rumus:
        kode = {k for v in soal.rumus.values() for k in (v if isinstance(v, list) else [v])} - {"rasio", "penurunan"}
        return st.fixed_dictionaries({k: st.integers(0, 50) for k in kode}).map(lambda m: Isian(masukan=m))
    tertinggi = 4 if soal.jenis == "NILAI_0_4" else 100
    return st.decimals(0, tertinggi, places=4).map(lambda angka: Isian(angka=angka))


jawaban = {
    nama: st.fixed_dictionaries({}, optional={kode: isian(s) for kode, s in soal.items()})
    for nama, soal in SOAL.items()
}
instrumen = pytest.mark.parametrize("nama", list(BENTUK))


def terbaik(soal: Soal) -> Isian:
    if soal.pilihan:
        return Isian(pilihan=max(soal.pilihan, key=lambda p: soal.pilihan[p]))
    if soal.rumus.get("jenis") == "penurunan":
        return Isian(masukan={"b1": 0, "b2": 0})
    if soal.rumus.get("jenis") == "rasio":
        return Isian(masukan=dict.fromkeys(soal.rumus["penyebut"], 1) | dict.fromkeys(soal.rumus["pembilang"], 9))
    return Isian(angka=Decimal(4 if soal.jenis == "NILAI_0_4" else 100))


def terburuk(soal: Soal) -> Isian:
    if soal.pilihan:
        return Isian(pilihan=min(soal.pilihan, key=lambda p: soal.pilihan[p]))
    if soal.rumus.get("jenis") == "penurunan":
        return Isian(masukan={"b1": 1, "b2": 1})
    if soal.rumus.get("jenis") == "rasio":
        return Isian(masukan=dict.fromkeys(soal.rumus["penyebut"], 1) | dict.fromkeys(soal.rumus["pembilang"], 0))
    return Isian(angka=Decimal(0))


@instrumen
def test_all_best_is_100(nama: str) -> None:
    skor = hitung(BENTUK[nama], {kode: terbaik(s) for kode, s in SOAL[nama].items()})
    assert (skor.total.nilai, skor.pengungkit.nilai, skor.hasil.nilai) == (100, 60, 40)
    assert all(p.lulus for p in skor.putusan)
    assert (skor.belum_dijawab, skor.tak_terhitung) == ((), ())


@instrumen
def test_all_worst_is_0_and_not_unanswered(nama: str) -> None:
    skor = hitung(BENTUK[nama], {kode: terburuk(s) for kode, s in SOAL[nama].items()})
    assert (skor.total.nilai, skor.total.belum) == (0, 0)


@instrumen
def test_nothing_answered_is_unanswered(nama: str) -> None:
    skor = hitung(BENTUK[nama], {})
    assert skor.total.belum_dinilai
    assert skor.belum_dijawab == tuple(SOAL[nama])


@instrumen
@banyak
@given(data=st.data())
def test_total_is_the_sum_of_its_parts(nama: str, data: st.DataObject) -> None:
    bentuk: Struktur = BENTUK[nama]
    skor = hitung(bentuk, data.draw(jawaban[nama]))
    assert isinstance(skor.total.nilai, Fraction)
    assert skor.total.nilai == sum(b.nilai for b in skor.komponen.values())
    assert skor.pengungkit.nilai == sum(b.nilai for b in skor.area.values())
    for k in bentuk.komponen:
        assert skor.komponen[k.kode].nilai == sum(skor.indikator[i.kode].nilai for i in k.indikator)

    def dalam(bagian: Bagian) -> bool:
        return 0 <= bagian.nilai <= bagian.bobot and 0 <= bagian.belum <= bagian.soal

    assert all(map(dalam, [skor.total, *skor.area.values(), *skor.komponen.values(), *skor.indikator.values()]))


@instrumen
@banyak
@given(data=st.data(), acak=st.randoms(use_true_random=False))
def test_order_of_answers_is_irrelevant(nama: str, data: st.DataObject, acak: Random) -> None:
    isi = data.draw(jawaban[nama])
    urutan = list(isi)
    acak.shuffle(urutan)
    assert hitung(BENTUK[nama], {kode: isi[kode] for kode in urutan}) == hitung(BENTUK[nama], isi)


@instrumen
@banyak
@given(data=st.data())
def test_total_is_monotone_in_every_answer(nama: str, data: st.DataObject) -> None:
    """A better answer to one question never lowers the total, and gains exactly its share of the indikator."""
    isi = data.draw(jawaban[nama])
    soal = data.draw(st.sampled_from(list(SOAL[nama].values())))
    satu, dua = (data.draw(isian(soal) | st.none()) for _ in range(2))

    def total(jawab: Isian | None) -> Fraction:
        tetap = {k: v for k, v in isi.items() if k != soal.kode}
        return hitung(BENTUK[nama], tetap | ({soal.kode: jawab} if jawab else {})).total.nilai

    pemilik = next(i for k in BENTUK[nama].komponen for j in k.indikator for i in (j, *j.sub) if soal in i.soal)
    naik = [nilai_soal(soal, jawab).nilai or Fraction(0) for jawab in (satu, dua)]
    assert total(dua) - total(satu) == (naik[1] - naik[0]) * Fraction(pemilik.bobot) / len(pemilik.soal)
