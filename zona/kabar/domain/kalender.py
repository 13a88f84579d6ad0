"""Addresses of calendars: made, renewed, revoked. The token is told once; only its SHA-256 stays."""

import secrets
from hashlib import sha256
from typing import Any

from django.db import transaction

from rencana_aksi.models import Pengungkit
from zona.inti.waktu import sekarang
from zona.kabar.models import Kalender
from zona.organisasi.domain.jejak import catat
from zona.organisasi.models import Pengguna


def sidik_token(token: str) -> str:
    """What is kept of a token. It is 256 random bits, so a plain hash is enough: there is nothing to guess."""
    return sha256(token.encode()).hexdigest()


@transaction.atomic
def buat_kalender_saya(*, oleh: Pengguna) -> str:
    """A new address of all one answers for, in place of the old; returns its token."""
    Pengguna.objects.select_for_update().get(pk=oleh.pk)
    return _buat({"pengguna": oleh}, oleh.satker_id, oleh)


@transaction.atomic
def buat_kalender_pengungkit(*, pengungkit: Pengungkit, oleh: Pengguna) -> str:
    """A new address of the whole pengungkit, in place of the old; returns its token."""
    Pengungkit.objects.select_for_update().get(pk=pengungkit.pk)
    return _buat({"pengungkit": pengungkit}, pengungkit.lingkup.satker_id, oleh)


@transaction.atomic
def cabut_kalender_saya(*, oleh: Pengguna) -> bool:
    """Close one's own address. True when there was one."""
    return _cabut({"pengguna": oleh}, oleh.satker_id, oleh)


@transaction.atomic
def cabut_kalender_pengungkit(*, pengungkit: Pengungkit, oleh: Pengguna) -> bool:
    """Close the pengungkit's address. True when there was one."""
    return _cabut({"pengungkit": pengungkit}, pengungkit.lingkup.satker_id, oleh)


def _tutup(milik: dict[str, Any], oleh: Pengguna) -> bool:
    berlaku = Kalender.objects.filter(**milik, dicabut_pada=None)
    return bool(berlaku.update(dicabut_pada=sekarang(), dicabut_oleh=oleh))


def _buat(milik: dict[str, Any], satker_id: int | None, oleh: Pengguna) -> str:
    diganti = _tutup(milik, oleh)
    token = secrets.token_urlsafe(32)
    Kalender.objects.create(**milik, sidik=sidik_token(token), dibuat_oleh=oleh)
    tindakan = "memperbarui alamat kalender" if diganti else "membuat alamat kalender"
    catat(satker_id=satker_id, oleh=oleh, tindakan=tindakan, objek=next(iter(milik.values())))
    return token


def _cabut(milik: dict[str, Any], satker_id: int | None, oleh: Pengguna) -> bool:
    if not _tutup(milik, oleh):
        return False
    catat(satker_id=satker_id, oleh=oleh, tindakan="mencabut alamat kalender", objek=next(iter(milik.values())))
    return True
