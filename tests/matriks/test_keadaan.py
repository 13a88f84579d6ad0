"""Every state of an occurrence in the totals, and late by the office's own calendar."""

from collections.abc import Callable
from datetime import UTC, date, datetime
from fractions import Fraction

import pytest
import time_machine
from pytest_django import Settings

from rencana_aksi.enums import Status
from rencana_aksi.models import Pelaksanaan
from rencana_aksi.queries.capaian import CapaianAksi, capaian_aksi
from tests.bantuan import Klien, teks, urai
from tests.pabrik import HARI_INI, Kantor
from zona.matriks.queries.matriks import susun_matriks
from zona.organisasi.models import Pengguna, Satker

Buka = Callable[..., Klien]
BERALASAN = (Status.DITUNDA, Status.BATAL)


@pytest.fixture
def semua(kantor: Kantor) -> Kantor:
    """Pengungkit I: one of each state, the postponed one to a later day; and one undated, not begun."""
    satu = kantor.aksi["I", "a"]
    Pelaksanaan.objects.filter(aksi=satu).delete()
    for urutan, status in enumerate(Status, 1):
        Pelaksanaan.objects.create(
            aksi=satu,
            urutan=urutan,
            status=status,
            mulai=date(2023, 3, 1),
            jatuh_tempo=date(2023, 4, 3) if status == Status.DITUNDA else date(2023, 3, 1),
            jatuh_tempo_semula=date(2023, 3, 1) if status == Status.DITUNDA else None,
            realisasi=date(2023, 3, 2) if status == Status.SELESAI else None,
            alasan="Sebab" if status in BERALASAN else "",
        )
    return kantor


def test_called_off_leaves_the_denominator_and_is_never_late(semua: Kantor) -> None:
    capaian = capaian_aksi(semua.rencana, HARI_INI)["I"]
    assert capaian == CapaianAksi(selesai=1, total=5, terlambat=2, berjalan=1, belum=2, ditunda=1, batal=1)
    assert capaian.bagian == Fraction(1, 5)


def test_matrix_counts_as_the_database_does(semua: Kantor) -> None:
    bagian = susun_matriks(semua.rencana, HARI_INI)
    assert {b.kode: b.capaian for b in bagian} == capaian_aksi(semua.rencana, HARI_INI)


def test_sheet_shows_each_state_with_first_date_reason_and_realisation(
    klien: Buka, semua: Kantor, ketua: Pengguna
) -> None:
    halaman = urai(klien(ketua).get(semua.alamat(f"rencana/aksi/{semua.aksi['I', 'a'].pk}/")))
    baris = [[teks(sel) for sel in tr.select("th, td")] for tr in halaman.select("#pelaksanaan tbody tr")]
    assert [(b[0], b[1].split(" ,")[0], b[3], b[4]) for b in baris] == [
        ("1 Mar 2023", "Terlambat", "", ""),
        ("1 Mar 2023", "Terlambat", "", ""),
        ("1 Mar 2023", "Selesai", "2 Mar 2023", ""),
        ("1 Mar 2023 – 3 Apr 2023 semula 1 Mar 2023", "Ditunda", "", "Alasan: Sebab"),
        ("1 Mar 2023", "Batal", "", "Alasan: Sebab"),
    ]


@pytest.mark.parametrize(("zona", "terlambat"), [("Asia/Jakarta", 0), ("Asia/Makassar", 6), ("Asia/Jayapura", 6)])
def test_late_begins_at_midnight_of_the_office(
    klien: Buka, kantor: Kantor, ketua: Pengguna, settings: Settings, zona: str, terlambat: int
) -> None:
    """At 16.30 UTC on 1 Maret it is still that day in Jakarta, and the next in Makassar and Jayapura."""
    settings.ZONA_HARI_INI = None
    Satker.objects.filter(pk=kantor.satker.pk).update(zona_waktu=zona)
    with time_machine.travel(datetime(2023, 3, 1, 16, 30, tzinfo=UTC), tick=False):
        halaman = urai(klien(ketua).get(kantor.alamat("rencana/")))
    assert len(halaman.select(".status-terlambat")) == terlambat
