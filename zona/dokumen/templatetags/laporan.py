"""Filters that draw a report's tables: {% load laporan %}."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from django import template

from zona.dokumen.queries.monev.isi import BOBOT, STATUS, Baris, Kolom, Nilai, Tabel
from zona.inti.angka import angka_id, bobot_id
from zona.inti.waktu import tanggal_pendek

register = template.Library()


@register.filter
def pasangan(tabel: Tabel, baris: Baris) -> Iterator[tuple[Kolom, Nilai]]:
    """Each value with its column."""
    return zip(tabel.kolom, baris.nilai, strict=True)


@register.filter
def sel(nilai: Nilai, kolom: Kolom) -> str:
    """A value as people read it; a dash for none."""
    match nilai:
        case None | "":
            return "–"
        case date():
            return tanggal_pendek(nilai)
        case Decimal():
            return bobot_id(nilai) if kolom.jenis == BOBOT else angka_id(nilai)
        case str() if kolom.jenis == STATUS:
            return nilai.capitalize()
    return str(nilai)
