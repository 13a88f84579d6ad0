"""One gunicorn worker over a demo office of its own, and what it costs in memory."""

import os
import socket
import subprocess
import sys
import tempfile
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Layanan:
    """`pesan`: the words that the preparing process wrote to its standard output."""

    alamat: str
    pekerja: int
    pesan: list[str]

    def puncak(self) -> int:
        """The most memory the worker held so far (VmHWM), in MB."""
        baris = Path(f"/proc/{self.pekerja}/status").read_text().splitlines()
        return int(next(b for b in baris if b.startswith("VmHWM")).split()[1]) // 1024


@contextmanager
def layani(modul: str, *argumen: str) -> Iterator[Layanan]:
    """Prepare with `python -m modul --siapkan argumen`, then serve; all of it is removed afterwards.
    Raises CalledProcessError."""
    with tempfile.TemporaryDirectory(prefix="zona-bench-") as data, socket.socket() as soket:
        asing = ("ZONA_", "DATABASE_URL", "S3_", "DJANGO_")
        env = {k: v for k, v in os.environ.items() if not k.startswith(asing)}
        env |= {"ZONA_DATA": data, "ZONA_HARI_INI": "2023-03-15", "DJANGO_SETTINGS_MODULE": "zona.settings"}
        siap = [sys.executable, "-m", modul, "--siapkan", *argumen]
        pesan = subprocess.run(siap, env=env, stdout=subprocess.PIPE, check=True, text=True).stdout.split()  # noqa: S603  (ourselves)
        soket.bind(("127.0.0.1", 0))
        soket.listen()
        perintah = [sys.executable, "-m", "gunicorn", "--config", "bin/gunicorn.conf.py", "zona.wsgi:application"]
        proses = subprocess.Popen(  # noqa: S603  (our own server)
            [*perintah, "--bind", f"fd://{soket.fileno()}"], env=env | {"ZONA_PEKERJA": "1"},
            pass_fds=[soket.fileno()], stdout=subprocess.DEVNULL,
        )  # fmt: skip
        try:
            alamat = f"http://127.0.0.1:{soket.getsockname()[1]}"
            with urllib.request.urlopen(f"{alamat}/sehat/"):  # noqa: S310  (our own server; up, and warm)
                anak = Path(f"/proc/{proses.pid}/task/{proses.pid}/children").read_text().split()
            yield Layanan(alamat, int(anak[0]), pesan)
        finally:
            proses.terminate()
            proses.wait()


def masuk(username: str) -> str:
    """The session key of a person, signed in. Inside the preparing process, after django.setup()."""
    from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
    from django.contrib.sessions.backends.db import SessionStore

    from zona.organisasi.models import Pengguna

    orang = Pengguna.objects.get(username=username)
    sesi = SessionStore()
    sesi[SESSION_KEY], sesi[HASH_SESSION_KEY] = str(orang.pk), orang.get_session_auth_hash()
    sesi[BACKEND_SESSION_KEY] = "zona.organisasi.backends.MasukDenganNip"
    sesi.save()
    return str(sesi.session_key)
