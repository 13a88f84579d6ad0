"""Signing in with the username or the NIP."""

from typing import Any

from django.contrib.auth.backends import ModelBackend
from django.db.models import Q
from django.http import HttpRequest

from zona.organisasi.models import Pengguna


class MasukDenganNip(ModelBackend):
    """Argon2 runs for unknown names too, so that the time taken does not tell who has an account."""

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
        return pengguna if pengguna.check_password(password) and self.user_can_authenticate(pengguna) else None
