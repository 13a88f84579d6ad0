"""What a row of a list would do."""

from django.db.models import TextChoices


class Jenis(TextChoices):
    BARU = "baru", "Orang baru"
    BERUBAH = "berubah", "Berubah"
    SAMA = "sama", "Sama"
    DITANYA = "ditanya", "Perlu dijawab"
    DITOLAK = "ditolak", "Perlu diperbaiki"
    LEWAT = "lewat", "Ditinggalkan"
