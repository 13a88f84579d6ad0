"""An instrument that knows conditions of a proposal."""

import pytest

from pengungkit.models import Instrumen
from tests.pabrik import Kantor


@pytest.fixture
def instrumen(kantor: Kantor) -> None:
    sakip = {"sakip": {"wbk": "B", "wbbm": "BB"}}
    Instrumen.objects.update(syarat_pengusulan={"batas_usulan": "31 Mei", "instansi": sakip})
    kantor.rencana.refresh_from_db()
