"""A heap of files and where each is proposed to go."""

import uuid

from django.db import models
from django.db.models import Q

from bukti_fisik.models import Bukti
from rencana_aksi.models import Pelaksanaan, Rencana, SyaratBukti
from zona.inti.waktu import sekarang
from zona.kiriman.enums import StatusBaris, StatusKiriman
from zona.organisasi.enums import Lingkup
from zona.organisasi.models import Pengguna


class Kiriman(models.Model):
    """A ZIP of folders, or loose files, of one plan. Its files lie in the staging folder of its `kode` until they are
    taken or the heap is closed."""

    kode = models.UUIDField(unique=True, default=uuid.uuid4, editable=False)
    rencana = models.ForeignKey(Rencana, models.CASCADE, related_name="kiriman")
    nama = models.CharField(max_length=255)
    ukuran = models.PositiveBigIntegerField()
    status = models.CharField(max_length=10, choices=StatusKiriman, default=StatusKiriman.TERBUKA)
    oleh = models.ForeignKey(Pengguna, models.PROTECT, related_name="+")
    pada = models.DateTimeField(default=sekarang, editable=False)

    class Meta:
        ordering = ["-id"]

    def __str__(self) -> str:
        return self.nama

    @property
    def lingkup(self) -> Lingkup:
        return self.rencana.lingkup


class BarisKiriman(models.Model):
    """One file of a heap. `usulan` is what its folders and name speak for, `keyakinan` (0–100) how strongly; `syarat`
    is what a person chose instead, `pelaksanaan` the occurrence of the one or the other; `bukti` what came of it.
    `urutan` is its place in the archive, or the name of the loose file."""

    kiriman = models.ForeignKey(Kiriman, models.CASCADE, related_name="baris")
    urutan = models.PositiveIntegerField()
    jalur = models.CharField(max_length=1000, help_text="Map dan nama di dalam kiriman, hanya untuk ditampilkan")
    nama = models.CharField(max_length=255)
    ukuran = models.PositiveBigIntegerField()
    usulan = models.ForeignKey(SyaratBukti, models.SET_NULL, null=True, blank=True, related_name="+")
    keyakinan = models.PositiveSmallIntegerField(default=0)
    alasan = models.CharField(max_length=300, blank=True)
    syarat = models.ForeignKey(SyaratBukti, models.SET_NULL, null=True, blank=True, related_name="+")
    pelaksanaan = models.ForeignKey(Pelaksanaan, models.SET_NULL, null=True, blank=True, related_name="+")
    status = models.CharField(max_length=10, choices=StatusBaris, default=StatusBaris.MENUNGGU)
    pesan = models.CharField(max_length=500, blank=True)
    bukti = models.ForeignKey(Bukti, models.PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        ordering = ["urutan"]
        constraints = [
            models.UniqueConstraint(fields=["kiriman", "urutan"], name="baris_kiriman_urutan"),
            models.CheckConstraint(condition=Q(keyakinan__lte=100), name="keyakinan_0_100"),
            models.CheckConstraint(
                condition=Q(status=StatusBaris.DIAMBIL, bukti__isnull=False)
                | (~Q(status=StatusBaris.DIAMBIL) & Q(bukti__isnull=True)),
                name="diambil_berbukti",
            ),
        ]

    def __str__(self) -> str:
        return self.jalur

    @property
    def tempat(self) -> SyaratBukti | None:
        """Where it goes: what was chosen, else what was proposed."""
        return self.syarat or self.usulan

    @property
    def map(self) -> str:
        """The folders it lay in; empty for none."""
        return self.jalur.rpartition("/")[0]

    @property
    def lengkap(self) -> bool:
        """It has a place, and an occurrence where one is asked for."""
        tempat = self.tempat
        return tempat is not None and (not tempat.tiap_pelaksanaan or self.pelaksanaan_id is not None)
