"""A username out of a printed name. Pure."""

import re
import unicodedata
from collections.abc import Callable, Sequence

GELAR_DEPAN = {"dr", "drs", "dra", "ir", "prof", "h", "hj", "kh"}


PANJANG = 60


def kata_nama(nama: str) -> tuple[str, ...]:
    """The words of a name without degrees, lower case."""
    depan = nama.split(",")[0]
    huruf = unicodedata.normalize("NFKD", depan).encode("ascii", "ignore").decode().lower()
    return tuple(k for k in re.findall(r"[a-z]+", huruf.replace("'", "")) if k not in GELAR_DEPAN)


def usul_username(nama: str, terpakai: Callable[[str], bool], kantor: str = "") -> str:
    """First and last name without degrees, lower case: "Dr. Puji Retno Hardiningtyas" gives puji.hardiningtyas;
    with 2, 3 … behind where that is taken. `pengguna` where the name has no letters. With the slug of an office it
    ends in that: what is taken there is the office's own, so that a number tells nothing of others."""
    kata: Sequence[str] = kata_nama(nama)
    kata = [k for k in kata if len(k) > 1] or kata or ["pengguna"]
    ekor = f".{kantor}" if kantor else ""
    dasar = ".".join(dict.fromkeys([kata[0], kata[-1]]))[: PANJANG - 10 - len(ekor)].rstrip(".")
    usul, ke = f"{dasar}{ekor}", 1
    while terpakai(usul):
        ke += 1
        usul = f"{dasar}{ke}{ekor}"
    return usul
