"""The laws of the tests' own tools: random order, waiting, stopping, databases beside a folder."""

import os
import re
import socket
import subprocess
import sys
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from django.db import connection
from django.db.models import Count

from tests import sabar
from tests.basis import di_basis, kelola, salinan
from tests.conftest import SATU_BASIS
from tests.pabrik import Kantor
from tests.sabar import hentikan, mulai, tunggu
from zona.organisasi.models import Keanggotaan, Pengguna, Tim

AKAR = Path(__file__).resolve().parent.parent
POSTGRESQL = [sys.executable, str(AKAR / "bin" / "postgresql_uji.py")]

# --- What is asked for without an order comes in none ------------------------------------------------


def urutan(kueri: object) -> set[tuple[object, ...]]:
    """The orders in which it came, asked often."""
    return {tuple(kueri.all()) for _ in range(40)}  # type: ignore[attr-defined]  # a queryset of whatever


def test_unordered_rows_come_in_any_order(kantor: Kantor) -> None:
    anggota = Pengguna.objects.order_by().values_list("pk", flat=True)
    assert len(urutan(anggota)) > 1
    assert {tuple(sorted(satu)) for satu in urutan(anggota)} == {tuple(sorted(anggota))}
    per_tim = Keanggotaan.objects.values("tim").annotate(banyak=Count("pk")).values_list("tim", flat=True)
    assert len(urutan(per_tim)) > 1
    pertama = Pengguna.objects.filter(pk__in=Pengguna.objects.order_by().values("pk")[:1]).values_list("pk", flat=True)
    assert len(urutan(pertama)) > 1


def test_what_has_an_order_keeps_it(kantor: Kantor) -> None:
    assert len(urutan(Pengguna.objects.order_by("-pk").values_list("pk", flat=True))) == 1
    assert len(urutan(Tim.objects.order_by("tahun", "pk").values_list("pk", flat=True))) == 1


def test_what_takes_no_order_is_left_alone(kantor: Kantor) -> None:
    semua = Pengguna.objects.order_by().values_list("pk", flat=True)
    assert sorted(semua.filter(pk=1).union(semua)) == sorted(semua)
    assert sorted(semua.distinct()) == sorted(semua)
    assert (semua.count(), semua.aggregate(n=Count("pk"))["n"]) == (len(semua), len(semua))
    assert semua.filter(pk__in=semua).update(posel="") == len(semua)


# --- Waiting and stopping ---------------------------------------------------------------------------

TIDUR = "time.sleep(600)"
SEKELUARGA = f"import subprocess, time; subprocess.Popen(['sleep', '600']); print('siap', flush=True); {TIDUR}"


def keluarga(kode: str = SEKELUARGA) -> subprocess.Popen[bytes]:
    """A process that has a child, in a group of their own, once both are there."""
    proses = mulai([sys.executable, "-c", kode], stdout=subprocess.PIPE)
    assert proses.stdout
    with proses.stdout as keluaran:
        assert keluaran.readline() == b"siap\n"
    return proses


def tiada(kelompok: int) -> bool:
    try:
        os.killpg(kelompok, 0)
    except ProcessLookupError:
        return True
    return False


def test_stopping_leaves_nothing_of_the_group() -> None:
    proses = keluarga()
    hentikan(proses)
    assert proses.returncode == -15
    tunggu(lambda: tiada(proses.pid), "kelompok proses berakhir")


def test_stopping_what_will_not_stop_fails_and_still_leaves_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sabar, "SABAR", 0.3)
    proses = keluarga("import signal; signal.signal(signal.SIGTERM, signal.SIG_IGN); " + SEKELUARGA)
    with pytest.raises(subprocess.TimeoutExpired):
        hentikan(proses)
    monkeypatch.undo()
    assert proses.returncode == -9
    tunggu(lambda: tiada(proses.pid), "kelompok proses berakhir")


@pytest.mark.skipif(sys.platform != "linux", reason="Linux' own")
def test_server_ends_with_the_tests_that_were_killed(tmp_path: Path) -> None:
    kode = f"import time; from tests.sabar import mulai; p = mulai(['sleep', '600']); print(p.pid, flush=True); {TIDUR}"
    with subprocess.Popen([sys.executable, "-c", kode], cwd=AKAR, stdout=subprocess.PIPE) as uji:
        assert uji.stdout
        peladen = int(uji.stdout.readline())
        assert not tiada(peladen)
        uji.kill()
    tunggu(lambda: tiada(peladen), "peladen ikut berakhir")


def test_waiting_ends_and_says_for_what(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sabar, "SABAR", 0.1)
    with pytest.raises(AssertionError, match="tidak kunjung terjadi: hujan"):
        tunggu(lambda: False, "hujan")


def test_no_test_has_a_time_limit_of_its_own() -> None:
    """A limit in seconds fails on a busy machine; they all stand in tests/sabar.py."""
    pola = re.compile(r"(?<!\?)timeout=\d|\.(wait|join)\(\d|set_default_timeout\(\d|waitpid\(|active_children\(")
    berkas = [b for b in sorted((AKAR / "tests").rglob("*.py")) if b != Path(__file__)]
    assert [f"{b.name}: {baris}" for b in berkas for baris in b.read_text().splitlines() if pola.search(baris)] == []


def test_files_that_run_on_one_database_are_there() -> None:
    for nama in SATU_BASIS:
        berkas, _, fungsi = nama.partition("::")
        assert f"def {fungsi}" in (AKAR / "tests" / berkas).read_text(), nama


@pytest.mark.parametrize("nilai", ["satu", "dua"])
def test_first_case_runs_on_both_databases(request: pytest.FixtureRequest, db: None, nilai: str) -> None:
    assert (request.node.get_closest_marker("satu_basis") is None) == (nilai == "satu")


@pytest.mark.parametrize("nilai", ["satu", "dua"])
def test_what_asks_the_database_itself_runs_on_both_whole(request: pytest.FixtureRequest, db: None, nilai: str) -> None:
    with connection.cursor() as kursor:
        kursor.execute("SELECT 1")
    assert request.node.get_closest_marker("satu_basis") is None


# --- Databases --------------------------------------------------------------------------------------


def test_copies_of_a_folder_have_databases_of_their_own(gudang_kosong: Path, tmp_path: Path) -> None:
    banyak = "SELECT count(*) FROM organisasi_satker"
    with salinan(gudang_kosong, tmp_path / "a") as satu:
        kelola(satu, "buat_satker", "KA", "--nama", "Kantor A", "--admin", "admin.a")
        with salinan(satu, tmp_path / "b") as dua:
            assert di_basis(dua, banyak) == [(1,)]
            di_basis(dua, "UPDATE organisasi_satker SET nama = ?", "100 % lain")
            assert di_basis(dua, "SELECT nama FROM organisasi_satker") == [("100 % lain",)]
        assert di_basis(satu, "SELECT nama FROM organisasi_satker") == [("Kantor A",)]
    assert di_basis(gudang_kosong, banyak) == [(0,)]


@pytest.mark.parametrize(("akhir", "kode"), [("exit 3", 3), ("kill -9 $PPID", -9)])
def test_server_goes_with_its_command_whatever_ends_it(tmp_path: Path, akhir: str, kode: int) -> None:
    catat = f'echo "$DATABASE_URL" >{tmp_path}/alamat'
    proses = subprocess.run([*POSTGRESQL, "sh", "-c", f"{catat}; {akhir}"], timeout=sabar.SABAR)
    assert proses.returncode == kode
    alamat = urlsplit((tmp_path / "alamat").read_text().strip())
    assert (alamat.scheme, alamat.username, alamat.hostname) == ("postgres", "zona", "127.0.0.1")

    def sunyi() -> bool:
        with socket.socket() as soket:
            return soket.connect_ex(("127.0.0.1", alamat.port or 0)) != 0

    tunggu(sunyi, "peladen PostgreSQL berhenti")
