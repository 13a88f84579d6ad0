"""What was kept of a paper, on its page."""

import re

from django.utils.safestring import SafeString, mark_safe

from zona.surat.models import SuratBeku

BADAN = re.compile(r"<body[^>]*>(.*)</body>", re.DOTALL)
KAKI = re.compile(r"<div class=\"kaki\">.*?</div>", re.DOTALL)
JUDUL = re.compile(r"<(/?)h1>")


def badan_beku(beku: SuratBeku) -> SafeString:
    """The page that was kept, without what only print has; the title below those of our page."""
    badan = BADAN.search(beku.naskah)
    polos = JUDUL.sub(r"<\1h3>", KAKI.sub("", badan[1] if badan else ""))
    return mark_safe(polos)  # noqa: S308  (drawn by our own template, its words cleaned by zona/naskah/markdown.py)
