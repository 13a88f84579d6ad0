"""What every page may say, whichever view drew it."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest


def zona(request: HttpRequest) -> dict[str, Any]:
    """`hari_contoh`: the date the demo runs as of; None outside the demo. `halaman`: the URL name, for the menu."""
    cocok = request.resolver_match
    return {"hari_contoh": settings.ZONA_HARI_INI, "halaman": cocok.view_name if cocok else ""}
