"""The plan's tables: the document (rencana.py), its actions and their occurrences (aksi.py), obstacles (kendala.py),
frozen versions (versi.py), accepted oddities (temuan.py)."""

from rencana_aksi.models.aksi import Pelaksanaan, RencanaAksi, SyaratBukti
from rencana_aksi.models.kendala import Kendala
from rencana_aksi.models.rencana import Pengungkit, ProgramPrioritas, Rencana, RencanaKerja
from rencana_aksi.models.temuan import TemuanDiterima
from rencana_aksi.models.versi import VersiRencana

__all__ = [
    "Kendala",
    "Pelaksanaan",
    "Pengungkit",
    "ProgramPrioritas",
    "Rencana",
    "RencanaAksi",
    "RencanaKerja",
    "SyaratBukti",
    "TemuanDiterima",
    "VersiRencana",
]
