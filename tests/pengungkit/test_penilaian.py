"""Entering values of hasil: saved, cleared, refused, on record; and the score read from the database."""

from collections.abc import Callable
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest
from pytest_django import DjangoAssertNumQueries

from pengungkit.domain.penilaian import isi_hasil, skor_penilaian
from pengungkit.enums import JenisPenilaian, StatusPenilaian
from pengungkit.models import Instrumen, Jawaban, Penilaian, Pertanyaan
from tests.pabrik import Kantor, buat_instrumen
from zona.inti.errors import DomainError
from zona.inti.models import Jejak
from zona.inti.waktu import sekarang
from zona.organisasi.models import Pengguna, Satker

MANDIRI = JenisPenilaian.MANDIRI


@pytest.fixture
def isi(kantor: Kantor, ketua: Pengguna) -> Callable[..., None]:
    def panggil(isian: dict[str, Decimal | str | None], instrumen: Instrumen | None = None) -> None:
        isi_hasil(
            satker=kantor.satker,
            tahun=2023,
            instrumen=instrumen or kantor.rencana.instrumen,
            isian=isian,
            oleh=ketua,
        )

    return panggil


def nilai() -> dict[str, Decimal]:
    return dict(Jawaban.objects.filter(angka__isnull=False).values_list("pertanyaan__kode", "angka"))


def test_first_value_makes_the_assessment(kantor: Kantor, ketua: Pengguna, isi: Callable[..., None]) -> None:
    isi({"H1.1": Decimal("3.72"), "H1.2": Decimal("87.5"), "H2.1": None})
    penilaian = Penilaian.objects.get()
    assert (penilaian.satker, penilaian.tahun, penilaian.instrumen, penilaian.jenis, penilaian.status) == (
        kantor.satker, 2023, kantor.rencana.instrumen, MANDIRI, StatusPenilaian.DRAF,
    )  # fmt: skip
    assert nilai() == {"H1.1": Decimal("3.72"), "H1.2": Decimal("87.5")}
    assert set(Jawaban.objects.values_list("dijawab_oleh", flat=True)) == {ketua.pk}
    jejak = Jejak.objects.get()
    assert (jejak.satker_id, jejak.oleh_id, jejak.tindakan, jejak.objek, jejak.objek_id) == (
        kantor.satker.pk, ketua.pk, "mengisi nilai hasil", "pengungkit.penilaian", penilaian.pk,
    )  # fmt: skip
    assert (jejak.sebelum, jejak.sesudah) == ({"H1.1": "", "H1.2": ""}, {"H1.1": "3,72", "H1.2": "87,5"})
    assert Satker.objects.get(kode="UJI").revisi == 1


def test_only_what_changed_is_on_record(isi: Callable[..., None]) -> None:
    isi({"H1.1": Decimal("3.5"), "H2.1": Decimal(3)})
    isi({"H1.1": Decimal("3.50"), "H2.1": Decimal("3.25")})
    isi({"H1.1": Decimal("3.5000")})
    assert [(j.sebelum, j.sesudah) for j in Jejak.objects.order_by("pk")[1:]] == [({"H2.1": "3"}, {"H2.1": "3,25"})]
    assert Satker.objects.get(kode="UJI").revisi == 2


def test_cleared_value_is_unanswered(isi: Callable[..., None]) -> None:
    isi({"H1.1": Decimal(0), "H2.1": Decimal(4)})
    isi({"H1.1": None})
    assert nilai() == {"H2.1": 4}
    assert Jejak.objects.first().sesudah == {"H1.1": ""}


def test_nothing_entered_makes_nothing(isi: Callable[..., None]) -> None:
    isi({"H1.1": None})
    assert (Penilaian.objects.count(), Jejak.objects.count()) == (0, 0)


ANGKA = "Isi angka dari 0 sampai 4, paling banyak 4 angka di belakang koma, misalnya 3,72."
PERSEN = "Isi persentase dari 0 sampai 100, paling banyak 4 angka di belakang koma, misalnya 87,5."


@pytest.mark.parametrize(
    ("isian", "kolom", "pesan"),
    [
        ({"H1.1": Decimal("4.01")}, "H1.1", ANGKA),
        ({"H1.1": Decimal("-1")}, "H1.1", ANGKA),
        ({"H1.1": Decimal("3.12345")}, "H1.1", ANGKA),
        ({"H1.1": Decimal("NaN")}, "H1.1", ANGKA),
        ({"H1.1": Decimal("1E+30")}, "H1.1", ANGKA),
        ({"H1.1": "A"}, "H1.1", ANGKA),
        ({"H1.2": Decimal("100.0001")}, "H1.2", PERSEN),
        ({"H2.1": Decimal(3), "A1.1.a": "Ya"}, None, "A1.1.a bukan nilai hasil instrumen uji."),
    ],
)
def test_bad_value_is_refused(isi: Callable[..., None], isian: dict[str, Any], kolom: str | None, pesan: str) -> None:
    with pytest.raises(DomainError) as galat:
        isi(isian)
    assert (galat.value.kolom, galat.value.pesan) == (kolom, pesan)
    assert (Penilaian.objects.count(), Jejak.objects.count()) == (0, 0)


@pytest.mark.parametrize("status", [StatusPenilaian.DIAJUKAN, StatusPenilaian.DIKUNCI])
def test_submitted_assessment_is_frozen(isi: Callable[..., None], status: StatusPenilaian) -> None:
    isi({"H1.1": Decimal(3)})
    Penilaian.objects.update(status=status, dikunci_pada=sekarang() if status == StatusPenilaian.DIKUNCI else None)
    with pytest.raises(DomainError) as galat:
        isi({"H1.1": Decimal(4)})
    assert galat.value.pesan == (
        f"Penilaian mandiri 2023 sudah {status.label.lower()}, sehingga nilainya tidak dapat diubah."
    )
    assert nilai() == {"H1.1": 3}


def test_assessment_of_another_instrument(isi: Callable[..., None]) -> None:
    isi({"H1.1": Decimal(3)})
    with pytest.raises(DomainError, match=r"^Penilaian mandiri 2023 memakai instrumen uji, bukan lain\.$"):
        isi({"H1.1": Decimal(4)}, instrumen=buat_instrumen("lain", bawaan=False))


def test_option_is_saved_and_changed(kantor: Kantor, isi: Callable[..., None]) -> None:
    soal = Pertanyaan.objects.get(kode="H1.2", indikator__komponen__instrumen=kantor.rencana.instrumen)
    soal.jenis_jawaban = "ABC"
    soal.save()
    for urutan, (label, n) in enumerate((("A", 1), ("B", 0)), 1):
        soal.pilihan.create(label=label, nilai=n, urutan=urutan)
    isi({"H1.2": "A"})
    isi({"H1.2": "B"})
    jawaban = Jawaban.objects.get()
    assert (jawaban.pilihan.label, jawaban.angka) == ("B", None)
    with pytest.raises(DomainError, match="Pilih salah satu jawaban yang ada"):
        isi({"H1.2": "C"})


def test_score_is_read_in_two_queries(
    kantor: Kantor, isi: Callable[..., None], django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    assert skor_penilaian(kantor.satker.pk, 2023, MANDIRI) is None
    isi({"H1.1": Decimal("3.6"), "H2.1": Decimal(4)})
    penilaian = Penilaian.objects.get()
    soal = Pertanyaan.objects.get(kode="A1.1.b", indikator__komponen__instrumen=kantor.rencana.instrumen)
    Jawaban.objects.create(penilaian=penilaian, pertanyaan=soal, pilihan=soal.pilihan.get(label="B"))
    with django_assert_num_queries(2):  # and five once, for the instrument's text
        skor = skor_penilaian(kantor.satker.pk, 2023, MANDIRI)
    assert skor is not None
    assert skor.total.nilai == Fraction("1.25") + Fraction("13.5") + 20
    assert skor_penilaian(kantor.satker.pk, 2023, JenisPenilaian.TPI) is None
