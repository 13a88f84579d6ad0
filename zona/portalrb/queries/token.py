"""Tokens of an office, and how often calls came of late."""

from collections.abc import Iterable
from datetime import datetime, timedelta

from django.db.models import QuerySet
from django.shortcuts import get_object_or_404

from zona.inti.models import Jejak
from zona.inti.waktu import sekarang
from zona.organisasi.models import Satker
from zona.portalrb.models import TokenPortal

JENDELA = timedelta(minutes=1)
OBJEK = TokenPortal._meta.label_lower
PANGGILAN = "PortalRB meminta data"
DIBACA = 300
"""Rows of the audit trail looked at for calls without a token; that many in a minute, from wherever, are too many."""


def token_satker(satker: Satker) -> "QuerySet[TokenPortal]":
    """Newest first, revoked ones too."""
    return TokenPortal.objects.filter(satker=satker).select_related("dibuat_oleh", "dicabut_oleh")


def token_terlihat(satker: Satker, pk: int) -> TokenPortal:
    """Raises Http404 for another office's."""
    return get_object_or_404(token_satker(satker), pk=pk)


def panggilan_token(token: TokenPortal, batas: int) -> list[datetime]:
    """Moments of its newest calls within the window, at most `batas`; one query."""
    milik = Jejak.objects.filter(objek=OBJEK, objek_id=token.pk, tindakan=PANGGILAN, waktu__gt=sekarang() - JENDELA)
    return list(milik.order_by("-id").values_list("waktu", flat=True)[:batas])


def panggilan_ditolak(alamat_ip: str) -> tuple[list[datetime], list[datetime]]:
    """Moments of the newest calls without a valid token within the window: from this address, and from all; one
    query."""
    milik = Jejak.objects.filter(objek=OBJEK, objek_id=None).order_by("-id").values_list("waktu", "sesudah")[:DIBACA]
    semua = [(waktu, isi) for waktu, isi in milik if waktu > sekarang() - JENDELA]
    return [w for w, isi in semua if isi.get("dari") == alamat_ip], [w for w, _ in semua]


def sisa_tunggu(saat: Iterable[datetime]) -> int:
    """Seconds until the oldest of these is out of the window, at least one."""
    return max(1, -int(-(min(saat) + JENDELA - sekarang()).total_seconds() // 1))
