"""The starter: a plan proposed for an instrument, taken whole or in part into an office's new year.

naskah_awal(kode) → NaskahAwal | None    fixtures/awal/<kode>.yaml, read and checked once per process
jadwal_kerja(teks, tahun)                its schedule words on the working days of a year
buat_rencana_awal, buat_rencana_kosong, buat_rencana_lalu → Rencana

Inside, from the ground: naskah (values), jadwal; baca (a file's content to values, every problem), berkas (the shipped
files); susun (what was ticked as a plan to be written); buat (the verbs).
"""

from rencana_aksi.domain.awal.berkas import naskah_awal
from rencana_aksi.domain.awal.buat import buat_rencana_awal, buat_rencana_kosong, buat_rencana_lalu
from rencana_aksi.domain.awal.jadwal import jadwal_kerja
from rencana_aksi.domain.awal.naskah import AksiAwal, KerjaAwal, NaskahAwal, PengungkitAwal, SyaratAwal

__all__ = [
    "AksiAwal",
    "KerjaAwal",
    "NaskahAwal",
    "PengungkitAwal",
    "SyaratAwal",
    "buat_rencana_awal",
    "buat_rencana_kosong",
    "buat_rencana_lalu",
    "jadwal_kerja",
    "naskah_awal",
]
