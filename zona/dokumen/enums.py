"""Kinds and states of monev reports."""

from django.db.models import TextChoices


class JenisPeriode(TextChoices):
    BULAN = "bulan", "Bulan"
    TRIWULAN = "triwulan", "Triwulan"


class StatusLaporan(TextChoices):
    DRAF = "draf", "Draf"
    SELESAI = "selesai", "Selesai"


class Susunan(TextChoices):
    """The order of folders in an evidence bundle."""

    RENCANA = "rencana", "Urutan rencana kerja"
    LKE = "lke", "Urutan pertanyaan LKE"
