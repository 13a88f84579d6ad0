"""What offices usually prove a question of the LKE with, from the starter of its instrument. No query."""

from collections import defaultdict
from dataclasses import dataclass

from rencana_aksi.domain.awal import SyaratAwal, naskah_awal
from rencana_aksi.domain.awal.naskah import KEPASTIAN
from rencana_aksi.domain.jadwal_teks.sebut import gabung
from rencana_aksi.enums import JenisBukti

BANYAK = 4
URUTAN = (
    JenisBukti.KEPUTUSAN,
    JenisBukti.LAPORAN,
    JenisBukti.LAINNYA,
    JenisBukti.UNDANGAN,
    JenisBukti.DAFTAR_HADIR,
    JenisBukti.NOTULA,
    JenisBukti.DOKUMENTASI,
)
"""What proves most first: what was decided and reported, then that people met."""
RAPAT = ("Undangan", "Daftar hadir", "Notula", "Dokumentasi")


@dataclass(frozen=True, slots=True)
class Lazim:
    """One thing to prove with, or the papers of one meeting together; `kepastian` as the starter has it."""

    teks: str
    kepastian: str


def bukti_lazim(instrumen: str, soal: str) -> list[Lazim]:
    """At most four, the surest first; none where the instrument has no starter."""
    awal = naskah_awal(instrumen)
    usul = awal.bukti_soal.get(soal, ()) if awal else ()
    kelompok: dict[tuple[str, str], list[str]] = defaultdict(list)
    for satu in sorted(usul, key=_urutan):
        kertas = next((k for k in RAPAT if satu.teks.startswith(f"{k} ")), "")
        kelompok[satu.teks.removeprefix(kertas).strip(), satu.kepastian].append(kertas)
    return [Lazim(_sebut(kertas, hal), kepastian) for (hal, kepastian), kertas in kelompok.items()][:BANYAK]


def _urutan(satu: SyaratAwal) -> tuple[int, int]:
    return KEPASTIAN.index(satu.kepastian), URUTAN.index(satu.jenis)


def _sebut(kertas: list[str], hal: str) -> str:
    """ "Undangan, daftar hadir, dan notula rapat …" """
    return f"{gabung(list(dict.fromkeys(kertas))).capitalize()} {hal}".strip()
