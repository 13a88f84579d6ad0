"""Files and what they prove. Nothing is overwritten or deleted: a new upload is a new version, withdrawing keeps it."""

import uuid
from typing import Any, cast

from django.db import models
from django.db.models import Case, Exists, OuterRef, Q, Value, When

from bukti_fisik.alamat import sidik_alamat
from bukti_fisik.enums import DITAHAN, KeadaanBerkas, Pindai, StatusBukti
from pengungkit.models import Pertanyaan
from rencana_aksi.models import Pelaksanaan, Rencana, SyaratBukti
from zona.inti.berkas import JENIS_DI_TEMPAT
from zona.inti.tetap import BarisTetap
from zona.inti.waktu import sekarang
from zona.organisasi.enums import Lingkup
from zona.organisasi.models import Pengguna, Satker


class Berkas(models.Model):
    """A stored file under a name of ours. `nama_asli` is only ever shown, never used as a path.
    The same bytes are stored once per office. `peringatan`: what in it acts by itself (scripts in a PDF); such a file
    is only ever a download. `halaman`: pages of a PDF."""

    satker = models.ForeignKey(Satker, models.PROTECT, related_name="berkas")
    kunci = models.CharField(max_length=100, unique=True, help_text="Nama di penyimpanan")
    nama_asli = models.CharField(max_length=255)
    jenis_mime = models.CharField(max_length=100)
    ukuran = models.PositiveBigIntegerField()
    sha256 = models.CharField(max_length=64)
    halaman = models.PositiveIntegerField(null=True, blank=True)
    peringatan = models.CharField(max_length=200, blank=True)
    pindai = models.CharField(max_length=10, choices=Pindai, default=Pindai.TIDAK)
    keadaan = models.CharField(max_length=8, choices=KeadaanBerkas, default=KeadaanBerkas.UTUH)
    diperiksa_pada = models.DateTimeField(null=True, blank=True)
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

    @property
    def boleh_keluar(self) -> bool:
        """It may be handed out: not held back by the virus scan."""
        return self.pindai in (Pindai.TIDAK, Pindai.BERSIH)

    @property
    def di_tempat(self) -> bool:
        """A browser may draw it in place: a kind it draws by itself, and nothing in it acts by itself."""
        return self.jenis_mime in JENIS_DI_TEMPAT and not self.peringatan


class Pembawa(models.Model):
    """A person who brought these bytes, or this address, into the office, by whatever door: for evidence, in a heap
    that another took from, as a letter. `sidik`: SHA-256 of the bytes, or sidik_alamat. Never taken back: whoever
    brought it in once judges it nowhere (docs/adr/0047)."""

    satker = models.ForeignKey(Satker, models.PROTECT, related_name="+")
    sidik = models.CharField(max_length=64)
    orang = models.ForeignKey(Pengguna, models.PROTECT, related_name="+")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["satker", "sidik", "orang"], name="pembawa_sekali")]

    def __str__(self) -> str:
        return f"{self.orang}: {self.sidik[:12]}"


class BuktiQuerySet(models.QuerySet["Bukti"]):
    def bagi(self, pengguna: Pengguna) -> "BuktiQuerySet":
        """Each with `dibawa`: this person brought it in, so that judging it is another's; no query of its own."""
        satker = OuterRef("syarat__rencana_kerja__pengungkit__rencana__satker")
        milik = Pembawa.objects.filter(satker=satker, sidik=OuterRef("sidik"), orang=pengguna.pk or 0)
        sendiri = Q(diunggah_oleh=pengguna.pk or 0) | Q(Exists(milik))
        return self.annotate(
            dibawa=Case(When(sendiri, then=Value(True)), default=Value(False)), dibawa_bagi=Value(pengguna.pk or 0)
        )

    def untuk_diperiksa(self, pengguna: Pengguna) -> "BuktiQuerySet":
        """Those the person did not bring in."""
        milik: Any = self.bagi(pengguna)
        return cast(BuktiQuerySet, milik.filter(dibawa=False))


class Bukti(models.Model):
    """One version of an answer to a syarat (for one pelaksanaan where the syarat is asked at each). What serves several
    syarat or years stands at each as a bukti of its own over the same berkas: each place has its own verdict.
    `tanggal_dokumen`: the date the document bears; `halaman`: where in it the proof begins. `sidik`: as Pembawa's.
    `diterima_untuk`: the words it was accepted for; kept when they changed and it waits again."""

    syarat = models.ForeignKey(SyaratBukti, models.PROTECT, related_name="bukti")
    pelaksanaan = models.ForeignKey(Pelaksanaan, models.PROTECT, null=True, blank=True, related_name="bukti")
    versi = models.PositiveSmallIntegerField()
    berkas = models.ForeignKey(Berkas, models.PROTECT, null=True, blank=True, related_name="bukti")
    nama = models.CharField(max_length=255, help_text="Nama berkas saat diunggah, atau judul tautan")
    tautan = models.URLField(max_length=1000, blank=True)
    tanggal_dokumen = models.DateField(null=True, blank=True)
    halaman = models.PositiveIntegerField(null=True, blank=True)
    catatan = models.TextField(blank=True)
    status = models.CharField(max_length=12, choices=StatusBukti, default=StatusBukti.MENUNGGU)
    alasan = models.TextField(blank=True)
    diunggah_oleh = models.ForeignKey(Pengguna, models.PROTECT, null=True, related_name="bukti_diunggah")
    diunggah_pada = models.DateTimeField(default=sekarang, editable=False)
    diverifikasi_oleh = models.ForeignKey(Pengguna, models.PROTECT, null=True, blank=True, related_name="+")
    diverifikasi_pada = models.DateTimeField(null=True, blank=True)
    diterima_untuk = models.TextField(blank=True, editable=False)
    sidik = models.CharField(max_length=64, blank=True, editable=False, db_index=True)
    pertanyaan = models.ManyToManyField(Pertanyaan, blank=True, related_name="bukti")

    objects = BuktiQuerySet.as_manager()

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
            models.CheckConstraint(condition=Q(halaman__isnull=True) | Q(halaman__gte=1), name="bukti_halaman_dari_1"),
        ]

    def __str__(self) -> str:
        return self.nama

    def save(self, *args: Any, **kwargs: Any) -> None:
        if not self.sidik:
            self.sidik = self.berkas.sha256 if self.berkas else sidik_alamat(self.tautan)
        super().save(*args, **kwargs)

    @property
    def lingkup(self) -> Lingkup:
        return self.syarat.lingkup

    def dibawa_oleh(self, pengguna: Pengguna) -> bool:
        """This person brought it in, by whatever door: they do not judge it. No query where `bagi` asked for them."""
        if self.diunggah_oleh_id is not None and self.diunggah_oleh_id == pengguna.pk:
            return True
        if self.__dict__.get("dibawa_bagi") == pengguna.pk:
            return bool(self.__dict__["dibawa"])
        milik = Pembawa.objects.filter(satker=self.lingkup.satker_id, sidik=self.sidik, orang=pengguna.pk or 0)
        return milik.exists()

    @property
    def tampak(self) -> str:
        """How a browser shows it in place: gambar, dokumen, or not at all."""
        if self.berkas is None or not (self.berkas.di_tempat and self.berkas.boleh_keluar):
            return ""
        return "gambar" if self.berkas.jenis_mime.startswith("image/") else "dokumen"

    @property
    def ditahan(self) -> str:
        """Why its file is not handed out; empty where it is, or where it is a link."""
        return "" if self.berkas is None or self.berkas.boleh_keluar else DITAHAN[Pindai(self.berkas.pindai)]


class CatatanBukti(BarisTetap):
    """A word in the thread of a bukti that is no verdict: of the penilai, or an answer to one."""

    TOLAK_UBAH = TOLAK_HAPUS = "Catatan pada bukti tidak dapat diubah atau dihapus."

    bukti = models.ForeignKey(Bukti, models.PROTECT, related_name="utas")
    teks = models.TextField()
    oleh = models.ForeignKey(Pengguna, models.PROTECT, related_name="+")
    pada = models.DateTimeField(default=sekarang, editable=False)

    class Meta:
        ordering = ["id"]
        constraints = [models.CheckConstraint(condition=~Q(teks=""), name="catatan_bukti_berisi")]

    def __str__(self) -> str:
        return self.teks


class KeadaanTautan(models.Model):
    """What the last visit to a linked address of an office found. `hidup` is empty where it could not be told (the
    line was down, a place that asks for a sign-in)."""

    satker = models.ForeignKey(Satker, models.CASCADE, related_name="keadaan_tautan")
    alamat = models.URLField(max_length=1000)
    hidup = models.BooleanField(null=True)
    keterangan = models.CharField(max_length=200)
    diperiksa_pada = models.DateTimeField(default=sekarang)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["satker", "alamat"], name="tautan_sekali")]

    def __str__(self) -> str:
        return self.alamat


class Unggahan(models.Model):
    """A file on its way, in pieces: what has arrived lies under `kode` on this machine's disk until it is whole.
    `untuk`: what it becomes then ("bukti", "kiriman")."""

    kode = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    rencana = models.ForeignKey(Rencana, models.CASCADE, related_name="unggahan")
    untuk = models.CharField(max_length=10)
    syarat = models.ForeignKey(SyaratBukti, models.CASCADE, null=True, blank=True, related_name="+")
    pelaksanaan = models.ForeignKey(Pelaksanaan, models.CASCADE, null=True, blank=True, related_name="+")
    nama = models.CharField(max_length=255)
    ukuran = models.PositiveBigIntegerField()
    diterima = models.PositiveBigIntegerField(default=0)
    rincian = models.JSONField(default=dict, blank=True)
    oleh = models.ForeignKey(Pengguna, models.CASCADE, related_name="unggahan")
    dimulai_pada = models.DateTimeField(default=sekarang, editable=False)
    diubah_pada = models.DateTimeField(default=sekarang)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(diterima__lte=models.F("ukuran")), name="unggahan_tidak_lebih"),
            models.CheckConstraint(condition=Q(ukuran__gt=0), name="unggahan_tidak_kosong"),
        ]

    def __str__(self) -> str:
        return self.nama
