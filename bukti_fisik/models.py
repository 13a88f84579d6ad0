"""Files and what they prove. Nothing is overwritten or deleted: a new upload is a new version, withdrawing keeps it."""

from django.db import models
from django.db.models import Q

from bukti_fisik.enums import StatusBukti
from pengungkit.models import Pertanyaan
from rencana_aksi.models import Pelaksanaan, SyaratBukti
from zona.inti.waktu import sekarang
from zona.organisasi.enums import Lingkup
from zona.organisasi.models import Pengguna, Satker


class Berkas(models.Model):
    """A stored file under a name of ours. `nama_asli` is only ever shown, never used as a path.
    The same bytes are stored once per office."""

    satker = models.ForeignKey(Satker, models.PROTECT, related_name="berkas")
    kunci = models.CharField(max_length=100, unique=True, help_text="Nama di penyimpanan")
    nama_asli = models.CharField(max_length=255)
    jenis_mime = models.CharField(max_length=100)
    ukuran = models.PositiveBigIntegerField()
    sha256 = models.CharField(max_length=64)
    diunggah_oleh = models.ForeignKey(Pengguna, models.PROTECT, null=True, related_name="+")
    diunggah_pada = models.DateTimeField(default=sekarang, editable=False)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["satker", "sha256"], name="berkas_isi_sekali"),
            models.CheckConstraint(condition=Q(ukuran__gt=0), name="berkas_tidak_kosong"),
            models.CheckConstraint(condition=Q(sha256__regex=r"^[0-9a-f]{64}$"), name="berkas_sha256"),
        ]

    def __str__(self) -> str:
        return self.nama_asli


class Bukti(models.Model):
    """One version of an answer to a syarat (for one pelaksanaan where the syarat is asked at each)."""

    syarat = models.ForeignKey(SyaratBukti, models.PROTECT, related_name="bukti")
    pelaksanaan = models.ForeignKey(Pelaksanaan, models.PROTECT, null=True, blank=True, related_name="bukti")
    versi = models.PositiveSmallIntegerField()
    berkas = models.ForeignKey(Berkas, models.PROTECT, null=True, blank=True, related_name="bukti")
    nama = models.CharField(max_length=255, help_text="Nama berkas saat diunggah")
    tautan = models.URLField(max_length=1000, blank=True)
    catatan = models.TextField(blank=True)
    status = models.CharField(max_length=12, choices=StatusBukti, default=StatusBukti.MENUNGGU)
    alasan = models.TextField(blank=True)
    diunggah_oleh = models.ForeignKey(Pengguna, models.PROTECT, null=True, related_name="bukti_diunggah")
    diunggah_pada = models.DateTimeField(default=sekarang, editable=False)
    diverifikasi_oleh = models.ForeignKey(Pengguna, models.PROTECT, null=True, blank=True, related_name="+")
    diverifikasi_pada = models.DateTimeField(null=True, blank=True)
    pertanyaan = models.ManyToManyField(Pertanyaan, blank=True, related_name="bukti")

    class Meta:
        ordering = ["-id"]
        constraints = [
            models.UniqueConstraint(
                fields=["syarat", "versi"], condition=Q(pelaksanaan__isnull=True), name="bukti_versi_syarat"
            ),
            models.UniqueConstraint(fields=["syarat", "pelaksanaan", "versi"], name="bukti_versi_pelaksanaan"),
            models.CheckConstraint(
                condition=Q(berkas__isnull=False, tautan="") | (Q(berkas__isnull=True) & ~Q(tautan="")),
                name="bukti_berkas_atau_tautan",
            ),
            models.CheckConstraint(
                condition=~Q(status__in=[StatusBukti.DIKEMBALIKAN, StatusBukti.DITARIK]) | ~Q(alasan=""),
                name="kembali_tarik_beralasan",
            ),
            models.CheckConstraint(
                condition=Q(diverifikasi_oleh__isnull=True, diverifikasi_pada__isnull=True)
                | Q(diverifikasi_oleh__isnull=False, diverifikasi_pada__isnull=False),
                name="verifikasi_berpasangan",
            ),
            models.CheckConstraint(
                condition=~Q(status=StatusBukti.DITERIMA) | Q(diverifikasi_oleh__isnull=False),
                name="diterima_oleh_siapa",
            ),
            models.CheckConstraint(
                condition=Q(diverifikasi_oleh__isnull=True) | ~Q(diverifikasi_oleh=models.F("diunggah_oleh")),
                name="bukan_verifikasi_sendiri",
            ),
        ]

    def __str__(self) -> str:
        return self.nama

    @property
    def lingkup(self) -> Lingkup:
        return self.syarat.lingkup
