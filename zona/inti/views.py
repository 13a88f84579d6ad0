"""Health, and the pages of what went wrong."""

import logging
import os
from tempfile import TemporaryFile
from typing import Any

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.core.exceptions import RequestDataTooBig, TooManyFieldsSent
from django.core.files.storage import FileSystemStorage, default_storage
from django.db import connection
from django.db.migrations.executor import MigrationExecutor
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

log = logging.getLogger(__name__)


def _basis_data() -> None:
    with connection.cursor() as kursor:
        kursor.execute("SELECT 1")


def _penyimpanan() -> None:
    """Can be reached; a folder takes a file, too (one without a name, gone when it is closed)."""
    default_storage.exists("periksa-kesehatan")
    if isinstance(default_storage, FileSystemStorage):
        os.makedirs(default_storage.location, exist_ok=True)
        with TemporaryFile(dir=default_storage.location, buffering=0) as berkas:
            berkas.write(b"-")


def _migrasi() -> None:
    pelaksana = MigrationExecutor(connection)
    if pelaksana.migration_plan(pelaksana.loader.graph.leaf_nodes()):
        raise RuntimeError("ada migrasi yang belum dijalankan")


@login_not_required
@never_cache
@require_safe
def sehat(request: HttpRequest) -> JsonResponse:
    """200 when database, storage and migrations are well, else 503. The cause goes to the log, not to the caller."""
    keadaan: dict[str, str] = {}
    for nama, periksa in (("basis_data", _basis_data), ("penyimpanan", _penyimpanan), ("migrasi", _migrasi)):
        try:
            periksa()
            keadaan[nama] = "baik"
        except Exception:  # any failure of a dependency is the answer itself
            log.exception("pemeriksaan %s gagal", nama)
            keadaan[nama] = "gagal"
    baik = set(keadaan.values()) == {"baik"}
    return JsonResponse({"sehat": baik, **keadaan}, status=200 if baik else 503)


def csrf_gagal(request: HttpRequest, reason: str = "") -> HttpResponse:
    """403 with what to do about it: the page was left open too long, or cookies are off."""
    konteks: dict[str, Any] = {
        "judul": "Halaman ini sudah kedaluwarsa",
        "pesan": "Muat ulang halaman, lalu kirim sekali lagi. Peramban harus mengizinkan kuki.",
    }
    return render(request, "galat.html", konteks, status=403)


def permintaan_buruk(request: HttpRequest, exception: Exception) -> HttpResponse:
    """400, and 413 for a form that is larger than one may be: nothing of it was read, so nothing was saved."""
    if isinstance(exception, RequestDataTooBig | TooManyFieldsSent):
        batas = settings.DATA_UPLOAD_MAX_MEMORY_SIZE // 2**20
        pesan = f"Isian yang dikirim lebih besar dari {batas} MB; tidak ada yang disimpan. Pecah menjadi beberapa."
        return render(request, "galat.html", {"judul": "Kiriman terlalu besar", "pesan": pesan}, status=413)
    return render(request, "400.html", status=400)
