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


DITAHAN = {
    Pindai.KARANTINA: "Pemindai virus belum menjawab: berkas ditahan, dan dapat dibuka sesudah dipindai bersih.",
    Pindai.TERINFEKSI: "Berkas ini mengandung virus dan tidak dapat dibuka. Unggah yang bersih.",
}
"""What is said beside a file that is held back."""


class KeadaanBerkas(TextChoices):
    """What the nightly check last found on the shelf."""

    UTUH = "utuh", "Utuh"
    HILANG = "hilang", "Hilang"
    BERUBAH = "berubah", "Berubah"
    TAK_TERBACA = "takbaca", "Tidak terbaca"


class HalSiap(TextChoices):
    """What keeps a pengungkit from being ready for assessment."""

    BELUM_ADA = "belum_ada", "Belum ada"
    DIKEMBALIKAN = "dikembalikan", "Dikembalikan"
    MENUNGGU = "menunggu", "Menunggu verifikasi"
    LUAR_TAHUN = "luar_tahun", "Bertanggal di luar tahunnya"
    BERLEBIH = "berlebih", "Satu berkas untuk terlalu banyak bukti"
    TAUTAN_MATI = "tautan_mati", "Tautan mati"
    HILANG = "hilang", "Berkas hilang"
    BERUBAH = "berubah", "Berkas berubah"
    TAK_TERBACA = "tak_terbaca", "Berkas tidak terbaca"
    KARANTINA = "karantina", "Menunggu pemindaian virus"
    TERINFEKSI = "terinfeksi", "Mengandung virus"
