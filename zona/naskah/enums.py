"""Kinds of sections: each has its place and its page layout in the document."""

from django.db.models import TextChoices


class JenisBagian(TextChoices):
    KEPUTUSAN = "keputusan", "Keputusan"
    PENGANTAR = "pengantar", "Kata pengantar"
    BAB = "bab", "Bab"
    LAMPIRAN = "lampiran", "Lampiran"
