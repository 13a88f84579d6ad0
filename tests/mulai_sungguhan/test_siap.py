"""gunicorn as production starts it: "Zona siap" once all is loaded and every worker answers, else a sentence."""

import json
import os
import re
import shutil
import signal
import subprocess
import sys
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from django.conf import settings

from tests.basis import BERKAS, lingkungan_proses, memakai_postgresql, salinan
from tests.mulai_sungguhan.proses import Jalan, jalankan, pintu_bebas

GUNICORN = [sys.executable, "-W", "ignore", "-m", "gunicorn", "--config", "bin/gunicorn.conf.py"]
SETELAN = "from zona.settings import *\nROOT_URLCONF = 'alamat_lain'\n"
ALAMAT = "from django.urls import include, path\nurlpatterns = [path('', include('zona.urls')), {}]\n"


@pytest.fixture
def data(gudang_contoh: Path, tmp_path: Path) -> Iterator[Path]:
    """The demo office's database without its files."""
    with salinan(gudang_contoh, tmp_path / "data") as data:
        shutil.rmtree(data / "berkas")
        yield data


@contextmanager
def gunicorn(data: Path, *pilihan: str, **env: str) -> Iterator[tuple[Jalan, str]]:
    alamat = f"127.0.0.1:{pintu_bebas()}"
    perintah = [*GUNICORN, "--bind", alamat, *pilihan, "zona.wsgi:application"]
    catatan = data.parent / "gunicorn"
    lingkungan = {**lingkungan_proses(data), **env}
    with jalankan(perintah, cwd=settings.AKAR, env=lingkungan, catatan=catatan) as jalan:
        yield jalan, f"http://{alamat}"


def ditolak(data: Path, *pilihan: str, **env: str) -> str:
    """What is said on stderr where it does not start: nothing on stdout, exit code 1."""
    with gunicorn(data, *pilihan, **env) as (jalan, _):
        kode = jalan.tunggu()
    assert (kode, jalan.keluar) == (1, ""), jalan.galat
    return jalan.galat


def kode_sehat(alamat: str) -> int:
    try:
        with urllib.request.urlopen(f"{alamat}/sehat/") as jawaban:  # noqa: S310  (our own server)
            return int(jawaban.status)
    except urllib.error.HTTPError as galat:
        return galat.code


def lain(tmp_path: Path, alamat: str, **berkas: str) -> dict[str, str]:
    """Settings with one more address, and the modules given, beside our own."""
    tempat = tmp_path / "lain"
    tempat.mkdir()
    for nama, isi in {"setelan_lain": SETELAN, "alamat_lain": ALAMAT.format(alamat), **berkas}.items():
        (tempat / f"{nama}.py").write_text(isi)
    return {"PYTHONPATH": str(tempat), "DJANGO_SETTINGS_MODULE": "setelan_lain"}


def test_ready_is_said_once_when_every_worker_answers(data: Path) -> None:
    env = {"ZONA_CONTOH": "1", "ZONA_SANDI_CONTOH": "sandi-uji-bin"}
    with gunicorn(data, "--workers", "3", **env) as (jalan, alamat):
        jalan.tunggu_kata("Hentikan dengan Ctrl+C.")
        assert kode_sehat(alamat) == 200
        jalan.proses.send_signal(signal.SIGTERM)
        assert jalan.tunggu() == 0
    nama = ["kepala", "ketua", "koordinator-1 … koordinator-6", "anggota-1 … anggota-6", "penilai", "admin"]
    assert jalan.keluar.count(f"Zona siap di {alamat}\n") == jalan.keluar.count("Zona siap") == 1
    assert [n for n in [*nama, "sandi-uji-bin", "2023-03-15"] if n not in jalan.keluar] == []
    assert jalan.galat == ""


def test_accounts_are_named_where_there_is_a_demo_only(data: Path) -> None:
    with gunicorn(data, ZONA_CONTOH="0") as (jalan, alamat):
        jalan.tunggu_kata("Hentikan dengan Ctrl+C.")
        assert jalan.keluar == f"\nZona siap di {alamat}\n\nHentikan dengan Ctrl+C.\n"


def test_a_reload_is_not_stopped_by_what_is_unwell(data: Path) -> None:
    """Who serves goes on serving, and says on /sehat/ what ails it; a worker that comes later is let in as well."""
    with gunicorn(data, "--workers", "1", "--worker-class", "sync", ZONA_CONTOH="0") as (jalan, alamat):
        jalan.tunggu_kata("Hentikan dengan Ctrl+C.")
        (data / "berkas").rmdir()
        (data / "berkas").touch()
        jalan.proses.send_signal(signal.SIGHUP)
        pekerja = Path(f"/proc/{jalan.proses.pid}/task/{jalan.proses.pid}/children")
        (lama,) = pekerja.read_text().split()
        while lama in pekerja.read_text().split():
            assert jalan.proses.poll() is None
        assert kode_sehat(alamat) == 503
        os.kill(int(pekerja.read_text().split()[0]), signal.SIGKILL)
        assert kode_sehat(alamat) == 503
    assert jalan.keluar.count("Zona siap") == 1


def test_missing_library_behind_an_address_stops_it(data: Path, tmp_path: Path) -> None:
    env = lain(tmp_path, "path('uji/', include('ruang_rusak'))", ruang_rusak="import pustaka_tiada\n")
    assert ditolak(data, **env) == (
        "Zona belum dapat dimuat: ModuleNotFoundError: No module named 'pustaka_tiada'; "
        "rinciannya: python manage.py check.\n"
    )


def test_failed_system_check_stops_it(data: Path) -> None:
    env = {"ZONA_PRODUKSI": "1", "ZONA_HOST": "zona.example.go.id", "ZONA_KUNCI_RAHASIA": "x" * 64}
    pesan = "Zona belum dapat dimuat: ZONA_HARI_INI tidak boleh dipakai bersama ZONA_PRODUKSI.\n"
    assert ditolak(data, **env) == pesan


def test_missing_setting_stops_it(data: Path) -> None:
    galat = ditolak(data, ZONA_PRODUKSI="1")
    assert re.fullmatch(r"Zona belum dapat dimuat: .*ZONA_KUNCI_RAHASIA.* di zona/settings\.py:\d+; .*\n", galat), galat


@pytest.mark.skipif(memakai_postgresql(), reason="about the file of SQLite")
@pytest.mark.parametrize("cara", ["gunicorn", "muat"])
def test_broken_database_stops_it(data: Path, cara: str) -> None:
    (data / BERKAS).write_bytes(b"bukan basis data " * 100)
    if cara == "gunicorn":
        pesan = "Zona belum dapat melayani: basis data tidak dapat dipakai (DatabaseError: file is not a database).\n"
        assert ditolak(data) == pesan
        return
    hasil = muat(data, ZONA_CONTOH="1")
    assert (hasil.returncode, hasil.stdout) == (1, "")
    assert hasil.stderr == "Basis data tidak dapat disusun: DatabaseError: file is not a database.\n"


def test_unreachable_database_server_stops_it(data: Path) -> None:
    galat = ditolak(data, DATABASE_URL=f"postgres://zona:zona@127.0.0.1:{pintu_bebas()}/zona")
    assert re.fullmatch(
        r"Zona belum dapat melayani: basis data tidak dapat dipakai \(OperationalError: .*\)\.\n", galat
    )


def test_missing_migrations_stop_it(tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    pesan = "Zona belum dapat melayani: basis datanya belum mutakhir; jalankan python manage.py migrate.\n"
    assert ditolak(tmp_path / "data") == pesan


def test_storage_that_takes_no_file_stops_it(data: Path) -> None:
    (data / "berkas").touch()
    galat = ditolak(data)
    assert galat.startswith("Zona belum dapat melayani: penyimpanan berkas tidak dapat ditulisi (FileExistsError: ")
    assert galat.count("\n") == 1


@pytest.mark.parametrize(
    ("lakukan", "pesan"),
    [
        (
            "signal.signal(15, signal.SIG_DFL); os.kill(os.getpid(), 15)",
            "Zona belum dapat melayani: sebuah pekerja berhenti sebelum menjawab /sehat/.\n",
        ),
        ("1 / 0", "Zona belum dapat melayani: /sehat/ menjawab 500 (ZeroDivisionError: division by zero).\n"),
    ],
)
def test_worker_that_does_not_answer_stops_it(data: Path, tmp_path: Path, lakukan: str, pesan: str) -> None:
    terbuka = "import os, signal\nfrom django.contrib.auth.decorators import login_not_required\n@login_not_required\n"
    rusak = f"{terbuka}def sehat(request):\n    {lakukan}\n"
    env = lain(tmp_path, "", ruang_rusak=rusak)
    dahulu = "from django.urls import include, path\nfrom ruang_rusak import sehat\n"
    alamat = tmp_path / "lain" / "alamat_lain.py"
    alamat.write_text(f"{dahulu}urlpatterns = [path('sehat/', sehat), path('', include('zona.urls'))]\n")
    assert ditolak(data, **env) == pesan


def muat(data: Path, **env: str) -> subprocess.CompletedProcess[str]:
    perintah = [sys.executable, "-W", "ignore", "bin/muat.py"]
    lingkungan = {**lingkungan_proses(data), **env}
    return subprocess.run(perintah, cwd=settings.AKAR, env=lingkungan, capture_output=True, text=True, check=False)


def test_load_tells_its_steps_and_the_second_time_has_none(tmp_path: Path) -> None:
    data = tmp_path / "data"
    data.mkdir()
    pertama, kedua = muat(data, ZONA_CONTOH="1"), muat(data, ZONA_CONTOH="1")
    assert (pertama.returncode, pertama.stdout) == (0, "")
    assert pertama.stderr == "Menyusun basis data …\nMemuat kantor contoh …\n"
    assert (kedua.returncode, kedua.stdout, kedua.stderr) == (0, "", "")
    hasil = subprocess.run(
        [sys.executable, "manage.py", "muat_contoh", "--json"],
        cwd=settings.AKAR, env=lingkungan_proses(data), capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert json.loads(hasil.stdout)["berubah"] is False
