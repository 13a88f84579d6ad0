"""What was appended to the document is a signature and nothing else, or the file is refused: every attack is built, and
so is everything that must be taken (tests/pengesahan/serangan.py). On the code before, most of them were taken."""

import json
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from datetime import UTC, datetime
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from pytest_django import Settings

from rencana_aksi.models import VersiRencana
from tests.pabrik import Kantor
from tests.pengesahan.pki import Orang, Rantai
from tests.pengesahan.serangan import BENAR, SERANGAN, Alat
from zona.pengesahan import pemeriksa
from zona.pengesahan.baca import RANTAI, putuskan
from zona.pengesahan.domain.siapkan import siapkan_naskah
from zona.pengesahan.enums import Kalimat
from zona.pengesahan.models import DokumenSah
from zona.pengesahan.periksa import TERLALU_BERAT, Akar, periksa
from zona.pengesahan.queries.dokumen import baca_isi

_naskah: list[bytes] = []
"""Drawn once: it takes longer than to look at what was done to it."""
DILUAR_BATAS = {"xref_raksasa"}
"""Stopped by the limits of the program that reads it, so only asked through it."""


@pytest.fixture
def alat(request: pytest.FixtureRequest, rantai: Rantai, orang_kepala: Orang) -> Alat:
    if not _naskah:
        kantor: Kantor = request.getfixturevalue("kantor")
        versi: VersiRencana = request.getfixturevalue("versi")
        siap = siapkan_naskah(versi=versi, kalimat=Kalimat.ELEKTRONIK, oleh=kantor.orang["ketua"])
        _naskah.append(baca_isi(siap.berkas))
    return Alat(_naskah[0], rantai, orang_kepala)


def alasan(a: Alat, isi: bytes) -> tuple[str, ...]:
    return putuskan(isi, a.naskah, [a.rantai.akar.der], frozenset(), datetime.now(UTC)).semua_alasan


@pytest.mark.parametrize("nama", BENAR)
def test_signed_elsewhere_and_nothing_else_is_taken(alat: Alat, nama: str) -> None:
    putusan = putuskan(BENAR[nama](alat), alat.naskah, [alat.rantai.akar.der], frozenset(), datetime.now(UTC))
    assert (putusan.semua_alasan, putusan.tepercaya) == ((), True)
    assert putusan.tanda is not None
    assert putusan.tanda.tingkat == ("B-T" if "bercap" in nama else "B-B")


@pytest.mark.parametrize("samar", [False, True], ids=["sendiri", "bersama-tanda-tangan"])
@pytest.mark.parametrize("nama", sorted(set(SERANGAN) - DILUAR_BATAS))
def test_tampered_file_is_refused(alat: Alat, nama: str, samar: bool) -> None:
    a = replace(alat, samar=samar)
    putusan = putuskan(SERANGAN[nama](a), a.naskah, [a.rantai.akar.der], frozenset(), datetime.now(UTC))
    assert putusan.tanda is None
    assert len(putusan.alasan) == 1
    assert putusan.alasan[0].endswith(".")


@pytest.mark.parametrize("nama", sorted(DILUAR_BATAS))
def test_what_eats_time_or_memory_is_stopped(alat: Alat, nama: str) -> None:
    """By the program's own limits, which the test states."""
    assert (pemeriksa.MEMORI, pemeriksa.DETIK) == (512 * 1024 * 1024, 10)
    putusan = periksa(SERANGAN[nama](alat), alat.naskah, Akar())
    assert putusan.tanda is None
    assert putusan.alasan[0] in (TERLALU_BERAT, "Tanda tangan dalam PDF ini tidak dapat dibaca.")


def test_who_and_when_stand_beside_the_bytes(alat: Alat) -> None:
    r = alat.rantai
    for orang, kata in (
        (r.terbitkan("Orang Lain"), "atas nama Orang Lain, bukan Kepala"),
        (r.terbitkan("Kepala", mulai=-30, hari=10), "tidak berlaku saat dipakai"),
        (r.terbitkan("Kepala", guna=False), "tidak diterbitkan untuk menandatangani"),
    ):
        a = replace(alat, orang=orang)
        assert kata in " ".join(alasan(a, BENAR["di_tempatnya"](a)))
    lain = putuskan(
        BENAR["di_tempatnya"](alat), alat.naskah, [r.terbitkan("Akar Lain").der], frozenset(), datetime.now(UTC)
    )
    assert (lain.alasan, lain.semua_alasan) == ((), (RANTAI,))


# --- manage.py periksa_tanda_tangan --------------------------------------------------------------------


@pytest.fixture
def perintah(tmp_path: Path, alat: Alat) -> Callable[..., dict[str, Any]]:
    """What the command answers, with `kode` it ends with."""
    akar, naskah = tmp_path / "akar", tmp_path / "naskah.pdf"
    akar.mkdir()
    (akar / "akar.pem").write_bytes(alat.rantai.akar.pem)
    naskah.write_bytes(alat.naskah)

    def jalankan(isi: bytes, *, folder: Path | None = akar, asal: bytes | None = None) -> dict[str, Any]:
        berkas, keluar, kode = tmp_path / "berkas.pdf", StringIO(), 1
        berkas.write_bytes(isi)
        naskah.write_bytes(asal or alat.naskah)
        pilihan = [f"--akar={folder}"] if folder else []
        with suppress(SystemExit):
            call_command("periksa_tanda_tangan", str(berkas), f"--naskah={naskah}", "--json", *pilihan, stdout=keluar)
            kode = 0
        return {**json.loads(keluar.getvalue()), "kode": kode}

    return jalankan


def test_command_takes_what_is_right(perintah: Callable[..., dict[str, Any]], alat: Alat) -> None:
    for buat in BENAR.values():
        hasil = perintah(buat(alat))
        assert (hasil["sah"], hasil["tepercaya"], hasil["alasan"], hasil["kode"]) == (True, True, [], 0)
        assert hasil["penanda"]["nama"] == "KEPALA, S.S., M.Hum."
    tanpa = perintah(BENAR["di_tempatnya"](alat), folder=None)
    assert (tanpa["sah"], tanpa["tepercaya"], tanpa["kode"]) == (True, False, 0)
    assert tanpa["alasan"][0].startswith("Belum tepercaya")


def test_command_takes_what_was_signed_in_the_app(perintah: Callable[..., dict[str, Any]], sah: DokumenSah) -> None:
    hasil = perintah(baca_isi(sah.berkas), asal=baca_isi(sah.siap.berkas))
    assert (hasil["sah"], hasil["tepercaya"], hasil["alasan"], hasil["kode"]) == (True, True, [], 0)


def test_command_refuses_all_that_was_tampered_with(perintah: Callable[..., dict[str, Any]], alat: Alat) -> None:
    for nama, buat in SERANGAN.items():
        hasil = perintah(buat(alat))
        assert (nama, hasil["sah"], hasil["tepercaya"], hasil["penanda"], hasil["kode"]) == (
            nama,
            False,
            False,
            None,
            1,
        )
        assert hasil["alasan"]


def test_command_tells_bad_usage(tmp_path: Path, settings: Settings) -> None:
    with pytest.raises(CommandError, match="tidak dapat dibaca") as galat:
        call_command("periksa_tanda_tangan", "/tidak/ada", "--naskah=/tidak/ada")
    assert galat.value.returncode == 2
    with pytest.raises(CommandError, match="tidak ada"):
        call_command("periksa_tanda_tangan", "x", "--naskah=x", f"--akar={tmp_path / 'tiada'}")
