"""Copies to read in a workbook: what is written there is said, and never taken."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from openpyxl import Workbook

from rencana_aksi.domain.pelaksanaan import catat_status
from rencana_aksi.enums import Status
from tests.impor.bantu import baca, beda, ekspor, sunting
from tests.pabrik import HARI_INI, Kantor
from zona.organisasi.models import Pengguna

SALINAN = "I Manajemen Perubahan"


def tulis(sel: str, nilai: object) -> Callable[[Workbook], Any]:
    def ubah(buku: Workbook) -> None:
        buku[SALINAN][sel] = nilai

    return ubah


@pytest.mark.parametrize(
    ("ubah", "sel"),
    [
        (tulis("E3", "Aksi lain"), "E3"),
        (tulis("J4", "Selesai"), "J4"),
        (tulis("H5", date(2023, 5, 5)), "H5"),
        (tulis("K6", "=A1"), "K6"),
        (lambda buku: buku[SALINAN].append(["I. Manajemen Perubahan", 9, "Baru", None, "Aksi"]), "C7"),
        (lambda buku: buku[SALINAN].delete_rows(4), "ada baris yang hilang"),
    ],
)
def test_what_is_written_in_a_copy_is_said_and_not_taken(
    kantor: Kantor, ubah: Callable[[Workbook], Any], sel: str
) -> None:
    isi = sunting(ekspor(kantor.rencana), ubah)
    assert beda(kantor.rencana, isi) == ()
    assert baca(kantor.rencana, isi).keterangan == (
        f"Perubahan di lembar {SALINAN} ({sel}) tidak dibaca: lembar itu salinan. Ubah di lembar Seluruhnya.",
    )


def test_copies_as_they_were_written_say_nothing(kantor: Kantor, ketua: Pengguna) -> None:
    satu, dua, _ = kantor.pelaksanaan["I", "a"]
    catat_status(pelaksanaan=satu, status=Status.SELESAI, realisasi=date(2023, 3, 2), oleh=ketua, hari_ini=HARI_INI)
    tunda = {"status": Status.DITUNDA, "jatuh_tempo": date(2023, 5, 1), "alasan": "Pindah"}
    catat_status(pelaksanaan=dua, oleh=ketua, hari_ini=HARI_INI, **tunda)  # type: ignore[arg-type]  # each by its name
    assert baca(kantor.rencana, sunting(ekspor(kantor.rencana))).keterangan == ()
