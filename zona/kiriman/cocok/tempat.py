"""A plan as the proposal sees it."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Kali:
    """One occurrence of an action."""

    pk: int
    mulai: date | None
    jatuh_tempo: date | None


@dataclass(frozen=True, slots=True)
class Tempat:
    """One syarat. `nomor` of its rencana kerja and `huruf` of its aksi may be empty; `kali` only where it is asked at
    each occurrence."""

    syarat: int
    area: str
    nama_area: str
    kerja: int
    nomor: int | None
    uraian_kerja: str
    huruf: str
    uraian_aksi: str
    teks: str
    jenis: str
    tiap: bool = False
    kali: tuple[Kali, ...] = ()

    @property
    def letak(self) -> str:
        """I.2.a, as people name it."""
        return ".".join(b for b in (self.area, str(self.nomor or "–"), self.huruf) if b)
