"""A clamd that speaks the protocol, on a real socket: well, infected, hanging, or talking nonsense."""

import socket
import struct
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.sabar import SABAR

VIRUS = b"TANDA-VIRUS-UJI"


@contextmanager
def clamd(jalur: Path, *, jawaban: bytes | None = None, diam: bool = False) -> Iterator[list[int]]:
    """Serves until left; yields the sizes of what it was given. `jawaban`: what it answers whatever comes."""
    diterima: list[int] = []
    peladen = socket.socket(socket.AF_UNIX)
    peladen.bind(str(jalur))
    peladen.listen()

    def layani() -> None:
        while True:
            try:
                kabel, _ = peladen.accept()
            except OSError:
                return
            with kabel:
                _jawab(kabel, diterima, jawaban, diam)

    utas = threading.Thread(target=layani, daemon=True)
    utas.start()
    try:
        yield diterima
    finally:
        peladen.shutdown(socket.SHUT_RDWR)
        peladen.close()
        utas.join(SABAR)
        jalur.unlink()


def _jawab(kabel: socket.socket, diterima: list[int], jawaban: bytes | None, diam: bool) -> None:
    isi, aliran = b"", kabel.makefile("rb")
    perintah = b""
    while not perintah.endswith(b"\0"):
        perintah += aliran.read(1)
    if perintah == b"zINSTREAM\0":
        while panjang := struct.unpack(">L", aliran.read(4))[0]:
            isi += aliran.read(panjang)
        diterima.append(len(isi))
    if diam:
        aliran.read(1)  # until the other side gives up
        return
    baik = b"PONG\0" if perintah == b"zPING\0" else b"stream: OK\0"
    kabel.sendall(jawaban or (b"stream: Eicar-Test-Signature FOUND\0" if VIRUS in isi else baik))
