"""States of a piece of evidence."""

from django.db.models import TextChoices


class StatusBukti(TextChoices):
    MENUNGGU = "menunggu", "Menunggu verifikasi"
    DITERIMA = "diterima", "Diterima"
    DIKEMBALIKAN = "dikembalikan", "Dikembalikan"
    DITARIK = "ditarik", "Ditarik"


class Pindai(TextChoices):
    """What the virus scanner said of a file. Nothing in quarantine or infected is ever handed out."""

    TIDAK = "tidak", "Tidak dipindai"
    BERSIH = "bersih", "Bersih"
    KARANTINA = "karantina", "Menunggu pemindaian virus"
    TERINFEKSI = "terinfeksi", "Mengandung virus"


class KeadaanBerkas(TextChoices):
    """What the nightly check last found on the shelf."""

    UTUH = "utuh", "Utuh"
    HILANG = "hilang", "Hilang"
    BERUBAH = "berubah", "Berubah"
