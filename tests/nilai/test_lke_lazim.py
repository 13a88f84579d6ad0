"""What offices usually prove a question with, beside a question that has no evidence."""

from collections.abc import Callable

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from bukti_fisik.enums import StatusBukti
from bukti_fisik.models import Bukti
from pengungkit.enums import JenisPenilaian, StatusPenilaian
from pengungkit.models import Instrumen, Penilaian, Pertanyaan
from rencana_aksi.domain.awal import naskah_awal
from rencana_aksi.domain.awal.naskah import KEPASTIAN
from tests.bantuan import Klien, teks, urai
from tests.pabrik import Kantor
from zona.inti.waktu import sekarang
from zona.nilai.queries.lke_lazim import BANYAK, bukti_lazim
from zona.organisasi.models import Pengguna

Buka = Callable[..., Klien]
AWAL = "permenpan-52-2014"
LAZIM = (
    "Bukti yang lazim: SK Tim Kerja Pembangunan Zona Integritas; "
    "Undangan, daftar hadir, notula, dan dokumentasi rapat penentuan anggota Tim Kerja."
)


@pytest.fixture
def berawal(kantor: Kantor) -> Kantor:
    """The office's instrument goes by the code of one that has a starter; its questions are a part of that one's."""
    Instrumen.objects.filter(pk=kantor.rencana.instrumen_id).update(kode=AWAL)
    kantor.rencana.instrumen.refresh_from_db()
    return kantor


def sisi(k: Klien, kantor: Kantor, soal: str = "A1-1-a") -> str:
    komponen = soal.partition("-")[0]
    return teks(urai(k.get(kantor.alamat(f"nilai/lke/{komponen}/"))).find(id=f"bukti-{soal}"))


def bukti(kantor: Kantor, nama: str = "SK Tim") -> Bukti:
    return Bukti.objects.create(
        syarat=kantor.syarat["I", "aksi"], versi=1, nama=nama, tautan="https://contoh.id/sk",
        status=StatusBukti.DITERIMA, diverifikasi_oleh=kantor.orang["ketua"], diverifikasi_pada=sekarang(),
    )  # fmt: skip


@pytest.mark.parametrize("siapa", ["koordinator-i", "kepala", "penilai"])
def test_question_without_evidence_shows_what_is_usual(klien: Buka, berawal: Kantor, siapa: str) -> None:
    """To whoever reads the sheet."""
    assert LAZIM in sisi(klien(berawal.orang[siapa]), berawal)


def test_hasil_shows_what_its_surveys_leave(klien: Buka, berawal: Kantor, ketua: Pengguna) -> None:
    assert "Laporan survei persepsi antikorupsi (di sebagian kantor)" in sisi(klien(ketua), berawal, "H1-1")


def test_linked_evidence_takes_its_place(klien: Buka, berawal: Kantor, koordinator_i: Pengguna) -> None:
    bukti(berawal).pertanyaan.add(Pertanyaan.objects.get(kode="A1.1.a"))
    k = klien(koordinator_i)
    assert "Bukti yang lazim" not in sisi(k, berawal)
    assert "Bukti yang lazim" in sisi(k, berawal, "A1-1-b")


def test_evidence_of_the_plan_that_looks_like_it_takes_its_place(
    klien: Buka, berawal: Kantor, koordinator_i: Pengguna, kepala: Pengguna
) -> None:
    satu = bukti(berawal)
    Pertanyaan.objects.filter(kode="A1.1.a").update(data_dukung=[satu.syarat.teks])
    assert "Mungkin cocok" in sisi(klien(koordinator_i), berawal)
    assert [("Bukti yang lazim" in sisi(klien(o), berawal)) for o in (koordinator_i, kepala)] == [False, False]


def test_a_sheet_that_is_handed_in_shows_none(klien: Buka, berawal: Kantor, kepala: Pengguna) -> None:
    Penilaian.objects.create(
        satker=berawal.satker, tahun=2023, instrumen=berawal.rencana.instrumen, jenis=JenisPenilaian.MANDIRI,
        status=StatusPenilaian.DIAJUKAN, diajukan_pada=sekarang(), diajukan_oleh=kepala,
    )  # fmt: skip
    assert "Bukti yang lazim" not in sisi(klien(kepala), berawal)


def test_an_instrument_without_a_starter_shows_none(klien: Buka, kantor: Kantor, koordinator_i: Pengguna) -> None:
    assert "Bukti yang lazim" not in sisi(klien(koordinator_i), kantor)


def test_page_of_a_questions_evidence_shows_it_too(klien: Buka, berawal: Kantor, koordinator_i: Pengguna) -> None:
    halaman = urai(klien(koordinator_i).get(berawal.alamat("nilai/lke/A1/A1.1.a/bukti/")))
    assert LAZIM in teks(halaman.find("main"))


def test_starter_costs_no_query(klien: Buka, kantor: Kantor, koordinator_i: Pengguna) -> None:
    k, banyak = klien(koordinator_i), []
    for kode in ("uji", AWAL):
        Instrumen.objects.filter(pk=kantor.rencana.instrumen_id).update(kode=kode)
        sisi(k, kantor)
        with CaptureQueriesContext(connection) as semua:
            sisi(k, kantor)
        banyak.append(len(semua))
    assert banyak[0] == banyak[1]


def test_every_question_has_something_usual() -> None:
    """The surest first, whatever of the starter is told."""
    for kode in ("permenpan-90-2021", AWAL):
        naskah = naskah_awal(kode)
        assert naskah is not None
        for soal, usul in naskah.bukti_soal.items():
            lazim = bukti_lazim(kode, soal)
            assert 1 <= len(lazim) <= min(BANYAK, len(usul))
            urut = [KEPASTIAN.index(s.kepastian) for s in lazim]
            assert urut == sorted(urut)
            assert urut[0] == min(KEPASTIAN.index(s.kepastian) for s in usul)
    assert bukti_lazim("uji", "A1.1.a") == []


def test_papers_of_one_meeting_are_told_together() -> None:
    assert [s.teks for s in bukti_lazim("permenpan-90-2021", "P3.3.a")] == [
        "Dokumen analisis kebutuhan pengembangan kompetensi",
        "Undangan, daftar hadir, notula, dan dokumentasi rapat penyusunan analisis kebutuhan pengembangan kompetensi",
    ]
