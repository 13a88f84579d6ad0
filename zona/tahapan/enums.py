"""The stages, their states, and kinds of their documents."""

from django.db.models import TextChoices


class KodeTahap(TextChoices):
    """In the order of Bab 2.1–2.2."""

    PENCANANGAN = "pencanangan", "Pencanangan"
    PEMBANGUNAN = "pembangunan", "Pembangunan"
    PEMILIHAN = "pemilihan", "Pemilihan unit"
    MANDIRI = "mandiri", "Penilaian mandiri"
    TPI = "tpi", "Penilaian TPI"
    PENGUSULAN = "pengusulan", "Pengusulan"
    PENETAPAN = "penetapan", "Penetapan"


class Keadaan(TextChoices):
    """Derived, never stored."""

    BELUM = "belum", "Belum mulai"
    BERJALAN = "berjalan", "Berjalan"
    SELESAI = "selesai", "Selesai"
    TERLAMBAT = "terlambat", "Terlambat"
    DRAF = "draf", "Draf"


class Predikat(TextChoices):
    """What the decision of the Minister gave."""

    WBK = "wbk", "Menuju WBK"
    WBBM = "wbbm", "Menuju WBBM"
    TIDAK = "tidak", "Tidak memperoleh predikat"


class JenisDokumen(TextChoices):
    PIAGAM = "piagam", "Piagam pencanangan"
    PAKTA = "pakta", "Pakta integritas pegawai"
    PUBLIKASI = "publikasi", "Publikasi pencanangan"
    CALON = "calon", "Penetapan calon unit"
    SK = "sk", "Keputusan Menteri"
    LAIN = "lain", "Dokumen lain"


JENIS_TAHAP = {
    KodeTahap.PENCANANGAN: (JenisDokumen.PIAGAM, JenisDokumen.PAKTA, JenisDokumen.PUBLIKASI, JenisDokumen.LAIN),
    KodeTahap.PEMILIHAN: (JenisDokumen.CALON, JenisDokumen.LAIN),
    KodeTahap.PENETAPAN: (JenisDokumen.SK, JenisDokumen.LAIN),
}
"""What a stage asks for by name; of any other stage only JenisDokumen.LAIN."""


def jenis_tahap(kode: KodeTahap) -> tuple[JenisDokumen, ...]:
    return JENIS_TAHAP.get(kode, (JenisDokumen.LAIN,))
