"""Tokens of the national system."""

from django.db import models
from django.db.models import Q

from zona.inti.waktu import sekarang
from zona.organisasi.models import Pengguna, Satker


class TokenPortal(models.Model):
    """A bearer token of one office, kept as its SHA-256 and shown once. `awal`: its first letters, to tell it by."""

    satker = models.ForeignKey(Satker, models.PROTECT, related_name="token_portal")
    nama = models.CharField(max_length=100)
    awal = models.CharField(max_length=8)
    sidik = models.CharField(max_length=64, unique=True)
    dibuat_oleh = models.ForeignKey(Pengguna, models.PROTECT, related_name="+")
    dibuat_pada = models.DateTimeField(default=sekarang, editable=False)
    dicabut_oleh = models.ForeignKey(Pengguna, models.PROTECT, null=True, blank=True, related_name="+")
    dicabut_pada = models.DateTimeField(null=True, blank=True)
    dipakai_pada = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(dicabut_oleh__isnull=True, dicabut_pada__isnull=True)
                | Q(dicabut_oleh__isnull=False, dicabut_pada__isnull=False),
                name="token_cabut_berpasangan",
            ),
            models.CheckConstraint(condition=Q(sidik__regex=r"^[0-9a-f]{64}$"), name="token_sidik"),
        ]

    def __str__(self) -> str:
        return f"{self.nama} ({self.awal}…)"
