"""Passwords: one's own, and the temporary one an admin gives. The trail tells that one changed, never what it is."""

import secrets
from collections.abc import Iterable
from datetime import timedelta

from axes.utils import reset
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.db import transaction
from django.urls import reverse

from zona.inti.errors import DomainError
from zona.inti.waktu import sekarang
from zona.organisasi.domain.jejak import catat
from zona.organisasi.enums import KeadaanSandi
from zona.organisasi.models import Pengguna
from zona.organisasi.queries.nip import nama_kunci
from zona.organisasi.sinyal import kabar_orang

MASA = timedelta(hours=72)
"""How long a temporary password and an invitation open."""
KEDALUWARSA = "Sandi sementara ini sudah kedaluwarsa. Mintalah sandi sementara yang baru kepada admin satker Anda."
KOLOM = ["password", "wajib_ganti_sandi", "sandi_sampai"]
HURUF = "abcdefghjkmnpqrstuvwxyz23456789"  # none that is mistaken for another when read aloud or from paper


def sandi_acak() -> str:
    """Twelve signs in three groups, some 59 bits: kq7m-4xwd-hh3p."""
    return "-".join("".join(secrets.choice(HURUF) for _ in range(4)) for _ in range(3))


@transaction.atomic
def pasang_sandi(*, pengguna: Pengguna, sandi: str, wajib_ganti: bool, oleh: Pengguna | None) -> None:
    """Set the password given, as it is; ends the person's sessions and lifts a lock on their sign-in. One that must be
    changed opens for 72 hours (MASA)."""
    pengguna.set_password(sandi)
    pengguna.wajib_ganti_sandi = wajib_ganti
    pengguna.sandi_sampai = sekarang() + MASA if wajib_ganti else None
    pengguna.save(update_fields=KOLOM)
    reset(username=nama_kunci(pengguna))
    _catat(pengguna, "memberi sandi sementara" if wajib_ganti else "memasang sandi", oleh)


@transaction.atomic
def beri_sandi_sementara(*, pengguna: Pengguna, oleh: Pengguna) -> str:
    """A new password the person must change at the next sign-in; whose own it takes away is told. Returns it: it is
    nowhere else. Raises DomainError."""
    if pengguna == oleh:
        raise DomainError("Untuk akun Anda sendiri, pakai halaman Ganti sandi.")
    if not pengguna.is_active:
        raise DomainError(f"Akun {pengguna} nonaktif. Aktifkan dahulu.")
    if pengguna.keadaan_sandi == KeadaanSandi.AKTIF and pengguna.satker is not None:
        kabar_orang.send(
            Pengguna, satker=pengguna.satker, kepada=[pengguna], perihal="sandi Anda disetel ulang",
            isi=f"{oleh} menyetel ulang sandi Anda. Bila bukan Anda yang memintanya, laporkan kepada kepala kantor.",
            jalur=reverse("organisasi:ganti_sandi"),
        )  # fmt: skip
    sandi = sandi_acak()
    pasang_sandi(pengguna=pengguna, sandi=sandi, wajib_ganti=True, oleh=oleh)
    return sandi


@transaction.atomic
def beri_sandi_banyak(*, orang: Iterable[Pengguna], oleh: Pengguna) -> list[tuple[Pengguna, str]]:
    """A temporary password for each, all or none. Returns them: they are nowhere else. Raises DomainError."""
    return [(satu, beri_sandi_sementara(pengguna=satu, oleh=oleh)) for satu in orang]


@transaction.atomic
def ganti_sandi(*, oleh: Pengguna, sandi_lama: str, sandi_baru: str) -> None:
    """Change one's own password. Raises DomainError when the old one is wrong or past its end, or the new one too weak
    or the same."""
    if oleh.keadaan_sandi == KeadaanSandi.SEMENTARA_LEWAT:
        raise DomainError(KEDALUWARSA, kolom="sandi_lama")
    if not oleh.check_password(sandi_lama):
        raise DomainError("Sandi lama tidak cocok.", kolom="sandi_lama")
    if sandi_lama == sandi_baru:
        raise DomainError("Sandi baru harus berbeda dari sandi lama.", kolom="sandi_baru")
    pilih_sandi(oleh, sandi_baru)
    _catat(oleh, "mengganti sandi sendiri", oleh)


def _catat(pengguna: Pengguna, tindakan: str, oleh: Pengguna | None) -> None:
    catat(satker_id=pengguna.satker_id, oleh=oleh, tindakan=tindakan, objek=pengguna)


def pilih_sandi(pengguna: Pengguna, sandi_baru: str) -> None:
    """A step: keep the password the person chose. Raises DomainError where it is too weak."""
    try:
        validate_password(sandi_baru, pengguna)
    except ValidationError as galat:
        raise DomainError(" ".join(galat.messages), kolom="sandi_baru") from galat
    pengguna.set_password(sandi_baru)
    pengguna.wajib_ganti_sandi = False
    pengguna.sandi_sampai = None
    pengguna.save(update_fields=KOLOM)
