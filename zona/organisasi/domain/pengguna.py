"""Accounts: made, corrected, put out of use. Never deleted: the trail, the evidence and the teams speak of them."""

from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction

from zona.inti.errors import DomainError
from zona.organisasi.domain.jejak import beda, catat
from zona.organisasi.domain.penugasan import jaga_admin_terakhir
from zona.organisasi.models import Pengguna, Satker

KOLOM = ("username", "nip", "nama", "jabatan", "posel")


@transaction.atomic
def tambah_pengguna(
    *,
    satker: Satker,
    username: str,
    nama: str,
    nip: str | None = None,
    jabatan: str = "",
    posel: str = "",
    nip_naskah: str = "",
    oleh: Pengguna | None,
) -> Pengguna:
    """A new account of the office, without a password. Raises DomainError for a username or NIP that is taken or no
    valid one."""
    pengguna = Pengguna(
        satker=satker, username=username, nama=nama, nip=nip or None, jabatan=jabatan, posel=posel,
        nip_naskah=nip_naskah,
    )  # fmt: skip
    pengguna.set_unusable_password()
    _periksa(pengguna)
    pengguna.save()
    isi = {kolom: getattr(pengguna, kolom) for kolom in KOLOM if getattr(pengguna, kolom)}
    catat(satker_id=satker.pk, oleh=oleh, tindakan="menambah akun", objek=pengguna, sesudah=isi)
    return pengguna


@transaction.atomic
def ubah_pengguna(*, pengguna: Pengguna, oleh: Pengguna | None, **baru: Any) -> bool:
    """Correct the fields given (of KOLOM, nip_naskah). True when something changed. Raises DomainError as above."""
    if "nip" in baru:
        baru["nip"] = baru["nip"] or None
    sebelum, sesudah = beda(pengguna, **baru)
    if not sesudah:
        return False
    _periksa(pengguna)
    pengguna.save(update_fields=list(sesudah))
    catat(
        satker_id=pengguna.satker_id, oleh=oleh, tindakan="mengubah akun", objek=pengguna, sebelum=sebelum,
        sesudah=sesudah,
    )  # fmt: skip
    return True


@transaction.atomic
def atur_keaktifan(*, pengguna: Pengguna, aktif: bool, alasan: str = "", oleh: Pengguna | None) -> None:
    """Put an account out of use (its sessions end) or back. Raises DomainError for oneself and for the last admin."""
    if pengguna.is_active == aktif:
        return
    if pengguna == oleh:
        raise DomainError("Anda tidak dapat menonaktifkan akun sendiri.")
    if not aktif:
        jaga_admin_terakhir(pengguna)
    sebelum, sesudah = beda(pengguna, is_active=aktif)
    pengguna.save(update_fields=["is_active"])
    catat(
        satker_id=pengguna.satker_id, oleh=oleh, tindakan="mengaktifkan akun" if aktif else "menonaktifkan akun",
        objek=pengguna, sebelum=sebelum, sesudah=sesudah, alasan=alasan,
    )  # fmt: skip


def _periksa(pengguna: Pengguna) -> None:
    lain = Pengguna.objects.exclude(pk=pengguna.pk)
    if lain.filter(username=pengguna.username).exists():
        raise DomainError(f"Nama pengguna {pengguna.username} sudah dipakai.", kolom="username")
    if pengguna.nip and lain.filter(nip=pengguna.nip).exists():
        raise DomainError(f"NIP {pengguna.nip} sudah dipakai akun lain.", kolom="nip")
    try:
        pengguna.full_clean(exclude=["password", "satker"], validate_unique=False, validate_constraints=False)
    except ValidationError as galat:
        kolom, pesan = next(iter(galat.message_dict.items()))
        raise DomainError(pesan[0], kolom=kolom) from galat
