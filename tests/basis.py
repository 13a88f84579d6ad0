"""The database beside a data folder: the SQLite file in it, or a database of its own on the PostgreSQL server that
bin/postgresql_uji.py set beside these tests.

DATABASE_URL decides, for the tests' own process and for every other process that works on such a folder."""

import fcntl
import os
import re
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit, urlunsplit
from uuid import uuid4

import psycopg
import pytest
from django.conf import settings
from django.db import connection, connections
from psycopg.sql import SQL, Identifier
from pytest_django import DjangoDbBlocker

from tests.sabar import SABAR

BERKAS = "zona.sqlite3"
PADANAN = "basis-data"
"""The file in a data folder that holds the address of its PostgreSQL database."""
SETELAN = ("ZONA_", "DATABASE_URL", "S3_")

Baris = list[tuple[Any, ...]]


def memakai_postgresql() -> bool:
    return str(settings.DATABASES["default"]["ENGINE"]).endswith("postgresql")


def lingkungan_proses(data: Path) -> dict[str, str]:
    """The environment of another process that works on this folder: nothing of a developer's own settings."""
    bersih = {k: v for k, v in os.environ.items() if not k.startswith(SETELAN)}
    sendiri = {"ZONA_DATA": str(data), "ZONA_HARI_INI": "2023-03-15", "ZONA_SABAR_DOKUMEN": "600"}
    if (padanan := data / PADANAN).exists():
        sendiri["DATABASE_URL"] = padanan.read_text()
    return {**bersih, **sendiri}


def kelola(data: Path, *perintah: str, **lingkungan: str) -> str:
    """What manage.py says in a process of its own on this folder; fails where it does."""
    hasil = subprocess.run(
        [sys.executable, "manage.py", *perintah],
        cwd=settings.AKAR,
        env={**lingkungan_proses(data), **lingkungan},
        capture_output=True,
        text=True,
        check=False,
    )
    assert hasil.returncode == 0, hasil.stderr
    return hasil.stdout


def sekali(pabrik: pytest.TempPathFactory, nama: str, buat: Callable[[Path], None]) -> Path:
    """A folder made by the first who asks, for all workers of this run. Only for reading."""
    akar = pabrik.getbasetemp()
    if "PYTEST_XDIST_WORKER" in os.environ:
        akar = akar.parent
    folder, setengah = akar / nama, akar / f"{nama}.setengah"
    with (akar / f"{nama}.kunci").open("w") as kunci:
        fcntl.flock(kunci, fcntl.LOCK_EX)
        if not folder.exists():
            buat(setengah)
            if (sqlite := setengah / BERKAS).exists():  # one file, without -wal and -shm beside it
                with closing(sqlite3.connect(sqlite)) as basis:
                    basis.execute("PRAGMA journal_mode=DELETE")
            setengah.rename(folder)
    return folder


@pytest.fixture(scope="session")
def gudang_kosong(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder with every table and no row: migrated once per run."""

    def buat(data: Path) -> None:
        data.mkdir()
        if memakai_postgresql():
            _buat_basis(data, "template1")
        kelola(data, "migrate", "--verbosity=0")

    return sekali(tmp_path_factory, "kosong", buat)


@pytest.fixture(scope="session")
def django_db_setup(
    gudang_kosong: Path,
    tmp_path_factory: pytest.TempPathFactory,
    django_test_environment: None,
    django_db_blocker: DjangoDbBlocker,
) -> Iterator[None]:
    """The database of this process' tests: a copy of the migrated one, instead of migrating once more."""
    with salinan(gudang_kosong, tmp_path_factory.mktemp("uji") / "data") as data:
        connection.settings_dict["NAME"] = (
            _nama(data) if memakai_postgresql() else connection.creation._get_test_db_name()
        )
        if not memakai_postgresql():
            with django_db_blocker.unblock(), closing(sqlite3.connect(data / BERKAS)) as sumber:
                connection.ensure_connection()
                sumber.backup(connection.connection)
        yield
        with django_db_blocker.unblock():
            connections.close_all()


def _perintah(kueri: str) -> None:
    """To the server itself; our own words."""
    with psycopg.connect(os.environ["DATABASE_URL"], autocommit=True) as sambungan:
        sambungan.execute(kueri.encode())


def _buat_basis(data: Path, pola: str) -> None:
    nama = f"data_{uuid4().hex}"
    _perintah(f"CREATE DATABASE {nama} TEMPLATE {pola}")
    (data / PADANAN).write_text(urlunsplit(urlsplit(os.environ["DATABASE_URL"])._replace(path=f"/{nama}")))


def _nama(data: Path) -> str:
    return urlsplit((data / PADANAN).read_text()).path.removeprefix("/")


def jadikan_salinan(asal: Path, tujuan: Path) -> None:
    """A data folder like another on which nobody works, with a database of its own."""
    shutil.copytree(asal, tujuan)
    if memakai_postgresql():
        _buat_basis(tujuan, _nama(asal))


@contextmanager
def salinan(asal: Path, tujuan: Path) -> Iterator[Path]:
    """The same for as long as it is used."""
    jadikan_salinan(asal, tujuan)
    try:
        yield tujuan
    finally:
        if memakai_postgresql():
            _perintah(f"DROP DATABASE {_nama(tujuan)} WITH (FORCE)")


def di_basis(data: Path, kueri: str, *nilai: Any) -> Baris:
    """One statement with `?` for its values, committed; the rows it gives."""
    if (padanan := data / PADANAN).exists():
        with psycopg.connect(padanan.read_text()) as postgresql:
            kursor = postgresql.execute(kueri.replace("%", "%%").replace("?", "%s").encode(), nilai)
            return kursor.fetchall() if kursor.description else []
    with closing(sqlite3.connect(data / BERKAS, timeout=SABAR)) as sqlite, sqlite:
        sqlite.create_function("REGEXP", 2, lambda pola, teks: re.search(pola, teks) is not None)  # as Django does
        return sqlite.execute(kueri, nilai).fetchall()


@dataclass(frozen=True)
class Tabel:
    """The rows of one table: tuples of SQLite, or what COPY of PostgreSQL gives."""

    kolom: list[str]
    isi: Any


def baca_tabel(data: Path, tabel: Sequence[str]) -> dict[str, Tabel]:
    """All rows of these tables in the database of a data folder."""
    hasil = {}
    if (padanan := data / PADANAN).exists():
        with psycopg.connect(padanan.read_text()) as postgresql, postgresql.cursor() as kursor:
            for satu in map(Identifier, tabel):
                kolom = kursor.execute(SQL("SELECT * FROM {} LIMIT 0").format(satu)).description or []
                with kursor.copy(SQL("COPY {} TO STDOUT").format(satu)) as salin:
                    isi = b"".join(bytes(bagian) for bagian in salin)
                hasil[satu.as_string().strip('"')] = Tabel([k.name for k in kolom], isi)
        return hasil
    with closing(sqlite3.connect(f"file:{data / BERKAS}?immutable=1", uri=True)) as sqlite:
        for satu in tabel:
            baris = sqlite.execute(f'SELECT * FROM "{satu}"')  # noqa: S608  (our own tables)
            hasil[satu] = Tabel([k[0] for k in baris.description], baris.fetchall())
    return hasil


def isi_tabel(tabel: dict[str, Tabel]) -> None:
    """Put these rows into the test's own database, keys and all."""
    with connection.cursor() as kursor:
        for nama, satu in tabel.items():
            kolom = ", ".join(map(connection.ops.quote_name, satu.kolom))
            if connection.vendor == "sqlite":
                isian = ", ".join("%s" for _ in satu.kolom)
                kursor.executemany(f'INSERT INTO "{nama}" ({kolom}) VALUES ({isian})', satu.isi)  # noqa: S608
            elif satu.isi:
                with kursor.copy(f'COPY "{nama}" ({kolom}) FROM STDIN') as salin:
                    salin.write(satu.isi)
        if connection.vendor == "postgresql":
            # The next row of each table comes after those that brought their own keys.
            for nama, satu in tabel.items():
                if satu.isi and "id" in satu.kolom:
                    kursor.execute(
                        f"SELECT setval(pg_get_serial_sequence('\"{nama}\"', 'id'), max(id)) FROM \"{nama}\""  # noqa: S608
                    )


def tolak_baris_baru(tabel: str) -> None:
    """Until this test ends the database refuses new rows of the table, with an IntegrityError that says "gagal"."""
    sqlite = [f"CREATE TRIGGER gagal BEFORE INSERT ON {tabel} BEGIN SELECT RAISE(ABORT, 'gagal'); END"]
    postgresql = [
        "CREATE FUNCTION gagal() RETURNS trigger AS $$ BEGIN RAISE EXCEPTION 'gagal' USING ERRCODE = '23000'; END $$"
        " LANGUAGE plpgsql",
        f"CREATE TRIGGER gagal BEFORE INSERT ON {tabel} FOR EACH ROW EXECUTE FUNCTION gagal()",
    ]
    with connection.cursor() as kursor:
        for perintah in sqlite if connection.vendor == "sqlite" else postgresql:
            kursor.execute(perintah)
