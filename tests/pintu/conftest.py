"""A door to the office UJI: buka_pintu(kode="", …) gives it and its address."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from tests.pabrik import HARI_INI, Kantor
from zona.pintu.domain.pintu import buat_pintu
from zona.pintu.models import Pintu

BukaPintu = Callable[..., tuple[Pintu, str]]


@pytest.fixture
def pintu_baru(kantor: Kantor) -> BukaPintu:
    def buat(**ganti: Any) -> tuple[Pintu, str]:
        isi = {"nama": "Tim Penilai", "berakhir": date(2023, 6, 30), "kode": "", "hanya_diterima": True} | ganti
        pintu, rahasia = buat_pintu(rencana=kantor.rencana, hari_ini=HARI_INI, oleh=kantor.orang["ketua"], **isi)
        return pintu, f"/pintu/{rahasia}/"

    return buat
