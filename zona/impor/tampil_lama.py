"""What was read from an old spreadsheet, as its preview draws it: numbered and lettered as the plan will be. Pure."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import count

from rencana_aksi.domain.sunting.urutan import huruf
from zona.impor.isi import IsiAksi, IsiKerja, IsiPengungkit, IsiRencana


@dataclass(frozen=True, slots=True)
class AksiTampil:
    huruf: str
    aksi: IsiAksi
    bukti: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class KerjaTampil:
    """`bukti`: of the rencana kerja as a whole."""

    nomor: int | None
    kerja: IsiKerja
    aksi: tuple[AksiTampil, ...]
    bukti: tuple[str, ...]


def tampil_isi(isi: IsiRencana) -> list[tuple[str, list[KerjaTampil]]]:
    """By pengungkit, those of which something was read."""
    return [(p.kode, list(_kerja(p))) for p in isi.pengungkit]


def _kerja(p: IsiPengungkit) -> Iterator[KerjaTampil]:
    antre = count(1)
    for k in p.kerja:
        aksi = tuple(
            AksiTampil(huruf(i) if len(k.aksi) > 1 else "", a, tuple(s.teks for s in k.syarat if s.aksi == i))
            for i, a in enumerate(k.aksi)
        )
        yield KerjaTampil(
            next(antre) if k.bernomor else None, k, aksi, tuple(s.teks for s in k.syarat if s.aksi is None)
        )
