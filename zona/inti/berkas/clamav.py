"""ClamAV's daemon, asked over its socket (clamd's INSTREAM). Off where CLAMAV_SOCKET is empty."""

import socket
import struct
from enum import Enum
from typing import BinaryIO

from django.conf import settings

POTONGAN = 64 * 1024
BATAS_WAKTU = 60
"""Seconds for each step of the talk: large archives take the daemon a while."""


class Hasil(Enum):
    """What became of a scan. MATI: it is set, and does not answer."""

    TIDAK = "tidak"
    BERSIH = "bersih"
    MATI = "mati"


class Terinfeksi(Exception):
    """`nama`: the virus, as ClamAV calls it."""

    def __init__(self, nama: str) -> None:
        super().__init__(nama)
        self.nama = nama


def menyala() -> bool:
    """Whether files are to be scanned here."""
    return bool(settings.CLAMAV_SOCKET)


def pindai(isi: BinaryIO) -> Hasil:
    """Scan a file, in pieces. Raises Terinfeksi; a daemon that is down, hangs or talks nonsense is MATI."""
    if not menyala():
        return Hasil.TIDAK
    try:
        jawaban = _tanya(isi)
    except OSError:
        return Hasil.MATI
    finally:
        isi.seek(0)
    if jawaban == "stream: OK":
        return Hasil.BERSIH
    if jawaban.startswith("stream: ") and jawaban.endswith(" FOUND"):
        raise Terinfeksi(jawaban.removeprefix("stream: ").removesuffix(" FOUND"))
    return Hasil.MATI


def hidup(sabar: float | None = None) -> bool:
    """It answers PING, within `sabar` seconds where it must be quick."""
    try:
        with _sambung(sabar) as sambungan:
            sambungan.sendall(b"zPING\0")
            return _jawaban(sambungan) == "PONG"
    except OSError:
        return False


def _tanya(isi: BinaryIO) -> str:
    isi.seek(0)
    with _sambung() as sambungan:
        sambungan.sendall(b"zINSTREAM\0")
        while potongan := isi.read(POTONGAN):
            sambungan.sendall(struct.pack(">L", len(potongan)) + potongan)
        sambungan.sendall(struct.pack(">L", 0))
        return _jawaban(sambungan)


def _sambung(sabar: float | None = None) -> socket.socket:
    """A path is a Unix socket, host:port a network one."""
    alamat, batas = settings.CLAMAV_SOCKET, sabar or BATAS_WAKTU
    if alamat.startswith("/"):
        sambungan = socket.socket(socket.AF_UNIX)
        sambungan.settimeout(batas)
        try:
            sambungan.connect(alamat)
        except OSError:
            sambungan.close()
            raise
        return sambungan
    tuan, _, pintu = alamat.rpartition(":")
    return socket.create_connection((tuan, int(pintu)), batas)


def _jawaban(sambungan: socket.socket) -> str:
    """One answer, at most a kilobyte of it."""
    jawaban = b""
    while len(jawaban) < 1024 and not jawaban.endswith(b"\0"):
        potongan = sambungan.recv(1024)
        if not potongan:
            break
        jawaban += potongan
    return jawaban.rstrip(b"\0\n").decode("utf-8", "replace")
