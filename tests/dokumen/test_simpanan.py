"""Documents are drawn once, whole, and few are kept."""

import hashlib
import os
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Event
from time import sleep

import pytest
from pytest_django import Settings

from tests.bantuan import Klien, teks, urai
from tests.pabrik import Kantor
from tests.sabar import SABAR
from zona.dokumen.exports.ekspor import Ekspor
from zona.dokumen.exports.simpanan import SIMPAN, ambil_atau_buat, ambil_atau_tunggu, tulis_utuh
from zona.inti.errors import DomainError
from zona.organisasi.models import Pengguna


class Juru:
    """Draws a document, and counts how often."""

    def __init__(self) -> None:
        self.kali = 0

    def ekspor(self, sidik: str, buat: Callable[[], bytes] | None = None) -> Ekspor:
        return Ekspor("rencana.pdf", "pdf", "UJI-2023/pdf", sidik, buat or (lambda: self.gambar(sidik)))

    def gambar(self, sidik: str) -> bytes:
        sleep(0.02)
        self.kali += 1
        return sidik.encode()


def test_same_content_is_drawn_once() -> None:
    juru = Juru()
    pertama, kedua = (ambil_atau_buat(juru.ekspor("a")) for _ in range(2))
    assert (pertama, pertama.read_bytes(), juru.kali) == (kedua, b"a", 1)


def test_two_who_ask_at_once_get_one_drawing() -> None:
    juru = Juru()
    with ThreadPoolExecutor(4) as regu:
        hasil = {b.read_bytes() for b in regu.map(lambda _: ambil_atau_buat(juru.ekspor("a")), range(4))}
    assert (hasil, juru.kali) == ({b"a"}, 1)


def test_only_the_newest_are_kept(simpanan: Path) -> None:
    juru = Juru()
    for waktu, sidik in enumerate("abcd"):
        berkas = ambil_atau_buat(juru.ekspor(sidik))
        os.utime(berkas, (waktu, waktu))
        if sidik == "c":
            ambil_atau_buat(juru.ekspor("a"))  # asked for again: as new
    nama = sorted(b.name for b in (simpanan / "UJI-2023" / "pdf").iterdir() if not b.name.startswith("."))
    assert (nama, len(nama)) == (["a.pdf", "c.pdf", "d.pdf"], SIMPAN)


def test_failed_drawing_leaves_nothing(simpanan: Path) -> None:
    def gagal() -> bytes:
        raise DomainError("huruf tidak ada")

    juru = Juru()
    with pytest.raises(DomainError):
        ambil_atau_buat(juru.ekspor("a", gagal))
    assert [b.name for b in (simpanan / "UJI-2023" / "pdf").iterdir()] == [".giliran"]
    assert ambil_atau_buat(juru.ekspor("a")).read_bytes() == b"a"


def test_file_that_cannot_be_written_leaves_the_old_one(tmp_path: Path) -> None:
    berkas = tmp_path / "a.pdf"
    assert tulis_utuh(berkas, [b"la", b"ma"]) == (4, hashlib.sha256(b"lama").hexdigest())
    with pytest.raises(TypeError):
        tulis_utuh(berkas, [b"separuh", "bukan byte"])  # type: ignore[list-item]  # what fails half-way
    assert ([b.name for b in tmp_path.iterdir() if b.is_file()], berkas.read_bytes()) == (["a.pdf"], b"lama")


def test_what_takes_long_is_said_to_be_made_and_is_there_later(settings: Settings) -> None:
    mulai = Event()

    def lambat() -> bytes:
        mulai.wait(SABAR)
        return b"a"

    juru = Juru()
    settings.ZONA_SABAR_DOKUMEN = 0.01
    assert [ambil_atau_tunggu(juru.ekspor("a", lambat)) for _ in range(2)] == [None, None]
    mulai.set()
    settings.ZONA_SABAR_DOKUMEN = SABAR
    berkas = ambil_atau_tunggu(juru.ekspor("a", lambat))
    assert berkas is not None
    assert berkas.read_bytes() == b"a"


def test_failed_drawing_is_told_to_who_waits_and_tried_again() -> None:
    def gagal() -> bytes:
        raise DomainError("huruf tidak ada")

    juru = Juru()
    with pytest.raises(DomainError):
        ambil_atau_tunggu(juru.ekspor("a", gagal))
    berkas = ambil_atau_tunggu(juru.ekspor("a"))
    assert berkas is not None


def test_page_says_that_it_is_being_made(
    klien: Callable[..., Klien], kantor: Kantor, kepala: Pengguna, settings: Settings
) -> None:
    settings.ZONA_SABAR_DOKUMEN = 0
    alamat = kantor.alamat("dokumen/rencana-kerja.pdf")
    menunggu = klien(kepala).get(alamat)
    assert (menunggu.status_code, menunggu["Refresh"], teks(urai(menunggu).h1)) == (202, "3", "Sedang dibuat")
    assert "no-store" in menunggu["Cache-Control"]
    settings.ZONA_SABAR_DOKUMEN = SABAR
    jadi = klien(kepala).get(alamat)
    assert (jadi.status_code, jadi.content[:5]) == (200, b"%PDF-")
