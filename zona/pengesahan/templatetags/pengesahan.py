"""Moments of signing, on the office's clock."""

from datetime import datetime
from zoneinfo import ZoneInfo

from django import template

from zona.inti.waktu import tanggal_id

register = template.Library()


@register.filter
def setempat(saat: datetime, zona: str) -> str:
    """15 Maret 2023, 09.05 WITA"""
    sini = saat.astimezone(ZoneInfo(zona))
    return f"{tanggal_id(sini.date())}, {sini:%H.%M %Z}"


@register.filter
def setempat_hari(saat: datetime, zona: str) -> str:
    """15 Maret 2023"""
    return tanggal_id(saat.astimezone(ZoneInfo(zona)).date())
