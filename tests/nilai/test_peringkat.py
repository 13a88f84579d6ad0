"""Offices by score: one query however many, ties share their place, drafts of assessors stay out."""

import json
from decimal import Decimal
from io import StringIO
from typing import Any

import pytest
from django.core.management import CommandError, call_command

from pengungkit.enums import JenisPenilaian, StatusPenilaian
from pengungkit.models import Instrumen, Penilaian
from tests.pabrik import Kantor
from zona.inti.waktu import sekarang
from zona.nilai.queries.peringkat import peringkat
from zona.organisasi.models import Pengguna, Satker


def nilai(kode: str, total: str | None, jenis: str = "mandiri", induk: str = "Kementerian", **lain: Any) -> None:
    satker, _ = Satker.objects.get_or_create(kode=kode, defaults={"nama": f"Kantor {kode}", "induk": induk})
    poin = Decimal(total) if total else None
    Penilaian.objects.create(
        satker=satker, tahun=2023, instrumen=Instrumen.objects.get(kode="uji"), jenis=jenis, nilai_total=poin,
        nilai_pengungkit=poin and poin - 30, nilai_hasil=poin and Decimal(30), lolos=poin and poin >= 75, **lain,
    )  # fmt: skip


def semua(*argumen: str) -> dict[str, Any]:
    keluar = StringIO()
    call_command("peringkat", "--tahun", "2023", "--json", *argumen, stdout=keluar)
    hasil: dict[str, Any] = json.loads(keluar.getvalue())
    return hasil


def test_best_first_ties_share_and_unscored_stay_out(kantor: Kantor) -> None:
    for kode, total in (("AA", "70"), ("BB", "80.5"), ("CC", "80.5"), ("DD", "79"), ("EE", None)):
        nilai(kode, total)
    isi = semua()
    assert [(b["peringkat"], b["kode"], b["total"], b["lolos"]) for b in isi["peringkat"]] == [
        (1, "BB", "80.5", True), (1, "CC", "80.5", True), (3, "DD", "79", True),
        (4, "AA", "70", False),
    ]  # fmt: skip
    assert (isi["tahun"], isi["jenis"]) == (2023, "mandiri")


def test_only_those_under_a_parent(kantor: Kantor) -> None:
    nilai("AA", "70", induk="Badan Bahasa\nKementerian Pendidikan")
    nilai("BB", "80", induk="Kementerian Agama")
    assert [b["kode"] for b in semua("--induk", "kementerian pendidikan")["peringkat"]] == ["AA"]


def test_assessors_draft_stays_out(kantor: Kantor) -> None:
    nilai("AA", "70", "tpi")
    nilai("BB", "60", "tpi", status=StatusPenilaian.DIAJUKAN, diajukan_pada=sekarang())
    assert [b["kode"] for b in semua("--jenis", "tpi")["peringkat"]] == ["BB"]


def test_a_person_ranks_only_what_they_may_read(kantor: Kantor, penilai: Pengguna, orang_luar: Pengguna) -> None:
    for kode in ("UJI", "LAIN", "AA"):
        nilai(kode, "70")
    terlihat = {
        o.username: [b.kode for b in peringkat(Satker.objects.visible_to(o), 2023)] for o in (penilai, orang_luar)
    }
    assert terlihat == {"penilai": ["LAIN", "UJI"], "orang-luar": ["LAIN"]}


@pytest.mark.parametrize("banyak", [1, 30])
def test_one_query(kantor: Kantor, django_assert_num_queries: Any, banyak: int) -> None:
    for n in range(banyak):
        nilai(f"S{n}", str(60 + n))
    with django_assert_num_queries(1):
        assert len(peringkat(Satker.objects.all(), 2023)) == banyak


def test_in_words_and_bad_usage(kantor: Kantor) -> None:
    keluar = StringIO()
    call_command("peringkat", "--tahun", "2023", stdout=keluar)
    assert keluar.getvalue() == "Belum ada nilai tahun 2023.\n"
    nilai("AA", "74.999", jenis=JenisPenilaian.MANDIRI)
    keluar = StringIO()
    call_command("peringkat", "--tahun", "2023", stdout=keluar)
    assert " ".join(keluar.getvalue().split()) == "1 75,00 AA belum lulus WBK Kantor AA"
    with pytest.raises(CommandError):
        call_command("peringkat", "--tahun", "2023", "--jenis", "apa")
