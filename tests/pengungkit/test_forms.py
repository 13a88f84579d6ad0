"""What people type as a value of hasil."""

from decimal import Decimal

import pytest

from pengungkit.forms import HasilForm
from pengungkit.queries import pertanyaan_hasil
from pengungkit.struktur import Isian
from tests.pabrik import Kantor

ANGKA = "Isi angka dari 0 sampai 4, paling banyak 4 angka di belakang koma, misalnya 3,72."


def buat(kantor: Kantor, **isian: str) -> HasilForm:
    data = {kode.replace("_", "."): nilai for kode, nilai in isian.items()}
    return HasilForm(data, soal=pertanyaan_hasil(kantor.rencana.instrumen), isian={})


@pytest.mark.parametrize(
    ("teks", "nilai"),
    [("3,72", "3.72"), ("3.72", "3.72"), (" 4 ", "4"), ("0", "0"), ("3,1234", "3.1234"), ("03,5", "3.5")],
)
def test_decimal_comma_or_point(kantor: Kantor, teks: str, nilai: str) -> None:
    form = buat(kantor, H1_1=teks)
    assert form.is_valid()
    assert form.cleaned_data == {"isian": {"H1.1": Decimal(nilai), "H1.2": None, "H2.1": None}}


@pytest.mark.parametrize(
    "teks", ["4,01", "-1", "3,12345", "1.234,5", "tiga", "1e1", "٣", "3,", "10" * 20, "NaN", "+3", "3 7", "=1+1"]
)
def test_anything_else_is_refused_at_its_field(kantor: Kantor, teks: str) -> None:
    form = buat(kantor, H1_1=teks, H2_1="4")
    assert not form.is_valid()
    assert form.errors == {"H1.1": [ANGKA]}
    assert form["H1.1"].value() == teks


def test_form_shows_what_is_saved(kantor: Kantor) -> None:
    isian = {"H1.1": Isian(angka=Decimal("3.7200")), "H1.2": Isian(angka=Decimal("100.0000"))}
    form = HasilForm(soal=pertanyaan_hasil(kantor.rencana.instrumen), isian=isian)
    assert [(kolom.name, kolom.value()) for kolom in form] == [("H1.1", "3,72"), ("H1.2", "100"), ("H2.1", None)]
    assert [kolom.help_text for kolom in form] == [
        "Dari 0 sampai 4, misalnya 3,72.",
        "Dari 0 sampai 100, misalnya 87,5.",
        "Dari 0 sampai 4, misalnya 3,72.",
    ]


def test_options_with_the_regulations_words(kantor: Kantor) -> None:
    soal = pertanyaan_hasil(kantor.rencana.instrumen)[1]
    soal.jenis_jawaban = "ABC"
    soal.save()
    soal.pilihan.create(label="A", teks="Tercapai", nilai=1, urutan=1)
    kolom = buat(kantor, H1_2="C").fields["H1.2"]
    assert kolom.choices == [("", "Belum diisi"), ("A", "A. Tercapai")]
    assert buat(kantor, H1_2="C").errors == {"H1.2": ["Pilih salah satu jawaban yang ada."]}
    assert buat(kantor, H1_2="A").is_valid()
