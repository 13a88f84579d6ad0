"""Addresses that outlive the page they stand on."""

from django.conf import settings
from django.urls import reverse

from zona.organisasi.models import Satker


def alamat_bukti(satker: Satker, tahun: int, kode: str) -> str:
    """The whole address of the evidence beside a question: it opens for who came in by a door of that office and year
    or is signed in, and asks all others to come in. It holds no secret."""
    return f"{settings.ZONA_ALAMAT_LAMAN}{reverse('pintu:soal', args=[satker.slug, tahun, kode])}"
