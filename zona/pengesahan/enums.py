"""Ways to sign, and what the document says of it."""

from django.db.models import TextChoices


class Cara(TextChoices):
    PADES = "pades", "Tanda tangan elektronik di aplikasi ini"
    UNGGAH = "unggah", "Ditandatangani di luar aplikasi, lalu diunggah"
    CETAK = "cetak", "Lembar pengesahan bertanda tangan basah"


class Keadaan(TextChoices):
    """Of a file that is kept as signed. Only the first counts."""

    SAH = "sah", "Ditandatangani"
    BELUM_TEPERCAYA = "belum-tepercaya", "Belum tepercaya"
    MENUNGGU = "menunggu", "Menunggu konfirmasi kepala"
    DITOLAK = "ditolak", "Ditolak kepala"


class Kalimat(TextChoices):
    """Which sentence stands beside the QR code. Of BSrE only where its certificate signs."""

    BSRE = "bsre", "Sertifikat elektronik BSrE"
    ELEKTRONIK = "elektronik", "Sertifikat elektronik lain"
    BASAH = "basah", "Tanda tangan basah"


ISI_KALIMAT = {
    Kalimat.BSRE: "Dokumen ini telah ditandatangani secara elektronik menggunakan sertifikat elektronik yang "
    "diterbitkan oleh Balai Besar Sertifikasi Elektronik (BSrE), Badan Siber dan Sandi Negara.",
    Kalimat.ELEKTRONIK: "Dokumen ini ditandatangani secara elektronik. Penanda tangan dan keutuhannya terbaca dari "
    "berkas PDF-nya.",
    Kalimat.BASAH: "Dokumen ini ditandatangani di atas kertas.",
}


class Bentuk(TextChoices):
    """What is brought back from outside."""

    ELEKTRONIK = "elektronik", "PDF bertanda tangan elektronik"
    DOKUMEN = "dokumen", "Pindaian seluruh dokumen bertanda tangan basah"
    LEMBAR = "lembar", "Pindaian lembar pengesahan bertanda tangan basah"
