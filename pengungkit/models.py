"""Instruments are versioned data; assessments answer them. Weights and values are exact decimals."""

from django.db import models
from django.db.models import Q

from pengungkit.enums import Aspek, JenisJawaban, JenisPenilaian, Kelompok, StatusPenilaian
from pengungkit.gerbang import PenilaianQuerySet
from zona.inti.tetap import BarisTetap
from zona.inti.waktu import sekarang
from zona.organisasi.enums import AREA, Lingkup
from zona.organisasi.models import Pengguna, Satker

AREA_PILIHAN = [(a, a) for a in AREA]


class Instrumen(models.Model):
    """A scoring instrument as a regulation gives it. `isi_sha256`: of the file it was loaded
    from, and of the PortalRB question file that one names."""

    kode = models.SlugField(max_length=40, unique=True)
    nama = models.CharField(max_length=300)
    status = models.CharField(max_length=300, blank=True)
    berlaku_sejak = models.DateField(null=True, blank=True)
    bawaan = models.BooleanField(default=False, help_text="Dipakai rencana baru")
    peraturan = models.JSONField(default=dict)
    perhitungan = models.JSONField(default=dict)
    ambang = models.JSONField(default=dict)
    syarat_pengusulan = models.JSONField(default=dict, blank=True)
    isi_sha256 = models.CharField(max_length=64, editable=False)

    class Meta:
        ordering = ["kode"]
        constraints = [
            models.UniqueConstraint(fields=["bawaan"], condition=Q(bawaan=True), name="satu_instrumen_bawaan"),
        ]

    def __str__(self) -> str:
        return self.kode


class Komponen(models.Model):
    """A weighted part: of one pengungkit (area I–VI, by aspect where the instrument has them), or of hasil."""

    instrumen = models.ForeignKey(Instrumen, models.CASCADE, related_name="komponen")
    kode = models.CharField(max_length=10)
    nama = models.CharField(max_length=200)
    kelompok = models.CharField(max_length=10, choices=Kelompok)
    area = models.CharField(max_length=3, choices=AREA_PILIHAN, blank=True)
    aspek = models.CharField(max_length=10, choices=Aspek, blank=True)
    bobot = models.DecimalField(max_digits=6, decimal_places=3)
    urutan = models.PositiveSmallIntegerField()

    class Meta:
        ordering = ["urutan"]
        constraints = [
            models.UniqueConstraint(fields=["instrumen", "kode"], name="komponen_kode"),
            models.UniqueConstraint(fields=["instrumen", "urutan"], name="komponen_urutan"),
            models.CheckConstraint(condition=Q(bobot__gt=0), name="komponen_bobot_positif"),
            models.CheckConstraint(
                condition=Q(kelompok=Kelompok.HASIL, area="", aspek="")
                | Q(kelompok=Kelompok.PENGUNGKIT, area__in=AREA),
                name="komponen_area_bagi_pengungkit",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kode} {self.nama}"


class Indikator(models.Model):
    """A weighted group of questions; a sub-indikator has its `induk`, whose value is the sum of its subs."""

    komponen = models.ForeignKey(Komponen, models.CASCADE, related_name="indikator")
    induk = models.ForeignKey("self", models.CASCADE, null=True, blank=True, related_name="sub")
    kode = models.CharField(max_length=12)
    nama = models.CharField(max_length=300)
    bobot = models.DecimalField(max_digits=6, decimal_places=3)
    catatan = models.TextField(blank=True)
    urutan = models.PositiveSmallIntegerField()

    class Meta:
        ordering = ["urutan"]
        constraints = [
            models.UniqueConstraint(fields=["komponen", "kode"], name="indikator_kode"),
            models.UniqueConstraint(fields=["komponen", "urutan"], name="indikator_urutan"),
            models.CheckConstraint(condition=Q(bobot__gt=0), name="indikator_bobot_positif"),
        ]

    def __str__(self) -> str:
        return f"{self.kode} {self.nama}"


class Pertanyaan(models.Model):
    """One question. A hasil indikator is its own single question (same code)."""

    indikator = models.ForeignKey(Indikator, models.CASCADE, related_name="pertanyaan")
    kode = models.CharField(max_length=14)
    teks = models.TextField()
    jenis_jawaban = models.CharField(max_length=10, choices=JenisJawaban)
    rumus = models.JSONField(default=dict, blank=True, help_text="PERSEN: rasio atau penurunan atas masukan")
    penjelasan = models.TextField(blank=True)
    catatan = models.TextField(blank=True)
    data_dukung = models.JSONField(default=list, blank=True)
    soal_portalrb = models.PositiveIntegerField(null=True, blank=True)
    excel_baris = models.PositiveSmallIntegerField(null=True, blank=True, help_text="Pada lembar Jawaban PortalRB")
    yakin = models.BooleanField(default=True, help_text="Tidak: belum dipastikan dalam sumber")
    urutan = models.PositiveSmallIntegerField()

    class Meta:
        ordering = ["urutan"]
        constraints = [
            models.UniqueConstraint(fields=["indikator", "kode"], name="pertanyaan_kode"),
            models.UniqueConstraint(fields=["indikator", "urutan"], name="pertanyaan_urutan"),
        ]

    def __str__(self) -> str:
        return f"{self.kode} {self.teks}"


class Pilihan(models.Model):
    """An option with the regulation's words and its value, 0 to 1."""

    pertanyaan = models.ForeignKey(Pertanyaan, models.CASCADE, related_name="pilihan")
    label = models.CharField(max_length=5)
    teks = models.TextField(blank=True)
    nilai = models.DecimalField(max_digits=5, decimal_places=4)
    urutan = models.PositiveSmallIntegerField()

    class Meta:
        ordering = ["urutan"]
        constraints = [
            models.UniqueConstraint(fields=["pertanyaan", "label"], name="pilihan_label"),
            models.CheckConstraint(condition=Q(nilai__gte=0, nilai__lte=1), name="pilihan_nilai_0_1"),
        ]

    def __str__(self) -> str:
        return self.label


class Masukan(models.Model):
    """A whole number a PERSEN question asks for (b1, b2 …)."""

    pertanyaan = models.ForeignKey(Pertanyaan, models.CASCADE, related_name="masukan")
    kode = models.CharField(max_length=10)
    teks = models.CharField(max_length=300)
    soal_portalrb = models.PositiveIntegerField(null=True, blank=True)
    excel_baris = models.PositiveSmallIntegerField(null=True, blank=True)
    urutan = models.PositiveSmallIntegerField()

    class Meta:
        ordering = ["urutan"]
        constraints = [models.UniqueConstraint(fields=["pertanyaan", "kode"], name="masukan_kode")]

    def __str__(self) -> str:
        return f"{self.kode} {self.teks}"


class Penilaian(models.Model):
    """An office's assessment of a year: its own (mandiri) or the internal assessor's (tpi).

    `buta`: the assessor does not see the office's answers until `dibuka_pada`. `nilai_*` and `lolos` (every WBK gate)
    are what the last save came to, rounded to nine places: for lists and ranking, never for a verdict."""

    satker = models.ForeignKey(Satker, models.PROTECT, related_name="penilaian")
    tahun = models.PositiveSmallIntegerField()
    instrumen = models.ForeignKey(Instrumen, models.PROTECT, related_name="penilaian")
    jenis = models.CharField(max_length=8, choices=JenisPenilaian)
    status = models.CharField(max_length=10, choices=StatusPenilaian, default=StatusPenilaian.DRAF)
    diajukan_pada = models.DateTimeField(null=True, blank=True)
    diajukan_oleh = models.ForeignKey(Pengguna, models.PROTECT, null=True, blank=True, related_name="+")
    dikunci_pada = models.DateTimeField(null=True, blank=True)
    dikunci_oleh = models.ForeignKey(Pengguna, models.PROTECT, null=True, blank=True, related_name="+")
    buta = models.BooleanField(default=False)
    dibuka_pada = models.DateTimeField(null=True, blank=True)
    nilai_total = models.DecimalField(max_digits=13, decimal_places=9, null=True, blank=True)
    nilai_pengungkit = models.DecimalField(max_digits=13, decimal_places=9, null=True, blank=True)
    nilai_hasil = models.DecimalField(max_digits=13, decimal_places=9, null=True, blank=True)
    lolos = models.BooleanField(null=True, blank=True)

    tertutup: bool  # as `bagi` says
    objects = PenilaianQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["satker", "tahun", "jenis"], name="penilaian_sekali_setahun"),
            models.CheckConstraint(
                condition=Q(diajukan_pada__isnull=True) | ~Q(status=StatusPenilaian.DRAF), name="draf_belum_diajukan"
            ),
            models.CheckConstraint(
                condition=Q(status=StatusPenilaian.DIKUNCI, dikunci_pada__isnull=False)
                | (~Q(status=StatusPenilaian.DIKUNCI) & Q(dikunci_pada__isnull=True)),
                name="dikunci_berwaktu",
            ),
            models.CheckConstraint(condition=Q(buta=False) | Q(jenis=JenisPenilaian.TPI), name="hanya_tpi_yang_buta"),
        ]

    def __str__(self) -> str:
        return f"{self.get_jenis_display()} {self.tahun}"

    @property
    def lingkup(self) -> Lingkup:
        return Lingkup(self.satker_id, self.tahun)


class Jawaban(models.Model):
    """One answer: an option, or a number (survey score 0–4, percentage 0–100), or the counts of a PERSEN question; or
    none of them yet and only a note. `revisi` counts its edits: whoever saves over an older one is told."""

    penilaian = models.ForeignKey(Penilaian, models.CASCADE, related_name="jawaban")
    pertanyaan = models.ForeignKey(Pertanyaan, models.PROTECT, related_name="jawaban")
    pilihan = models.ForeignKey(Pilihan, models.PROTECT, null=True, blank=True)
    angka = models.DecimalField(max_digits=7, decimal_places=4, null=True, blank=True)
    masukan = models.JSONField(default=dict, blank=True)
    catatan = models.TextField(blank=True)
    dijawab_oleh = models.ForeignKey(Pengguna, models.PROTECT, null=True, related_name="+")
    dijawab_pada = models.DateTimeField(default=sekarang)
    revisi = models.PositiveIntegerField(default=0, editable=False)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["penilaian", "pertanyaan"], name="jawaban_sekali"),
            models.CheckConstraint(
                condition=Q(angka__isnull=True) | Q(angka__gte=0, angka__lte=100), name="jawaban_angka"
            ),
            models.CheckConstraint(
                condition=Q(pilihan__isnull=False, angka__isnull=True, masukan={})
                | Q(pilihan__isnull=True, angka__isnull=False, masukan={})
                | Q(pilihan__isnull=True, angka__isnull=True),
                name="jawaban_satu_bentuk",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.pertanyaan.kode}"


class PenilaianBeku(BarisTetap):
    """An assessment as it was when it was locked: weights, texts, answers, evidence and score as plain values. Kept
    when it is reopened: the next lock is the next `urutan`."""

    TOLAK_UBAH = TOLAK_HAPUS = "Penilaian yang sudah dikunci tidak dapat diubah atau dihapus."

    penilaian = models.ForeignKey(Penilaian, models.PROTECT, related_name="beku")
    urutan = models.PositiveSmallIntegerField()
    isi = models.JSONField()
    sha256 = models.CharField(max_length=64)
    dibuat_pada = models.DateTimeField(default=sekarang, editable=False)
    dibuat_oleh = models.ForeignKey(Pengguna, models.PROTECT, null=True, related_name="+")

    class Meta:
        ordering = ["urutan"]
        constraints = [models.UniqueConstraint(fields=["penilaian", "urutan"], name="penilaian_beku_urutan")]

    def __str__(self) -> str:
        return f"{self.penilaian} (kunci ke-{self.urutan})"


class RiwayatNilai(models.Model):
    """What an assessment came to at the end of a day (of the office's clock): the line of its score over time.
    `rincian`: points per komponen code, as decimal text."""

    penilaian = models.ForeignKey(Penilaian, models.CASCADE, related_name="riwayat_nilai")
    tanggal = models.DateField()
    total = models.DecimalField(max_digits=13, decimal_places=9)
    pengungkit = models.DecimalField(max_digits=13, decimal_places=9)
    hasil = models.DecimalField(max_digits=13, decimal_places=9)
    rincian = models.JSONField(default=dict)

    class Meta:
        ordering = ["tanggal"]
        constraints = [models.UniqueConstraint(fields=["penilaian", "tanggal"], name="riwayat_nilai_harian")]

    def __str__(self) -> str:
        return f"{self.penilaian} {self.tanggal}"
