"""States and kinds within a plan."""

from django.db.models import TextChoices


class StatusRencana(TextChoices):
    DRAF = "draf", "Draf"
    DIAJUKAN = "diajukan", "Diajukan"
    DITETAPKAN = "ditetapkan", "Ditetapkan"
    PERUBAHAN = "perubahan", "Perubahan"


class JenisJadwal(TextChoices):
    TANGGAL = "tanggal", "Tanggal"
    RENTANG = "rentang", "Rentang"
    BERULANG = "berulang", "Berulang"
    BERKALA = "berkala", "Secara berkala, tanggal belum disepakati"
    TANPA = "tanpa", "Tanpa jadwal"


TAK_BERTANGGAL = (JenisJadwal.BERKALA, JenisJadwal.TANPA)
"""Kinds of schedule that name no date: one is agreed on as the year goes by."""


class Status(TextChoices):
    """State of a pelaksanaan. Terlambat is derived, never stored."""

    BELUM = "belum", "Belum"
    BERJALAN = "berjalan", "Berjalan"
    SELESAI = "selesai", "Selesai"
    DITUNDA = "ditunda", "Ditunda"
    BATAL = "batal", "Batal"


class JenisBukti(TextChoices):
    UNDANGAN = "undangan", "Undangan"
    DAFTAR_HADIR = "daftar_hadir", "Daftar hadir"
    NOTULA = "notula", "Notula"
    DOKUMENTASI = "dokumentasi", "Dokumentasi"
    KEPUTUSAN = "keputusan", "Surat keputusan"
    LAPORAN = "laporan", "Laporan"
    LAINNYA = "lainnya", "Lainnya"


class StatusKendala(TextChoices):
    TERBUKA = "terbuka", "Terbuka"
    DITINDAKLANJUTI = "ditindaklanjuti", "Ditindaklanjuti"
    SELESAI = "selesai", "Selesai"
