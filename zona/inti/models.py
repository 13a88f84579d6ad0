"""The audit trail: who, when, what, old -> new, why. Rows are only ever added."""

from django.db import models

from zona.inti.tetap import BarisTetap
from zona.inti.waktu import sekarang


class Jejak(BarisTetap):
    """One write. No foreign keys: the trail outlives what it speaks of. The database refuses UPDATE and DELETE
    too (migration 0002)."""

    TOLAK_UBAH = "Jejak tidak dapat diubah."
    TOLAK_HAPUS = "Jejak tidak dapat dihapus."

    waktu = models.DateTimeField(default=sekarang, editable=False)
    satker_id = models.BigIntegerField(null=True)
    oleh_id = models.BigIntegerField(null=True)
    oleh_nama = models.CharField(max_length=200)
    tindakan = models.CharField(max_length=60)
    objek = models.CharField(max_length=60)
    objek_id = models.BigIntegerField(null=True)
    objek_teks = models.CharField(max_length=300)
    sebelum = models.JSONField(default=dict)
    sesudah = models.JSONField(default=dict)
    alasan = models.TextField(blank=True)

    class Meta:
        ordering = ["-id"]
        indexes = [
            models.Index(fields=["satker_id", "-id"], name="jejak_satker"),
            models.Index(fields=["objek", "objek_id", "-id"], name="jejak_objek"),
        ]

    def __str__(self) -> str:
        return f"{self.oleh_nama}: {self.tindakan} {self.objek_teks}"
