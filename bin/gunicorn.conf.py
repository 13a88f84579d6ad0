"""How bin/run serves; every setting has its default here and its variable beside it. "Zona siap" is said when each
worker has answered 200 to /sehat/; otherwise the start ends with one sentence and exit code 1."""

import mmap
import os
import sys
from pathlib import Path
from typing import Any

from gunicorn.errors import HaltServer

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
from zona.siap import BelumSiap, muat, tanya

bind = os.environ.get("ZONA_ALAMAT", "127.0.0.1:8000")
workers = int(os.environ.get("ZONA_PEKERJA", "2"))
# Threads, since a browser's idle spare connection would hold a whole single-threaded worker.
worker_class = "gthread"
threads = int(os.environ.get("ZONA_UTAS", "4"))
preload_app = True  # one load, shared memory
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

try:
    muat()
except BelumSiap as belum:
    sys.exit(str(belum))


class Penantian:
    """What the master and its first workers know of each other until all have answered; made before they are forked.
    Workers that come later, and those of a reload, find it over or not there: they serve without being asked."""

    def __init__(self, pekerja: int) -> None:
        self._selesai = mmap.mmap(-1, 1)
        self._sisa, isi = os.pipe()  # a token for each worker but the last
        os.write(isi, b"." * (pekerja - 1))
        self._pesan, self._lapor = os.pipe()
        for ujung in (self._sisa, self._pesan):
            os.set_blocking(ujung, False)

    @property
    def selesai(self) -> bool:
        return self._selesai[0] == 1

    def terakhir(self) -> bool:
        """Is this the last worker to answer? Then the waiting is over."""
        if _baca(self._sisa, 1):
            return False
        self._selesai[0] = 1
        return True

    def lapor(self, pesan: str) -> None:
        os.write(self._lapor, pesan.encode()[:2000] + b"\n")

    def pesan(self) -> str:
        return _baca(self._pesan, 2001).decode(errors="replace").split("\n")[0]


def _baca(ujung: int, banyak: int) -> bytes:
    try:
        return os.read(ujung, banyak)
    except BlockingIOError:
        return b""


penantian: Penantian | None = None


def when_ready(server: Any) -> None:
    """The socket listens; the workers come next. Not called by a reload."""
    global penantian
    penantian = Penantian(server.num_workers)


def post_worker_init(worker: Any) -> None:
    """In each worker, before it serves: does the application answer? The last one says that all is ready."""
    if penantian is None or penantian.selesai:
        return
    try:
        tanya(worker.wsgi)
    except BelumSiap as belum:
        penantian.lapor(str(belum))
        sys.exit(0)  # the master tells why, in child_exit
    if penantian.terakhir():
        sys.stdout.write(sambutan(worker.sockets[0].getsockname()))
        sys.stdout.flush()


def child_exit(server: Any, worker: Any) -> None:
    """In the master: a worker that ends before all have answered ends the start."""
    global penantian
    if penantian is None or penantian.selesai or not server.LISTENERS:  # without listeners it is stopping by itself
        return
    pesan = penantian.pesan() or "Zona belum dapat melayani: sebuah pekerja berhenti sebelum menjawab /sehat/."
    penantian = None
    sys.stderr.write(f"{pesan}\n")
    server.log.error_log.setLevel("CRITICAL")  # that it shuts down is said
    raise HaltServer(None, 1)


def sambutan(alamat: Any) -> str:
    """Where to go, and as whom."""
    if isinstance(alamat, tuple):
        tuan = {"0.0.0.0": "127.0.0.1", "::": "::1"}.get(alamat[0], alamat[0])  # noqa: S104 - only for showing
        alamat = f"http://[{tuan}]:{alamat[1]}" if ":" in tuan else f"http://{tuan}:{alamat[1]}"
    baris = f"\nZona siap di {alamat}\n\n"
    if os.environ.get("ZONA_CONTOH") == "1":
        baris += AKUN.format(sandi=os.environ.get("ZONA_SANDI_CONTOH", "contoh-zona-2023"))
        if hari_ini := os.environ.get("ZONA_HARI_INI"):
            baris += f"Tanggal contoh: {hari_ini}\n"
    return baris + "Hentikan dengan Ctrl+C.\n"
