"""Where something stands in the document, the way people point at it: I.2.c."""

BIASA = "-"


def tempat(pengungkit: str, nomor: int | None, huruf: str = "") -> str:
    """I.2.c; II.6 (the row, or its aksi without a letter); IV.- (the row without a number)."""
    return ".".join(filter(None, (pengungkit, str(nomor or BIASA), huruf)))
