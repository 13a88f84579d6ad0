"""One page, measured: cold (nothing kept) and warm (asked again, nothing changed)."""

import statistics
import time
from collections.abc import Callable
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from typing import Any

from django.db import connection

from bench.peramban import Jawaban

BATAS_DETIK = 60
"""No row takes longer than about this; slow ones are asked fewer times, and `n` says how often."""


@dataclass(frozen=True, slots=True)
class Ukuran:
    """Medians over `n` requests: `ms` by the clock, `cpu` of this process alone (what a busy machine does not change
    much); `byte` unpacked, `gzip` as sent."""

    halaman: str
    orang: str
    keadaan: str
    kueri: int
    ms: float
    cpu: float
    n: int
    byte: int
    gzip: int

    def kamus(self) -> dict[str, Any]:
        return asdict(self)


@contextmanager
def _menghitung() -> Any:
    """Statements sent to the database, those that open and close a transaction left out."""
    terhitung = [0]

    def hitung(jalankan: Any, sql: str, params: Any, banyak: bool, konteks: Any) -> Any:
        terhitung[0] += not sql.startswith(("BEGIN", "COMMIT", "SAVEPOINT", "RELEASE"))
        return jalankan(sql, params, banyak, konteks)

    with connection.execute_wrapper(hitung):
        yield terhitung


def ukur(
    halaman: str,
    orang: str,
    keadaan: str,
    minta: Callable[[], Jawaban],
    *,
    sebelum: Callable[[], object],
    ulang: int,
) -> Ukuran:
    """Ask once to count queries and bytes, then `ulang` times by the clock (`sebelum` runs before each, unclocked)."""
    sebelum()
    with _menghitung() as terhitung:
        jawaban = minta()
    waktu: list[float] = []
    kerja: list[float] = []
    mulai = time.monotonic()
    while len(waktu) < ulang and (len(waktu) < 3 or time.monotonic() - mulai < BATAS_DETIK):
        sebelum()
        awal, awal_kerja = time.perf_counter(), time.process_time()
        minta()
        waktu.append((time.perf_counter() - awal) * 1000)
        kerja.append((time.process_time() - awal_kerja) * 1000)
    tengah, tengah_kerja = (round(statistics.median(w), 1) for w in (waktu, kerja))
    return Ukuran(
        halaman, orang, keadaan, terhitung[0], tengah, tengah_kerja, len(waktu), len(jawaban.utuh), len(jawaban.isi)
    )
