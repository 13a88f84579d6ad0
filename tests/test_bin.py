"""The laws of the commands: what they ask for, what they do, what they do the second time.

The scripts run for real in a copy of the clone, on a PATH that holds nothing but plain tools and stubs that write down
how they were called. No network, no package manager, no root.
"""

import os
import platform
import re
import runpy
import shutil
import socket
import subprocess
from pathlib import Path
from types import SimpleNamespace

import pytest

from tests.sabar import SABAR

AKAR = Path(__file__).resolve().parent.parent
BIN = AKAR / "bin"
SKRIP = sorted([*(p for p in BIN.iterdir() if p.is_file() and not p.suffix), AKAR / ".ci" / "run"])
PIN = ["requirements.txt", "requirements-produksi.txt", "requirements-dev.txt"]
PAKET_PDF = ["libpango-1.0-0", "libpangoft2-1.0-0", "libharfbuzz-subset0", "fonts-liberation"]
PAKET_UJI = ["poppler-utils", "libatomic1", "softhsm2", "postgresql", "libreoffice-calc"]
CHROMIUM = "chromium-browser" if platform.freedesktop_os_release()["ID"] == "ubuntu" else "chromium"


# --- The scripts ------------------------------------------------------------------------------------


@pytest.mark.parametrize("skrip", SKRIP, ids=lambda p: p.name)
@pytest.mark.parametrize("sh", ["sh", "dash"])
def test_scripts_are_posix_shell(skrip: Path, sh: str) -> None:
    if not shutil.which(sh):
        pytest.skip(f"no {sh} here")
    assert subprocess.run([sh, "-n", str(skrip)], capture_output=True, text=True).stderr == ""
    if not skrip.name.startswith("_"):
        assert skrip.read_text().startswith("#!/bin/sh\n")
        assert os.access(skrip, os.X_OK)


ALAT = "bash cat chmod cksum cp dirname env find flock grep mkdir mktemp mv readlink rm sed sh sort tail tr"
# Plays every Python: makes a .venv of itself, writes down what else it is asked.
PYTHON_PALSU = """#!/bin/sh
case "$*" in
    *"import ensurepip"*) exit "${TANPA_VENV:-0}" ;;
    -c*sys.executable*) readlink -f /usr/bin/python3; exit 0 ;;
    -c*) exit 0 ;;
esac
baris=python
for kata in "$@"; do case $kata in *" "*) kata="'$kata'" ;; esac; baris="$baris $kata"; done
echo "$baris" >>"$CATATAN_UJI"
case "$*" in
    *"-m venv"*) mkdir -p "$4/bin" && cp "$0" "$4/bin/python" ;;
    *collectstatic*) [ -z "${STATIS_GAGAL-}" ] || exit 1; mkdir -p data/statis ;;
    *muat.py*) [ -z "${MUAT_GAGAL-}" ] || exit 1 ;;
    *"-m pip install"*) exit "${PIP_GAGAL:-0}" ;;
    *"-m mypy"*) echo kurang tipe; exit "${MYPY_GAGAL:-0}" ;;
    *postgresql_uji*) exit "${POSTGRESQL_GAGAL:-0}" ;;
    *"-m pytest"*) exit "${SQLITE_GAGAL:-0}" ;;
esac
"""


class Mesin:
    """A clone and a machine to run its commands on."""

    def __init__(self, tmp_path: Path) -> None:
        self.klona, self.jalur, self.catatan = tmp_path / "kl ona", tmp_path / "jalur", tmp_path / "catatan"
        shutil.copytree(BIN, self.klona / "bin", ignore=shutil.ignore_patterns("__pycache__"))
        for nama in PIN:
            shutil.copy(AKAR / nama, self.klona / nama)
        for nama in ("zona/settings.py", "static/css/zona.css"):
            (self.klona / nama).parent.mkdir(parents=True)
            (self.klona / nama).touch()
        self.jalur.mkdir()
        for alat in ALAT.split():
            if asli := shutil.which(alat):
                (self.jalur / alat).symlink_to(asli)
        self.pasang("python3", PYTHON_PALSU)
        self.pasang("apt-get", '#!/bin/sh\necho "apt-get $*" >>"$CATATAN_UJI"\nexit "${APT_GAGAL:-0}"\n')
        self.pasang("sudo", '#!/bin/sh\n[ -n "${SUDO_BISA-}" ] || exit 1\n[ "$1" != -n ] || shift\nexec "$@"\n')
        self.pasang("true", "#!/bin/sh\n")
        self.terpasang(*PAKET_PDF, *PAKET_UJI, "python3-venv")
        self.pasang("chromium", "#!/bin/sh\n")
        self.aku("1000")

    def pasang(self, nama: str, isi: str) -> None:
        (self.jalur / nama).write_text(isi)
        (self.jalur / nama).chmod(0o755)

    def aku(self, uid: str) -> None:
        self.pasang("id", f"#!/bin/sh\necho {uid}\n")

    def terpasang(self, *paket: str) -> None:
        baris = "".join(f"{p} installed\n" for p in paket)
        self.pasang("dpkg-query", f"#!/bin/sh\ncat <<'DAFTAR'\n{baris}half-made half-installed\nDAFTAR\nexit 1\n")

    def jalankan(self, perintah: str, *pilihan: str, **env: str) -> SimpleNamespace:
        """Run from elsewhere; `dipanggil` is what the stubs were asked this time, without the addresses of files."""
        self.catatan.write_text("")
        hasil = subprocess.run(
            [str(self.klona / "bin" / perintah), *pilihan],
            cwd=self.jalur,
            env={"PATH": str(self.jalur), "CATATAN_UJI": str(self.catatan), "CI": "true", "LC_ALL": "C.UTF-8", **env},
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            timeout=SABAR,
        )
        dipanggil = re.sub(rf"'{self.klona}/(\.venv[^']*)'", r"\1", self.catatan.read_text()).splitlines()
        return SimpleNamespace(kode=hasil.returncode, keluar=hasil.stdout, galat=hasil.stderr, dipanggil=dipanggil)


@pytest.fixture
def mesin(tmp_path: Path) -> Mesin:
    return Mesin(tmp_path)


@pytest.mark.parametrize("perintah", ["run", "test", "dev", "bench"])
def test_help_prepares_nothing(mesin: Mesin, perintah: str) -> None:
    hasil = mesin.jalankan(perintah, "--help")
    assert (hasil.kode, hasil.galat, hasil.dipanggil) == (0, "", [])
    assert hasil.keluar.startswith(f"Pemakaian: bin/{perintah}")
    assert not (mesin.klona / ".venv").exists()


def test_run_refuses_an_unknown_option(mesin: Mesin) -> None:
    hasil = mesin.jalankan("run", "--cepat")
    assert (hasil.kode, hasil.dipanggil) == (2, [])
    assert hasil.galat == 'bin/run tidak mengenal "--cepat"; lihat bin/run --help.\n'


@pytest.mark.parametrize(
    ("perintah", "ada", "kurang"),
    [
        ("run", PAKET_PDF[:2], PAKET_PDF[2:]),
        ("run", [], PAKET_PDF),
        ("test", PAKET_PDF, PAKET_UJI),
        ("dev", PAKET_PDF[1:], PAKET_PDF[:1]),
    ],
)
def test_missing_packages_without_root_are_one_exact_command(
    mesin: Mesin, perintah: str, ada: list[str], kurang: list[str]
) -> None:
    mesin.terpasang(*ada)
    hasil = mesin.jalankan(perintah)
    assert (hasil.kode, hasil.keluar, hasil.dipanggil) == (1, "", [])
    assert hasil.galat == (
        "Paket sistem belum lengkap. Jalankan perintah ini, lalu ulangi:\n"
        f"    sudo apt-get install -y {' '.join(kurang)}\n"
    )


def test_missing_venv_and_browser_without_root_are_in_the_command(mesin: Mesin) -> None:
    mesin.pasang("chromium", "#!/bin/sh\nexit 1\n")  # a stub that does not start is no browser
    mesin.terpasang(*PAKET_PDF, *PAKET_UJI)
    hasil = mesin.jalankan("test", TANPA_VENV="1")
    assert hasil.galat.splitlines()[-1] == f"    sudo apt-get install -y python3-venv {CHROMIUM}"


@pytest.mark.parametrize(("uid", "sudo"), [("0", ""), ("1000", "ya")])
def test_missing_packages_with_root_or_sudo_are_installed(mesin: Mesin, uid: str, sudo: str) -> None:
    mesin.aku(uid)
    mesin.terpasang(*PAKET_PDF[:3])
    hasil = mesin.jalankan("run", SUDO_BISA=sudo)
    assert hasil.dipanggil[:2] == [
        "apt-get update",
        "apt-get -o DPkg::Lock::Timeout=300 install -y fonts-liberation",
    ]
    assert hasil.kode == 0


def test_office_program_of_the_tests_comes_without_its_desktop(mesin: Mesin) -> None:
    mesin.aku("0")
    mesin.terpasang(*PAKET_PDF, *PAKET_UJI[:-1])
    assert mesin.jalankan("test", "-x").dipanggil[:3] == [
        "apt-get update",
        "apt-get -o DPkg::Lock::Timeout=300 install -y --no-install-recommends libreoffice-calc",
        "apt-get -o DPkg::Lock::Timeout=300 install -y libreoffice-calc",  # to the stub it is missing still
    ]


def test_packages_that_will_not_install_stop_it_with_the_command(mesin: Mesin) -> None:
    mesin.aku("0")
    mesin.terpasang(*PAKET_PDF[1:])
    hasil = mesin.jalankan("run", APT_GAGAL="100")
    assert hasil.kode == 1
    assert hasil.galat.splitlines()[-1] == "    sudo apt-get install -y libpango-1.0-0"
    assert [p for p in hasil.dipanggil if p.startswith("python")] == []


STATIS = "python manage.py collectstatic --noinput --verbosity 0"
PIP = "python -m pip install --quiet --no-input --disable-pip-version-check"
PASANG = f"{PIP} --require-hashes --no-deps --only-binary :all: --no-compile "
LAYANI = [
    "python bin/alamat_bebas.py 127.0.0.1:8000",
    "python bin/muat.py",
    "python -m gunicorn --config bin/gunicorn.conf.py zona.wsgi:application",
]
KATA = "Memuat Zona …\nMenjalankan peladen …\n"


UJI = "python -m pytest -n auto --dist worksteal"
BERSAMA = "python bin/postgresql_uji.py"


def test_run_prepares_once_then_only_serves(mesin: Mesin) -> None:
    pertama = mesin.jalankan("run")
    pasang = ["python -m venv --clear .venv", f"{PASANG}--requirement requirements.txt"]
    siap = sorted(pertama.dipanggil[3:-1])  # static files beside the rest
    assert [*pertama.dipanggil[:3], *siap, pertama.dipanggil[-1]] == [*pasang, LAYANI[0], LAYANI[1], STATIS, LAYANI[2]]
    kedua = mesin.jalankan("run")
    assert (kedua.kode, kedua.galat, kedua.dipanggil) == (0, KATA, LAYANI)


@pytest.mark.parametrize("gagal", ["MUAT_GAGAL", "STATIS_GAGAL"])
def test_run_serves_nothing_that_is_not_whole(mesin: Mesin, gagal: str) -> None:
    hasil = mesin.jalankan("run", **{gagal: "1"})
    assert (hasil.kode, LAYANI[-1] in hasil.dipanggil) == (1, False)
    assert mesin.jalankan("run").dipanggil[-1] == LAYANI[-1]


def test_run_through_a_link_finds_its_clone(mesin: Mesin) -> None:
    mesin.jalankan("run")
    (mesin.jalur / "tautan").symlink_to(mesin.klona / "bin" / "run")
    hasil = mesin.jalankan("../../jalur/tautan")
    assert (hasil.kode, hasil.dipanggil) == (0, LAYANI)


def test_run_takes_up_an_interrupted_install(mesin: Mesin) -> None:
    gagal = mesin.jalankan("run", PIP_GAGAL="1")
    assert (gagal.kode, gagal.dipanggil[-1]) == (1, f"{PASANG}--requirement requirements.txt")
    assert f"{PASANG}--requirement requirements.txt" in mesin.jalankan("run").dipanggil
    assert mesin.jalankan("run").dipanggil == LAYANI


def test_run_installs_again_when_its_pins_change(mesin: Mesin) -> None:
    mesin.jalankan("run")
    with (mesin.klona / "requirements.txt").open("a") as pin:
        pin.write("lagi==1.0\n")
    assert f"{PASANG}--requirement requirements.txt" in mesin.jalankan("run").dipanggil


def test_run_collects_static_files_again_when_one_changes(mesin: Mesin) -> None:
    mesin.jalankan("run")
    (mesin.klona / "static/css/zona.css").write_text("body { color: black }")
    assert STATIS in mesin.jalankan("run").dipanggil
    assert mesin.jalankan("run").dipanggil == LAYANI


def test_run_is_content_with_what_the_tests_installed(mesin: Mesin) -> None:
    assert f"{PASANG}--requirement requirements-dev.txt" in mesin.jalankan("test", "tests/inti").dipanggil
    assert mesin.jalankan("run").dipanggil == LAYANI


def test_run_without_demo_loads_none(mesin: Mesin) -> None:
    """bin/muat.py goes by ZONA_CONTOH, which is 1 or 0 by then."""
    mesin.pasang(
        "python3", PYTHON_PALSU + 'case "$*" in *muat.py*) echo "contoh=$ZONA_CONTOH" >>"$CATATAN_UJI" ;; esac\n'
    )
    mesin.jalankan("run")
    for env, contoh in (({}, "1"), ({"ZONA_CONTOH": "off"}, "0"), ({"ZONA_PRODUKSI": "1"}, "0")):
        assert f"contoh={contoh}" in mesin.jalankan("run", **env).dipanggil


def test_test_with_arguments_runs_just_those(mesin: Mesin) -> None:
    mesin.jalankan("test", "x")
    hasil = mesin.jalankan("test", "tests/inti", "-k", "angka dan")
    assert hasil.dipanggil == [f"{UJI} tests/inti -k 'angka dan'"]
    hasil = mesin.jalankan("test", "tests/inti", ZONA_UJI_BASIS="postgresql")
    assert hasil.dipanggil == [f"{BERSAMA} .venv/bin/{UJI} tests/inti"]


def test_test_refuses_a_database_it_does_not_know(mesin: Mesin) -> None:
    hasil = mesin.jalankan("test", "tests/inti", ZONA_UJI_BASIS="mysql")
    assert (hasil.kode, hasil.keluar, hasil.dipanggil) == (1, "", [])
    assert hasil.galat == "ZONA_UJI_BASIS=mysql tidak dikenal; pilih sqlite atau postgresql.\n"


@pytest.mark.parametrize(
    ("pilihan", "tanda"),
    [((), "'basis and not satu_basis and not e2e and not s3'"), (("--semua",), "basis")],
    ids=["biasa", "semua"],
)
def test_test_runs_all_on_both_databases(mesin: Mesin, pilihan: tuple[str, ...], tanda: str) -> None:
    mesin.jalankan("test", "x")
    (mesin.klona / "templates").mkdir()
    shutil.copy(mesin.jalur / "true", mesin.klona / ".venv" / "bin" / "lint-imports")
    hasil = mesin.jalankan("test", *pilihan)
    assert (hasil.kode, hasil.galat) == (0, "")
    assert hasil.dipanggil[-2:] == [f"{BERSAMA} .venv/bin/{UJI} -m {tanda}", UJI]
    assert "python -m mypy" in hasil.dipanggil
    assert [b for b in hasil.keluar.splitlines() if not b.startswith("ok ")] == []


@pytest.mark.parametrize("mana", ["MYPY", "POSTGRESQL", "SQLITE"])
def test_test_fails_with_either_and_runs_the_rest(mesin: Mesin, mana: str) -> None:
    mesin.jalankan("test", "x")
    hasil = mesin.jalankan("test", **{f"{mana}_GAGAL": "1"})
    assert (hasil.kode, hasil.dipanggil[-1]) == (1, UJI)
    assert ("GAGAL  mypy\nkurang tipe\n" in hasil.keluar) == (mana == "MYPY")
    assert ("Ada yang gagal pada PostgreSQL" in hasil.keluar) == (mana == "POSTGRESQL")


def test_ci_runs_the_tests() -> None:
    assert '"$(dirname -- "$0")/../bin/test"' in (AKAR / ".ci" / "run").read_text()


# --- Serving ----------------------------------------------------------------------------------------


def test_address_in_use_is_said_in_one_sentence() -> None:
    masalah = runpy.run_path(str(BIN / "alamat_bebas.py"))["masalah"]
    with socket.socket() as soket:
        soket.bind(("127.0.0.1", 0))
        soket.listen()
        alamat = f"127.0.0.1:{soket.getsockname()[1]}"
        assert masalah(alamat) == (
            f"Alamat {alamat} sedang dipakai program lain; pilih yang lain: ZONA_ALAMAT=127.0.0.1:8001 bin/run."
        )
    assert masalah(alamat) == ""
    assert masalah("8000x") == "ZONA_ALAMAT=8000x bukan alamat; contoh yang benar: 127.0.0.1:8000."
