"""Offices, people, teams and roles (orang.py); what about them waits for a second person or for one's own consent
(usulan.py)."""

from zona.organisasi.models.orang import (
    KODE_SATKER,
    NIP_SAH,
    SETIAP_TAHUN,
    Keanggotaan,
    Pengguna,
    PenggunaManager,
    Penugasan,
    PeranSekantor,
    Satker,
    SatkerQuerySet,
    Tim,
)
from zona.organisasi.models.usulan import Ajakan, UsulanPimpinan

__all__ = [
    "KODE_SATKER",
    "NIP_SAH",
    "SETIAP_TAHUN",
    "Ajakan",
    "Keanggotaan",
    "Pengguna",
    "PenggunaManager",
    "Penugasan",
    "PeranSekantor",
    "Satker",
    "SatkerQuerySet",
    "Tim",
    "UsulanPimpinan",
]
