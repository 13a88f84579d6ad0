"""The five papers, and how far one has come."""

from django.db.models import TextChoices


class JenisSurat(TextChoices):
    """In the order of the stages they belong to."""

    SK_TIM = "sk-tim", "SK Tim Kerja"
    PAKTA = "pakta", "Pakta Integritas"
    PIAGAM = "piagam", "Piagam Pencanangan"
    USULAN = "usulan", "Surat Usulan"
    SPTJM = "sptjm", "SPTJM"

    @property
    def wajib_nomor(self) -> bool:
        """Of pakta and piagam the date is enough: offices seldom number them."""
        return self not in (JenisSurat.PAKTA, JenisSurat.PIAGAM)


class KeadaanSurat(TextChoices):
    BELUM = "belum", "Belum dibuat"
    DRAF = "draf", "Draf"
    BERTANGGAL = "bertanggal", "Bertanggal"
    BERNOMOR = "bernomor", "Bernomor dan bertanggal"
    BERTANDA = "bertanda", "Bertanda tangan"
