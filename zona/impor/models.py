"""Imports as they were read, chosen and applied; and what an office's own spreadsheets mean, column by column."""

from django.db import models
from django.db.models import Q

from rencana_aksi.models import Rencana
from zona.impor.enums import JenisImpor
from zona.inti.waktu import sekarang
from zona.organisasi.enums import Lingkup
from zona.organisasi.models import Pengguna, Satker


class ImporQuerySet(models.QuerySet["Impor"]):
    def visible_to(self, pengguna: Pengguna) -> "ImporQuerySet":
        return self.filter(satker__in=Satker.objects.visible_to(pengguna))


class Impor(models.Model):
    """A file that was read. `isi` says what it says, `asal` what it was written from (both: isi.py); `keterangan` holds
    sentences about the file as a whole. Applied, it keeps the choices and the plan's content before and after, which
    is what undoing it starts from: a new import of kind urung, `urung_dari` this one."""

    satker = models.ForeignKey(Satker, models.PROTECT, related_name="impor")
    tahun = models.PositiveSmallIntegerField()
    rencana = models.ForeignKey(Rencana, models.PROTECT, null=True, blank=True, related_name="impor")
    jenis = models.CharField(max_length=8, choices=JenisImpor)
    nama_berkas = models.CharField(max_length=255, blank=True)
    sha256 = models.CharField(max_length=64, blank=True)
    isi = models.JSONField(default=dict)
    asal = models.JSONField(null=True, blank=True)
    keterangan = models.JSONField(default=list, blank=True)
    dibuat_oleh = models.ForeignKey(Pengguna, models.PROTECT, null=True, related_name="+")
    dibuat_pada = models.DateTimeField(default=sekarang, editable=False)
    diterapkan_oleh = models.ForeignKey(Pengguna, models.PROTECT, null=True, blank=True, related_name="+")
    diterapkan_pada = models.DateTimeField(null=True, blank=True)
    pilihan = models.JSONField(null=True, blank=True)
    sebelum = models.JSONField(null=True, blank=True)
    sesudah = models.JSONField(null=True, blank=True)
    urung_dari = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="urungan")
    revisi = models.PositiveIntegerField(default=0, editable=False)

    objects = ImporQuerySet.as_manager()

    class Meta:
        ordering = ["-id"]
        verbose_name = "impor"
        constraints = [
            models.CheckConstraint(
                condition=Q(diterapkan_pada__isnull=True)
                | Q(rencana__isnull=False, pilihan__isnull=False, sebelum__isnull=False, sesudah__isnull=False),
                name="impor_diterapkan_lengkap",
            ),
            models.CheckConstraint(
                condition=Q(jenis=JenisImpor.URUNG, urung_dari__isnull=False)
                | (~Q(jenis=JenisImpor.URUNG) & Q(urung_dari__isnull=True)),
                name="impor_urung_dari",
            ),
        ]

    def __str__(self) -> str:
        return self.nama_berkas or self.get_jenis_display()

    @property
    def lingkup(self) -> Lingkup:
        return Lingkup(self.satker_id, self.tahun)

    @property
    def diterapkan(self) -> bool:
        return self.diterapkan_pada is not None


class PetaKolom(models.Model):
    """What the columns of an office's own spreadsheet mean, as a person said once. `sidik`: of its headings."""

    satker = models.ForeignKey(Satker, models.PROTECT, related_name="peta_kolom")
    sidik = models.CharField(max_length=64)
    lembar = models.CharField(max_length=100)
    baris_judul = models.PositiveIntegerField()
    peta = models.JSONField(default=dict)
    dipakai_pada = models.DateTimeField(default=sekarang)
    oleh = models.ForeignKey(Pengguna, models.PROTECT, null=True, related_name="+")

    class Meta:
        ordering = ["-dipakai_pada"]
        verbose_name = "peta kolom"
        constraints = [models.UniqueConstraint(fields=["satker", "sidik"], name="peta_kolom_sekali")]

    def __str__(self) -> str:
        return self.lembar

    @property
    def lingkup(self) -> Lingkup:
        return Lingkup(self.satker_id, 0)


class BerkasLamaQuerySet(models.QuerySet["BerkasLama"]):
    def visible_to(self, pengguna: Pengguna) -> "BerkasLamaQuerySet":
        return self.filter(satker__in=Satker.objects.visible_to(pengguna))


class BerkasLama(models.Model):
    """An office's own spreadsheet on its way to a plan of `tahun`: its sheets as read (lama/lembar.py), and what its
    columns are for once a person has said so (lama/pilihan.py). `impor`: what became of it."""

    satker = models.ForeignKey(Satker, models.PROTECT, related_name="berkas_lama")
    tahun = models.PositiveSmallIntegerField()
    nama = models.CharField(max_length=255)
    sha256 = models.CharField(max_length=64)
    isi = models.JSONField()
    pilihan = models.JSONField(null=True, blank=True)
    impor = models.ForeignKey(Impor, models.SET_NULL, null=True, blank=True, related_name="berkas_lama")
    dibuat_oleh = models.ForeignKey(Pengguna, models.PROTECT, related_name="+")
    dibuat_pada = models.DateTimeField(default=sekarang, editable=False)

    objects = BerkasLamaQuerySet.as_manager()

    class Meta:
        ordering = ["-id"]
        verbose_name = "lembar kerja lama"

    def __str__(self) -> str:
        return self.nama

    @property
    def lingkup(self) -> Lingkup:
        return Lingkup(self.satker_id, self.tahun)
