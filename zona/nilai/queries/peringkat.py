"""Offices by the score of a year, for whoever may read them all: one query over what each last save came to."""

from dataclasses import dataclass
from decimal import Decimal

from django.db.models import QuerySet

from pengungkit.enums import JenisPenilaian
from pengungkit.models import Penilaian
from zona.organisasi.models import Pengguna, Satker


@dataclass(frozen=True, slots=True)
class BarisPeringkat:
    """One office. Those of the same total share a `peringkat`, and the next one counts them all (1, 2, 2, 4).
    `lolos`: every WBK gate; None where its instrument has none."""

    peringkat: int
    kode: str
    nama: str
    total: Decimal
    pengungkit: Decimal
    hasil: Decimal
    lolos: bool | None
    status: str


def peringkat(
    satker: "QuerySet[Satker]",
    tahun: int,
    jenis: JenisPenilaian = JenisPenilaian.MANDIRI,
    pengguna: Pengguna | None = None,
) -> list[BarisPeringkat]:
    """The best first, then by code, of the offices asked about as the person may see them (None: as who is of none of
    them does, without an assessor's draft); an office without a score is left out."""
    milik = Penilaian.objects.terlihat(pengguna).filter(satker__in=satker, tahun=tahun, jenis=jenis)
    milik = milik.filter(nilai_total__isnull=False)
    kolom = ("satker__kode", "satker__nama", "nilai_total", "nilai_pengungkit", "nilai_hasil", "lolos", "status")
    hasil: list[BarisPeringkat] = []
    for urutan, baris in enumerate(milik.order_by("-nilai_total", "satker__kode").values_list(*kolom), 1):
        seri = hasil and hasil[-1].total == baris[2]
        hasil.append(BarisPeringkat(hasil[-1].peringkat if seri else urutan, *baris))
    return hasil
