"""Sections of the document, one row per revision: nothing typed is ever lost, and a version reads as it was."""

from django.db import models
from django.db.models import Q

from rencana_aksi.models import Rencana
from zona.inti.tetap import BarisTetap
from zona.inti.waktu import sekarang
from zona.naskah.enums import JenisBagian
from zona.organisasi.enums import Lingkup
from zona.organisasi.models import Pengguna

TETAP = "Naskah yang sudah tersimpan tidak dapat diubah atau dihapus; simpan revisi baru."


class RevisiBagian(BarisTetap):
    """A section of a plan's document as it was saved. The newest revision of a `kode` counts; `hapus` takes the section
    away. `isi` is Markdown (markdown.py)."""

    TOLAK_UBAH = TOLAK_HAPUS = TETAP

    rencana = models.ForeignKey(Rencana, models.PROTECT, related_name="naskah")
    kode = models.SlugField(max_length=40)
    revisi = models.PositiveIntegerField()
    jenis = models.CharField(max_length=10, choices=JenisBagian)
    judul = models.CharField(max_length=300)
    isi = models.TextField(blank=True)
    urutan = models.PositiveSmallIntegerField()
    hapus = models.BooleanField(default=False)
    oleh = models.ForeignKey(Pengguna, models.PROTECT, null=True, related_name="+")
    pada = models.DateTimeField(default=sekarang, editable=False)

    class Meta:
        ordering = ["urutan", "-revisi"]
        constraints = [
            models.UniqueConstraint(fields=["rencana", "kode", "revisi"], name="bagian_revisi_sekali"),
            models.CheckConstraint(condition=Q(revisi__gte=1), name="bagian_revisi_dari_1"),
            models.CheckConstraint(condition=~Q(judul=""), name="bagian_berjudul"),
        ]

    def __str__(self) -> str:
        return self.judul

    @property
    def lingkup(self) -> Lingkup:
        return self.rencana.lingkup
