"""What a PDF says of itself, checked rule by rule (the rules of veraPDF, by page-validation)."""

import page

ARSIP, AKSES = "3a", "ua1"
BUKAN_CELA = "STREAM-LENGTH"
"""A carriage return that ends a compressed stream is counted there as the end of the line after it."""


def cela(pdf: bytes, *profil: str) -> list[str]:
    """Each rule of PDF/A-3a (ARSIP) and PDF/UA-1 (AKSES), or of those given, that the file breaks."""
    rusak = (r for p in profil or (ARSIP, AKSES) for r in page.validate_pdf_bytes(pdf, profile=p).failures)
    return [f"{r.rule_id}: {r.message}" for r in rusak if BUKAN_CELA not in r.rule_id]
