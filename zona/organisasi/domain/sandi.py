"""Passwords: one's own, and the temporary one an admin gives. The trail tells that one changed, never what it is."""

import secrets

from axes.utils import reset
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.db import transaction

from zona.inti.errors import DomainError
from zona.organisasi.domain.jejak import catat
from zona.organisasi.models import Pengguna

HURUF = "abcdefghjkmnpqrstuvwxyz23456789"  # none that is mistaken for another when read aloud or from paper


def sandi_acak() -> str:
    """Twelve signs in three groups, some 59 bits: kq7m-4xwd-hh3p."""
    return "-".join("".join(secrets.choice(HURUF) for _ in range(4)) for _ in range(3))


@transaction.atomic
def pasang_sandi(*, pengguna: Pengguna, sandi: str, wajib_ganti: bool, oleh: Pengguna | None) -> None:
    """Set the password given, as it is; ends the person's sessions and lifts a lock on their sign-in."""
    pengguna.set_password(sandi)
    pengguna.wajib_ganti_sandi = wajib_ganti
    pengguna.save(update_fields=["password", "wajib_ganti_sandi"])
    reset(username=pengguna.username)
    _catat(pengguna, "memberi sandi sementara" if wajib_ganti else "memasang sandi", oleh)


@transaction.atomic
def beri_sandi_sementara(*, pengguna: Pengguna, oleh: Pengguna) -> str:
    """A new password the person must change at the next sign-in. Returns it: it is nowhere else. Raises DomainError."""
    if pengguna == oleh:
        raise DomainError("Untuk akun Anda sendiri, pakai halaman Ganti sandi.")
    if not pengguna.is_active:
        raise DomainError(f"Akun {pengguna} nonaktif. Aktifkan dahulu.")
    sandi = sandi_acak()
    pasang_sandi(pengguna=pengguna, sandi=sandi, wajib_ganti=True, oleh=oleh)
    return sandi


@transaction.atomic
def ganti_sandi(*, oleh: Pengguna, sandi_lama: str, sandi_baru: str) -> None:
    """Change one's own password. Raises DomainError when the old one is wrong or the new one too weak or the same."""
    if not oleh.check_password(sandi_lama):
        raise DomainError("Sandi lama tidak cocok.", kolom="sandi_lama")
    if sandi_lama == sandi_baru:
        raise DomainError("Sandi baru harus berbeda dari sandi lama.", kolom="sandi_baru")
    try:
        validate_password(sandi_baru, oleh)
    except ValidationError as galat:
        raise DomainError(" ".join(galat.messages), kolom="sandi_baru") from galat
    oleh.set_password(sandi_baru)
    oleh.wajib_ganti_sandi = False
    oleh.save(update_fields=["password", "wajib_ganti_sandi"])
    _catat(oleh, "mengganti sandi sendiri", oleh)


def _catat(pengguna: Pengguna, tindakan: str, oleh: Pengguna | None) -> None:
    catat(satker_id=pengguna.satker_id, oleh=oleh, tindakan=tindakan, objek=pengguna)
