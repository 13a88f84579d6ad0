"""Monev reports: what the ketua types, and what was frozen when one was finished. The paper an office prints on. What
was printed of a paper that has its number or its lock."""

from django.db import models
from django.db.models import Q

from bukti_fisik.models import Berkas
from pengungkit.models import PenilaianBeku
from rencana_aksi.models import Rencana, VersiRencana
from zona.dokumen.enums import JenisPeriode, StatusLaporan
from zona.dokumen.kertas import TEPI_TERBESAR, TEPI_TERKECIL, UKURAN, Kertas
from zona.inti.tetap import BarisTetap
from zona.inti.waktu import sekarang
from zona.organisasi.enums import Lingkup
from zona.organisasi.models import Pengguna, Satker

TETAP = "Laporan yang sudah selesai tidak dapat diubah atau dihapus."
TERCETAK = "Dokumen yang sudah bernomor atau terkunci tidak dapat diubah atau dihapus."


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


class Cetakan(BarisTetap):
    """A paper that has its number or its lock, as it was first drawn: the same bytes are handed out ever after
    (docs/adr/0044). `kode` names the paper: rencana/12.pdf, surat/5.pdf, lhe/3.pdf."""

    TOLAK_UBAH = TOLAK_HAPUS = TERCETAK

    satker = models.ForeignKey(Satker, models.PROTECT, related_name="cetakan")
    kode = models.CharField(max_length=80, unique=True)
    berkas = models.ForeignKey(Berkas, models.PROTECT, related_name="+")
    sha256 = models.CharField(max_length=64)
    pada = models.DateTimeField(default=sekarang, editable=False)

    class Meta:
        ordering = ["id"]
        constraints = [models.CheckConstraint(condition=Q(sha256__regex=r"^[0-9a-f]{64}$"), name="cetakan_sha256")]

    def __str__(self) -> str:
        return f"Cetakan {self.kode}"


class KertasBeku(BarisTetap):
    """The office's paper as it was when a version of the plan was ditetapkan: size, margins in millimetres, logo (PNG);
    and the decision that this one revokes (`mencabut`: versi, nomor, tanggal; None of a first version, and of those
    from before decisions said so). The rest of a version is in VersiRencana.isi."""

    TOLAK_UBAH = TOLAK_HAPUS = TERCETAK

    versi = models.OneToOneField(VersiRencana, models.PROTECT, related_name="kertas")
    ukuran = models.CharField(max_length=2)
    tepi = models.JSONField()
    logo = models.BinaryField(null=True)
    mencabut = models.JSONField(null=True)

    def __str__(self) -> str:
        return f"Kertas {self.versi}"


class LheBeku(BarisTetap):
    """The Laporan Hasil Evaluasi of one lock of the assessor's assessment, under the number of the assessor's office
    (`satker`). `naskah`: the page as it was drawn then, HTML; `gaya`: its print styles."""

    TOLAK_UBAH = TOLAK_HAPUS = TERCETAK

    beku = models.OneToOneField(PenilaianBeku, models.PROTECT, related_name="lhe")
    satker = models.ForeignKey(Satker, models.PROTECT, related_name="+")
    nomor = models.CharField(max_length=60)
    tanggal = models.DateField()
    tahun_nomor = models.PositiveSmallIntegerField()
    naskah = models.TextField()
    gaya = models.JSONField()
    pada = models.DateTimeField(default=sekarang, editable=False)

    class Meta:
        ordering = ["-id"]
        constraints = [
            models.UniqueConstraint(fields=["satker", "tahun_nomor", "nomor"], name="lhe_nomor_sekali"),
            models.CheckConstraint(condition=~Q(nomor=""), name="lhe_bernomor"),
        ]

    def __str__(self) -> str:
        return f"LHE {self.nomor}"

    @property
    def lingkup(self) -> Lingkup:
        return self.beku.penilaian.lingkup
