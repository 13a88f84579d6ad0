"""Filters of printed documents: {% load cetak %}."""

import re

from django import template
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

register = template.Library()

_MAJEMUK = re.compile(r"(\S*\w[-–/]\w\S*)")


@register.filter
def utuh(teks: str) -> SafeString:
    """Keeps ZI-WBK, diklat/bimtek and 2020–2024 on one line, so that what is copied or searched for is what was
    written; a word wider than its column still breaks (cetak-naskah.css)."""
    return format_html_join(
        "",
        "{}",
        ((format_html('<span class="utuh">{}</span>', b) if i % 2 else b,) for i, b in enumerate(_MAJEMUK.split(teks))),
    )
