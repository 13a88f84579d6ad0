"""Obstacles and what is done about them."""

from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from django.db import models
from django.db.models import Q

from pengungkit.models import Pertanyaan
from rencana_aksi.enums import StatusKendala
from rencana_aksi.models.aksi import Pelaksanaan, RencanaAksi
from zona.inti.waktu import sekarang
from zona.organisasi.enums import Lingkup
from zona.organisasi.models import Pengguna


class KendalaQuerySet(models.QuerySet["Kendala"]):
    def hidup(self, dari: date, sampai: date, zona_waktu: str) -> "KendalaQuerySet":
        """Those that stood at any time from one day to another: noted by its end, not solved before its beginning."""
        akhir = datetime.combine(sampai + timedelta(days=1), time(), ZoneInfo(zona_waktu))
        return self.filter(Q(selesai_pada__isnull=True) | Q(selesai_pada__gte=dari), dicatat_pada__lt=akhir)


class Kendala(models.Model):
    """An obstacle of an action, at one of its occurrences where it is of that one alone. `pertanyaan`: the question of
    the LKE whose assessor noted it."""

    aksi = models.ForeignKey(RencanaAksi, models.PROTECT, related_name="kendala")
    pelaksanaan = models.ForeignKey(Pelaksanaan, models.PROTECT, null=True, blank=True, related_name="kendala")
    pertanyaan = models.ForeignKey(Pertanyaan, models.SET_NULL, null=True, blank=True, related_name="kendala")
    uraian = models.TextField()
    dampak = models.TextField(blank=True)
    tindak_lanjut = models.TextField(blank=True)
    penanggung_jawab = models.ForeignKey(Pengguna, models.PROTECT, null=True, blank=True, related_name="+")
    tenggat = models.DateField(null=True, blank=True)
    status = models.CharField(max_length=16, choices=StatusKendala, default=StatusKendala.TERBUKA)
    selesai_pada = models.DateField(null=True, blank=True)
    dicatat_pada = models.DateTimeField(default=sekarang, editable=False)
    dicatat_oleh = models.ForeignKey(Pengguna, models.PROTECT, null=True, related_name="+")

    objects = KendalaQuerySet.as_manager()

    class Meta:
        ordering = ["-id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(status=StatusKendala.SELESAI, selesai_pada__isnull=False)
                | (~Q(status=StatusKendala.SELESAI) & Q(selesai_pada__isnull=True)),
                name="kendala_selesai_bertanggal",
            ),
        ]

    def __str__(self) -> str:
        return self.uraian

    @property
    def lingkup(self) -> Lingkup:
        return self.aksi.lingkup

    def terlambat(self, hari_ini: date) -> bool:
        """Past the day it should have been solved by."""
        return self.tenggat is not None and self.tenggat < hari_ini and self.status != StatusKendala.SELESAI
