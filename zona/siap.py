"""Is all of it there? Loaded whole, and answering: asked before anyone is told "Zona siap" (bin/gunicorn.conf.py) and
before anything is written (bin/muat.py)."""

import json
import logging
import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path
from typing import Any

AKAR = Path(__file__).resolve().parent.parent
PENANYA = ("siap.py", "muat.py", "gunicorn.conf.py")
"""Files that only ask: an error is never theirs."""
BAGIAN = {
    "basis_data": "basis data tidak dapat dipakai",
    "penyimpanan": "penyimpanan berkas tidak dapat ditulisi",
    "migrasi": "basis datanya belum mutakhir; jalankan python manage.py migrate",
}


class BelumSiap(Exception):
    """Why Zona cannot serve, as one sentence for who starts it."""


def muat() -> Any:
    """The WSGI application, with every address and its view imported and Django's system checks passed. Raises
    BelumSiap."""
    try:
        from django.core.checks import run_checks

        from zona.wsgi import application

        temuan = [p for p in run_checks() if p.is_serious() and not p.is_silenced()]
    except Exception as galat:  # whatever keeps it from loading is the answer itself
        rinci = "rinciannya: python manage.py check"
        raise BelumSiap(f"Zona belum dapat dimuat: {sebab(galat)}{letak(galat)}; {rinci}.") from galat
    if temuan:
        raise BelumSiap(f"Zona belum dapat dimuat: {temuan[0].msg}")
    return application


def tanya(application: Any) -> None:
    """Ask GET /sehat/ of the application as a server would. Raises BelumSiap unless it answers 200."""
    from django.db import connections

    with _galat_tercatat() as tercatat:
        try:
            kode, isi = _jawaban(application)
        except Exception as galat:  # an application that raises is not ready either
            raise BelumSiap(f"Zona belum dapat melayani: /sehat/ tidak menjawab ({sebab(galat)}).") from galat
        finally:
            connections.close_all()  # the thread that asks serves nobody
    if kode == 200:
        return
    karena = f" ({sebab(tercatat[0])})" if tercatat else ""
    try:
        bagian = next(b for b in BAGIAN if json.loads(isi)[b] != "baik")
    except ValueError:
        raise BelumSiap(f"Zona belum dapat melayani: /sehat/ menjawab {kode}{karena}.") from None
    raise BelumSiap(f"Zona belum dapat melayani: {BAGIAN[bagian]}{'' if bagian == 'migrasi' else karena}.")


def sebab(galat: BaseException) -> str:
    """The error in one line."""
    baris = str(galat).strip().split("\n")[0].rstrip(".")
    return f"{type(galat).__name__}: {baris}" if baris else type(galat).__name__


def letak(galat: BaseException) -> str:
    """Where in our own code it came from: " di berkas:baris", or nothing."""
    for bingkai in reversed(traceback.extract_tb(galat.__traceback__)):
        berkas = Path(bingkai.filename)
        if berkas.is_relative_to(AKAR) and ".venv" not in berkas.parts and berkas.name not in PENANYA:
            return f" di {berkas.relative_to(AKAR)}:{bingkai.lineno}"
    return ""


def _jawaban(application: Any) -> tuple[int, bytes]:
    status: list[str] = []
    jawaban = application(_permintaan(), lambda kode, kepala, galat=None: status.append(kode))
    try:
        return int(status[0][:3]), b"".join(jawaban)
    finally:
        jawaban.close()


def _permintaan() -> dict[str, Any]:
    from django.conf import settings

    tuan = next((h.lstrip(".") for h in settings.ALLOWED_HOSTS if h != "*"), "localhost")
    return {
        "REQUEST_METHOD": "GET", "SCRIPT_NAME": "", "PATH_INFO": "/sehat/", "QUERY_STRING": "",
        "SERVER_NAME": tuan, "SERVER_PORT": "80", "SERVER_PROTOCOL": "HTTP/1.1", "HTTP_HOST": tuan,
        "REMOTE_ADDR": "127.0.0.1", "wsgi.version": (1, 0), "wsgi.url_scheme": "http", "wsgi.input": BytesIO(),
        "wsgi.errors": BytesIO(), "wsgi.multithread": True, "wsgi.multiprocess": True, "wsgi.run_once": False,
    }  # fmt: skip


@contextmanager
def _galat_tercatat() -> Iterator[list[BaseException]]:
    """The errors that are logged meanwhile, instead of their lines in the log."""
    galat: list[BaseException] = []

    class Penampung(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            if record.exc_info and record.exc_info[1]:
                galat.append(record.exc_info[1])

    akar = logging.getLogger()
    semula = akar.handlers[:]
    akar.handlers = [Penampung()]
    try:
        yield galat
    finally:
        akar.handlers = semula
