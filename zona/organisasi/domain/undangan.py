"""Invitations by mail: a link with which a person sets the first password. One use, 72 hours, never kept.

The link signs who it is for and a fingerprint of the account as it was: a password set, by whatever door, a newer
invitation, another address or an account out of use each end it.
"""

import logging
import sys
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass, field
from functools import partial

from django.conf import settings
from django.core import signing
from django.core.mail import EmailMessage, get_connection
from django.db import transaction
from django.urls import reverse
from django.utils.crypto import constant_time_compare, salted_hmac

from zona.inti.errors import DomainError
from zona.inti.waktu import sekarang
from zona.organisasi.domain.jejak import catat
from zona.organisasi.domain.sandi import KOLOM, MASA, pilih_sandi
from zona.organisasi.enums import KeadaanSandi
from zona.organisasi.models import Pengguna, Satker

log = logging.getLogger(__name__)
GARAM = "zona.organisasi.undangan"
HABIS = "Undangan ini sudah dipakai, diganti, atau lewat 72 jam. Mintalah undangan baru kepada admin satker Anda."
BOLEH_DIUNDANG = frozenset(KeadaanSandi) - {KeadaanSandi.AKTIF}
KEPALA = {"Auto-Submitted": "auto-generated", "X-Auto-Response-Suppress": "All"}
ISI = """Yth. {nama},

Anda terdaftar di Zona, tempat {satker} menyusun dan mencatat pembangunan Zona Integritas.
Buat sandi Anda melalui tautan berikut, lalu masuk dengan nama pengguna {username}:

{tautan}

Tautan ini berlaku 72 jam dan hanya dapat dipakai sekali. Jangan teruskan kepada siapa pun.
Bila Anda tidak merasa terdaftar, abaikan surat ini.
"""


@dataclass(slots=True)
class Undangan:
    """What became of invitations; `terkirim` and `gagal` are filled once the transaction is committed."""

    terkirim: list[Pengguna] = field(default_factory=list)
    gagal: list[Pengguna] = field(default_factory=list)


@transaction.atomic
def undang(*, satker: Satker, orang: Iterable[Pengguna], oleh: Pengguna) -> Undangan:
    """Invite people of the office; a temporary password or an older invitation of theirs ends. Raises DomainError for
    who has no address, a password of their own, or an account out of use: then nobody is invited."""
    hasil, surat = Undangan(), []
    for satu in orang:
        _periksa(satu, satker)
        satu.set_unusable_password()
        satu.wajib_ganti_sandi = False
        satu.sandi_sampai = sekarang() + MASA
        satu.save(update_fields=KOLOM)
        catat(satker_id=satker.pk, oleh=oleh, tindakan="mengundang", objek=satu, sesudah={"posel": satu.posel})
        surat.append((satu, _surat(satu, satker)))
    transaction.on_commit(partial(_kirim, satker, surat, hasil, oleh))
    return hasil


@transaction.atomic
def terima_undangan(*, token: str, sandi_baru: str, oleh: Pengguna) -> None:
    """Set the first password of the invited. Raises DomainError where the link is used up meanwhile, or it is weak."""
    catat(satker_id=oleh.satker_id, oleh=oleh, tindakan="menerima undangan", objek=oleh)  # queues: one use is one
    pilih_sandi(baca_undangan(token), sandi_baru)


def baca_undangan(token: str) -> Pengguna:
    """Whom the link is for. Raises DomainError for one that is no more in force, or none."""
    try:
        isi = signing.loads(token, salt=GARAM, max_age=MASA)
        orang = Pengguna.objects.select_related("satker").get(pk=isi["p"], is_active=True)
        sah = constant_time_compare(isi["s"], _sidik(orang))
    except (signing.BadSignature, Pengguna.DoesNotExist, KeyError, TypeError):
        raise DomainError(HABIS) from None
    if not sah or orang.keadaan_sandi != KeadaanSandi.DIUNDANG:
        raise DomainError(HABIS)
    return orang


def _periksa(orang: Pengguna, satker: Satker) -> None:
    if orang.satker_id != satker.pk:
        raise DomainError(f"{orang} bukan pegawai {satker}.")
    if not orang.is_active:
        raise DomainError(f"Akun {orang} nonaktif. Aktifkan dahulu.")
    if not orang.posel:
        raise DomainError(f"{orang} belum mempunyai alamat pos-el.")
    if orang.keadaan_sandi not in BOLEH_DIUNDANG:
        raise DomainError(f"{orang} sudah mempunyai sandi sendiri.")


def _sidik(orang: Pengguna) -> str:
    keadaan = f"{orang.pk}|{orang.password}|{orang.posel}|{orang.sandi_sampai and orang.sandi_sampai.timestamp()}"
    return salted_hmac(GARAM, keadaan, algorithm="sha256").hexdigest()[:32]


def _surat(orang: Pengguna, satker: Satker) -> EmailMessage:
    token = signing.dumps({"p": orang.pk, "s": _sidik(orang)}, salt=GARAM)
    tautan = settings.ZONA_ALAMAT_LAMAN + reverse("organisasi:undangan", args=[token])
    isi = ISI.format(nama=orang.nama, satker=satker.nama, username=orang.username, tautan=tautan)
    return EmailMessage(f"Undangan Zona: {satker.nama}", isi, to=[orang.posel], headers=KEPALA)


def _kirim(satker: Satker, surat: list[tuple[Pengguna, EmailMessage]], hasil: Undangan, oleh: Pengguna) -> None:
    """After the commit. A mail server that is away is tried once; an address it refuses keeps nobody else waiting."""
    sambungan = get_connection(stream=sys.stderr)
    try:
        sambungan.open()
    except Exception:  # whatever a backend raises: the invitations stand, and it is said that they did not go out
        log.exception("peladen surat tidak dapat dihubungi")
        hasil.gagal += [orang for orang, _ in surat]
        surat = []
    for orang, pesan in surat:
        pesan.connection = sambungan
        try:
            pesan.send()
            hasil.terkirim.append(orang)
        except Exception:  # likewise, the others are still sent
            log.exception("undangan untuk %s tidak terkirim", orang.username)
            hasil.gagal.append(orang)
    with suppress(Exception):  # a broken connection cannot say goodbye
        sambungan.close()
    if hasil.gagal:
        catat_gagal(satker=satker, orang=hasil.gagal, oleh=oleh)


@transaction.atomic
def catat_gagal(*, satker: Satker, orang: list[Pengguna], oleh: Pengguna) -> None:
    """Leave in the trail whose invitation did not go out."""
    nama = {"kepada": [o.nama for o in orang]}
    catat(satker_id=satker.pk, oleh=oleh, tindakan="gagal mengirim undangan", objek=satker, sesudah=nama)
