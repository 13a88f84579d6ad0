"""Drawn parts of pages, kept by each worker for as long as the office they show has not changed."""

from collections.abc import Callable, Hashable
from hashlib import blake2b

from django.core.cache import cache
from django.utils.safestring import SafeString, mark_safe


def tergambar(kunci: tuple[Hashable, ...], gambar: Callable[[], str]) -> SafeString:
    """The part drawn before under the same key, or drawn now. The key holds Satker.revisi and the date, so that a
    changed office is drawn anew and nothing is ever invalidated by hand."""
    sidik = blake2b(repr(kunci).encode(), digest_size=16).hexdigest()
    hasil = cache.get(sidik)
    if hasil is None:
        hasil = str(gambar())
        cache.set(sidik, hasil, timeout=3600)
    return mark_safe(hasil)  # noqa: S308  (drawn by our own templates, escaped there)
