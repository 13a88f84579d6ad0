"""Whole addresses, for what is read outside a browser."""

from typing import Any

from django.conf import settings
from django.urls import reverse

from rencana_aksi.models import Rencana


def alamat(nama: str, *isian: Any) -> str:
    """The page of that name at ZONA_ALAMAT_LAMAN."""
    return laman(reverse(nama, args=isian))


def laman(jalur: str) -> str:
    """That path at ZONA_ALAMAT_LAMAN."""
    return f"{settings.ZONA_ALAMAT_LAMAN}{jalur}"


def alamat_rencana(rencana: Rencana, nama: str, *isian: Any) -> str:
    """A page of the plan's office and year."""
    return alamat(nama, rencana.satker.slug, rencana.tahun, *isian)
