"""Roles, and the scope a right is asked in."""

from dataclasses import dataclass

from django.db.models import TextChoices

PENGARAH = "PENGARAH"
AREA = ("I", "II", "III", "IV", "V", "VI")
MASUK, KELUAR = "masuk", "keluar"  # as deeds in the audit trail


class Peran(TextChoices):
    KEPALA = "kepala", "Penanggung Jawab"
    KETUA = "ketua", "Ketua"
    KOORDINATOR = "koordinator", "Koordinator"
    ANGGOTA = "anggota", "Anggota"
    PENILAI = "penilai", "Penilai (TPI)"
    ADMIN = "admin", "Admin satker"


PIMPINAN = (Peran.KEPALA, Peran.KETUA)
"""Who is changed only with a second person."""


class KeadaanUsulan(TextChoices):
    MENUNGGU = "menunggu", "menunggu"
    BERLAKU = "berlaku", "berlaku"
    DITOLAK = "ditolak", "ditolak"
    DITARIK = "ditarik", "ditarik"


class Untuk(TextChoices):
    PENILAI = "penilai", "Penilai (TPI)"
    PEGAWAI = "pegawai", "Pegawai pindahan"


class KeadaanSandi(TextChoices):
    BELUM = "belum", "belum bersandi"
    DIUNDANG = "diundang", "diundang"
    UNDANGAN_LEWAT = "undangan-lewat", "undangan kedaluwarsa"
    SEMENTARA = "sementara", "bersandi sementara"
    SEMENTARA_LEWAT = "sementara-lewat", "sandi sementara kedaluwarsa"
    AKTIF = "aktif", "aktif"


@dataclass(frozen=True, slots=True)
class Lingkup:
    """Where a right is asked: an office, a year, and the pengungkit (I–VI) where the thing belongs to one."""

    satker_id: int
    tahun: int
    area: str = ""
