"""The plan's tables: the document (rencana.py), its actions and their occurrences (aksi.py), obstacles (kendala.py)."""

from rencana_aksi.models.aksi import Pelaksanaan, RencanaAksi, SyaratBukti
from rencana_aksi.models.kendala import Kendala
from rencana_aksi.models.rencana import Pengungkit, ProgramPrioritas, Rencana, RencanaKerja

__all__ = [
    "Kendala",
    "Pelaksanaan",
    "Pengungkit",
    "ProgramPrioritas",
    "Rencana",
    "RencanaAksi",
    "RencanaKerja",
    "SyaratBukti",
]
