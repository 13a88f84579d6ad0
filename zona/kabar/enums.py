"""Kinds of word that people may turn off, and what becomes of a letter."""

from django.db.models import TextChoices


class Jenis(TextChoices):
    H7 = "h7", "7 hari sebelum jatuh tempo"
    H3 = "h3", "3 hari sebelum jatuh tempo"
    H1 = "h1", "1 hari sebelum jatuh tempo"
    TERLAMBAT = "terlambat", "Terlambat"
    DIKEMBALIKAN = "dikembalikan", "Bukti dikembalikan"
    REKAP = "rekap", "Rekap mingguan"
    PENGESAHAN = "pengesahan", "Pengajuan dan penetapan rencana"


HARI_SEBELUM = {Jenis.H1: 1, Jenis.H3: 3, Jenis.H7: 7}
"""Days before due, the nearest first."""


class StatusSurat(TextChoices):
    """DIKIRIM is claimed by one run and on its way; one that stays so was cut off and may or may not have arrived."""

    MENUNGGU = "menunggu", "Menunggu dikirim"
    DIKIRIM = "dikirim", "Sedang dikirim"
    TERKIRIM = "terkirim", "Terkirim"
    GAGAL = "gagal", "Gagal dikirim"
    TAK_TENTU = "tak_tentu", "Tidak diketahui sampai atau tidak"


BELUM_SAMPAI = (StatusSurat.MENUNGGU, StatusSurat.GAGAL)
"""Surely not sent: the next run writes them anew."""
