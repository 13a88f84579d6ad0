"""System checks that speak at start."""

from typing import Any

from django.conf import settings
from django.core.checks import Error, register


@register()
def contoh_di_produksi(app_configs: Any, **kwargs: Any) -> list[Error]:
    """The demo date freezes today: it must not be set where real work is done."""
    if settings.PRODUKSI and settings.ZONA_HARI_INI:
        return [Error("ZONA_HARI_INI tidak boleh dipakai bersama ZONA_PRODUKSI.", id="zona.E001")]
    return []
