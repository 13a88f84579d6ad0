"""What was sent to whom, what people turned off, and the addresses of calendars."""

from django.db import models
from django.db.models import Q

from bukti_fisik.models import Bukti
from rencana_aksi.models import Pengungkit, RencanaAksi
from zona.inti.waktu import sekarang
from zona.kabar.enums import HARI_SEBELUM, Jenis, StatusSurat
from zona.organisasi.models import Pengguna, Satker


class Senyap(models.Model):
    """A kind of word the person turned off. No row: it is on."""

    pengguna = models.ForeignKey(Pengguna, models.CASCADE, related_name="senyap")
    jenis = models.CharField(max_length=12, choices=Jenis)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["pengguna", "jenis"], name="senyap_sekali"),
            models.CheckConstraint(condition=Q(jenis__in=Jenis.values), name="senyap_jenis_dikenal"),
        ]

    def __str__(self) -> str:
        return self.get_jenis_display()


class Putaran(models.Model):
    """The last day an office's reminders were run: what fell due for reminding since is caught up."""

    satker = models.OneToOneField(Satker, models.CASCADE, related_name="putaran")
    tanggal = models.DateField()

    def __str__(self) -> str:
        return f"{self.satker} {self.tanggal}"


class SuratKeluar(models.Model):
    """A letter to one person, at the address it goes to, and what became of it."""

    satker = models.ForeignKey(Satker, models.PROTECT, related_name="%(class)s")
    pengguna = models.ForeignKey(Pengguna, models.PROTECT, related_name="%(class)s")
    alamat = models.EmailField()
    perihal = models.CharField(max_length=200)
    status = models.CharField(max_length=10, choices=StatusSurat, default=StatusSurat.MENUNGGU)
    galat = models.CharField(max_length=300, blank=True)
    dibuat_pada = models.DateTimeField(default=sekarang, editable=False)

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return self.perihal


class SuratRencana(SuratKeluar):
    """A step in the life of a plan, or something about people's roles, told to one whom it concerns. Its words are kept
    as they were when it was taken; `jalur` is the page it leads to."""

    isi = models.TextField()
    jalur = models.CharField(max_length=300)

    class Meta:
        ordering = ["-id"]
        constraints = [
            models.CheckConstraint(condition=Q(status__in=StatusSurat.values), name="surat_rencana_status_dikenal"),
        ]
        indexes = [models.Index(fields=["satker", "status"], name="surat_rencana_satker")]


class Surat(SuratKeluar):
    """The one message of a person and day (the office's day)."""

    tanggal = models.DateField()

    class Meta:
        ordering = ["-tanggal", "-id"]
        constraints = [
            models.UniqueConstraint(fields=["pengguna", "tanggal"], name="surat_sekali_sehari"),
            models.CheckConstraint(condition=Q(status__in=StatusSurat.values), name="surat_status_dikenal"),
        ]
        indexes = [models.Index(fields=["satker", "-tanggal"], name="surat_satker")]


class Kabar(models.Model):
    """One thing told in a letter; unique by whom, what and of which due date, so that it is told once. Held by action
    and due date, not by occurrence: a schedule that is edited makes its occurrences anew."""

    surat = models.ForeignKey(Surat, models.CASCADE, related_name="kabar")
    pengguna = models.ForeignKey(Pengguna, models.PROTECT, related_name="kabar")
    jenis = models.CharField(max_length=12, choices=Jenis)
    aksi = models.ForeignKey(RencanaAksi, models.CASCADE, null=True, related_name="kabar")
    jatuh_tempo = models.DateField(null=True)
    bukti = models.ForeignKey(Bukti, models.CASCADE, null=True, related_name="kabar")
    pekan = models.DateField(null=True, help_text="Senin")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["pengguna", "jenis", "aksi", "jatuh_tempo"],
                condition=Q(aksi__isnull=False),
                name="kabar_tempo_sekali",
            ),
            models.UniqueConstraint(
                fields=["pengguna", "bukti"], condition=Q(bukti__isnull=False), name="kabar_bukti_sekali"
            ),
            models.UniqueConstraint(
                fields=["pengguna", "pekan"], condition=Q(pekan__isnull=False), name="kabar_rekap_sekali"
            ),
            models.CheckConstraint(
                condition=Q(
                    jenis__in=[*HARI_SEBELUM, Jenis.TERLAMBAT],
                    aksi__isnull=False,
                    jatuh_tempo__isnull=False,
                    bukti__isnull=True,
                    pekan__isnull=True,
                )
                | Q(
                    jenis=Jenis.DIKEMBALIKAN,
                    aksi__isnull=True,
                    jatuh_tempo__isnull=True,
                    bukti__isnull=False,
                    pekan__isnull=True,
                )
                | Q(
                    jenis=Jenis.REKAP,
                    aksi__isnull=True,
                    jatuh_tempo__isnull=True,
                    bukti__isnull=True,
                    pekan__isnull=False,
                ),
                name="kabar_satu_bentuk",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_jenis_display()}: {self.aksi or self.bukti or self.pekan}"


class Kalender(models.Model):
    """An address to subscribe to: of all a person answers for, or of a whole pengungkit. Only the SHA-256 of its token
    is kept; one address is good at a time."""

    pengguna = models.ForeignKey(Pengguna, models.CASCADE, null=True, related_name="kalender")
    pengungkit = models.ForeignKey(Pengungkit, models.CASCADE, null=True, related_name="kalender")
    sidik = models.CharField(max_length=64, unique=True)
    dibuat_oleh = models.ForeignKey(Pengguna, models.PROTECT, related_name="+")
    dibuat_pada = models.DateTimeField(default=sekarang, editable=False)
    dicabut_pada = models.DateTimeField(null=True)
    dicabut_oleh = models.ForeignKey(Pengguna, models.PROTECT, null=True, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["pengguna"], condition=Q(dicabut_pada__isnull=True), name="kalender_satu_per_orang"
            ),
            models.UniqueConstraint(
                fields=["pengungkit"], condition=Q(dicabut_pada__isnull=True), name="kalender_satu_per_pengungkit"
            ),
            models.CheckConstraint(
                condition=Q(pengguna__isnull=False, pengungkit__isnull=True)
                | Q(pengguna__isnull=True, pengungkit__isnull=False),
                name="kalender_orang_atau_pengungkit",
            ),
            models.CheckConstraint(
                condition=Q(dicabut_pada__isnull=True, dicabut_oleh__isnull=True)
                | Q(dicabut_pada__isnull=False, dicabut_oleh__isnull=False),
                name="kalender_dicabut_berpasangan",
            ),
            models.CheckConstraint(condition=Q(sidik__regex=r"^[0-9a-f]{64}$"), name="kalender_sidik"),
        ]

    def __str__(self) -> str:
        return f"Kalender {self.pengguna or self.pengungkit}"
