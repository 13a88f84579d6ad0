"""Commands in a process group of their own, which ends with the test whatever happens."""

import os
import signal
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

SABAR = 3600
"""Seconds for what waits for a package index or on a machine busy with other tests: only what is stuck takes longer."""


class Jalan:
    """A command that runs, and what it has said until now."""

    def __init__(self, proses: subprocess.Popen[bytes], catatan: Path) -> None:
        self.proses, self._catatan = proses, catatan

    @property
    def keluar(self) -> str:
        return self._catatan.with_suffix(".out").read_text()

    @property
    def galat(self) -> str:
        return self._catatan.with_suffix(".err").read_text()

    def tunggu_kata(self, kata: str) -> None:
        """Until it says so; AssertionError with all it said where it ends before."""
        batas = time.monotonic() + SABAR
        while kata not in self.keluar:
            assert self.proses.poll() is None, f"ended with {self.proses.returncode}\n{self.keluar}\n{self.galat}"
            assert time.monotonic() < batas, f"stuck\n{self.keluar}\n{self.galat}"
            time.sleep(0.1)

    def tunggu(self) -> int:
        return self.proses.wait(SABAR)


@contextmanager
def jalankan(perintah: list[str], *, cwd: Path, env: dict[str, str], catatan: Path) -> Iterator[Jalan]:
    """`catatan`: where what it says is kept, in .out and .err."""
    with catatan.with_suffix(".out").open("wb") as keluar, catatan.with_suffix(".err").open("wb") as galat:
        proses = subprocess.Popen(
            perintah, cwd=cwd, env=env, stdin=subprocess.DEVNULL, stdout=keluar, stderr=galat, start_new_session=True
        )
    try:
        yield Jalan(proses, catatan)
    finally:
        with suppress(ProcessLookupError):
            os.killpg(proses.pid, signal.SIGTERM)
        with suppress(subprocess.TimeoutExpired):
            proses.wait(SABAR)
        with suppress(ProcessLookupError):
            os.killpg(proses.pid, signal.SIGKILL)  # what its own end left behind
        proses.wait()


def pintu_bebas() -> int:
    with socket.socket() as soket:
        soket.bind(("127.0.0.1", 0))
        return int(soket.getsockname()[1])
