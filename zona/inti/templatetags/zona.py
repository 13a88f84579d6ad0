"""Filters of the house, loaded everywhere: dates and numbers as Indonesians write them."""

from datetime import date, datetime
from decimal import Decimal
from zoneinfo import ZoneInfo

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString

from zona.inti import kata
from zona.inti.angka import angka_id, bobot_id
from zona.inti.waktu import tanggal_id, tanggal_pendek

register = template.Library()

KATA = {"menunggu": "Menunggu verifikasi"}


@register.filter
def tanggal(hari: date | None) -> str:
    """Of a day. A moment is of the day it has where it is told: `|hari:zona` first. Raises TypeError."""
    return tanggal_id(_hari_saja(hari))


@register.filter
def tanggal_ringkas(hari: date | None) -> str:
    """The same, short. Raises TypeError for a moment."""
    return tanggal_pendek(_hari_saja(hari))


def _hari_saja(hari: date | None) -> date | None:
    if isinstance(hari, datetime):
        raise TypeError("waktu tanpa zona: pakai |hari:zona_waktu")
    return hari


@register.filter
def hari(waktu: datetime | None, zona_waktu: str) -> date | None:
    """The day of a moment by the clock of that time zone."""
    return waktu.astimezone(ZoneInfo(zona_waktu)).date() if waktu else None


@register.filter
def saat(waktu: datetime | None, zona_waktu: str) -> str:
    """18 Maret 2023 pukul 14.05 WITA, by the clock of that time zone; a dash when there is none."""
    if waktu is None:
        return "–"
    di_sana = waktu.astimezone(ZoneInfo(zona_waktu))
    return f"{tanggal_id(di_sana.date())} pukul {di_sana:%H.%M %Z}"


@register.filter
def angka(nilai: Decimal | None, tempat: int = 2) -> str:
    return angka_id(nilai, tempat)


@register.filter
def bobot(nilai: Decimal) -> str:
    return bobot_id(nilai)


@register.filter
def ukuran(byte: int) -> str:
    """A file's size: 812 B, 24 KB, 1,5 MB."""
    if byte < 1024:
        return f"{byte} B"
    if byte < 1024 * 1024:
        return f"{byte // 1024} KB"
    return f"{angka_id(Decimal(byte) / (1024 * 1024), 1)} MB"


@register.filter
def lencana(status: str) -> SafeString:
    """A status as word + shape + colour (komponen.css draws the shape)."""
    return format_html('<span class="status status-{}">{}</span>', status, KATA.get(status, status.capitalize()))


@register.filter
def jangkar(kode: str) -> str:
    """P1.1.a as it stands in ids of a page."""
    return kode.replace(".", "-")


@register.filter(is_safe=True)
def tamat(teks: object) -> str:
    """A name, or several, at the end of a sentence: `{{ nama|tamat }}`."""
    return kata.tamat(teks)


@register.filter(is_safe=True)
def satu_titik(teks: object) -> str:
    return kata.satu_titik(teks)


@register.filter
def tanpa_awal(teks: str, awal: str) -> str:
    """What is written behind `awal`: "Ya, apabila …" without the "Ya" it begins with, any other text after a space."""
    sisa = teks.removeprefix(awal)
    if teks.startswith(awal) and not sisa[:1].isalnum():
        return sisa
    return f" {teks}" if teks else ""
