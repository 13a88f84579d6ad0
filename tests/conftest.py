"""Settings of the tests, the personas, and `kantor` (tests/pabrik.py). The clock stands at 15 Maret 2023."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, NoReturn

import pytest
from django.conf import settings as pengaturan
from django.core.cache import cache
from django.test import override_settings
from hypothesis import HealthCheck
from hypothesis import settings as sifat
from pytest_django import Settings
from zeal.patch import patch

from tests.bantuan import Klien
from tests.contoh import contoh, data_contoh, gudang_contoh  # noqa: F401  (fixtures)
from tests.pabrik import HARI_INI, Kantor, buat_kantor
from tests.rak import peladen_s3, pytest_generate_tests, rak_berkas  # noqa: F401  (fixtures, and a hook)
from zona.organisasi.enums import AREA
from zona.organisasi.models import Pengguna

# No test is timed: a busy machine is not a wrong answer.
sifat.register_profile("zona", deadline=None, suppress_health_check=[HealthCheck.too_slow])
sifat.load_profile("zona")


class VariabelHilang:
    """string_if_invalid of the tests: a template that names an undefined variable fails."""

    def __contains__(self, teks: str) -> bool:
        return teks == "%s"

    def __mod__(self, variabel: Any) -> NoReturn:
        raise AssertionError(f"variabel templat tidak ada: {variabel}")


@pytest.fixture(scope="session", autouse=True)
def pengaturan_uji() -> Iterator[None]:
    """Nothing collected, nothing slow: static files come from their source folders, passwords are hashed lightly."""
    patch()  # zeal: N+1 queries are seen
    templat = [{**t, "OPTIONS": {**t["OPTIONS"], "string_if_invalid": VariabelHilang()}} for t in pengaturan.TEMPLATES]
    statis = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
    with override_settings(
        TEMPLATES=templat,
        STORAGES={**pengaturan.STORAGES, "staticfiles": statis},
        ZEAL_ALLOWLIST=[{"model": "sessions.Session", "field": "get()"}],  # Django's own, once more after it ended
        PASSWORD_HASHERS=["tests.bantuan.SandiMurah"],
        WHITENOISE_AUTOREFRESH=True,
        WHITENOISE_USE_FINDERS=True,
        ZONA_CONTOH=True,
        ZONA_SABAR_DOKUMEN=60,
        ZONA_SANDI_CONTOH="contoh-zona-2023",
    ):
        yield


@pytest.fixture(autouse=True)
def lingkungan(settings: Settings, tmp_path: Path, rak_berkas: dict[str, Any]) -> None:  # noqa: F811  (the fixture)
    """Each test has its day, its own file storage and an empty cache (ids come back after a rollback)."""
    settings.ZONA_HARI_INI = HARI_INI
    settings.STORAGES = {**settings.STORAGES, "default": rak_berkas}
    settings.ZONA_FOLDER_UNGGAHAN = tmp_path / "unggahan"
    cache.clear()


@pytest.fixture
def kantor(db: None) -> Kantor:
    return buat_kantor()


@pytest.fixture
def klien(db: None) -> Callable[..., Klien]:
    """klien(pengguna) is a browser in which the person is signed in; klien() one in which nobody is."""

    def buka(pengguna: Pengguna | None = None, **pilihan: Any) -> Klien:
        peramban = Klien(**pilihan)
        if pengguna is not None:
            peramban.force_login(pengguna, backend="zona.organisasi.backends.MasukDenganNip")
        return peramban

    return buka


def _persona(nama: str) -> Callable[[Kantor], Pengguna]:
    @pytest.fixture(name=nama)
    def persona(kantor: Kantor) -> Pengguna:
        return kantor.orang[nama.replace("_", "-")]

    return persona


kepala = _persona("kepala")
ketua = _persona("ketua")
koordinator_i, koordinator_ii, koordinator_iii, koordinator_iv, koordinator_v, koordinator_vi = (
    _persona(f"koordinator_{kode.lower()}") for kode in AREA
)
anggota = _persona("anggota")  # of team I, penanggung jawab of its aksi a
penilai = _persona("penilai")  # of the office LAIN, assigned to UJI
admin = _persona("admin")
orang_luar = _persona("orang_luar")  # koordinator I of the office LAIN
