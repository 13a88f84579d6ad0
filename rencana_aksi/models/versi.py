"""Versions of a plan as they were when ditetapkan."""

from django.db import models
from django.db.models import Q

from rencana_aksi.models.rencana import Rencana
from zona.inti.tetap import BarisTetap
from zona.inti.waktu import sekarang
from zona.organisasi.enums import Lingkup
from zona.organisasi.models import Pengguna

TETAP = "Versi yang sudah ditetapkan tidak dapat diubah atau dihapus."


class VersiRencana(BarisTetap):
    """A ditetapkan version, frozen whole: rows, texts, weights, team (`isi`: rencana_aksi/beku.py, `sha256` its
    fingerprint). Never changed: the database refuses UPDATE and DELETE too (migration 0002)."""

    TOLAK_UBAH = TETAP
    TOLAK_HAPUS = TETAP

    rencana = models.ForeignKey(Rencana, models.PROTECT, related_name="versi_beku")
    versi = models.PositiveSmallIntegerField()
    nomor_sk = models.CharField(max_length=100)
    tanggal_sk = models.DateField()
    isi = models.JSONField()
    sha256 = models.CharField(max_length=64)
    ditetapkan_oleh = models.ForeignKey(Pengguna, models.PROTECT, null=True, related_name="+")
    ditetapkan_pada = models.DateTimeField(default=sekarang, editable=False)

    class Meta:
        ordering = ["-versi"]
        constraints = [
            models.UniqueConstraint(fields=["rencana", "versi"], name="versi_sekali"),
            models.CheckConstraint(condition=Q(sha256__regex=r"^[0-9a-f]{64}$"), name="versi_sha256"),
        ]

    def __str__(self) -> str:
        return f"{self.rencana} versi {self.versi}"

    @property
    def lingkup(self) -> Lingkup:
        return self.rencana.lingkup
