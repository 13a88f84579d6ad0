"""Documents drawn once for all tests of a process: the same page, sheets and files inside are the same bytes
(tests/inti/test_pdf.py holds that), and drawing is most of what such a test costs."""

import hashlib
from collections.abc import Iterable, Iterator
from contextlib import contextmanager

import pytest

from zona.dokumen.exports import rencana_pdf
from zona.inti.pdf import Lampiran, tulis_pdf

TERGAMBAR: dict[bytes, bytes] = {}


@contextmanager
def gambar_sekali() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as tambal:
        tambal.setattr(rencana_pdf, "tulis_pdf", _tulis)
        yield


def _tulis(html: str, *gaya: str, lampiran: Iterable[Lampiran] = (), ua: bool = False) -> bytes:
    lampiran = tuple(lampiran)
    kunci = hashlib.sha256(repr((html, gaya, lampiran, ua)).encode()).digest()
    if kunci not in TERGAMBAR:
        TERGAMBAR[kunci] = tulis_pdf(html, *gaya, lampiran=lampiran, ua=ua)
    return TERGAMBAR[kunci]
