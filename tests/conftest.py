"""Settings of the tests, the personas, and `kantor` (tests/pabrik.py). The clock stands at 15 Maret 2023."""

import inspect
import re
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

from tests.acak import acak_yang_tak_berurut
from tests.bantuan import Klien
from tests.basis import django_db_setup, gudang_kosong  # noqa: F401  (fixtures)
from tests.contoh import baris_contoh, contoh, data_contoh, gudang_contoh  # noqa: F401  (fixtures)
from tests.gambar import gambar_sekali
from tests.pabrik import HARI_INI, Kantor, buat_kantor
from tests.rak import peladen_s3, pytest_generate_tests, rak_berkas  # noqa: F401  (fixtures, and a hook)
from zona.organisasi.enums import AREA
from zona.organisasi.models import Pengguna

# No test is timed: a busy machine is not a wrong answer.
sifat.register_profile("zona", deadline=None, suppress_health_check=[HealthCheck.too_slow])
sifat.load_profile("zona")


BASIS_DATA = {"db", "transactional_db", "gudang_kosong"}
"""Fixtures of what touches a database, this process' own or that of a process it starts."""

SATU_BASIS = {
    "mulai_sungguhan/test_siap.py": "starts servers, asks the database one question",
    "pengesahan/test_segel.py": "reads files",
    "test_gerbang.py::test_every_address_is_looked_at": "every address for every role",
    "test_gerbang.py::test_nobody_else_meets_what_the_assessor_has_not_submitted": "every address for every role",
    "test_gerbang.py::test_blind_assessor_meets_nothing_of_the_unit": "every address for every role",
    "beranda/test_muat_contoh.py": "starts commands; the demo office is loaded on both for every test that wants it",
    "beranda/test_salinan_diam.py": "every address, whose own tests run on both",
    "dokumen/test_laporan_contoh.py": "draws a file",
    "dokumen/test_rencana_pdf.py": "draws a file",
    "dokumen/test_rencana_xlsx.py": "draws a file",
    "dokumen/test_sah_pdf.py": "draws a file",
    "surat/test_pdf.py": "draws a file",
    "impor/test_berkas_buruk.py": "reads a file",
    "impor/test_buku.py": "reads a file",
    "impor/test_libreoffice.py": "reads a file",
    "nilai/test_lke_hitung_ulang.py": "has LibreOffice reckon",
}
"""Files of tests, or tests of a file, dear in time to which either database says the same, and why: with the mark
`satu_basis` they run on SQLite, and on PostgreSQL with bin/test --semua."""

BASIS_SENDIRI = re.compile(r"cursor\(|transaction|IntegrityError|DatabaseError|di_basis|tolak_baris_baru")
"""In the text of a test that asks the database itself, not only the application: all its cases run on both."""


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Function]) -> None:
    """The mark `basis`: what another database may answer otherwise, so it runs on both (ADR 0035). Of the cases of one
    test, which put the same questions with other values, the first."""
    for uji in items:
        berkas, nama = uji.path.relative_to(Path(__file__).parent).as_posix(), uji.originalname
        kasus = uji.callspec.indices.values() if hasattr(uji, "callspec") else ()
        lagi = any(kasus) and not BASIS_SENDIRI.search(inspect.getsource(uji.function))
        if lagi or {berkas, f"{berkas}::{nama}"} & set(SATU_BASIS):
            uji.add_marker("satu_basis")
        if BASIS_DATA & set(getattr(uji, "fixturenames", ())) or uji.get_closest_marker("django_db"):
            uji.add_marker("basis")


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
    acak_yang_tak_berurut()
    templat = [{**t, "OPTIONS": {**t["OPTIONS"], "string_if_invalid": VariabelHilang()}} for t in pengaturan.TEMPLATES]
    statis = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
    with (
        gambar_sekali(),
        override_settings(
            TEMPLATES=templat,
            STORAGES={**pengaturan.STORAGES, "staticfiles": statis},
            ZEAL_ALLOWLIST=[{"model": "sessions.Session", "field": "get()"}],  # Django's own, once more after it ended
            PASSWORD_HASHERS=["tests.bantuan.SandiMurah"],
            WHITENOISE_AUTOREFRESH=True,
            WHITENOISE_USE_FINDERS=True,
            ZONA_CONTOH=True,
            ZONA_SABAR_DOKUMEN=600,
            ZONA_SANDI_CONTOH="contoh-zona-2023",
        ),
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
