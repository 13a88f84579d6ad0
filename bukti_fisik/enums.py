"""States of a piece of evidence."""

from django.db.models import TextChoices


class StatusBukti(TextChoices):
    MENUNGGU = "menunggu", "Menunggu verifikasi"
    DITERIMA = "diterima", "Diterima"
    DIKEMBALIKAN = "dikembalikan", "Dikembalikan"
    DITARIK = "ditarik", "Ditarik"
