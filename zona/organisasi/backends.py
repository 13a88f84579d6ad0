"""Signing in with the username or the NIP."""

from typing import Any

from django.contrib.auth.backends import ModelBackend
from django.db.models import Q
from django.http import HttpRequest

from zona.organisasi.enums import KeadaanSandi
from zona.organisasi.models import Pengguna


class MasukDenganNip(ModelBackend):
    """Argon2 runs for unknown names too, so that the time taken does not tell who has an account. A temporary password
    past its end opens nothing; only who knows it is told so."""

    def authenticate(
        self, request: HttpRequest | None, username: str | None = None, password: str | None = None, **kwargs: Any
    ) -> Pengguna | None:
        if not username or password is None:
            return None
        nama = username.strip().lower()
        pengguna = Pengguna.objects.filter(Q(username=nama) | Q(nip=nama.replace(" ", ""))).first()
        if pengguna is None:
            Pengguna().set_password(password)
            return None
        if not pengguna.check_password(password) or not self.user_can_authenticate(pengguna):
            return None
        if pengguna.keadaan_sandi == KeadaanSandi.SEMENTARA_LEWAT:
            if request is not None:
                request.sandi_kedaluwarsa = True  # type: ignore[attr-defined]  # the sign-in page says it
            return None
        return pengguna
