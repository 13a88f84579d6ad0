"""The doors of an office and year, as those who make them see them."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date

from django.core.paginator import Page, Paginator
from django.db.models import Count, F, Window
from django.db.models.functions import RowNumber
from django.shortcuts import get_object_or_404

from bukti_fisik.queries.blok import waktu_setempat
from rencana_aksi.models import Rencana
from zona.pintu.models import Kunjungan, Pintu

TERAKHIR = 5
SEHALAMAN = 100


@dataclass(frozen=True, slots=True)
class BarisKunjungan:
    pada: str
    apa: str
    alamat_ip: str


@dataclass(frozen=True, slots=True)
class BarisPintu:
    """`keadaan`: terbuka, berakhir or dicabut; the last visits, newest first, and how many there were."""

    pintu: Pintu
    keadaan: str
    dibuat: str
    dicabut: str
    banyak: int
    terakhir: tuple[BarisKunjungan, ...]


def daftar_pintu(rencana: Rencana, hari_ini: date) -> list[BarisPintu]:
    """Newest first, in two queries."""
    semua = Pintu.objects.filter(satker=rencana.satker_id, tahun=rencana.tahun).annotate(banyak=Count("kunjungan"))
    terakhir: dict[int, list[Kunjungan]] = defaultdict(list)
    urut = Window(RowNumber(), partition_by="pintu", order_by=F("id").desc())
    milik = Kunjungan.objects.filter(pintu__satker=rencana.satker_id, pintu__tahun=rencana.tahun)
    for k in milik.annotate(urut=urut).filter(urut__lte=TERAKHIR):
        terakhir[k.pintu_id].append(k)
    zona = rencana.satker.zona_waktu
    return [
        BarisPintu(
            p,
            keadaan(p, hari_ini),
            waktu_setempat(p.dibuat_pada, zona),
            waktu_setempat(p.dicabut_pada, zona),
            p.banyak,
            tuple(_baris(k, zona) for k in terakhir[p.pk]),
        )
        for p in semua.select_related("dibuat_oleh", "dicabut_oleh").order_by("-pk")
    ]


def keadaan(pintu: Pintu, hari_ini: date) -> str:
    if pintu.dicabut_pada is not None:
        return "dicabut"
    return "berakhir" if pintu.berakhir < hari_ini else "terbuka"


def pintu_rencana(rencana: Rencana, pk: int) -> Pintu:
    """Raises Http404 for one of another office or year."""
    milik = Pintu.objects.filter(satker=rencana.satker_id, tahun=rencana.tahun)
    return get_object_or_404(milik.select_related("satker", "dibuat_oleh", "dicabut_oleh"), pk=pk)


def kunjungan_pintu(pintu: Pintu, halaman: str) -> tuple["Page[Kunjungan]", list[BarisKunjungan]]:
    """A page of all visits, newest first; two queries."""
    lembar = Paginator(pintu.kunjungan.all(), SEHALAMAN).get_page(halaman)
    return lembar, [_baris(k, pintu.satker.zona_waktu) for k in lembar]


def _baris(k: Kunjungan, zona: str) -> BarisKunjungan:
    return BarisKunjungan(waktu_setempat(k.pada, zona), k.apa, k.alamat_ip or "–")
