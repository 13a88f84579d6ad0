"""The full stop of a sentence that a name ends, where the name brought its own (S.E., M.Hum.). Pure."""

import re

_GANDA = re.compile(r"(?<=\w)\.\.(?=\s|$|[\"”)<])")


def tamat(teks: object) -> str:
    """With a full stop, where what stands last did not bring one."""
    kata = str(teks)
    return kata if kata.endswith(".") else f"{kata}."


def satu_titik(teks: object) -> str:
    """A finished text with no full stop said twice at the end of a word; an ellipsis stays."""
    return _GANDA.sub(".", str(teks))
