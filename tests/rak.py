"""The shelves evidence may lie on: a folder of each test, or S3 as moto's server plays it on this machine.

A test marked `dua_rak` runs on both; `cakram` beside it says that it is about the disk itself."""

import os
import shutil
import socket
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from uuid import uuid4

import boto3
import pytest
from django.core.files import File
from django.core.files.storage import FileSystemStorage, default_storage

from tests.sabar import hentikan, mulai, tunggu
from zona import settings as setelan

KUNCI = {"AWS_ACCESS_KEY_ID": "uji", "AWS_SECRET_ACCESS_KEY": "uji", "AWS_DEFAULT_REGION": "us-east-1"}


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    tanda = {m.name for m in metafunc.definition.iter_markers()}
    if "dua_rak" in tanda and "cakram" not in tanda:
        metafunc.parametrize("rak_berkas", ["cakram", pytest.param("s3", marks=pytest.mark.s3)], indirect=True)


@pytest.fixture(scope="session")
def peladen_s3(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """moto's server in a process of its own; gives its address."""
    with socket.socket() as soket:
        soket.bind(("127.0.0.1", 0))
        pintu = soket.getsockname()[1]
    catatan = tmp_path_factory.mktemp("s3") / "moto.log"
    perintah = [sys.executable, "-m", "moto.server", "-H", "127.0.0.1", "-p", str(pintu)]
    with catatan.open("w") as isi:
        proses = mulai(perintah, stdout=isi, stderr=isi, env={**os.environ, **KUNCI})

    def hidup() -> bool:
        assert proses.poll() is None, catatan.read_text()
        with socket.socket() as coba:
            return coba.connect_ex(("127.0.0.1", pintu)) == 0

    try:
        tunggu(hidup, "peladen S3 menjawab")
        yield f"http://127.0.0.1:{pintu}"
    finally:
        hentikan(proses)


@pytest.fixture
def rak_berkas(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> dict[str, Any]:
    """STORAGES["default"] of one test: an empty shelf."""
    if getattr(request, "param", "cakram") == "cakram":
        lokasi = {"location": tmp_path / "berkas"}
        return {"BACKEND": "django.core.files.storage.FileSystemStorage", "OPTIONS": lokasi}
    alamat, ember = request.getfixturevalue("peladen_s3"), f"uji-{uuid4().hex}"
    for nama, nilai in {**KUNCI, "S3_ENDPOINT_URL": alamat, "NO_PROXY": "127.0.0.1"}.items():
        monkeypatch.setenv(nama, nilai)
    monkeypatch.setattr(setelan, "S3_BUCKET", ember)
    klien = boto3.client("s3", endpoint_url=alamat)
    klien.create_bucket(Bucket=ember)
    klien.close()
    return setelan._s3()


def di_rak(folder: str = "") -> dict[str, bytes]:
    """Everything that lies on the shelf, by its key."""
    hasil: dict[str, bytes] = {}
    try:
        sub, berkas = default_storage.listdir(folder)
    except FileNotFoundError:
        return hasil
    for nama in berkas:
        with default_storage.open(f"{folder}/{nama}".lstrip("/")) as isi:
            hasil[f"{folder}/{nama}".lstrip("/")] = isi.read()
    for nama in sub:
        hasil |= di_rak(f"{folder}/{nama}".lstrip("/"))
    return hasil


def isi_rak(folder: Path) -> None:
    """Put everything of a folder on the shelf, under the same keys."""
    if isinstance(default_storage, FileSystemStorage):
        shutil.copytree(folder, default_storage.path(""), dirs_exist_ok=True)
        return
    for berkas in sorted(p for p in folder.rglob("*") if p.is_file()):
        with berkas.open("rb") as isi:
            default_storage.save(berkas.relative_to(folder).as_posix(), File(isi))
