"""Is the address to serve on free? `alamat_bebas.py 127.0.0.1:8000`: silent and 0, or one sentence and 1."""

import errno
import socket
import sys


def masalah(alamat: str) -> str:
    """What stands in the way of listening there; empty when nothing does."""
    tuan, _, gerbang = alamat.rpartition(":")
    if not gerbang.isdecimal():
        return f"ZONA_ALAMAT={alamat} bukan alamat; contoh yang benar: 127.0.0.1:8000."
    tuan = tuan.strip("[]") or "0.0.0.0"  # noqa: S104 - the same default as gunicorn's for ":8000"
    try:
        with socket.socket(socket.AF_INET6 if ":" in tuan else socket.AF_INET) as soket:
            soket.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            soket.bind((tuan, int(gerbang)))
    except (OSError, OverflowError) as galat:
        if getattr(galat, "errno", None) == errno.EADDRINUSE:
            return f"Alamat {alamat} sedang dipakai program lain; pilih yang lain: ZONA_ALAMAT=127.0.0.1:8001 bin/run."
        return f"Alamat {alamat} tidak dapat dipakai: {galat}."
    return ""


if __name__ == "__main__":
    sys.exit(masalah(sys.argv[1]) or 0)
