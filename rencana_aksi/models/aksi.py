"""Actions, their dated occurrences, and the evidence the plan demands."""

from datetime import date

from django.db import models
from django.db.models import F, Q

from rencana_aksi.enums import JenisBukti, JenisJadwal, Status
from rencana_aksi.models.rencana import RencanaKerja, kolom_asal
from zona.organisasi.enums import Lingkup
from zona.organisasi.models import Pengguna


class RencanaAksi(models.Model):
    """An action. `jadwal_teks` is what the author wrote; `jadwal_makna` what it means:
    {"tanggal": [...]}, {"rentang": [[a, b], ...]} or {"rrule": ..., "lama_hari": n}; empty for berkala and tanpa."""

    rencana_kerja = models.ForeignKey(RencanaKerja, models.CASCADE, related_name="aksi")
    huruf = models.CharField(max_length=2, blank=True)
    uraian = models.TextField()
    urutan = models.PositiveSmallIntegerField()
    jadwal_teks = models.CharField(max_length=300, blank=True)
    jadwal_jenis = models.CharField(max_length=10, choices=JenisJadwal, default=JenisJadwal.TANPA)
    jadwal_makna = models.JSONField(default=dict, blank=True)
    penanggung_jawab = models.ForeignKey(Pengguna, models.PROTECT, null=True, blank=True, related_name="tanggung_jawab")
    revisi = models.PositiveIntegerField(default=0, editable=False)
    asal = kolom_asal()

    class Meta:
        ordering = ["urutan"]
        constraints = [
            models.UniqueConstraint(fields=["rencana_kerja", "urutan"], name="aksi_urutan"),
            models.UniqueConstraint(fields=["rencana_kerja", "huruf"], condition=~Q(huruf=""), name="aksi_huruf"),
            models.CheckConstraint(
                condition=(Q(jadwal_jenis__in=[JenisJadwal.BERKALA, JenisJadwal.TANPA], jadwal_makna={}))
                | (~Q(jadwal_jenis__in=[JenisJadwal.BERKALA, JenisJadwal.TANPA]) & ~Q(jadwal_makna={})),
                name="aksi_jadwal_bermakna",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.huruf}. {self.uraian}" if self.huruf else self.uraian

    @property
    def lingkup(self) -> Lingkup:
        return self.rencana_kerja.lingkup


class Pelaksanaan(models.Model):
    """One occurrence of an action: a window (or a day) it is due in, and what became of it.
    Undated where the plan names no date. `jatuh_tempo_semula` keeps the first date of a postponed one."""

    aksi = models.ForeignKey(RencanaAksi, models.CASCADE, related_name="pelaksanaan")
    urutan = models.PositiveSmallIntegerField()
    mulai = models.DateField(null=True, blank=True)
    jatuh_tempo = models.DateField(null=True, blank=True)
    jatuh_tempo_semula = models.DateField(null=True, blank=True)
    status = models.CharField(max_length=10, choices=Status, default=Status.BELUM)
    realisasi = models.DateField(null=True, blank=True)
    alasan = models.TextField(blank=True)
    catatan = models.TextField(blank=True)

    class Meta:
        ordering = ["urutan"]
        constraints = [
            models.UniqueConstraint(fields=["aksi", "urutan"], name="pelaksanaan_urutan"),
            models.CheckConstraint(
                condition=Q(mulai__isnull=True, jatuh_tempo__isnull=True) | Q(mulai__lte=F("jatuh_tempo")),
                name="pelaksanaan_jendela",
            ),
            models.CheckConstraint(
                condition=Q(status=Status.SELESAI, realisasi__isnull=False)
                | (~Q(status=Status.SELESAI) & Q(realisasi__isnull=True)),
                name="selesai_bertanggal_realisasi",
            ),
            models.CheckConstraint(
                condition=~Q(status__in=[Status.DITUNDA, Status.BATAL]) | ~Q(alasan=""), name="tunda_batal_beralasan"
            ),
            models.CheckConstraint(
                condition=~Q(status=Status.DITUNDA) | Q(jatuh_tempo__isnull=False), name="ditunda_bertanggal_baru"
            ),
        ]
        indexes = [models.Index(fields=["jatuh_tempo"], name="pelaksanaan_jatuh_tempo")]

    def __str__(self) -> str:
        return f"{self.aksi} ({self.jatuh_tempo or 'tanpa tanggal'})"

    @property
    def lingkup(self) -> Lingkup:
        return self.aksi.lingkup

    @property
    def penanggung_jawab_id(self) -> int | None:
        return self.aksi.penanggung_jawab_id

    @property
    def terbuka(self) -> bool:
        """Neither selesai nor batal."""
        return self.status not in (Status.SELESAI, Status.BATAL)

    @property
    def tersentuh(self) -> bool:
        """It has progress: a state, a postponement, a reason or a note."""
        return self.status != Status.BELUM or bool(self.jatuh_tempo_semula or self.alasan or self.catatan)

    def terlambat(self, hari_ini: date) -> bool:
        """Past due and neither selesai nor batal."""
        return self.jatuh_tempo is not None and self.jatuh_tempo < hari_ini and self.terbuka


class SyaratBukti(models.Model):
    """One required item of evidence: of one action, or of the whole rencana kerja where `aksi` is empty.
    `tiap_pelaksanaan`: required again at each occurrence."""

    rencana_kerja = models.ForeignKey(RencanaKerja, models.CASCADE, related_name="syarat")
    aksi = models.ForeignKey(RencanaAksi, models.CASCADE, null=True, blank=True, related_name="syarat")
    teks = models.TextField()
    jenis = models.CharField(max_length=12, choices=JenisBukti, default=JenisBukti.LAINNYA)
    tiap_pelaksanaan = models.BooleanField(default=False)
    urutan = models.PositiveSmallIntegerField()
    revisi = models.PositiveIntegerField(default=0, editable=False)
    asal = kolom_asal()

    class Meta:
        ordering = ["urutan"]
        constraints = [
            models.UniqueConstraint(fields=["rencana_kerja", "urutan"], name="syarat_urutan"),
            models.CheckConstraint(
                condition=Q(tiap_pelaksanaan=False) | Q(aksi__isnull=False), name="tiap_pelaksanaan_beraksi"
            ),
        ]

    def __str__(self) -> str:
        return self.teks

    @property
    def lingkup(self) -> Lingkup:
        return self.rencana_kerja.lingkup
