"""Signing in with the username or the NIP."""

from typing import Any

from django.contrib.auth.backends import ModelBackend
from django.http import HttpRequest

from zona.organisasi.domain.mutasi import mutasi_tiba, terapkan_mutasi
from zona.organisasi.enums import KeadaanSandi
from zona.organisasi.models import Pengguna
from zona.organisasi.queries.nip import berupa_nip, calon_masuk

SEDIKITNYA = 2
"""Passwords compared for a NIP, however many accounts bear it."""


class MasukDenganNip(ModelBackend):
    """Argon2 runs for unknown names too, and twice for a NIP, which two offices may have entered: the time taken does
    not tell who has an account, nor whether another office knows the NIP. A temporary password past its end opens
    nothing; only who knows it is told so."""

    def authenticate(
        self, request: HttpRequest | None, username: str | None = None, password: str | None = None, **kwargs: Any
    ) -> Pengguna | None:
        if not username or password is None:
            return None
        calon = list(calon_masuk(username))
        for _ in range(len(calon), SEDIKITNYA if berupa_nip(username) else 1):
            Pengguna().set_password(password)
        cocok = [p for p in calon if p.check_password(password)]
        pengguna = next((p for p in cocok if self.user_can_authenticate(p)), None)
        if pengguna is None:
            return None
        if pengguna.keadaan_sandi == KeadaanSandi.SEMENTARA_LEWAT:
            if request is not None:
                request.sandi_kedaluwarsa = True  # type: ignore[attr-defined]  # the sign-in page says it
            return None
        return pengguna

    def get_user(self, user_id: int) -> Pengguna | None:
        """The account of a session; who was to leave their office by today has left it."""
        pengguna: Pengguna | None = super().get_user(user_id)
        if pengguna is not None and pengguna.pindah_pada is not None and mutasi_tiba(pengguna):
            terapkan_mutasi(pengguna=pengguna, oleh=None)
        return pengguna
