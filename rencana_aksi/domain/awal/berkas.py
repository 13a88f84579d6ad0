"""The starters that ship, each read once per process."""

from functools import cache

from django.conf import settings

from pengungkit.domain.naskah_instrumen import baca_instrumen
from rencana_aksi.domain.awal.baca import baca_awal
from rencana_aksi.domain.awal.naskah import NaskahAwal
from rencana_aksi.domain.baca_naskah import baca_yaml

FIXTURES = settings.AKAR / "fixtures"


@cache
def naskah_awal(kode: str) -> NaskahAwal | None:
    """The starter for the instrument of that code; None where there is none. No query. Raises Ditolak for a file that
    is not in order."""
    if kode not in _kode_tersedia():
        return None
    soal = baca_instrumen(FIXTURES / "instrumen" / f"{kode}.yaml").tabel.pertanyaan
    return baca_awal(baca_yaml(FIXTURES / "awal" / f"{kode}.yaml"), soal)


@cache
def _kode_tersedia() -> frozenset[str]:
    return frozenset(p.stem for p in (FIXTURES / "awal").glob("*.yaml"))
