"""Obstacles and what is done about them."""

from django.db import models

from rencana_aksi.enums import StatusKendala
from rencana_aksi.models.aksi import Pelaksanaan
from zona.organisasi.enums import Lingkup
from zona.organisasi.models import Pengguna


class Kendala(models.Model):
    pelaksanaan = models.ForeignKey(Pelaksanaan, models.PROTECT, related_name="kendala")
    uraian = models.TextField()
    dampak = models.TextField(blank=True)
    tindak_lanjut = models.TextField(blank=True)
    penanggung_jawab = models.ForeignKey(Pengguna, models.PROTECT, null=True, blank=True, related_name="+")
    tenggat = models.DateField(null=True, blank=True)
    status = models.CharField(max_length=16, choices=StatusKendala, default=StatusKendala.TERBUKA)
    dicatat_pada = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["-id"]

    def __str__(self) -> str:
        return self.uraian

    @property
    def lingkup(self) -> Lingkup:
        return self.pelaksanaan.lingkup
