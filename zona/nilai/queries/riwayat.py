"""The score over time: what each assessment came to at the end of each day it changed, and in the year before."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction

from pengungkit.enums import JenisPenilaian
from pengungkit.models import Penilaian, RiwayatNilai
from rencana_aksi.models import Rencana
from zona.inti.angka import bulat
from zona.organisasi.models import Pengguna

LEBAR, TINGGI = 600, 200
"""The drawing, in its own units; points go from 0 at the bottom to 100 at the top."""


@dataclass(frozen=True, slots=True)
class Titik:
    """One day of one assessment. `x`, `y`: where it stands in the drawing."""

    jenis: str
    tanggal: date
    total: Decimal
    pengungkit: Decimal
    hasil: Decimal
    x: str
    y: str


@dataclass(frozen=True, slots=True)
class Garis:
    """The line of one assessment, its points in order of days."""

    jenis: str
    nama: str
    titik: tuple[Titik, ...]

    @property
    def jalur(self) -> str:
        """As SVG's polyline takes it."""
        return " ".join(f"{t.x},{t.y}" for t in self.titik)


@dataclass(frozen=True, slots=True)
class Riwayat:
    """`ambang`: (least total, its height in the drawing)."""

    garis: tuple[Garis, ...]
    ambang: tuple[tuple[Decimal, str], ...]
    awal: date | None
    akhir: date | None

    @property
    def titik(self) -> list[Titik]:
        """All, newest first."""
        return sorted((t for g in self.garis for t in g.titik), key=lambda t: (t.tanggal, t.jenis), reverse=True)


@dataclass(frozen=True, slots=True)
class TahunLalu:
    """What the year before came to, by its own instrument. `beda`: this year's total less that one."""

    jenis: str
    nama: str
    tahun: int
    total: Decimal
    pengungkit: Decimal
    hasil: Decimal
    status: str
    beda: Fraction | None
    instrumen: str


def riwayat_nilai(penilaian: Iterable[Penilaian], ambang: Iterable[Decimal], hari_ini: date) -> Riwayat:
    """Of assessments the person may see. One query; the drawing runs from the first day on record to today."""
    semua = {p.pk: p for p in penilaian}
    baris = RiwayatNilai.objects.filter(penilaian__in=semua).order_by("tanggal") if semua else []
    isi = list(baris)
    tinggi = tuple((m, _y(m)) for m in sorted(set(ambang)))
    if not isi:
        return Riwayat((), tinggi, None, None)
    awal, akhir = isi[0].tanggal, max(hari_ini, isi[-1].tanggal)
    lama = max((akhir - awal).days, 1)
    garis = []
    for pk, p in semua.items():
        milik = tuple(
            Titik(
                p.jenis, r.tanggal, r.total, r.pengungkit, r.hasil,
                _koordinat(Fraction(LEBAR * (r.tanggal - awal).days, lama)), _y(r.total),
            )
            for r in isi
            if r.penilaian_id == pk
        )  # fmt: skip
        if milik:
            garis.append(Garis(p.jenis, JenisPenilaian(p.jenis).label, milik))
    return Riwayat(tuple(garis), tinggi, awal, akhir)


def tahun_lalu(rencana: Rencana, pengguna: Pengguna, kini: dict[str, Fraction]) -> list[TahunLalu]:
    """The year before as last saved, where the person sees it; one query. `kini`: this year's totals by jenis."""
    milik = Penilaian.objects.terlihat(pengguna).filter(satker=rencana.satker_id, tahun=rencana.tahun - 1)
    lalu = milik.filter(nilai_total__isnull=False)
    return [
        TahunLalu(
            p.jenis, p.get_jenis_display(), p.tahun, p.nilai_total or Decimal(0), p.nilai_pengungkit or Decimal(0),
            p.nilai_hasil or Decimal(0), p.get_status_display(),
            kini[p.jenis] - Fraction(p.nilai_total or 0) if p.jenis in kini else None, p.instrumen.nama,
        )
        for p in lalu.select_related("instrumen").order_by("jenis")
    ]  # fmt: skip


def _y(poin: Decimal) -> str:
    return _koordinat(Fraction(TINGGI) - Fraction(poin) * TINGGI / 100)


def _koordinat(nilai: Fraction) -> str:
    """As SVG writes numbers."""
    return f"{bulat(nilai, 1):f}"
