"""Monev reports: what the ketua types, and what was frozen when one was finished. The paper an office prints on."""

from django.db import models
from django.db.models import Q

from rencana_aksi.models import Rencana
from zona.dokumen.enums import JenisPeriode, StatusLaporan
from zona.dokumen.kertas import TEPI_TERBESAR, TEPI_TERKECIL, UKURAN, Kertas
from zona.inti.tetap import BarisTetap
from zona.inti.waktu import sekarang
from zona.organisasi.enums import Lingkup
from zona.organisasi.models import Pengguna, Satker

TETAP = "Laporan yang sudah selesai tidak dapat diubah atau dihapus."


class SetelanDokumen(models.Model):
    """Paper of an office: its size, margins in millimetres, and the logo of its covers (PNG, drawn anew by us)."""

    satker = models.OneToOneField(Satker, models.CASCADE, related_name="setelan_dokumen")
    ukuran = models.CharField(max_length=2, choices=[(u, u) for u in UKURAN], default=Kertas().ukuran)
    tepi_atas = models.PositiveSmallIntegerField(default=Kertas().tepi[0])
    tepi_kanan = models.PositiveSmallIntegerField(default=Kertas().tepi[1])
    tepi_bawah = models.PositiveSmallIntegerField(default=Kertas().tepi[2])
    tepi_kiri = models.PositiveSmallIntegerField(default=Kertas().tepi[3])
    logo = models.BinaryField(null=True, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(**{f"tepi_{sisi}__range": (TEPI_TERKECIL, TEPI_TERBESAR)}), name=f"setelan_tepi_{sisi}"
            )
            for sisi in ("atas", "kanan", "bawah", "kiri")
        ]

    def __str__(self) -> str:
        return f"Setelan dokumen {self.satker}"


class LaporanMonev(models.Model):
    """The report of a month or triwulan: the typed part of it. Texts left empty are written from the numbers.
    `prognosis`: text per pengungkit code. `versi` counts how often it was finished, `revisi` its edits."""

    rencana = models.ForeignKey(Rencana, models.PROTECT, related_name="laporan")
    jenis = models.CharField(max_length=8, choices=JenisPeriode)
    nomor = models.PositiveSmallIntegerField()
    kesimpulan = models.TextField(blank=True)
    rekomendasi = models.TextField(blank=True)
    prognosis = models.JSONField(default=dict, blank=True)
    tanggal_rapat = models.DateField(null=True, blank=True)
    tempat_rapat = models.CharField(max_length=200, blank=True)
    peserta = models.TextField(blank=True)
    status = models.CharField(max_length=8, choices=StatusLaporan, default=StatusLaporan.DRAF)
    versi = models.PositiveSmallIntegerField(default=0)
    revisi = models.PositiveIntegerField(default=0, editable=False)

    class Meta:
        ordering = ["jenis", "nomor"]
        constraints = [
            models.UniqueConstraint(fields=["rencana", "jenis", "nomor"], name="laporan_sekali"),
            models.CheckConstraint(
                condition=Q(jenis=JenisPeriode.BULAN, nomor__gte=1, nomor__lte=12)
                | Q(jenis=JenisPeriode.TRIWULAN, nomor__gte=1, nomor__lte=4),
                name="laporan_periode",
            ),
            models.CheckConstraint(
                condition=~Q(status=StatusLaporan.SELESAI) | Q(versi__gte=1), name="laporan_selesai_berversi"
            ),
        ]

    def __str__(self) -> str:
        return f"Laporan monev {self.get_jenis_display().lower()} {self.nomor} {self.rencana.tahun}"

    @property
    def lingkup(self) -> Lingkup:
        return self.rencana.lingkup


class LaporanBeku(BarisTetap):
    """A finished report, whole: every row, text, weight and name it was drawn with (`isi`: queries/monev/isi.py;
    `sha256` of it). Never changed: the database refuses UPDATE and DELETE too (migration 0002)."""

    TOLAK_UBAH = TETAP
    TOLAK_HAPUS = TETAP

    laporan = models.ForeignKey(LaporanMonev, models.PROTECT, related_name="beku")
    versi = models.PositiveSmallIntegerField()
    isi = models.JSONField()
    sha256 = models.CharField(max_length=64)
    diselesaikan_oleh = models.ForeignKey(Pengguna, models.PROTECT, null=True, related_name="+")
    diselesaikan_pada = models.DateTimeField(default=sekarang, editable=False)

    class Meta:
        ordering = ["-versi"]
        constraints = [
            models.UniqueConstraint(fields=["laporan", "versi"], name="laporan_beku_sekali"),
            models.CheckConstraint(condition=Q(sha256__regex=r"^[0-9a-f]{64}$"), name="laporan_beku_sha256"),
        ]

    def __str__(self) -> str:
        return f"{self.laporan} versi {self.versi}"

    @property
    def lingkup(self) -> Lingkup:
        return self.laporan.lingkup
