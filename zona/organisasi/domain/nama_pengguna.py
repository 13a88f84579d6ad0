"""A username out of a printed name. Pure."""

import re
import unicodedata
from collections.abc import Callable

GELAR_DEPAN = {"dr", "drs", "dra", "ir", "prof", "h", "hj", "kh"}


def usul_username(nama: str, terpakai: Callable[[str], bool]) -> str:
    """First and last name without degrees, lower case: "Dr. Puji Retno Hardiningtyas" gives puji.hardiningtyas;
    with 2, 3 … behind where that is taken. `pengguna` where the name has no letters."""
    depan = nama.split(",")[0]
    huruf = unicodedata.normalize("NFKD", depan).encode("ascii", "ignore").decode().lower()
    kata = [k for k in re.findall(r"[a-z]+", huruf.replace("'", "")) if k not in GELAR_DEPAN]
    kata = [k for k in kata if len(k) > 1] or kata or ["pengguna"]
    dasar = ".".join(dict.fromkeys([kata[0], kata[-1]]))[:50]
    usul, ke = dasar, 1
    while terpakai(usul):
        ke += 1
        usul = f"{dasar}{ke}"
    return usul
