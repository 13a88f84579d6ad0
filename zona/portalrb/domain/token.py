"""Bearer tokens: made once, shown once, kept as their SHA-256, revoked for good."""

import hashlib
import secrets
from typing import Any

from django.db import transaction

from zona.inti.errors import DomainError
from zona.inti.waktu import sekarang
from zona.organisasi.domain.jejak import catat
from zona.organisasi.models import Satker
from zona.portalrb.models import TokenPortal

AWALAN = "zrb_"


def sidik_token(rahasia: str) -> str:
    """What is kept of it. No salt: 256 bits by chance are not guessed from their hash."""
    return hashlib.sha256(rahasia.encode()).hexdigest()


@transaction.atomic
def buat_token(*, satker: Satker, nama: str, oleh: Any) -> str:
    """A new token of the office. Returns it: it is nowhere else. Raises DomainError without a name, and for a name that
    a valid token has."""
    nama = nama.strip()
    if not nama:
        raise DomainError("Isi nama token, misalnya PortalRB 2026.", kolom="nama")
    if TokenPortal.objects.filter(satker=satker, nama=nama, dicabut_pada__isnull=True).exists():
        raise DomainError(f"Token {nama} masih berlaku. Cabut dahulu, atau pakai nama lain.", kolom="nama")
    rahasia = AWALAN + secrets.token_urlsafe(32)
    token = TokenPortal.objects.create(
        satker=satker, nama=nama, awal=rahasia[:8], sidik=sidik_token(rahasia), dibuat_oleh=oleh
    )
    catat(satker_id=satker.pk, oleh=oleh, tindakan="membuat token PortalRB", objek=token, sesudah={"nama": nama})
    return rahasia


@transaction.atomic
def cabut_token(*, token: TokenPortal, oleh: Any) -> None:
    """It opens nothing any more. Raises DomainError where it was revoked already."""
    saat = sekarang()
    berlaku = TokenPortal.objects.filter(pk=token.pk, dicabut_pada__isnull=True)
    if not berlaku.update(dicabut_pada=saat, dicabut_oleh=oleh):
        raise DomainError(f"Token {token.nama} sudah dicabut.")
    catat(
        satker_id=token.satker_id, oleh=oleh, tindakan="mencabut token PortalRB", objek=token,
        sebelum={"dicabut_pada": None}, sesudah={"dicabut_pada": saat},
    )  # fmt: skip
