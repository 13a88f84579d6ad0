"""Reads one signed file: a program of its own, run by `periksa.py`. A line of JSON and the bytes it counts come on
stdin, the verdict leaves as JSON on stdout; what a hostile file does (hang, eat memory) ends with it."""

import json
import resource
import sys
from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path

MEMORI = 512 * 1024 * 1024
DETIK = 10


def batasi() -> None:
    """Before anything hostile is read: so much memory and time and no more, and no file written."""
    resource.setrlimit(resource.RLIMIT_AS, (MEMORI, MEMORI))
    resource.setrlimit(resource.RLIMIT_CPU, (DETIK, DETIK))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def utama() -> None:
    batasi()
    sys.path.insert(0, str(Path(__file__).resolve().parents[2]))
    from zona.pengesahan.baca import putuskan

    kepala = json.loads(sys.stdin.buffer.readline())
    isi, naskah, *akar = (sys.stdin.buffer.read(n) for n in kepala["panjang"])
    putusan = putuskan(isi, naskah, akar, frozenset(kepala["bsre"]), datetime.now(UTC))
    json.dump(asdict(putusan), sys.stdout, default=lambda saat: saat.isoformat())


if __name__ == "__main__":
    utama()
