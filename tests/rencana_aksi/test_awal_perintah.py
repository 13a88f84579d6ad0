"""manage.py buat_rencana."""

import json
import os
import subprocess
import sys
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.core.management import CommandError, call_command

from pengungkit.domain.instrumen import muat_instrumen
from rencana_aksi.domain.awal import naskah_awal
from rencana_aksi.models import Rencana, RencanaKerja
from tests.pengungkit.bantu import P52, P90
from zona.inti.models import Jejak
from zona.organisasi.models import Satker


@pytest.fixture
def satker(db: None) -> Satker:
    muat_instrumen(berkas=[P90, P52])
    return Satker.objects.create(kode="BARU", nama="Kantor Baru")


def jalankan(dari: str, *lain: str, tahun: int = 2026) -> str:
    keluaran = StringIO()
    call_command("buat_rencana", "--satker", "baru", "--tahun", str(tahun), "--dari", dari, *lain, stdout=keluaran)
    return keluaran.getvalue()


def objek(dari: str, *lain: str, tahun: int = 2026) -> dict[str, Any]:
    return json.loads(jalankan(dari, *lain, "--json", tahun=tahun))


def test_starter_of_the_instrument_in_force(satker: Satker) -> None:
    naskah = naskah_awal("permenpan-90-2021")
    assert naskah is not None
    aksi = len(list(naskah.semua_aksi()))
    hasil = objek("awal")
    pelaksanaan = hasil.pop("pelaksanaan")
    assert hasil == {
        "satker": "BARU",
        "tahun": 2026,
        "instrumen": "permenpan-90-2021",
        "dari": "awal",
        "status": "draf",
        "versi": 1,
        "pengungkit": 6,
        "rencana_kerja": sum(len(p.kerja) for p in naskah.pengungkit),
        "aksi": aksi,
        "syarat_bukti": sum(len(a.syarat) for _, _, a in naskah.semua_aksi()),
        "tanpa_penanggung_jawab": aksi,
        "berubah": True,
    }
    assert pelaksanaan > aksi


@pytest.mark.parametrize("dari", ["kosong", "awal", "lalu"])
def test_twice_changes_nothing(satker: Satker, dari: str) -> None:
    if dari == "lalu":
        jalankan("awal", tahun=2025)
    pertama = objek(dari)
    sebelum = Rencana.objects.count(), RencanaKerja.objects.count(), Jejak.objects.count()
    assert objek(dari) == {**pertama, "berubah": False}
    assert (Rencana.objects.count(), RencanaKerja.objects.count(), Jejak.objects.count()) == sebelum
    assert "sudah ada, tidak ada yang berubah" in jalankan(dari)


def test_last_year_is_the_newest_in_force_and_is_named(satker: Satker) -> None:
    """A draft made since is not it; without one in force the newest that has a row is."""
    jalankan("awal", tahun=2023)
    jalankan("awal", tahun=2024)
    jalankan("kosong", tahun=2025)
    assert objek("lalu")["dari_tahun"] == 2024
    Rencana.objects.filter(tahun=2026).delete()
    Rencana.objects.filter(tahun=2023).update(status="ditetapkan", nomor_sk="1", tanggal_sk="2023-01-02")
    assert jalankan("lalu").startswith("Rencana BARU 2026 dibuat dari rencana 2023 sebagai draf: 6 pengungkit, ")
    assert "dari rencana 2023" in jalankan("lalu")
    assert "dari_tahun" not in objek("kosong", tahun=2027)


def test_an_empty_source_is_refused(satker: Satker) -> None:
    jalankan("kosong", tahun=2025)
    with pytest.raises(CommandError) as galat:
        jalankan("lalu")
    assert str(galat.value) == "Rencana 2025 belum berisi satu rencana aksi pun; tidak ada yang disalin."
    assert Rencana.objects.count() == 1


def test_words_tell_what_was_made(satker: Satker) -> None:
    assert jalankan("kosong") == (
        "Rencana BARU 2026 dibuat kosong sebagai draf: 6 pengungkit, 0 rencana kerja, 0 rencana aksi, 0 pelaksanaan, "
        "0 syarat bukti.\n"
    )


@pytest.mark.parametrize(
    ("dari", "lain", "pesan"),
    [
        ("kosong", (), "Rencana 2026 sudah ada dan tidak dibuat kosong."),
        ("lalu", (), "Rencana 2026 sudah ada dan tidak dibuat dari rencana tahun lalu."),
        (
            "awal", ("--instrumen", "permenpan-52-2014"),
            "Rencana 2026 sudah ada dan memakai instrumen permenpan-90-2021, bukan permenpan-52-2014.",
        ),
    ],
)  # fmt: skip
def test_a_plan_made_otherwise_is_refused(satker: Satker, dari: str, lain: tuple[str, ...], pesan: str) -> None:
    jalankan("awal")
    with pytest.raises(CommandError) as galat:
        jalankan(dari, *lain)
    assert (str(galat.value), galat.value.returncode) == (pesan, 1)


def test_what_cannot_be_made_is_told_in_a_sentence(satker: Satker) -> None:
    for tahun, dari, lain, pesan in (
        (1999, "awal", (), "Error: argument --tahun: tahun harus 2000 sampai 2100, bukan 1999"),
        (2026, "awal", ("--instrumen", "lama"),
         'Instrumen "lama" belum dimuat; yang ada: permenpan-90-2021, permenpan-52-2014.'),
        (2026, "lalu", (), "Belum ada rencana sebelum tahun 2026 yang dapat disalin."),
    ):  # fmt: skip
        with pytest.raises(CommandError) as galat:
            jalankan(dari, *lain, tahun=tahun)
        assert str(galat.value) == pesan
    with pytest.raises(CommandError) as galat:
        call_command("buat_rencana", "--satker", "entah", "--tahun", "2026", "--dari", "awal")
    assert str(galat.value) == 'Satker "entah" tidak ada.'
    assert Rencana.objects.count() == 0


@pytest.mark.parametrize("argumen", [["--dari", "entah"], ["--tahun", "x", "--dari", "awal"], []])
def test_bad_usage_exits_2(argumen: list[str], tmp_path: Path) -> None:
    hasil = subprocess.run(
        [sys.executable, "manage.py", "buat_rencana", "--satker", "UJI", *argumen],
        cwd=settings.AKAR,
        env={**os.environ, "ZONA_DATA": str(tmp_path)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (hasil.returncode, hasil.stdout) == (2, "")
