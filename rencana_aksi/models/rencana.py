"""The plan of an office and year, its six pengungkit, priorities and rows."""

from typing import Any

from django.db import models
from django.db.models import Q

from pengungkit.models import AREA_PILIHAN, Instrumen
from rencana_aksi.enums import StatusRencana
from zona.organisasi.enums import AREA, Lingkup
from zona.organisasi.models import Pengguna, Satker


class RencanaQuerySet(models.QuerySet["Rencana"]):
    def visible_to(self, pengguna: Pengguna) -> "RencanaQuerySet":
        return self.filter(satker__in=Satker.objects.visible_to(pengguna))


class RencanaManager(models.Manager.from_queryset(RencanaQuerySet)):  # type: ignore[misc]  # a class made at run time
    """The plans themselves: of each office and year one, without what is drafted of its next version."""

    def get_queryset(self) -> RencanaQuerySet:
        return RencanaQuerySet(self.model, using=self._db).filter(perubahan_dari__isnull=True)


class Rencana(models.Model):
    """A Rencana Kerja Pembangunan ZI. A ditetapkan one has the number and date of its SK.

    A perubahan of it is a row of its own with rows of its own (`perubahan_dari`, version n + 1): the plan in force
    keeps its state, version and rows until that is ditetapkan and merged into it. `objects` leaves these drafts out,
    `semua` does not. `dasar`, of a draft: the rows in force when it was opened, and who answered for each action."""

    satker = models.ForeignKey(Satker, models.PROTECT, related_name="rencana")
    tahun = models.PositiveSmallIntegerField()
    instrumen = models.ForeignKey(Instrumen, models.PROTECT, related_name="rencana")
    nomor_sk = models.CharField(max_length=100, blank=True)
    tanggal_sk = models.DateField(null=True, blank=True)
    tempat = models.CharField(max_length=100, blank=True)
    status = models.CharField(max_length=12, choices=StatusRencana, default=StatusRencana.DRAF)
    versi = models.PositiveSmallIntegerField(default=1)
    perubahan_dari = models.OneToOneField(
        "self", models.PROTECT, null=True, blank=True, editable=False, related_name="draf_perubahan"
    )
    dasar = models.JSONField(null=True, blank=True, editable=False)

    objects = RencanaManager()
    semua = RencanaQuerySet.as_manager()

    class Meta:
        ordering = ["-tahun"]
        constraints = [
            models.UniqueConstraint(
                fields=["satker", "tahun"], condition=Q(perubahan_dari__isnull=True), name="rencana_sekali_setahun"
            ),
            models.CheckConstraint(
                condition=(Q(perubahan_dari__isnull=True) & ~Q(status=StatusRencana.PERUBAHAN))
                | Q(
                    perubahan_dari__isnull=False,
                    status__in=[StatusRencana.PERUBAHAN, StatusRencana.DIAJUKAN],
                    versi__gte=2,
                ),
                name="rencana_perubahan_berdiri_sendiri",
            ),
            models.CheckConstraint(condition=Q(versi__gte=1), name="rencana_versi_mulai_1"),
            models.CheckConstraint(
                condition=~Q(status=StatusRencana.DITETAPKAN) | (~Q(nomor_sk="") & Q(tanggal_sk__isnull=False)),
                name="rencana_ditetapkan_ber_sk",
            ),
        ]

    def __str__(self) -> str:
        return f"Rencana Kerja {self.tahun}"

    @property
    def lingkup(self) -> Lingkup:
        return Lingkup(self.satker_id, self.tahun)

    @property
    def berlaku(self) -> "Rencana":
        """The plan itself: what a draft was opened from, else the row."""
        return self.perubahan_dari or self

    @property
    def sudah_ditetapkan(self) -> bool:
        """Some version of it is in force: only then is anything of it late."""
        return self.status == StatusRencana.DITETAPKAN


def kolom_asal() -> "models.OneToOneField[Any, Any]":
    """Of a draft's row: the row in force it was copied from."""
    return models.OneToOneField("self", models.SET_NULL, null=True, blank=True, editable=False, related_name="salinan")


class Pengungkit(models.Model):
    """One of the six in this plan, with the name and the weight the plan was made with."""

    rencana = models.ForeignKey(Rencana, models.CASCADE, related_name="pengungkit")
    kode = models.CharField(max_length=3, choices=AREA_PILIHAN)
    nama = models.CharField(max_length=200)
    bobot = models.DecimalField(max_digits=6, decimal_places=3)
    urutan = models.PositiveSmallIntegerField()
    asal = kolom_asal()

    class Meta:
        ordering = ["urutan"]
        constraints = [
            models.UniqueConstraint(fields=["rencana", "kode"], name="pengungkit_kode"),
            models.UniqueConstraint(fields=["rencana", "urutan"], name="pengungkit_urutan"),
            models.CheckConstraint(condition=Q(kode__in=AREA), name="pengungkit_kode_dikenal"),
            models.CheckConstraint(condition=Q(bobot__gt=0), name="pengungkit_bobot_positif"),
        ]

    def __str__(self) -> str:
        return f"{self.kode}. {self.nama}"

    @property
    def lingkup(self) -> Lingkup:
        return Lingkup(self.rencana.satker_id, self.rencana.tahun, self.kode)


class ProgramPrioritas(models.Model):
    """`revisi`, here and on every row that people edit, counts its edits: whoever saves an older one is told."""

    pengungkit = models.ForeignKey(Pengungkit, models.CASCADE, related_name="program_prioritas")
    uraian = models.TextField()
    urutan = models.PositiveSmallIntegerField()
    revisi = models.PositiveIntegerField(default=0, editable=False)
    asal = kolom_asal()

    class Meta:
        ordering = ["urutan"]
        constraints = [models.UniqueConstraint(fields=["pengungkit", "urutan"], name="program_urutan")]

    def __str__(self) -> str:
        return self.uraian

    @property
    def lingkup(self) -> Lingkup:
        return self.pengungkit.lingkup


class RencanaKerja(models.Model):
    """A row of the matrix. `nomor` may be empty: the source leaves one row unnumbered."""

    pengungkit = models.ForeignKey(Pengungkit, models.CASCADE, related_name="rencana_kerja")
    nomor = models.PositiveSmallIntegerField(null=True, blank=True)
    uraian = models.TextField()
    urutan = models.PositiveSmallIntegerField()
    revisi = models.PositiveIntegerField(default=0, editable=False)
    asal = kolom_asal()

    class Meta:
        ordering = ["urutan"]
        constraints = [
            models.UniqueConstraint(fields=["pengungkit", "urutan"], name="rencana_kerja_urutan"),
            models.UniqueConstraint(fields=["pengungkit", "nomor"], name="rencana_kerja_nomor"),
        ]

    def __str__(self) -> str:
        return f"{self.nomor}. {self.uraian}" if self.nomor else self.uraian

    @property
    def lingkup(self) -> Lingkup:
        return self.pengungkit.lingkup
