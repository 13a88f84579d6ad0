"""States of a heap of files and of each file in it."""

from django.db.models import TextChoices


class StatusKiriman(TextChoices):
    TERBUKA = "terbuka", "Menunggu dicocokkan"
    SELESAI = "selesai", "Selesai"
    DIBUANG = "dibuang", "Dibatalkan"


class StatusBaris(TextChoices):
    MENUNGGU = "menunggu", "Belum dicocokkan"
    DIAMBIL = "diambil", "Diambil"
    DILEWATI = "dilewati", "Dilewati"
    DITOLAK = "ditolak", "Ditolak"
