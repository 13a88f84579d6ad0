"""What is odd in a plan and accepted as it is."""

from django.db import models

from rencana_aksi.models.rencana import Rencana
from zona.inti.waktu import sekarang
from zona.organisasi.enums import Lingkup
from zona.organisasi.models import Pengguna


class TemuanDiterima(models.Model):
    """ "Memang begitu": a finding of the plan check that a person accepted. `sidik` is of the facts it was accepted
    with; when they change, the finding is reported again."""

    rencana = models.ForeignKey(Rencana, models.CASCADE, related_name="temuan_diterima")
    kode = models.SlugField(max_length=40)
    objek = models.CharField(max_length=40)
    objek_id = models.BigIntegerField()
    sidik = models.CharField(max_length=64)
    catatan = models.CharField(max_length=300, blank=True)
    diterima_oleh = models.ForeignKey(Pengguna, models.PROTECT, null=True, related_name="+")
    diterima_pada = models.DateTimeField(default=sekarang, editable=False)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["rencana", "kode", "objek", "objek_id", "sidik"], name="temuan_sekali"),
        ]

    def __str__(self) -> str:
        return f"{self.kode} {self.objek} {self.objek_id}"

    @property
    def lingkup(self) -> Lingkup:
        return self.rencana.lingkup
