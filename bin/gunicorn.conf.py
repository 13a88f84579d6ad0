"""How bin/run serves; every setting has its default here and its variable beside it."""

import os
import sys
from pathlib import Path
from typing import Any

bind = os.environ.get("ZONA_ALAMAT", "127.0.0.1:8000")
workers = int(os.environ.get("ZONA_PEKERJA", "2"))
# Threads, since a browser's idle spare connection would hold a whole single-threaded worker.
worker_class = "gthread"
threads = int(os.environ.get("ZONA_UTAS", "4"))
preload_app = True  # one load, shared memory, and an error in it stops the start instead of looping
timeout = 60
accesslog = None
loglevel = "warning"
control_socket_disable = True  # nothing here listens to it
worker_tmp_dir = "/dev/shm" if Path("/dev/shm").is_dir() else None  # noqa: S108 - heartbeats, not on a slow disk

AKUN = """\
Akun contoh (kata sandi {sandi}):
  kepala                              kepala kantor
  ketua                               ketua tim
  koordinator-1 … koordinator-6       koordinator tiap pengungkit
  anggota-1 … anggota-6               anggota tiap pengungkit
  penilai                             penilai (TPI)
  admin                               admin satker
"""


def when_ready(server: Any) -> None:
    """Printed once the socket listens: where to go, and as whom."""
    alamat = bind.replace("0.0.0.0", "127.0.0.1")  # noqa: S104 - only for showing
    baris = f"\nZona siap di http://{alamat}\n\n"
    if os.environ.get("ZONA_CONTOH") == "1":
        baris += AKUN.format(sandi=os.environ.get("ZONA_SANDI_CONTOH", "contoh-zona-2023"))
        if hari_ini := os.environ.get("ZONA_HARI_INI"):
            baris += f"Tanggal contoh: {hari_ini}\n"
    sys.stdout.write(baris + "Hentikan dengan Ctrl+C.\n")
    sys.stdout.flush()
