"""What waits: a change of kepala or ketua for a second person, an invitation by NIP for its owner's consent."""

from datetime import timedelta

from django.db import models
from django.db.models import Q

from zona.inti.waktu import sekarang
from zona.organisasi.enums import PIMPINAN, KeadaanUsulan, Lingkup, Peran, Untuk
from zona.organisasi.models.orang import NIP_SAH, Pengguna, Satker

SELESAI = [k for k in KeadaanUsulan.values if k != KeadaanUsulan.MENUNGGU]
MASA_AJAKAN = timedelta(days=30)


class UsulanPimpinan(models.Model):
    """A change of kepala or ketua of one year. `tahun_acuan`: the year whose leaders decide (queries/pimpinan.py);
    `diusulkan_oleh` and `diputus_oleh` are empty where the operator of the installation did it (ganti_kepala)."""

    satker = models.ForeignKey(Satker, models.PROTECT, related_name="usulan_pimpinan")
    tahun = models.PositiveSmallIntegerField()
    tahun_acuan = models.PositiveSmallIntegerField()
    peran = models.CharField(max_length=12, choices=[(p.value, p.label) for p in PIMPINAN])
    calon = models.ForeignKey(Pengguna, models.PROTECT, related_name="usulan_calon")
    pendahulu = models.ForeignKey(Pengguna, models.PROTECT, null=True, related_name="usulan_pendahulu")
    nomor_sk = models.CharField(max_length=100)
    tanggal_sk = models.DateField()
    keadaan = models.CharField(max_length=10, choices=KeadaanUsulan, default=KeadaanUsulan.MENUNGGU)
    diusulkan_oleh = models.ForeignKey(Pengguna, models.PROTECT, null=True, related_name="+")
    diusulkan_pada = models.DateTimeField(default=sekarang, editable=False)
    diputus_oleh = models.ForeignKey(Pengguna, models.PROTECT, null=True, related_name="+")
    diputus_pada = models.DateTimeField(null=True)
    alasan = models.CharField(max_length=300, blank=True)

    class Meta:
        ordering = ["-id"]
        constraints = [
            models.UniqueConstraint(
                fields=["satker", "tahun", "peran"],
                condition=Q(keadaan=KeadaanUsulan.MENUNGGU),
                name="usulan_satu_menunggu",
            ),
            models.CheckConstraint(condition=Q(peran__in=[p.value for p in PIMPINAN]), name="usulan_peran_dikenal"),
            models.CheckConstraint(
                condition=Q(keadaan=KeadaanUsulan.MENUNGGU, diputus_pada__isnull=True)
                | Q(keadaan__in=SELESAI, diputus_pada__isnull=False),
                name="usulan_diputus_berpasangan",
            ),
            models.CheckConstraint(
                condition=Q(diputus_oleh__isnull=True)
                | ~Q(keadaan=KeadaanUsulan.BERLAKU)
                | (~Q(diputus_oleh=models.F("diusulkan_oleh")) & ~Q(diputus_oleh=models.F("calon"))),
                name="usulan_pihak_kedua",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.sebutan} {self.tahun}: {self.calon}"

    @property
    def sebutan(self) -> str:
        """Kepala or Ketua, as people say."""
        return Peran(self.peran).value.capitalize()

    @property
    def lingkup(self) -> Lingkup:
        """Where the right to decide is asked."""
        return Lingkup(self.satker_id, self.tahun_acuan)


class Ajakan(models.Model):
    """An invitation of an office to whoever has a NIP: to assess it, or to be taken in. Kept under the NIP alone,
    whether anybody has it or not: `pengguna` is known only by their own consent. What its owner refused looks to the
    office like what nobody answered (queries/ajakan.py)."""

    satker = models.ForeignKey(Satker, models.PROTECT, related_name="ajakan")
    nip = models.CharField(max_length=18)
    untuk = models.CharField(max_length=10, choices=Untuk)
    keadaan = models.CharField(max_length=10, choices=KeadaanUsulan, default=KeadaanUsulan.MENUNGGU)
    diajak_oleh = models.ForeignKey(Pengguna, models.PROTECT, related_name="+")
    diajak_pada = models.DateTimeField(default=sekarang, editable=False)
    sampai = models.DateTimeField()
    pengguna = models.ForeignKey(Pengguna, models.PROTECT, null=True, related_name="ajakan")
    dijawab_pada = models.DateTimeField(null=True)

    class Meta:
        ordering = ["-id"]
        indexes = [models.Index(fields=["nip", "keadaan"], name="ajakan_nip")]
        constraints = [
            models.CheckConstraint(condition=Q(nip__regex=NIP_SAH), name="ajakan_nip_18_angka"),
            models.CheckConstraint(condition=Q(untuk__in=Untuk.values), name="ajakan_untuk_dikenal"),
            models.CheckConstraint(
                condition=Q(keadaan=KeadaanUsulan.MENUNGGU, dijawab_pada__isnull=True)
                | Q(keadaan__in=SELESAI, dijawab_pada__isnull=False),
                name="ajakan_dijawab_berpasangan",
            ),
            models.CheckConstraint(
                condition=Q(pengguna__isnull=True) | Q(keadaan=KeadaanUsulan.BERLAKU), name="ajakan_pengguna_setuju"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_untuk_display()}: NIP {self.nip}"
