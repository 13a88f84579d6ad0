"""A server that can be killed in the middle of its work, and what then stands in its database and on its shelf."""

import hashlib
import json
import socket
import subprocess
import sys
from pathlib import Path
from typing import Any

from django.conf import settings

from tests.basis import di_basis, lingkungan_proses
from tests.sabar import habisi, mulai


def sha256(berkas: Path) -> str:
    return hashlib.sha256(berkas.read_bytes()).hexdigest()


class Peladen:
    """A server on one address that can be killed like a power cut and started again."""

    def __init__(self, data: Path, soket: socket.socket) -> None:
        self.data, self.soket = data, soket
        self.alamat = f"http://127.0.0.1:{soket.getsockname()[1]}"

    def nyala(self) -> None:
        perintah = [sys.executable, "-m", "gunicorn", "--config", "bin/gunicorn.conf.py"]
        self.proses = mulai(
            [*perintah, "--bind", f"fd://{self.soket.fileno()}", "zona.wsgi:application"],
            cwd=settings.AKAR,
            env={**lingkungan_proses(self.data), "ZONA_PEKERJA": "1"},
            pass_fds=[self.soket.fileno()],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )

    def bunuh(self) -> None:
        """kill -9 of all of it."""
        habisi(self.proses)

    def isi(self, kueri: str, *nilai: Any) -> list[tuple[Any, ...]]:
        """Rows as they stand in the database."""
        return di_basis(self.data, kueri, *nilai)

    def periksa(self) -> dict[str, Any]:
        """What the nightly check finds."""
        perintah = [sys.executable, "manage.py", "periksa_berkas", "--json"]
        lingkungan = lingkungan_proses(self.data)
        hasil = subprocess.run(perintah, cwd=settings.AKAR, env=lingkungan, capture_output=True, text=True, check=True)
        isi: dict[str, Any] = json.loads(hasil.stdout)
        return isi

    def di_catatan(self) -> dict[str, str]:
        """Key and SHA-256 of every file that a row speaks of."""
        return dict(self.isi("SELECT kunci, sha256 FROM bukti_fisik_berkas"))

    def di_rak(self) -> dict[str, str]:
        """The same of every file that lies there."""
        rak = self.data / "berkas"
        return {p.relative_to(rak).as_posix(): sha256(p) for p in rak.rglob("*") if p.is_file()}

    @property
    def diterima(self) -> int:
        """Bytes of the one unfinished upload that the row counts."""
        return self.isi("SELECT diterima FROM bukti_fisik_unggahan")[0][0]

    def berkas(self, nama: str) -> Path:
        """The kept file of the newest evidence of that name."""
        kueri = (
            "SELECT b.kunci FROM bukti_fisik_bukti k JOIN bukti_fisik_berkas b ON b.id = k.berkas_id"
            " WHERE k.nama = ? ORDER BY k.id DESC"
        )
        return self.data / "berkas" / self.isi(kueri, nama)[0][0]
