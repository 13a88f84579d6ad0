"""Doors for outsiders, and who came in when."""

from django.db import models
from django.db.models import Q

from zona.inti.tetap import BarisTetap
from zona.inti.waktu import sekarang
from zona.organisasi.enums import Lingkup
from zona.organisasi.models import Pengguna, Satker


class Pintu(models.Model):
    """A link of its own to read one office's year. The link's secret is kept as its SHA-256 and shown once; `kode` (a
    hashed password) is asked for where it is set. Open through `berakhir`, the day included, unless revoked."""

    satker = models.ForeignKey(Satker, models.PROTECT, related_name="pintu")
    tahun = models.PositiveSmallIntegerField()
    nama = models.CharField(max_length=200, help_text="Untuk siapa")
    sidik = models.CharField(max_length=64, unique=True)
    kode = models.CharField(max_length=200, blank=True)
    berakhir = models.DateField()
    hanya_diterima = models.BooleanField(default=True)
    dibuat_oleh = models.ForeignKey(Pengguna, models.PROTECT, related_name="+")
    dibuat_pada = models.DateTimeField(default=sekarang, editable=False)
    dicabut_oleh = models.ForeignKey(Pengguna, models.PROTECT, null=True, blank=True, related_name="+")
    dicabut_pada = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(dicabut_oleh__isnull=True, dicabut_pada__isnull=True)
                | Q(dicabut_oleh__isnull=False, dicabut_pada__isnull=False),
                name="pintu_cabut_berpasangan",
            ),
            models.CheckConstraint(condition=Q(sidik__regex=r"^[0-9a-f]{64}$"), name="pintu_sidik"),
        ]

    def __str__(self) -> str:
        return self.nama

    @property
    def lingkup(self) -> Lingkup:
        return Lingkup(self.satker_id, self.tahun)


class Kunjungan(BarisTetap):
    """One opening through a door: of the door itself, or of a file behind it."""

    TOLAK_UBAH = TOLAK_HAPUS = "Catatan kunjungan tidak dapat diubah atau dihapus."

    pintu = models.ForeignKey(Pintu, models.PROTECT, related_name="kunjungan")
    apa = models.CharField(max_length=300)
    alamat_ip = models.GenericIPAddressField(null=True, blank=True)
    pada = models.DateTimeField(default=sekarang, editable=False)

    class Meta:
        ordering = ["-id"]

    def __str__(self) -> str:
        return self.apa
