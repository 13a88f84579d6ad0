"""The demo office for tests: made once per run by the commands themselves, then copied.

def test_x(contoh: Contoh, klien): …      its rows in the test's own database, gone after it, and its files in the
                                          test's storage. Not together with `kantor`.
def test_y(data_contoh: Path): …          a ZONA_DATA folder of one's own, for a server or command in another process
def test_z(gudang_contoh: Path): …        the one all copies are made of; only for reading
"""

import fcntl
import os
import shutil
import sqlite3
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest
from django.apps import apps
from django.conf import settings
from django.db import connection

from rencana_aksi.models import Rencana
from tests.rak import isi_rak
from zona.organisasi.models import Pengguna, Satker

RUANG = ("inti", "organisasi", "pengungkit", "rencana_aksi", "bukti_fisik", "dokumen", "surat", "tahapan")
BASIS = "zona.sqlite3"
SETELAN = ("ZONA_", "DATABASE_URL", "S3_")


@dataclass
class Contoh:
    """`orang` by username: kepala, ketua, koordinator-1 … penilai, admin, and the rest of the roster."""

    satker: Satker
    rencana: Rencana
    orang: dict[str, Pengguna]

    def alamat(self, ekor: str = "") -> str:
        """/kbntb/2023/<ekor>"""
        return f"/{self.satker.slug}/{self.rencana.tahun}/{ekor}"


def lingkungan_proses(data: Path) -> dict[str, str]:
    """The environment of another process that works on this folder: nothing of a developer's own settings."""
    bersih = {k: v for k, v in os.environ.items() if not k.startswith(SETELAN)}
    return {**bersih, "ZONA_DATA": str(data), "ZONA_HARI_INI": "2023-03-15", "ZONA_SABAR_DOKUMEN": "60"}


@pytest.fixture(scope="session")
def gudang_contoh(tmp_path_factory: pytest.TempPathFactory) -> Path:
    akar = tmp_path_factory.getbasetemp()
    if "PYTEST_XDIST_WORKER" in os.environ:
        akar = akar.parent  # shared by the workers of this run
    gudang = akar / "contoh"
    with (akar / "contoh.kunci").open("w") as kunci:
        fcntl.flock(kunci, fcntl.LOCK_EX)
        if not gudang.exists():
            _buat(akar / "contoh.setengah").rename(gudang)
    return gudang


def _buat(data: Path) -> Path:
    data.mkdir()
    for perintah in ("migrate", "muat_contoh"):
        hasil = subprocess.run(
            [sys.executable, "manage.py", perintah],
            cwd=settings.AKAR,
            env=lingkungan_proses(data),
            capture_output=True,
            text=True,
            check=False,
        )
        assert hasil.returncode == 0, hasil.stderr
    basis = sqlite3.connect(data / BASIS)
    basis.execute("PRAGMA journal_mode=DELETE")  # one file, without -wal and -shm beside it
    basis.close()
    return data


@pytest.fixture
def data_contoh(gudang_contoh: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(gudang_contoh, tmp_path / "data-contoh"))


@pytest.fixture
def contoh(db: None, lingkungan: None, gudang_contoh: Path) -> Contoh:
    _salin_baris(gudang_contoh / BASIS)
    isi_rak(gudang_contoh / "berkas")
    satker = Satker.objects.get(kode="KBNTB")
    rencana = Rencana.objects.select_related("satker", "instrumen").get(satker=satker, tahun=2023)
    return Contoh(satker, rencana, {p.username: p for p in Pengguna.objects.all()})


def _salin_baris(berkas: Path) -> None:
    sumber = sqlite3.connect(f"file:{berkas}?immutable=1", uri=True)
    nama = connection.ops.quote_name
    tabel = [m._meta.db_table for r in RUANG for m in apps.get_app_config(r).get_models(include_auto_created=True)]
    with connection.cursor() as kursor:
        for satu in tabel:
            baris = sumber.execute(f"SELECT * FROM {nama(satu)}")  # noqa: S608  (our own tables)
            kolom = ", ".join(nama(k[0]) for k in baris.description)
            isian = ", ".join("%s" for _ in baris.description)
            kursor.executemany(f"INSERT INTO {nama(satu)} ({kolom}) VALUES ({isian})", baris.fetchall())  # noqa: S608
    sumber.close()
