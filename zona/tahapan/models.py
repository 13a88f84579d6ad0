"""What people say of a stage, and the documents they put beside it."""

from django.db import models
from django.db.models import F, Q

from bukti_fisik.models import Berkas, Bukti
from zona.inti.waktu import sekarang
from zona.organisasi.enums import Lingkup
from zona.organisasi.models import Pengguna, Satker
from zona.tahapan.enums import JenisDokumen, KodeTahap, Predikat


def _berurutan(mulai: str, selesai: str, nama: str) -> models.CheckConstraint:
    """Either may be unknown; the end is not before the beginning."""
    kosong = Q(**{f"{mulai}__isnull": True}) | Q(**{f"{selesai}__isnull": True})
    return models.CheckConstraint(condition=kosong | Q(**{f"{selesai}__gte": F(mulai)}), name=nama)


class Tahap(models.Model):
    """One stage of an office's year as typed; there is none before somebody types. Days left empty are those that Zona
    knows by itself (queries/garis.py). `strategis`, `sumber_daya`: the two criteria of Bab 2.2 for a unit; `nomor`,
    `predikat`: of the Minister's decision."""

    satker = models.ForeignKey(Satker, models.PROTECT, related_name="tahap")
    tahun = models.PositiveSmallIntegerField()
    kode = models.CharField(max_length=12, choices=KodeTahap)
    target_mulai = models.DateField(null=True, blank=True)
    target_selesai = models.DateField(null=True, blank=True)
    mulai = models.DateField(null=True, blank=True)
    selesai = models.DateField(null=True, blank=True)
    strategis = models.BooleanField(default=False)
    sumber_daya = models.BooleanField(default=False)
    nomor = models.CharField(max_length=100, blank=True)
    predikat = models.CharField(max_length=5, choices=Predikat, blank=True)
    catatan = models.TextField(blank=True)
    diubah_oleh = models.ForeignKey(Pengguna, models.PROTECT, null=True, related_name="+")
    diubah_pada = models.DateTimeField(default=sekarang)
    revisi = models.PositiveIntegerField(default=0, editable=False)

    class Meta:
        ordering = ["tahun", "kode"]
        constraints = [
            models.UniqueConstraint(fields=["satker", "tahun", "kode"], name="tahap_sekali_setahun"),
            models.CheckConstraint(condition=Q(kode__in=KodeTahap.values), name="tahap_dikenal"),
            _berurutan("target_mulai", "target_selesai", "tahap_target_berurutan"),
            _berurutan("mulai", "selesai", "tahap_berurutan"),
        ]

    def __str__(self) -> str:
        return f"{self.get_kode_display()} {self.tahun}"

    @property
    def lingkup(self) -> Lingkup:
        return Lingkup(self.satker_id, self.tahun)


class DokumenTahap(models.Model):
    """A document of a stage: a bukti of the plan, a file of its own, or an address. Withdrawn, it stays."""

    satker = models.ForeignKey(Satker, models.PROTECT, related_name="dokumen_tahap")
    tahun = models.PositiveSmallIntegerField()
    kode = models.CharField(max_length=12, choices=KodeTahap)
    jenis = models.CharField(max_length=10, choices=JenisDokumen)
    nama = models.CharField(max_length=255)
    bukti = models.ForeignKey(Bukti, models.PROTECT, null=True, blank=True, related_name="+")
    berkas = models.ForeignKey(Berkas, models.PROTECT, null=True, blank=True, related_name="+")
    tautan = models.URLField(max_length=1000, blank=True)
    oleh = models.ForeignKey(Pengguna, models.PROTECT, null=True, related_name="+")
    pada = models.DateTimeField(default=sekarang, editable=False)
    ditarik_oleh = models.ForeignKey(Pengguna, models.PROTECT, null=True, blank=True, related_name="+")
    ditarik_pada = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["id"]
        indexes = [models.Index(fields=["satker", "kode", "tahun"], name="dokumen_tahap_milik")]
        constraints = [
            models.CheckConstraint(
                condition=Q(bukti__isnull=False, berkas__isnull=True, tautan="")
                | Q(bukti__isnull=True, berkas__isnull=False, tautan="")
                | (Q(bukti__isnull=True, berkas__isnull=True) & ~Q(tautan="")),
                name="dokumen_tahap_satu_wujud",
            ),
            models.CheckConstraint(
                condition=Q(ditarik_oleh__isnull=True) | Q(ditarik_pada__isnull=False), name="dokumen_tahap_ditarik"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_jenis_display()}: {self.nama}"

    @property
    def lingkup(self) -> Lingkup:
        return Lingkup(self.satker_id, self.tahun)
