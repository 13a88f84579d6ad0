"""The laws of the pins: names, versions and hashes only, all three files of one mind, a reason for each dependency."""

import hashlib
import re
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

AKAR = Path(__file__).resolve().parent.parent
PIN = ["requirements.txt", "requirements-produksi.txt", "requirements-dev.txt"]
PYTHON = ["3.11", "3.12", "3.13"]
"""Of Debian 12, Ubuntu 24.04 and Debian 13; all of them have glibc 2.36 or newer."""
PROYEK = tomllib.loads((AKAR / "pyproject.toml").read_text())["project"]


def baca_pin(nama: str) -> dict[str, set[str]]:
    """{"name==version": hashes}; any line that is neither a name with its version nor a hash is an error."""
    pin: dict[str, set[str]] = {}
    paket = ""
    for nomor, baris in enumerate((AKAR / nama).read_text().splitlines(), 1):
        if cocok := re.fullmatch(r"([a-z0-9-]+==[0-9][0-9a-z.]*) \\", baris):
            paket = cocok[1]
            pin[paket] = set()
        elif cocok := re.fullmatch(r"    --hash=sha256:([0-9a-f]{64})(?: \\)?", baris):
            pin[paket].add(cocok[1])
        else:
            pytest.fail(f"{nama}:{nomor} is neither a pin nor a hash: {baris}")
    return pin


@pytest.mark.parametrize("nama", PIN)
def test_pin_files_hold_names_versions_and_hashes_only(nama: str) -> None:
    pin = baca_pin(nama)
    assert pin
    assert {paket for paket, sidik in pin.items() if not sidik} == set()


def test_pin_files_agree_and_dev_holds_all() -> None:
    run, produksi, dev = (baca_pin(nama) for nama in PIN)
    assert run.items() <= produksi.items() <= dev.items()


@pytest.mark.parametrize(
    ("berkas", "kelompok"),
    [(PIN[0], []), (PIN[1], ["produksi"]), (PIN[2], ["produksi", "dev"])],
)
def test_pin_files_satisfy_pyproject(berkas: str, kelompok: list[str]) -> None:
    pin = dict(paket.split("==") for paket in baca_pin(berkas))
    diminta = [*PROYEK["dependencies"], *(d for nama in kelompok for d in PROYEK["optional-dependencies"][nama])]
    for teks in diminta:
        syarat = Requirement(teks)
        assert syarat.specifier.contains(pin[canonicalize_name(syarat.name)]), teks


def test_pins_were_resolved_for_every_machine_we_name() -> None:
    """By `bin/pin`, from wheels alone; whoever changes a pin file by hand has not asked, and this fails."""
    baris = (AKAR / "requirements.periksa").read_text().splitlines()
    sidik = [f"{hashlib.sha256((AKAR / nama).read_bytes()).hexdigest()}  {nama}" for nama in PIN]
    mesin = [f"{python} {prosesor}-manylinux_2_36" for python in PYTHON for prosesor in ("x86_64", "aarch64")]
    assert baris == [*sidik, *mesin]


def test_every_dependency_has_its_reason_beside_it() -> None:
    tabel = (AKAR / "pyproject.toml").read_text().split("\n[tool.")[0]
    baris = [b for b in tabel.splitlines() if re.match(r'\s+"[A-Za-z]', b)]
    assert len(baris) == len(PROYEK["dependencies"]) + sum(map(len, PROYEK["optional-dependencies"].values()))
    assert [b for b in baris if not re.search(r'",\s+# \S.{6,}$', b)] == []
