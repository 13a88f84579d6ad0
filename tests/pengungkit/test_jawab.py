"""Answering one question of the LKE: saved with what it comes to, refused with field and reason, nobody overwritten."""

from collections.abc import Callable
from contextlib import nullcontext
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from hypothesis import given
from hypothesis import strategies as st

from pengungkit.domain.isian import BANYAK, BULAT, PILIH, periksa_isian
from pengungkit.domain.jawab import Bentrok, jawab, jawab_banyak
from pengungkit.domain.penilaian import skor_penilaian
from pengungkit.enums import JenisPenilaian, StatusPenilaian
from pengungkit.models import Instrumen, Jawaban, Penilaian, Pertanyaan, RiwayatNilai
from pengungkit.queries.jawaban import KOSONG
from pengungkit.struktur import Isian
from tests.pabrik import HARI_INI, Kantor, buat_instrumen
from zona.inti.errors import DomainError
from zona.inti.models import Jejak
from zona.inti.waktu import sekarang
from zona.organisasi.models import Pengguna, Satker

MANDIRI, TPI = JenisPenilaian.MANDIRI, JenisPenilaian.TPI
ANGKA = "Isi angka dari 0 sampai 4, paling banyak 4 angka di belakang koma, misalnya 3,72."

Jawab = Callable[..., bool]


@pytest.fixture
def isi(kantor: Kantor, ketua: Pengguna) -> Jawab:
    def panggil(kode: str, isian: Isian | str, *, revisi: int = 0, catatan: str = "", **lain: Any) -> bool:
        tempat: dict[str, Any] = {"tahun": 2023, "instrumen": kantor.rencana.instrumen, "jenis": MANDIRI, "oleh": ketua}
        satu = Isian(pilihan=isian) if isinstance(isian, str) else isian
        return jawab(satker=kantor.satker, kode=kode, isian=satu, catatan=catatan, revisi=revisi, **{**tempat, **lain})

    return panggil


def soal_rumus(kantor: Kantor) -> Pertanyaan:
    """A1.1.b as a ratio of two counts."""
    soal = Pertanyaan.objects.get(kode="A1.1.b", indikator__komponen__instrumen=kantor.rencana.instrumen)
    soal.pilihan.all().delete()
    soal.jenis_jawaban, soal.rumus = "PERSEN", {"jenis": "rasio", "pembilang": ["b2"], "penyebut": ["b1"]}
    soal.save()
    for urutan, kode in enumerate(("b1", "b2"), 1):
        soal.masukan.create(kode=kode, teks=f"Jumlah {kode}", urutan=urutan)
    return soal


def test_first_answer_makes_the_assessment_and_keeps_its_score(kantor: Kantor, ketua: Pengguna, isi: Jawab) -> None:
    """A1.1: (1 + 0)/2 × 5 = 2,5."""
    assert isi("A1.1.a", "Ya", catatan="  SK 12/2023  ")
    j = Jawaban.objects.get()
    assert (j.pertanyaan.kode, j.pilihan.label, j.catatan, j.revisi, j.dijawab_oleh) == (
        "A1.1.a", "Ya", "SK 12/2023", 1, ketua,
    )  # fmt: skip
    p = Penilaian.objects.get()
    assert (p.jenis, p.status, p.nilai_total, p.nilai_pengungkit, p.nilai_hasil, p.lolos) == (
        MANDIRI, StatusPenilaian.DRAF, Decimal("2.5"), Decimal("2.5"), 0, False,
    )  # fmt: skip
    titik = RiwayatNilai.objects.get()
    assert (titik.tanggal, titik.total, titik.rincian["A1"], titik.rincian["H1"]) == (
        HARI_INI, Decimal("2.5"), "2.5", "0",
    )  # fmt: skip
    jejak = Jejak.objects.get()
    assert (jejak.tindakan, jejak.objek, jejak.sebelum, jejak.sesudah) == (
        "menjawab LKE A1.1.a", "pengungkit.penilaian", {"A1.1.a": "", "catatan A1.1.a": ""},
        {"A1.1.a": "Ya", "catatan A1.1.a": "SK 12/2023"},
    )  # fmt: skip
    assert Satker.objects.get(kode="UJI").revisi == 1


def test_history_keeps_one_point_a_day(kantor: Kantor, isi: Jawab, settings: Any) -> None:
    isi("A1.1.a", "Ya")
    isi("A1.1.b", "A")
    settings.ZONA_HARI_INI = HARI_INI.replace(day=16)
    isi("A1.1.b", "C", revisi=1)
    assert [(r.tanggal.day, r.total) for r in RiwayatNilai.objects.all()] == [(15, 5), (16, Decimal("2.5"))]


def test_same_answer_again_writes_nothing(isi: Jawab) -> None:
    isi("A1.1.a", "Ya")
    assert not isi("A1.1.a", "Ya", revisi=1)
    assert not isi("A1.1.b", KOSONG)
    assert (Jejak.objects.count(), Jawaban.objects.count()) == (1, 1)


def test_empty_answer_makes_no_assessment(isi: Jawab) -> None:
    assert not isi("A1.1.a", KOSONG)
    assert not Penilaian.objects.exists()


def test_cleared_answer_goes_on_counting_its_edits(isi: Jawab) -> None:
    """A page from before the clearing is still an old page afterwards."""
    isi("A1.1.a", "Ya")
    isi("A1.1.a", KOSONG, revisi=1)
    j = Jawaban.objects.get()
    assert (j.pilihan, j.revisi, Penilaian.objects.get().nilai_total) == (None, 2, 0)


def test_note_alone_is_kept_and_counts_nothing(kantor: Kantor, isi: Jawab) -> None:
    isi("A1.1.a", KOSONG, catatan="Menunggu SK")
    assert Jawaban.objects.get().catatan == "Menunggu SK"
    skor = skor_penilaian(kantor.satker.pk, 2023, MANDIRI)
    assert skor is not None
    assert "A1.1.a" in skor.belum_dijawab


def test_counts_are_saved_and_half_of_them_too(kantor: Kantor, isi: Jawab) -> None:
    soal_rumus(kantor)
    isi("A1.1.b", Isian(masukan={"b1": 3}))
    assert Penilaian.objects.get().nilai_total == 0
    isi("A1.1.b", Isian(masukan={"b1": 3, "b2": 1}), revisi=1)
    skor = skor_penilaian(kantor.satker.pk, 2023, MANDIRI)
    assert skor is not None
    assert skor.total.nilai == Fraction(5, 6)
    assert Penilaian.objects.get().nilai_total == Decimal("0.833333333")


# --- refused --------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("kode", "isian", "kolom", "pesan"),
    [
        ("A1.1.a", Isian(pilihan="D"), "jawaban", PILIH),
        ("A1.1.a", Isian(pilihan="ya"), "jawaban", PILIH),
        ("A1.1.a", Isian(angka=Decimal(1)), "jawaban", PILIH),
        ("A1.1.b", Isian(masukan={"b1": -1}), "b1", BULAT),
        ("A1.1.b", Isian(masukan={"b1": Decimal("1.5")}), "b1", BULAT),  # type: ignore[dict-item]  # what is refused
        ("A1.1.b", Isian(masukan={"b1": True}), "b1", BULAT),
        ("A1.1.b", Isian(masukan={"b1": 10**30}), "b1", BULAT),
        ("A1.1.b", Isian(masukan={"b9": 1}), "jawaban", "b9 bukan isian pertanyaan A1.1.b."),
        ("A1.1.b", Isian(pilihan="A"), "jawaban", "Isi b1, b2 dengan bilangan bulat."),
        ("H1.1", Isian(angka=Decimal("4.01")), "jawaban", ANGKA),
        ("H1.1", Isian(angka=Decimal("-0.01")), "jawaban", ANGKA),
        ("H1.1", Isian(angka=Decimal("1E+30")), "jawaban", ANGKA),
        ("H1.1", Isian(angka=Decimal("NaN")), "jawaban", ANGKA),
        ("H1.1", Isian(pilihan="A"), "jawaban", ANGKA),
        ("P1.1.a", Isian(pilihan="Ya"), "soal", "P1.1.a bukan pertanyaan instrumen uji."),
    ],
)
def test_bad_answer_is_refused(kantor: Kantor, isi: Jawab, kode: str, isian: Isian, kolom: str, pesan: str) -> None:
    soal_rumus(kantor)
    with pytest.raises(DomainError) as galat:
        isi(kode, isian)
    assert (galat.value.kolom, galat.value.pesan) == (kolom, pesan)
    assert (Penilaian.objects.count(), Jawaban.objects.count(), Jejak.objects.count()) == (0, 0, 0)


def test_note_too_long_is_refused(isi: Jawab) -> None:
    with pytest.raises(DomainError, match=r"^Catatan paling panjang 4000 huruf; ini 4001\.$"):
        isi("A1.1.a", "Ya", catatan="x" * 4001)


@pytest.mark.parametrize("status", [StatusPenilaian.DIAJUKAN, StatusPenilaian.DIKUNCI])
def test_submitted_or_locked_takes_no_answer(isi: Jawab, status: StatusPenilaian) -> None:
    isi("A1.1.a", "Ya")
    Penilaian.objects.update(status=status, dikunci_pada=sekarang() if status == StatusPenilaian.DIKUNCI else None)
    with pytest.raises(DomainError, match=f"^Penilaian mandiri 2023 sudah {status.label.lower()}, sehingga"):
        isi("A1.1.a", "Tidak", revisi=1)
    assert Jawaban.objects.get().pilihan.label == "Ya"


def test_assessor_must_have_begun(isi: Jawab) -> None:
    with pytest.raises(DomainError, match=r"^Penilaian TPI tahun ini belum dimulai\.$"):
        isi("A1.1.a", "Ya", jenis=TPI)


def test_assessment_of_another_instrument(isi: Jawab) -> None:
    isi("A1.1.a", "Ya")
    lain: Instrumen = buat_instrumen("lain", bawaan=False)
    with pytest.raises(DomainError, match=r"^Penilaian mandiri 2023 memakai instrumen uji, bukan lain\.$"):
        isi("A1.1.a", "Tidak", instrumen=lain)


@given(st.one_of(st.integers(), st.booleans(), st.decimals(), st.text(max_size=3), st.none()))
def test_a_count_is_a_whole_number_or_refused(nilai: Any) -> None:
    soal = {"kode": "x", "jenis": "PERSEN", "pilihan": [], "masukan": [{"kode": "b1"}]}
    boleh = type(nilai) is int and 0 <= nilai <= BANYAK
    with nullcontext() if boleh else pytest.raises(DomainError):
        periksa_isian(soal, Isian(masukan={"b1": nilai}))


# --- two people -----------------------------------------------------------------------------------------


def test_second_person_is_told_and_nothing_is_lost(isi: Jawab, koordinator_i: Pengguna) -> None:
    isi("A1.1.b", "A")
    isi("A1.1.b", "B", revisi=1, catatan="Notula belum ada", oleh=koordinator_i)
    with pytest.raises(Bentrok) as galat:
        isi("A1.1.b", "C", revisi=1)
    assert galat.value.pesan == (
        "Sementara itu diubah oleh Koordinator I: jawaban menjadi B; catatan menjadi “Notula belum ada”. Yang Anda "
        "isikan masih ada di bawah; simpan lagi bila tetap hendak menggantinya."
    )
    assert galat.value.kini is not None
    assert galat.value.kini.revisi == 2
    assert Jawaban.objects.get().pilihan.label == "B"
    assert isi("A1.1.b", "C", revisi=2)
    assert Jawaban.objects.get().revisi == 3


def test_both_first_at_once_is_told_too(isi: Jawab, koordinator_i: Pengguna) -> None:
    isi("A1.1.b", "B", oleh=koordinator_i)
    with pytest.raises(Bentrok):
        isi("A1.1.b", "C")


def test_same_answer_by_two_is_no_conflict(isi: Jawab, koordinator_i: Pengguna) -> None:
    isi("A1.1.b", "B", oleh=koordinator_i)
    assert not isi("A1.1.b", "B")


def test_older_page_of_ones_own_is_no_conflict(isi: Jawab) -> None:
    isi("A1.1.b", "A")
    assert isi("A1.1.b", "B", revisi=0)


# --- price ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("terjawab", [1, 3, 15])
def test_saving_one_answer_costs_seven_queries(kantor: Kantor, isi: Jawab, ketua: Pengguna, terjawab: int) -> None:
    """Issue 5: at most eight, whatever the number of questions; what opens and closes the transaction not counted."""
    semua = Pertanyaan.objects.filter(indikator__komponen__instrumen=kantor.rencana.instrumen)
    nilai = {
        s.kode: Isian(angka=Decimal(3)) if s.kode[0] == "H" else Isian(pilihan=s.pilihan.all()[0].label) for s in semua
    }
    jawab_banyak(
        satker=kantor.satker, tahun=2023, instrumen=kantor.rencana.instrumen, jenis=MANDIRI,
        isian=dict(list(nilai.items())[:terjawab]), oleh=ketua,
    )  # fmt: skip
    for kode, isian, revisi in (("A1.1.a", Isian(pilihan="Tidak"), 1), ("A6.1.b", Isian(pilihan="B"), 1)):
        with CaptureQueriesContext(connection) as kueri:
            assert isi(kode, isian, revisi=revisi)
        perintah = [q["sql"] for q in kueri if "SAVEPOINT" not in q["sql"]]
        assert len(perintah) == 7, "\n".join(perintah)


# --- many at once ---------------------------------------------------------------------------------------


def test_many_are_saved_all_or_none(kantor: Kantor, ketua: Pengguna) -> None:
    tempat: dict[str, Any] = {
        "satker": kantor.satker, "tahun": 2023, "instrumen": kantor.rencana.instrumen, "jenis": MANDIRI, "oleh": ketua,
    }  # fmt: skip
    with pytest.raises(DomainError) as galat:
        jawab_banyak(isian={"A1.1.a": Isian(pilihan="Ya"), "A1.1.b": Isian(pilihan="Z")}, **tempat)
    assert (galat.value.kolom, galat.value.pesan) == ("A1.1.b", PILIH)
    assert not Penilaian.objects.exists()
    isian = {"A1.1.a": Isian(pilihan="Ya"), "H1.1": Isian(angka=Decimal("3.6"))}
    assert jawab_banyak(isian=isian, catatan={"A2.1.a": "Belum"}, **tempat) == ["A1.1.a", "H1.1", "A2.1.a"]
    assert jawab_banyak(isian=isian, **tempat) == []
    jejak = Jejak.objects.get()
    assert (jejak.tindakan, jejak.sesudah) == (
        "mengisi LKE", {"A1.1.a": "Ya", "H1.1": "3,6", "catatan A2.1.a": "Belum"},
    )  # fmt: skip
    assert Penilaian.objects.get().nilai_total == Decimal("2.5") + Decimal("13.5")
