"""Words an office cannot be called by, since they lead somewhere else."""

from collections.abc import Iterator
from typing import Any

from django.conf import settings
from django.urls import get_resolver


def alamat_sendiri() -> set[str]:
    """The first word of every address that is not an office's, static files included."""
    semua = [*_jalur(get_resolver().url_patterns), str(settings.STATIC_URL).lstrip("/")]
    return {jalur.split("/")[0] for jalur in semua if jalur[:1] not in ("", "<")}


def _jalur(pola: list[Any], awalan: str = "") -> Iterator[str]:
    for satu in pola:
        jalur = f"{awalan}{satu.pattern}"
        if hasattr(satu, "url_patterns"):
            yield from _jalur(satu.url_patterns, jalur)
        else:
            yield jalur
