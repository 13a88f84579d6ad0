"""Fixtures of the plan's tests."""

import pytest

from rencana_aksi.domain.hidup_rencana import mulai_perubahan
from tests.pabrik import Kantor


@pytest.fixture
def terbuka(kantor: Kantor) -> Kantor:
    """The office with its plan open for perubahan."""
    mulai_perubahan(rencana=kantor.rencana, alasan="Uji", oleh=None)
    return kantor
