"""The starters that ship, each read once per process."""

from functools import cache

import yaml
from django.conf import settings

from rencana_aksi.domain.awal.baca import baca_awal
from rencana_aksi.domain.awal.naskah import NaskahAwal

FOLDER = settings.AKAR / "fixtures" / "awal"
PEMUAT = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@cache
def naskah_awal(kode: str) -> NaskahAwal | None:
    """The starter for the instrument of that code; None where there is none. No query. Raises Ditolak for a file that
    is not in order."""
    berkas = {p.stem: p for p in FOLDER.glob("*.yaml")}.get(kode)
    if berkas is None:
        return None
    return baca_awal(yaml.load(berkas.read_text(), Loader=PEMUAT))  # noqa: S506  (a SafeLoader, and our own file)
