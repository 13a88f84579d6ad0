"""A finding, and the kinds there are."""

import hashlib
import json
from dataclasses import dataclass

from zona.organisasi.enums import Lingkup


@dataclass(frozen=True, slots=True)
class Jenis:
    """A kind of finding: its code, what it is called, and why it matters."""

    kode: str
    nama: str
    mengapa: str


@dataclass(frozen=True, slots=True)
class Temuan:
    """One finding. `objek` and `objek_id` are the row it is about, `tempat` where that stands (I.2.c), `hal` its text;
    `uraian` the reason with its facts, `cara` a way to mend it, `sidik` the SHA-256 of the facts: it changes when they
    do, and only then. `lingkup` is where the right to accept it is asked."""

    jenis: Jenis
    objek: str
    objek_id: int
    tempat: str
    hal: str
    uraian: str
    cara: str
    sidik: str
    lingkup: Lingkup
    aksi: int | None = None

    @property
    def kode(self) -> str:
        return self.jenis.kode

    @property
    def kunci(self) -> tuple[str, str, int, str]:
        """What an acceptance is known by."""
        return self.jenis.kode, self.objek, self.objek_id, self.sidik


def sidik(*fakta: object) -> str:
    """SHA-256 of facts: plain JSON values, and dates and Decimals by their text."""
    teks = json.dumps(fakta, ensure_ascii=False, sort_keys=True, default=str)
    return hashlib.sha256(teks.encode()).hexdigest()
