"""What is wrong in something handed in, all of it at once: each with its path inside and the reason."""

from collections.abc import Iterable
from dataclasses import dataclass

from zona.inti.errors import DomainError


@dataclass(frozen=True, slots=True)
class Masalah:
    """`jalur`: where, as pengungkit[3].rencana_kerja[2].aksi[0].jadwal.tanggal[0]; empty for the whole."""

    jalur: str
    alasan: str

    def __str__(self) -> str:
        return f"{self.jalur}: {self.alasan}" if self.jalur else self.alasan

    def di(self, induk: str) -> "Masalah":
        """The same problem seen from the thing that holds it."""
        if not self.jalur:
            return Masalah(induk, self.alasan)
        return Masalah(f"{induk}{'' if self.jalur.startswith('[') else '.'}{self.jalur}", self.alasan)


class Ditolak(DomainError):
    """Refused whole. `masalah` lists every reason; `pesan` joins them."""

    def __init__(self, masalah: Iterable[Masalah]) -> None:
        self.masalah = tuple(masalah)
        super().__init__("; ".join(str(m) for m in self.masalah))
