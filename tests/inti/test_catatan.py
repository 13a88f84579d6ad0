"""The log: a refusal is one line, a fault has its traceback."""

import logging
from collections.abc import Callable

import pytest

from tests.bantuan import Klien
from tests.pabrik import Kantor
from zona.inti.catatan import TanpaJejakTolakan


def test_refusal_is_one_line_in_the_log(
    klien: Callable[..., Klien], kantor: Kantor, anggota, settings, caplog: pytest.LogCaptureFixture
) -> None:
    assert settings.LOGGING["handlers"]["layar"]["filters"] == ["tolakan"]
    caplog.handler.addFilter(TanpaJejakTolakan())
    assert klien(anggota).get(kantor.alamat("rencana/sunting/")).status_code == 403
    assert klien(anggota).get(kantor.alamat("rencana/aksi/0/")).status_code == 404
    dicatat = [r for r in caplog.records if r.name == "django.request"]
    assert [r.levelname for r in dicatat] == ["WARNING", "WARNING"]
    assert [r.exc_info for r in dicatat] == [None, None]


def test_fault_keeps_its_traceback() -> None:
    galat = ZeroDivisionError("1 / 0")
    catatan = logging.LogRecord("x", logging.ERROR, __file__, 1, "", (), (type(galat), galat, None))
    assert TanpaJejakTolakan().filter(catatan)
    assert catatan.exc_info
