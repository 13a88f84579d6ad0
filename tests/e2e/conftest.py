"""The server, the browser, and a page that tells on itself: script errors, refused policy, foreign addresses."""

import os
import shutil
import socket
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from django.conf import settings
from playwright.sync_api import Browser, Page, StorageState, expect, sync_playwright

from tests.basis import di_basis, lingkungan_proses, salinan
from tests.e2e.peladen import Peladen
from tests.sabar import SABAR_HALAMAN, hentikan, mulai

SANDI = "contoh-zona-2023"
PERAMBAN = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
PILIHAN = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-dev-shm-usage"]
SKEMA_SENDIRI = ("data", "blob", "about", "chrome", "chrome-extension")
"""What never leaves the browser; its PDF viewer is an extension of its own."""

PELADEN_SENDIRI = {"peladen", "rapuh", "terbuka"}
"""Fixtures that serve one test."""

expect.set_options(timeout=SABAR_HALAMAN)

Buka = Callable[..., Page]


@contextmanager
def layani(data: Path, **lingkungan: str) -> Iterator[str]:
    """gunicorn on this data folder; gives its address. The socket is ours before it starts, so no port is taken twice
    and no request comes too early."""
    with socket.socket() as soket, (data / "gunicorn.log").open("w") as catatan:
        soket.bind(("127.0.0.1", 0))
        soket.listen(64)
        perintah = [sys.executable, "-m", "gunicorn", "--config", "bin/gunicorn.conf.py"]
        perintah += ["--bind", f"fd://{soket.fileno()}", "zona.wsgi:application"]
        proses = mulai(
            perintah,
            cwd=settings.AKAR,
            env={**lingkungan_proses(data), "ZONA_PEKERJA": "1", **lingkungan},
            pass_fds=[soket.fileno()],
            stdout=catatan,
            stderr=catatan,
        )
        try:
            yield f"http://127.0.0.1:{soket.getsockname()[1]}"
        finally:
            hentikan(proses)
    isi = (data / "gunicorn.log").read_text()
    assert "ERROR" not in isi, isi


@pytest.fixture(scope="session")
def gudang_layan(gudang_contoh: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """The demo office with its static files collected."""
    with salinan(gudang_contoh, tmp_path_factory.mktemp("layan") / "data") as data:
        perintah = [sys.executable, "manage.py", "collectstatic", "--noinput", "--verbosity", "0"]
        subprocess.run(perintah, cwd=settings.AKAR, env=lingkungan_proses(data), check=True)
        yield data


@pytest.fixture(scope="module")
def peladen_baca(gudang_layan: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """One server for tests that change nothing."""
    with salinan(gudang_layan, tmp_path_factory.mktemp("baca") / "data") as data, layani(data) as alamat:
        yield alamat


@pytest.fixture
def data_terbuka(gudang_layan: Path, tmp_path: Path) -> Iterator[Path]:
    """The demo office with its plan open to be edited, in a folder of one's own."""
    with salinan(gudang_layan, tmp_path / "terbuka") as data:
        _buka_rencana(data)
        yield data


@pytest.fixture(scope="module")
def peladen_terbuka(gudang_layan: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """One server with the plan open to be edited, for tests that change nothing."""
    with salinan(gudang_layan, tmp_path_factory.mktemp("terbuka") / "data") as data:
        _buka_rencana(data)
        with layani(data) as alamat:
            yield alamat


def _buka_rencana(data: Path) -> None:
    di_basis(data, "UPDATE rencana_aksi_rencana SET status = 'draf', versi = 1, nomor_sk = '', tanggal_sk = NULL")


@pytest.fixture
def peladen(gudang_layan: Path, tmp_path: Path) -> Iterator[str]:
    """A server of one's own, to change things on."""
    with salinan(gudang_layan, tmp_path / "data") as data, layani(data) as alamat:
        yield alamat


@pytest.fixture
def rapuh(gudang_layan: Path, tmp_path: Path) -> Iterator[Peladen]:
    """A server of one's own to kill and to start again."""
    with salinan(gudang_layan, tmp_path / "data") as data, socket.socket() as soket:
        soket.bind(("127.0.0.1", 0))
        soket.listen(64)
        peladen = Peladen(data, soket)
        peladen.nyala()
        try:
            yield peladen
        finally:
            peladen.bunuh()


@pytest.fixture(scope="module")
def peramban() -> Iterator[Browser]:
    """Chromium with a fresh profile. Closed with the module: while Playwright runs, Django refuses its database."""
    jalur = os.environ.get("ZONA_CHROMIUM") or next(filter(None, map(shutil.which, PERAMBAN)), None)
    assert jalur, "Chromium tidak ditemukan; sebutkan letaknya dalam ZONA_CHROMIUM."
    with sync_playwright() as p:
        chromium = p.chromium.launch(executable_path=jalur, args=PILIHAN)
        yield chromium
        chromium.close()


@pytest.fixture(scope="module")
def tanda_masuk() -> dict[tuple[str, str], StorageState]:
    """Cookies by server and person, so that one signs in once per module."""
    return {}


@pytest.fixture
def buka(
    request: pytest.FixtureRequest, peramban: Browser, tanda_masuk: dict[tuple[str, str], StorageState]
) -> Iterator[Buka]:
    """buka(server, person=None, lebar=1280, js=True, sentuh=False) -> a page; of a person, signed in and on their first
    page. After the test every page must have been quiet; `maklum` names what a test expects to be said."""
    for server in PELADEN_SENDIRI & set(request.fixturenames):
        request.getfixturevalue(server)  # it ends after this: a page that still draws something anew is not cut off
    keluhan: list[str] = []

    with ExitStack() as tumpukan:

        def halaman_baru(
            peladen: str,
            orang: str | None = None,
            *,
            lebar: int = 1280,
            js: bool = True,
            sentuh: bool = False,
            maklum: str = "\0",
        ) -> Page:
            konteks = peramban.new_context(
                base_url=peladen,
                viewport={"width": lebar, "height": 800},
                java_script_enabled=js,
                has_touch=sentuh,
                is_mobile=sentuh,
                locale="id-ID",
                storage_state=tanda_masuk.get((peladen, orang or "")),
            )
            tumpukan.callback(konteks.close)
            konteks.set_default_timeout(SABAR_HALAMAN)
            halaman = konteks.new_page()
            awasi(halaman, peladen, keluhan, maklum)
            if orang and (peladen, orang) not in tanda_masuk:
                masuk(halaman, orang)
                tanda_masuk[peladen, orang] = konteks.storage_state()
            elif orang:
                halaman.goto("/")
            return halaman

        yield halaman_baru
    assert keluhan == []


def awasi(halaman: Page, peladen: str, keluhan: list[str], maklum: str) -> None:
    """Write down what goes wrong without being seen."""

    def catat(pesan: str) -> None:
        if maklum not in pesan:
            keluhan.append(pesan)

    def periksa_alamat(alamat: str) -> None:
        if urlsplit(alamat).scheme not in SKEMA_SENDIRI and not alamat.startswith(peladen + "/"):
            catat(f"alamat asing: {alamat}")

    halaman.on("console", lambda p: catat(f"{p.type}: {p.text}") if p.type in ("error", "warning") else None)
    halaman.on("pageerror", lambda galat: catat(f"galat skrip: {galat}"))
    halaman.on("request", lambda permintaan: periksa_alamat(permintaan.url))


def masuk(halaman: Page, orang: str) -> None:
    """Through the form, as a person does; ends on the person's first page."""
    halaman.goto("/")
    halaman.get_by_label("Nama pengguna atau NIP").fill(orang)
    halaman.get_by_label("Sandi", exact=True).fill(SANDI)
    halaman.get_by_role("button", name="Masuk").click()
    halaman.wait_for_url(lambda alamat: "/masuk/" not in alamat)
