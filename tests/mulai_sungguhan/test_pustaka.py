"""What the pins of run time do not bring is hidden; every module still loads. Without network, in seconds."""

import re
import subprocess
import sys
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest
from django.conf import settings
from packaging.utils import canonicalize_name

from tests.basis import lingkungan_proses

IMPOR = Path(__file__).with_name("impor.py")
MILIK = packages_distributions()


def tersemat(berkas: str) -> set[str]:
    return set(re.findall(r"(?m)^([a-z0-9-]+)==", (settings.AKAR / berkas).read_text()))


def tanpa(pin: set[str], data: Path) -> tuple[int, list[str]]:
    """Exit code and lines of the import with every module hidden that no distribution of `pin` brings."""
    tutup = [m for m, asal in MILIK.items() if not pin & {canonicalize_name(a) for a in asal}]
    perintah = [sys.executable, str(IMPOR), *tutup]
    lingkungan = lingkungan_proses(data)
    hasil = subprocess.run(perintah, cwd=settings.AKAR, env=lingkungan, capture_output=True, text=True, check=False)
    return hasil.returncode, hasil.stdout.splitlines()


def test_run_time_code_loads_with_run_time_pins_alone(tmp_path: Path) -> None:
    kode, baris = tanpa(tersemat("requirements.txt"), tmp_path)
    assert (kode, len(baris)) == (0, 1), baris
    assert int(baris[0].removesuffix(" modul")) > 500


@pytest.mark.parametrize("nama", ["aiohttp", "openpyxl", "pyhanko-certvalidator"])
def test_a_run_time_pin_taken_away_is_found(tmp_path: Path, nama: str) -> None:
    """aiohttp is nowhere in our code: pyHanko asks for it."""
    kode, baris = tanpa(tersemat("requirements.txt") - {nama}, tmp_path)
    modul = next(m for m, asal in MILIK.items() if nama in {canonicalize_name(a) for a in asal})
    assert kode == 1
    assert [b for b in baris if f"No module named '{modul}" in b] != []
