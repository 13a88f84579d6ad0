"""Where letters go and what they point to, from the environment."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
from django.conf import settings

from tests.basis import lingkungan_proses

NAMA = ("ZONA_ALAMAT_LAMAN", "DEFAULT_FROM_EMAIL", "EMAIL_BACKEND", "EMAIL_HOST", "EMAIL_PORT", "EMAIL_USE_TLS")
PRODUKSI = {"ZONA_PRODUKSI": "1", "ZONA_KUNCI_RAHASIA": "x" * 60, "ZONA_HOST": ".zi.contoh.go.id,localhost"}


def setelan(data: Path, **lingkungan: str) -> subprocess.CompletedProcess[str]:
    """The settings of a process that starts with this environment, as JSON."""
    kode = f"import json; from zona import settings as s; print(json.dumps([getattr(s, n) for n in {NAMA!r}]))"
    dasar = {k: v for k, v in lingkungan_proses(data).items() if k not in ("EMAIL_URL", "ZONA_HARI_INI")}
    return subprocess.run(
        [sys.executable, "-c", kode],
        cwd=settings.AKAR,
        env={**dasar, **lingkungan},
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.parametrize(
    ("lingkungan", "nilai"),
    [
        ({}, ["http://127.0.0.1:8000", "Zona <zona@127.0.0.1>", "console", "localhost", 25, False]),
        (
            {"ZONA_ALAMAT": "0.0.0.0:8612"},
            ["http://127.0.0.1:8612", "Zona <zona@127.0.0.1>", "console", "localhost", 25, False],
        ),
        (
            {"ZONA_ALAMAT": "unix:/run/zona.sock"},
            ["http://127.0.0.1:8000", "Zona <zona@127.0.0.1>", "console", "localhost", 25, False],
        ),
        (PRODUKSI, ["https://zi.contoh.go.id", "Zona <zona@zi.contoh.go.id>", "smtp", "localhost", 25, False]),
        (
            {
                "ZONA_ALAMAT_LAMAN": "https://zona.contoh.go.id/",
                "ZONA_SURAT_DARI": "ZI <zi@contoh.go.id>",
                "EMAIL_URL": "submission://zi:s%40ndi@surat.contoh.go.id",
            },
            ["https://zona.contoh.go.id", "ZI <zi@contoh.go.id>", "smtp", "surat.contoh.go.id", 587, True],
        ),
    ],
)
def test_mail_settings(tmp_path: Path, lingkungan: dict[str, str], nilai: list[object]) -> None:
    hasil = setelan(tmp_path, **lingkungan)
    assert hasil.returncode == 0, hasil.stderr
    alamat, dari, jenis, *lain = json.loads(hasil.stdout)
    assert [alamat, dari, jenis.split(".")[-2], *lain] == nilai


def test_unknown_kind_of_mail_server_stops_at_start(tmp_path: Path) -> None:
    hasil = setelan(tmp_path, EMAIL_URL="surel://surat.contoh.go.id")
    assert hasil.returncode == 1
    assert "EMAIL_URL harus berawalan submission://, smtp://, console://, atau file://." in hasil.stderr
