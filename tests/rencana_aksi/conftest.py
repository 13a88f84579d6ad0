"""Fixtures of the plan's tests."""

import pytest

from tests.pabrik import Kantor, buka_perubahan, jadikan_draf


@pytest.fixture
def terbuka(kantor: Kantor) -> Kantor:
    """The office with its plan open to be edited: a first plan, before any SK."""
    return jadikan_draf(kantor)


@pytest.fixture
def draf(kantor: Kantor) -> Kantor:
    """The draft of a perubahan of the office's plan, which stays in force."""
    return buka_perubahan(kantor)
