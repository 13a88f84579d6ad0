"""Where an import comes from."""

from django.db.models import TextChoices


class JenisImpor(TextChoices):
    BUKU = "buku", "Buku kerja rencana"
    LAMA = "lama", "Berkas lama"
    URUNG = "urung", "Pengurungan"
