"""Capaian rencana aksi: how many occurrences are done, of those not called off (produk.md §4)."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction

from django.db.models import Count, Q

from rencana_aksi.enums import Status
from rencana_aksi.models import Pelaksanaan, Rencana
from rencana_aksi.rules import acuan_terlambat

TERBUKA = ~Q(status__in=[Status.SELESAI, Status.BATAL])


@dataclass(frozen=True, slots=True)
class CapaianAksi:
    """Counts of occurrences. `total` leaves out the ones called off."""

    selesai: int = 0
    total: int = 0
    terlambat: int = 0
    berjalan: int = 0
    belum: int = 0
    ditunda: int = 0
    batal: int = 0

    def __add__(self, lain: "CapaianAksi") -> "CapaianAksi":
        return CapaianAksi(*(getattr(self, k) + getattr(lain, k) for k in self.__slots__))

    @property
    def bagian(self) -> Fraction:
        """Done over all not called off, 0 to 1; 0 where there is nothing to do."""
        return Fraction(self.selesai, self.total) if self.total else Fraction(0)

    def poin(self, bobot: Decimal) -> Fraction:
        """Weight × share done: the points of capaian rencana aksi."""
        return Fraction(bobot) * self.bagian


def lewat_tempo(rencana: Rencana, hari_ini: date) -> Q:
    """Terlambat: past due and neither selesai nor batal, in a plan that is ditetapkan."""
    return TERBUKA & Q(jatuh_tempo__lt=acuan_terlambat(hari_ini, ditetapkan=rencana.sudah_ditetapkan))


def capaian_aksi(rencana: Rencana, hari_ini: date) -> dict[str, CapaianAksi]:
    """Per pengungkit code of the plan that has any action, in one query."""
    baris = (
        Pelaksanaan.objects.filter(aksi__rencana_kerja__pengungkit__rencana=rencana)
        .order_by()
        .values_list("aksi__rencana_kerja__pengungkit__kode")
        .annotate(
            jumlah_selesai=Count("pk", filter=Q(status=Status.SELESAI)),
            jumlah_berlaku=Count("pk", filter=~Q(status=Status.BATAL)),
            jumlah_terlambat=Count("pk", filter=lewat_tempo(rencana, hari_ini)),
            jumlah_berjalan=Count("pk", filter=Q(status=Status.BERJALAN)),
            jumlah_belum=Count("pk", filter=Q(status=Status.BELUM)),
            jumlah_ditunda=Count("pk", filter=Q(status=Status.DITUNDA)),
            jumlah_batal=Count("pk", filter=Q(status=Status.BATAL)),
        )
    )
    return {kode: CapaianAksi(*hitungan) for kode, *hitungan in baris}
