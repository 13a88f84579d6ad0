"""Papers with every revision of them, what was signed, the office's templates and numbers, signers of the pakta."""

from django.db import models
from django.db.models import Q

from bukti_fisik.models import Berkas
from zona.inti.tetap import BarisTetap
from zona.inti.waktu import sekarang
from zona.organisasi.enums import Lingkup
from zona.organisasi.models import Pengguna, Satker
from zona.surat.enums import JenisSurat, KeadaanSurat

TETAP = "Yang sudah tersimpan tidak dapat diubah atau dihapus; simpan revisi baru."
POLA = "{nomor}/{kode}/{romawi}/{tahun}"


class Surat(models.Model):
    """A paper of an office and year as it stands; RevisiSurat has all it was. `isi` is Markdown; `rincian`: what stands
    around it (rincian.py). `tahun_nomor`: the year its number was given in. `terkunci`: its newest revision was signed,
    so nothing of it changes until it is opened again."""

    satker = models.ForeignKey(Satker, models.PROTECT, related_name="surat_dinas")
    tahun = models.PositiveSmallIntegerField()
    jenis = models.CharField(max_length=10, choices=JenisSurat)
    isi = models.TextField()
    rincian = models.JSONField(default=dict)
    nomor = models.CharField(max_length=60, blank=True)
    tanggal = models.DateField(null=True, blank=True)
    tahun_nomor = models.PositiveSmallIntegerField(null=True, blank=True, editable=False)
    terkunci = models.BooleanField(default=False)
    revisi = models.PositiveIntegerField(default=1, editable=False)
    oleh = models.ForeignKey(Pengguna, models.PROTECT, null=True, related_name="+")
    pada = models.DateTimeField(default=sekarang)

    class Meta:
        ordering = ["tahun", "jenis"]
        constraints = [
            models.UniqueConstraint(fields=["satker", "tahun", "jenis"], name="surat_sekali_setahun"),
            models.UniqueConstraint(
                fields=["satker", "tahun_nomor", "nomor"], condition=~Q(nomor=""), name="surat_nomor_sekali"
            ),
            models.CheckConstraint(
                condition=Q(nomor="", tahun_nomor__isnull=True)
                | (~Q(nomor="") & Q(tanggal__isnull=False, tahun_nomor__isnull=False)),
                name="surat_nomor_bertanggal",
            ),
            models.CheckConstraint(
                condition=Q(terkunci=False) | Q(tanggal__isnull=False), name="surat_bertanda_bertanggal"
            ),
            models.CheckConstraint(condition=Q(revisi__gte=1), name="surat_revisi_dari_1"),
        ]

    def __str__(self) -> str:
        return f"{self.get_jenis_display()} {self.tahun}"

    @property
    def lingkup(self) -> Lingkup:
        return Lingkup(self.satker_id, self.tahun)

    @property
    def draf(self) -> bool:
        """Without date, or without the number a paper of its kind must have."""
        return self.tanggal is None or (JenisSurat(self.jenis).wajib_nomor and not self.nomor)

    @property
    def keadaan(self) -> KeadaanSurat:
        if self.terkunci:
            return KeadaanSurat.BERTANDA
        if self.draf:
            return KeadaanSurat.DRAF
        return KeadaanSurat.BERNOMOR if self.nomor else KeadaanSurat.BERTANGGAL


class RevisiSurat(BarisTetap):
    """A paper as it was saved, and why."""

    TOLAK_UBAH = TOLAK_HAPUS = TETAP

    surat = models.ForeignKey(Surat, models.PROTECT, related_name="riwayat")
    revisi = models.PositiveIntegerField()
    isi = models.TextField()
    rincian = models.JSONField(default=dict)
    nomor = models.CharField(max_length=60, blank=True)
    tanggal = models.DateField(null=True, blank=True)
    tindakan = models.CharField(max_length=60)
    alasan = models.TextField(blank=True)
    oleh = models.ForeignKey(Pengguna, models.PROTECT, null=True, related_name="+")
    pada = models.DateTimeField(default=sekarang, editable=False)

    class Meta:
        ordering = ["-revisi"]
        constraints = [models.UniqueConstraint(fields=["surat", "revisi"], name="revisi_surat_sekali")]

    def __str__(self) -> str:
        return f"{self.surat} revisi {self.revisi}"

    @property
    def lingkup(self) -> Lingkup:
        return self.surat.lingkup


class SuratBeku(BarisTetap):
    """A paper as it was drawn when it was given its number and date (a pakta or piagam: its date): what is printed of
    it ever after (docs/adr/0044). `naskah`: the page, HTML; `gaya`: its print styles, None in rows from before they
    were kept. `bernilai`: it tells points of the office's own assessment."""

    TOLAK_UBAH = TOLAK_HAPUS = TETAP

    surat = models.ForeignKey(Surat, models.PROTECT, related_name="beku")
    revisi = models.PositiveIntegerField()
    nomor = models.CharField(max_length=60, blank=True)
    tanggal = models.DateField()
    tahun_nomor = models.PositiveSmallIntegerField(null=True)
    naskah = models.TextField()
    gaya = models.JSONField(null=True)
    bernilai = models.BooleanField(default=False)
    oleh = models.ForeignKey(Pengguna, models.PROTECT, null=True, related_name="+")
    pada = models.DateTimeField(default=sekarang, editable=False)

    class Meta:
        ordering = ["-revisi"]
        constraints = [models.UniqueConstraint(fields=["surat", "revisi"], name="surat_beku_sekali")]

    def __str__(self) -> str:
        return f"{self.surat} revisi {self.revisi}"

    @property
    def lingkup(self) -> Lingkup:
        return self.surat.lingkup


class SuratBertanda(BarisTetap):
    """The signed paper (a scan, or a PDF signed elsewhere) of one revision, under the number it bore."""

    TOLAK_UBAH = TOLAK_HAPUS = TETAP

    surat = models.ForeignKey(Surat, models.PROTECT, related_name="bertanda")
    revisi = models.PositiveIntegerField()
    nomor = models.CharField(max_length=60, blank=True)
    tahun_nomor = models.PositiveSmallIntegerField(null=True)
    berkas = models.ForeignKey(Berkas, models.PROTECT, related_name="+")
    nama_berkas = models.CharField(max_length=255)
    oleh = models.ForeignKey(Pengguna, models.PROTECT, null=True, related_name="+")
    pada = models.DateTimeField(default=sekarang, editable=False)

    class Meta:
        ordering = ["-revisi"]
        constraints = [models.UniqueConstraint(fields=["surat", "revisi"], name="surat_bertanda_sekali")]

    def __str__(self) -> str:
        return f"{self.surat} bertanda tangan"

    @property
    def lingkup(self) -> Lingkup:
        return self.surat.lingkup


class TemplatSurat(BarisTetap):
    """The words an office begins its next papers of a kind with; the newest counts, else what ships with Zona."""

    TOLAK_UBAH = TOLAK_HAPUS = TETAP

    satker = models.ForeignKey(Satker, models.PROTECT, related_name="templat_surat")
    jenis = models.CharField(max_length=10, choices=JenisSurat)
    revisi = models.PositiveIntegerField()
    isi = models.TextField()
    rincian = models.JSONField(default=dict)
    oleh = models.ForeignKey(Pengguna, models.PROTECT, null=True, related_name="+")
    pada = models.DateTimeField(default=sekarang, editable=False)

    class Meta:
        ordering = ["-revisi"]
        constraints = [models.UniqueConstraint(fields=["satker", "jenis", "revisi"], name="templat_surat_revisi")]

    def __str__(self) -> str:
        return f"Templat {self.get_jenis_display()}"


class SetelanSurat(models.Model):
    """How an office numbers its papers (nomor.py). `kode`: what stands for `{kode}`, by kind of paper."""

    satker = models.OneToOneField(Satker, models.CASCADE, related_name="setelan_surat")
    pola = models.CharField(max_length=100, default=POLA)
    kode = models.JSONField(default=dict)

    def __str__(self) -> str:
        return f"Penomoran {self.satker}"


class PenandaPakta(models.Model):
    """A person beside the pakta of a year: who signed, who was left out and why, who was typed in without an account.
    Who is in the office and is none of these needs no row (queries/pakta.py)."""

    satker = models.ForeignKey(Satker, models.PROTECT, related_name="penanda_pakta")
    tahun = models.PositiveSmallIntegerField()
    pengguna = models.ForeignKey(Pengguna, models.PROTECT, null=True, blank=True, related_name="+")
    nama = models.CharField(max_length=200)
    nip = models.CharField(max_length=30, blank=True)
    jabatan = models.CharField(max_length=200, blank=True)
    tanggal = models.DateField(null=True, blank=True, help_text="Hari menandatangani")
    berkas = models.ForeignKey(Berkas, models.PROTECT, null=True, blank=True, related_name="+")
    nama_berkas = models.CharField(max_length=255, blank=True)
    alasan_luar = models.CharField(max_length=300, blank=True, help_text="Sebab tidak dihitung")

    class Meta:
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(fields=["satker", "tahun", "pengguna"], name="penanda_pakta_sekali"),
            models.CheckConstraint(condition=Q(berkas__isnull=True) | Q(tanggal__isnull=False), name="pindaian_pakta"),
            models.CheckConstraint(condition=Q(alasan_luar="") | Q(tanggal__isnull=True), name="pakta_luar_tak_tanda"),
            models.CheckConstraint(condition=~Q(nama=""), name="penanda_pakta_bernama"),
        ]

    def __str__(self) -> str:
        return self.nama

    @property
    def lingkup(self) -> Lingkup:
        return Lingkup(self.satker_id, self.tahun)
