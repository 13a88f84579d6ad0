"""One office's day, with the letters sent as after a commit."""

from collections.abc import Iterator
from datetime import date

import pytest
from pytest_django import DjangoCaptureOnCommitCallbacks

from tests.kabar.bantu import Jalankan, SuratPutus, SuratRusak, beri_posel
from tests.pabrik import HARI_INI, Kantor
from zona.kabar.domain.ingatkan import Hasil, ingatkan
from zona.kabar.domain.kirim import Pengantar
from zona.organisasi.models import Satker


@pytest.fixture
def jalankan(kantor: Kantor, django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks) -> Jalankan:
    """jalankan(hari=HARI_INI, kode="UJI"): `ingatkan` for that office and day. Everyone has an address."""
    beri_posel()

    def putar(hari: date = HARI_INI, kode: str = "UJI") -> Hasil:
        with django_capture_on_commit_callbacks(execute=True):
            return ingatkan(satker=Satker.objects.get(kode=kode), hari=hari, pengantar=Pengantar(), oleh=None)

    return putar


@pytest.fixture(autouse=True)
def peladen_surat() -> Iterator[None]:
    """Failing mail servers forget between tests."""
    yield
    SuratRusak.tolak, SuratPutus.coba = set(), 0
