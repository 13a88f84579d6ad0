"""One fingerprint for an address, however it was pasted."""

import hashlib
from urllib.parse import parse_qsl, urlencode, urlsplit

RAGAM = ("usp", "utm_source", "utm_medium", "utm_campaign", "fbclid", "gclid")
"""Parts of a query that say how the address was shared, not where it leads."""


def sidik_alamat(alamat: str) -> str:
    """Of where it leads: scheme, letter case of the host, www., order of the query, what comes after # and a closing
    slash make no other address."""
    bagian = urlsplit(alamat.strip())
    tuan = (bagian.hostname or "").removeprefix("www.")
    tanya = urlencode(sorted((k, v) for k, v in parse_qsl(bagian.query, keep_blank_values=True) if k not in RAGAM))
    pintu = f":{bagian.port}" if bagian.port and bagian.port not in (80, 443) else ""
    return hashlib.sha256(f"{tuan}{pintu}{bagian.path.rstrip('/')}?{tanya}".encode()).hexdigest()
