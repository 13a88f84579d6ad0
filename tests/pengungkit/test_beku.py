"""The plain form of an instrument gives the same score structure as its tables, before and after JSON."""

import json

import pytest

from pengungkit.beku import isi_isian, isian_dari, sidik, struktur_dari
from pengungkit.domain.instrumen import muat_instrumen
from pengungkit.models import Instrumen
from pengungkit.queries import naskah_instrumen, struktur
from pengungkit.struktur import Isian
from tests.pengungkit.bantu import P52, P90


@pytest.mark.django_db
def test_text_gives_the_same_structure_as_the_tables() -> None:
    muat_instrumen(berkas=[P52, P90])
    for instrumen in Instrumen.objects.all():
        naskah = naskah_instrumen(instrumen)
        assert struktur_dari(naskah) == struktur(instrumen) == struktur_dari(json.loads(json.dumps(naskah)))
        assert sidik(naskah) == sidik(json.loads(json.dumps(naskah)))


@pytest.mark.parametrize("isian", [Isian(pilihan="A"), Isian(masukan={"b1": 3}), Isian()])
def test_answer_survives_json(isian: Isian) -> None:
    assert isian_dari(json.loads(json.dumps(isi_isian(isian)))) == isian
