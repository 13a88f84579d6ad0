"""How long the tests wait: until what they wait for has come. A machine that is busy with other work is slow, not
wrong; only what is truly stuck runs into these limits. Nothing here makes a passing test wait."""

import ctypes
import os
import signal
import subprocess
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from typing import Any

SABAR = 300
"""Seconds for a process, a server, a request between processes."""

SABAR_HALAMAN = 180_000
"""Milliseconds for a page of the browser to show what it should."""


def tunggu(sudah: Callable[[], bool], apa: str) -> None:
    """Until it is so; `apa` is said when it never becomes so."""
    habis = time.monotonic() + SABAR
    while not sudah():
        assert time.monotonic() < habis, f"tidak kunjung terjadi: {apa}"
        time.sleep(0.02)


PR_SET_PDEATHSIG = 1
_prctl = getattr(ctypes.CDLL(None), "prctl", None)
"""Linux' own; looked up here, for nothing may be loaded between fork and exec."""


def _ikut_berakhir() -> None:
    if _prctl is not None:
        _prctl(PR_SET_PDEATHSIG, signal.SIGKILL)


def mulai(perintah: Sequence[str], **pilihan: Any) -> subprocess.Popen[bytes]:
    """A process that leads a group of its own; on Linux it ends with these tests however they end, kill -9 included."""
    return subprocess.Popen(perintah, start_new_session=True, preexec_fn=_ikut_berakhir, **pilihan)


def hentikan(proses: subprocess.Popen[bytes]) -> None:
    """Ask the leader of a process group (`mulai`) to stop, wait for it, leave nothing of its group behind.
    Fails for one that would not stop, but not before it is dead and reaped: no later test meets it."""
    if proses.poll() is None:
        proses.terminate()
    try:
        proses.wait(timeout=SABAR)
    finally:
        habisi(proses)


def habisi(proses: subprocess.Popen[bytes]) -> None:
    """kill -9 of the whole group, and its leader reaped."""
    with suppress(ProcessLookupError):  # all of it has ended by itself
        os.killpg(proses.pid, signal.SIGKILL)
    proses.wait()
