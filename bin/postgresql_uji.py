"""Run a command beside a PostgreSQL of its own: python bin/postgresql_uji.py pytest -n auto tests/inti

The server is Debian's (15 or newer), new and empty, on a free port of 127.0.0.1, in a temporary folder; the command
finds it in DATABASE_URL, as a role that may make databases and nothing more. It keeps nothing: no fsync. Whatever ends
the command or this program, kill -9 included, ends the server and takes its folder away: a guard that waits for nothing
but its pipe to close sees to it (ADR 0035).
"""

import os
import pwd
import re
import secrets
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

TERLAMA = 15
PEMILIK = "postgres"
"""Whom the server runs as when we are root, since it refuses to be root itself."""

SETELAN = {
    "fsync": "off",
    "full_page_writes": "off",
    "synchronous_commit": "off",
    "wal_level": "minimal",
    "max_wal_senders": "0",
    "autovacuum": "off",  # its statistics come too late for a test, and it holds databases that are to be copied
    "jit": "off",
    "shared_buffers": "128MB",
    "max_connections": "100",
    "listen_addresses": "127.0.0.1",
    "unix_socket_directories": "",
    "log_min_messages": "fatal",  # a refused row is what many tests want to see
}
"""All for speed, none for safety."""


class TidakBisa(Exception):
    """No server here; the message says why."""


def cari_program(akar: Path = Path("/usr/lib/postgresql")) -> Path:
    """The folder with initdb, pg_ctl and postgres of the newest version. Raises TidakBisa."""
    versi = sorted(
        (int(p.name), p / "bin") for p in akar.glob("*") if p.name.isdecimal() and (p / "bin" / "initdb").exists()
    )
    if versi and versi[-1][0] >= TERLAMA:
        return versi[-1][1]
    if initdb := shutil.which("initdb"):
        folder = Path(initdb).resolve().parent
        keluaran = subprocess.run([initdb, "--version"], capture_output=True, text=True).stdout  # noqa: S603 - of the machine
        if (angka := re.search(r"\d+", keluaran)) and int(angka[0]) >= TERLAMA and (folder / "pg_ctl").exists():
            return folder
    raise TidakBisa(f"PostgreSQL {TERLAMA} atau lebih baru belum ada. Pasang paket postgresql, lalu ulangi.")


def sebagai() -> dict[str, Any]:
    """Arguments of subprocess that make it run as somebody who may serve. Raises TidakBisa."""
    if os.geteuid() != 0:
        return {}
    try:
        orang = pwd.getpwnam(PEMILIK)
    except KeyError as galat:
        raise TidakBisa(f"Pengguna {PEMILIK} belum ada. Pasang paket postgresql, lalu ulangi.") from galat
    return {"user": orang.pw_uid, "group": orang.pw_gid, "extra_groups": []}


def pintu_bebas() -> int:
    with socket.socket() as soket:
        soket.bind(("127.0.0.1", 0))
        pintu: int = soket.getsockname()[1]
    return pintu


class Peladen:
    """One server in one folder. `alamat` is its DATABASE_URL once it is started."""

    def __init__(self) -> None:
        self.program, self.hak = cari_program(), sebagai()
        self.folder = Path(tempfile.mkdtemp(prefix="zona-postgresql-"))
        self.isi, self.catatan = self.folder / "isi", self.folder / "catatan"
        if self.hak:
            os.chown(self.folder, self.hak["user"], self.hak["group"])

    def panggil(self, nama: str, *pilihan: str, masukan: str = "") -> None:
        hasil = subprocess.run(  # noqa: S603 - Debian's own
            [self.program / nama, *pilihan],
            cwd=self.folder,
            env={k: v for k, v in os.environ.items() if not k.startswith("PG")},
            input=masukan,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            **self.hak,
        )
        if hasil.returncode:
            catatan = self.catatan.read_text() if self.catatan.exists() else ""
            raise TidakBisa(f"PostgreSQL tidak dapat dijalankan untuk pengujian:\n{hasil.stdout}{catatan}".rstrip())

    def nyala(self) -> None:
        """Raises TidakBisa."""
        # Names are sorted as people do, not by their bytes: what leans on SQLite's order shows.
        self.panggil(
            "initdb", f"--pgdata={self.isi}", "--username=pemilik", "--auth=reject", "--no-sync",
            "--encoding=UTF8", "--locale=C.UTF-8", "--locale-provider=icu", "--icu-locale=id", "--no-instructions",
        )  # fmt: skip
        sandi = secrets.token_hex(16)
        peran = f"CREATE ROLE zona LOGIN CREATEDB PASSWORD '{sandi}'\n"
        self.panggil("postgres", "--single", "-D", str(self.isi), "postgres", masukan=peran)
        (self.isi / "pg_hba.conf").write_text("host all zona 127.0.0.1/32 scram-sha-256\n")
        setelan = "".join(f"{nama} = '{nilai}'\n" for nama, nilai in SETELAN.items())
        with (self.isi / "postgresql.conf").open("a") as berkas:
            berkas.write(setelan)
        for sisa in reversed(range(5)):  # somebody else may take a free port before the server does
            pintu = pintu_bebas()
            try:
                self.panggil(
                    "pg_ctl", "start", "--wait", "--silent", "--timeout=300", f"--pgdata={self.isi}",
                    f"--log={self.catatan}", f"--options=-p {pintu}",
                )  # fmt: skip
                break
            except TidakBisa:
                if not sisa:
                    raise
        self.alamat = f"postgres://zona:{sandi}@127.0.0.1:{pintu}/postgres"


JAGA = """
import os, shutil, signal, sys, time
folder = sys.argv[1]
sys.stdin.read()
try:
    with open(os.path.join(folder, "isi", "postmaster.pid")) as berkas:
        pid = int(berkas.readline())
    os.kill(pid, signal.SIGQUIT)  # at once: nothing of it is kept
    for _ in range(1500):
        os.kill(pid, 0)
        time.sleep(0.02)
except (OSError, ValueError):
    pass
shutil.rmtree(folder, ignore_errors=True)
"""


def jaga(folder: Path) -> subprocess.Popen[bytes]:
    """A process that ends the server in this folder, and the folder, as soon as its standard input is closed."""
    return subprocess.Popen(  # noqa: S603 - this Python
        [sys.executable, "-c", JAGA, str(folder)], stdin=subprocess.PIPE, start_new_session=True
    )


def main(perintah: Sequence[str]) -> int:
    """The command's exit code, or 1 when there is no server to run it beside."""
    try:
        peladen = Peladen()
        penjaga = jaga(peladen.folder)
    except TidakBisa as galat:
        sys.stderr.write(f"{galat}\n")
        return 1
    try:
        try:
            peladen.nyala()
        except TidakBisa as galat:
            sys.stderr.write(f"{galat}\n")
            return 1
        # Ctrl-C and a polite end are the command's to answer; we wait for it and then clean up.
        proses = subprocess.Popen(  # noqa: S603 - what we were asked to run
            perintah, env={**os.environ, "DATABASE_URL": peladen.alamat}
        )
        for sinyal in (signal.SIGTERM, signal.SIGHUP):
            signal.signal(sinyal, lambda nomor, _: proses.send_signal(nomor))
        signal.signal(signal.SIGINT, signal.SIG_IGN)
        return proses.wait()
    finally:
        penjaga.communicate()


if __name__ == "__main__":
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    sys.exit(main(sys.argv[1:]))
