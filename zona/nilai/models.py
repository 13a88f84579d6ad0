"""What an office must hold beside its score before it may be proposed, and the proposal itself."""

from django.db import models
from django.db.models import Q

from bukti_fisik.models import Berkas, Bukti
from zona.inti.waktu import sekarang
from zona.nilai.enums import KategoriUsulan
from zona.nilai.syarat import MENURUT_KODE
from zona.organisasi.enums import Lingkup
from zona.organisasi.models import Pengguna, Satker


class PemenuhanSyarat(models.Model):
    """How an office stands to one condition of the proposal (`kode`: zona/nilai/syarat.py) in a year, with its proof: a
    bukti of the plan, a file of its own, or an address. `dikunjungi_oleh`: who else opened that address and says that
    it is what it should be."""

    satker = models.ForeignKey(Satker, models.PROTECT, related_name="pemenuhan_syarat")
    tahun = models.PositiveSmallIntegerField()
    kode = models.SlugField(max_length=30)
    isian = models.CharField(max_length=60, help_text="Tanggal, persentase, atau predikat, sesuai syaratnya")
    catatan = models.TextField(blank=True)
    bukti = models.ForeignKey(Bukti, models.PROTECT, null=True, blank=True, related_name="+")
    berkas = models.ForeignKey(Berkas, models.PROTECT, null=True, blank=True, related_name="+")
    nama_berkas = models.CharField(max_length=255, blank=True)
    tautan = models.URLField(max_length=1000, blank=True)
    dikunjungi_oleh = models.ForeignKey(Pengguna, models.PROTECT, null=True, blank=True, related_name="+")
    dikunjungi_pada = models.DateTimeField(null=True, blank=True)
    diisi_oleh = models.ForeignKey(Pengguna, models.PROTECT, null=True, related_name="+")
    diisi_pada = models.DateTimeField(default=sekarang)
    revisi = models.PositiveIntegerField(default=0, editable=False)

    class Meta:
        ordering = ["kode"]
        constraints = [
            models.UniqueConstraint(fields=["satker", "tahun", "kode"], name="syarat_usulan_sekali"),
            models.CheckConstraint(
                condition=Q(bukti__isnull=True, berkas__isnull=True)
                | Q(bukti__isnull=True, tautan="")
                | Q(berkas__isnull=True, tautan=""),
                name="syarat_usulan_satu_bukti",
            ),
            models.CheckConstraint(
                condition=Q(dikunjungi_oleh__isnull=True, dikunjungi_pada__isnull=True)
                | (Q(dikunjungi_oleh__isnull=False, dikunjungi_pada__isnull=False) & ~Q(tautan="")),
                name="syarat_usulan_dikunjungi",
            ),
        ]

    def __str__(self) -> str:
        syarat = MENURUT_KODE.get(self.kode)
        return syarat.nama if syarat else self.kode

    @property
    def lingkup(self) -> Lingkup:
        return Lingkup(self.satker_id, self.tahun)


class Usulan(models.Model):
    """A unit proposed to the national assessor in a year: what PortalRB may ask about. Withdrawn, it stays."""

    satker = models.ForeignKey(Satker, models.PROTECT, related_name="usulan")
    tahun = models.PositiveSmallIntegerField()
    kategori = models.CharField(max_length=12, choices=KategoriUsulan, default=KategoriUsulan.WBK)
    unit_id = models.CharField(max_length=40)
    diusulkan_pada = models.DateTimeField(default=sekarang, editable=False)
    diusulkan_oleh = models.ForeignKey(Pengguna, models.PROTECT, null=True, related_name="+")
    ditarik_pada = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["tahun", "unit_id"]
        constraints = [
            models.UniqueConstraint(fields=["satker", "tahun"], name="usulan_sekali_setahun"),
            models.UniqueConstraint(fields=["tahun", "unit_id"], name="usulan_unit_id"),
        ]

    def __str__(self) -> str:
        return f"{self.get_kategori_display()} {self.tahun}"

    @property
    def afirmasi(self) -> bool:
        return self.kategori == KategoriUsulan.WBK_AFIRMASI

    @property
    def lingkup(self) -> Lingkup:
        return Lingkup(self.satker_id, self.tahun)
