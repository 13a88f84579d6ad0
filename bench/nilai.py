"""The score itself, without pages: 110 answers, the fewest improvements, 1,000 offices ranked."""

import statistics
import time
from collections.abc import Callable
from decimal import Decimal
from random import Random
from typing import Any

from django.db import connection
from django.test.utils import CaptureQueriesContext

from pengungkit.beku import struktur_dari
from pengungkit.domain.langkah import perbaikan_terkecil
from pengungkit.domain.skor import hitung
from pengungkit.enums import JenisPenilaian
from pengungkit.models import Instrumen, Penilaian
from pengungkit.queries import naskah_instrumen
from pengungkit.struktur import Isian, Soal
from zona.nilai.queries.peringkat import peringkat
from zona.organisasi.models import Satker

SATKER = 1000
TAHUN = 2026


def ukur_nilai(ulang: int) -> dict[str, dict[str, Any]]:
    """By name: median `ms`, `n`, and what it was measured on."""
    instrumen = Instrumen.objects.get(bawaan=True)
    bentuk = struktur_dari(naskah_instrumen(instrumen))
    acak = Random(1)  # noqa: S311  # no secret
    isian = {s.kode: _isian(s, acak) for s in bentuk.semua_soal()}
    _seribu_satker(instrumen, acak)
    with CaptureQueriesContext(connection) as catatan:
        baris = peringkat(Satker.objects.all(), TAHUN)
    return {
        "hitung nilai": {**_ukur(lambda: hitung(bentuk, isian), ulang * 10), "atas": f"{len(isian)} jawaban"},
        "perbaikan terkecil": {
            **_ukur(lambda: perbaikan_terkecil(bentuk, isian, "wbk"), ulang), "atas": f"{len(isian)} jawaban",
        },
        "peringkat": {
            **_ukur(lambda: peringkat(Satker.objects.all(), TAHUN), ulang),
            "atas": f"{len(baris)} satker, {len(catatan)} kueri",
        },
    }  # fmt: skip


def _isian(soal: Soal, acak: Random) -> Isian:
    if soal.pilihan:
        return Isian(pilihan=acak.choice(list(soal.pilihan)))
    if "jenis" not in soal.rumus:
        return Isian(angka=Decimal(acak.randint(0, 400)) / 100)
    bagian = [soal.rumus[k] for k in ("pembilang", "penyebut", "lalu", "kini") if k in soal.rumus]
    kode = [k for b in bagian for k in (b if isinstance(b, list) else [b])]
    return Isian(masukan={k: acak.randint(1, 20) for k in kode})


def _seribu_satker(instrumen: Instrumen, acak: Random) -> None:
    satker = Satker.objects.bulk_create(Satker(kode=f"BENCH-{n}", nama=f"Kantor {n}") for n in range(SATKER))
    Penilaian.objects.bulk_create(
        Penilaian(
            satker=s, tahun=tahun, instrumen=instrumen, jenis=jenis, lolos=acak.random() > 0.5,
            nilai_total=Decimal(acak.randint(4000, 9999)) / 100, nilai_pengungkit=Decimal(40), nilai_hasil=Decimal(30),
        )
        for s in satker
        for tahun in (TAHUN - 1, TAHUN)
        for jenis in JenisPenilaian
    )  # fmt: skip


def _ukur(kerja: Callable[[], Any], ulang: int) -> dict[str, Any]:
    waktu = []
    for _ in range(ulang):
        awal = time.perf_counter()
        kerja()
        waktu.append((time.perf_counter() - awal) * 1000)
    return {"ms": round(statistics.median(waktu), 2), "n": ulang}
