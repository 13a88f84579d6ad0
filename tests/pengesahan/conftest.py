"""A frozen version to sign, and certificates made once per run."""

from collections.abc import Callable
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from pytest_django import Settings

from rencana_aksi.domain.bekukan import bekukan
from rencana_aksi.models import VersiRencana
from tests.pabrik import Kantor
from tests.pengesahan.pki import Orang, Rantai, buat_rantai
from zona.pengesahan.domain.tanda_tangan import tanda_tangani
from zona.pengesahan.models import DokumenSah


@pytest.fixture(autouse=True)
def simpanan(settings: Settings, tmp_path: Path) -> None:
    settings.DATA = tmp_path / "data"


@pytest.fixture(scope="session")
def rantai() -> Rantai:
    return buat_rantai()


@pytest.fixture(scope="session")
def orang_kepala(rantai: Rantai) -> Orang:
    return rantai.terbitkan("KEPALA, S.S., M.Hum.")


@pytest.fixture(scope="session")
def p12(rantai: Rantai, orang_kepala: Orang) -> bytes:
    return rantai.p12(orang_kepala)


@pytest.fixture
def versi(kantor: Kantor) -> VersiRencana:
    beku = bekukan(rencana=kantor.rencana, oleh=kantor.orang["kepala"])
    beku.rencana = kantor.rencana
    return beku


@pytest.fixture
def sah(kantor: Kantor, versi: VersiRencana, p12: bytes) -> DokumenSah:
    from tests.pengesahan.pki import SANDI

    return tanda_tangani(versi=versi, isi=p12, sandi=SANDI, alasan="Menetapkan", oleh=kantor.orang["kepala"])


def unggahan(isi: bytes, nama: str = "kepala.p12") -> SimpleUploadedFile:
    return SimpleUploadedFile(nama, isi)


Buka = Callable[..., object]
