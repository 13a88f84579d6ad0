"""Pages per second through gunicorn on loopback. Bounded in time, ends by itself."""

import http.client
import os
import re
import shutil
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

DETIK = 8
SAMBUNGAN = 4
PEKERJA = 2


def _alamat_bebas() -> str:
    with socket.socket() as s:
        s.bind(("127.0.0.1", 0))
        return f"127.0.0.1:{s.getsockname()[1]}"


@contextmanager
def gunicorn(setelan: str) -> Iterator[tuple[str, int]]:
    """gunicorn as bin/run starts it, with two workers; gives its address and process. Raises RuntimeError."""
    alamat = _alamat_bebas()
    env = {**os.environ, "ZONA_ALAMAT": alamat, "ZONA_PEKERJA": str(PEKERJA), "DJANGO_SETTINGS_MODULE": setelan}
    perintah = [sys.executable, "-m", "gunicorn", "--config", "bin/gunicorn.conf.py", "zona.wsgi:application"]
    proses = subprocess.Popen(perintah, env=env, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)  # noqa: S603
    try:
        for _ in range(200):
            try:
                if _ambil(http.client.HTTPConnection(alamat, timeout=10), "/sehat/", "") == 200:
                    break
            except OSError:
                time.sleep(0.1)
            if proses.poll() is not None:
                raise RuntimeError("gunicorn tidak dapat dimulai")
        else:
            raise RuntimeError("gunicorn tidak menjawab")
        yield alamat, proses.pid
    finally:
        proses.terminate()
        try:
            proses.wait(timeout=20)
        except subprocess.TimeoutExpired:
            proses.kill()
            proses.wait()


def laju(jalur: str, kuki: str, setelan: str) -> dict[str, Any]:
    """Pages per second of one address for one person, by wrk where there is one, else by threads of ours (which take
    processor time from the server they measure). `cpu`: milliseconds of processor time the workers spent on each."""
    with gunicorn(setelan) as (alamat, pid):
        sambungan = http.client.HTTPConnection(alamat, timeout=60)
        for _ in range(2 * PEKERJA * 4):  # each worker has drawn the page once
            if _ambil(sambungan, jalur, kuki) != 200:
                raise RuntimeError(f"{jalur} tidak dijawab 200")
        wrk = shutil.which("wrk")
        sebelum = _detik_prosesor(pid)
        jumlah, detik = _wrk(wrk, alamat, jalur, kuki) if wrk else _utas(alamat, jalur, kuki)
        cpu = (_detik_prosesor(pid) - sebelum) * 1000 / jumlah
    alat = "wrk" if wrk else "Python"
    tetap = {"alat": alat, "sambungan": SAMBUNGAN, "detik": DETIK, "pekerja": PEKERJA}
    return {"per_detik": round(jumlah / detik, 1), "cpu": round(cpu, 1), **tetap}


def _detik_prosesor(induk: int) -> float:
    """Processor time of the workers so far (Linux)."""
    detak = 0
    for berkas in Path("/proc").glob("[0-9]*/stat"):
        try:
            isi = berkas.read_text().rpartition(")")[2].split()
        except OSError:  # ended meanwhile
            continue
        if int(isi[1]) == induk:
            detak += int(isi[11]) + int(isi[12])
    return detak / os.sysconf("SC_CLK_TCK")


def _ambil(sambungan: http.client.HTTPConnection, jalur: str, kuki: str) -> int:
    sambungan.request("GET", jalur, headers={"Cookie": kuki, "Accept-Encoding": "gzip"})
    jawaban = sambungan.getresponse()
    jawaban.read()
    return jawaban.status


def _wrk(wrk: str, alamat: str, jalur: str, kuki: str) -> tuple[int, float]:
    """Pages answered, and in how many seconds. Raises RuntimeError for any answer but 200."""
    perintah = [
        wrk, "-t1", f"-c{SAMBUNGAN}", f"-d{DETIK}s", "--timeout", "30s", "-H", f"Cookie: {kuki}",
        "-H", "Accept-Encoding: gzip", f"http://{alamat}{jalur}",
    ]  # fmt: skip
    teks = subprocess.run(perintah, check=True, capture_output=True, text=True, timeout=DETIK + 60).stdout  # noqa: S603
    if "Non-2xx" in teks or "Socket errors" in teks:
        raise RuntimeError(f"jawaban selain 200:\n{teks}")
    cocok = re.search(r"(\d+) requests in ([\d.]+)s", teks)
    if not cocok:
        raise RuntimeError(f"wrk menjawab lain:\n{teks}")
    return int(cocok[1]), float(cocok[2])


def _utas(alamat: str, jalur: str, kuki: str) -> tuple[int, float]:
    jumlah = [0] * SAMBUNGAN
    mulai = time.monotonic()

    def kerja(ke: int) -> None:
        sambungan = http.client.HTTPConnection(alamat, timeout=60)
        while time.monotonic() - mulai < DETIK:
            jumlah[ke] += _ambil(sambungan, jalur, kuki) == 200

    utas = [threading.Thread(target=kerja, args=[ke]) for ke in range(SAMBUNGAN)]
    for u in utas:
        u.start()
    for u in utas:
        u.join()
    return sum(jumlah), time.monotonic() - mulai
