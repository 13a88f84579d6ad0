"""Satker, Pengguna, and who holds which role in which year."""

from collections.abc import Collection
from typing import Any

from django.contrib.auth.models import AbstractBaseUser, BaseUserManager
from django.core.validators import RegexValidator
from django.db import models
from django.db.models import Q, Value

from zona.inti.waktu import sekarang
from zona.organisasi.enums import AREA, PENGARAH, KeadaanSandi, Lingkup, Peran
from zona.organisasi.rules import HAK

KODE_SATKER = RegexValidator(r"^[A-Z][A-Z0-9-]{1,19}$", "Kode: 2–20 huruf besar, angka, atau tanda hubung.")
NIP_SAH = r"^[0-9]{18}$"
SETIAP_TAHUN = 0
"""Stands for the year of a standing role."""
PeranSekantor = dict[int, frozenset[tuple[str, str]]]
"""(role, pengungkit) pairs by year; what is held in every year under SETIAP_TAHUN and in each."""


class SatkerQuerySet(models.QuerySet["Satker"]):
    def visible_to(self, pengguna: "Pengguna") -> "SatkerQuerySet":
        """The person's own office, and those where a standing role was given (as the rule `orang_dalam`)."""
        return self.filter(
            Q(pk=pengguna.satker_id) | Q(pk__in=Penugasan.objects.filter(pengguna=pengguna).values("satker"))
        )


class Satker(models.Model):
    """An office. `revisi` grows with every write in it; cached pages are keyed by it."""

    kode = models.CharField(max_length=20, unique=True, validators=[KODE_SATKER])
    nama = models.CharField(max_length=200)
    induk = models.CharField(max_length=300, blank=True, help_text="Kementerian dan unit di atasnya, sebagai kop surat")
    alamat = models.CharField(max_length=300, blank=True)
    telepon = models.CharField(max_length=60, blank=True)
    laman = models.CharField(max_length=200, blank=True)
    posel = models.EmailField(blank=True)
    kota = models.CharField(max_length=100, blank=True)
    zona_waktu = models.CharField(max_length=60, default="Asia/Jakarta")
    revisi = models.PositiveBigIntegerField(default=0, editable=False)

    objects = SatkerQuerySet.as_manager()

    class Meta:
        ordering = ["kode"]

    def __str__(self) -> str:
        return self.nama

    @property
    def slug(self) -> str:
        """The code as it stands in addresses."""
        return self.kode.lower()


class PenggunaManager(BaseUserManager["Pengguna"]):
    def get_by_natural_key(self, username: str | None) -> "Pengguna":
        return self.get(username=username)


class Pengguna(AbstractBaseUser):
    """A person. A NIP has 18 digits or is not one: what was printed otherwise is kept in `nip_naskah`. It is unique in
    an office only: that no other office has it may not be told (ADR 0049); whose it is, `pemilik_nip` says."""

    username = models.CharField(
        max_length=60, unique=True, validators=[RegexValidator(r"^[a-z][a-z0-9._-]*$", "Huruf kecil, angka, . _ -")]
    )
    nip = models.CharField(  # noqa: DJ001  (none is no NIP; two of none are not one, in the office's constraint)
        max_length=18,
        null=True,
        blank=True,
        validators=[RegexValidator(NIP_SAH, "NIP terdiri atas 18 angka.")],
    )
    nip_naskah = models.CharField(max_length=30, blank=True)
    nip_sejak = models.DateTimeField(null=True, blank=True, help_text="Sejak kapan akun ini ber-NIP itu")
    nama = models.CharField(max_length=200)
    jabatan = models.CharField(max_length=200, blank=True)
    posel = models.EmailField(blank=True)
    satker = models.ForeignKey(Satker, models.PROTECT, null=True, blank=True, related_name="pengguna")
    pindah_pada = models.DateField(null=True, blank=True, help_text="Hari perannya di satker ini berakhir")
    is_active = models.BooleanField(default=True)
    wajib_ganti_sandi = models.BooleanField(default=False)
    sandi_sampai = models.DateTimeField(null=True, blank=True, help_text="Akhir sandi sementara atau undangan")

    USERNAME_FIELD = "username"
    objects = PenggunaManager()

    class Meta:
        ordering = ["nama"]
        constraints = [
            models.CheckConstraint(condition=Q(nip__isnull=True) | Q(nip__regex=NIP_SAH), name="nip_18_angka"),
            models.UniqueConstraint(fields=["satker", "nip"], name="nip_sekali_per_satker"),
        ]
        indexes = [models.Index(fields=["nip"], name="pengguna_nip")]

    def __str__(self) -> str:
        return self.nama

    @property
    def keadaan_sandi(self) -> KeadaanSandi:
        """How the person may get in: `sandi_sampai` is the end of a temporary password, or of an invitation."""
        lewat = self.sandi_sampai is not None and self.sandi_sampai <= sekarang()
        if not self.has_usable_password():
            if self.sandi_sampai is None:
                return KeadaanSandi.BELUM
            return KeadaanSandi.UNDANGAN_LEWAT if lewat else KeadaanSandi.DIUNDANG
        if self.wajib_ganti_sandi:
            return KeadaanSandi.SEMENTARA_LEWAT if lewat else KeadaanSandi.SEMENTARA
        return KeadaanSandi.AKTIF

    def peran_di(self, lingkup: Lingkup) -> frozenset[tuple[str, str]]:
        """(role, pengungkit) pairs held in that office and year; asked once per request for all years of the office
        (one query)."""
        simpanan: dict[int, PeranSekantor] = self.__dict__.setdefault("_peran", {})
        if lingkup.satker_id not in simpanan:
            self.ingat_peran([lingkup.satker_id])
        return simpanan[lingkup.satker_id].get(lingkup.tahun, simpanan[lingkup.satker_id][SETIAP_TAHUN])

    def ingat_peran(self, satker: Collection[int]) -> None:
        """Read the roles held in these offices, so that `peran_di` knows them (one query, however many)."""
        keanggotaan = Keanggotaan.objects.filter(pengguna=self, tim__satker__in=satker).values_list(
            "tim__satker", "tim__tahun", "peran", "tim__kode"
        )
        penugasan = Penugasan.objects.filter(pengguna=self, satker__in=satker).values_list(
            "satker", Value(SETIAP_TAHUN), "peran", Value("")
        )
        baris = list(keanggotaan.order_by().union(penugasan.order_by()))
        simpanan: dict[int, PeranSekantor] = self.__dict__.setdefault("_peran", {})
        for di in satker:
            tetap = frozenset((p, kode) for s, tahun, p, kode in baris if (s, tahun) == (di, SETIAP_TAHUN))
            simpanan[di] = {SETIAP_TAHUN: tetap}
            for tahun in {t for s, t, _, _ in baris if s == di} - {SETIAP_TAHUN}:
                simpanan[di][tahun] = tetap | {(p, kode) for s, t, p, kode in baris if (s, t) == (di, tahun)}

    def boleh(self, hak: str, objek: Any) -> bool:
        """Ask the rights table (rules.py). Raises KeyError for a right that is not in it."""
        return HAK[hak].test(self, objek)


class Tim(models.Model):
    """A team of an office and year: the steering pair (PENGARAH) or the team of one pengungkit (I–VI)."""

    satker = models.ForeignKey(Satker, models.PROTECT, related_name="tim")
    tahun = models.PositiveSmallIntegerField()
    kode = models.CharField(max_length=8, choices=[(PENGARAH, "Pengarah"), *((a, a) for a in AREA)])

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["satker", "tahun", "kode"], name="tim_sekali_setahun"),
            models.CheckConstraint(condition=Q(kode__in=[PENGARAH, *AREA]), name="tim_kode_dikenal"),
        ]

    def __str__(self) -> str:
        return f"{self.nama} {self.tahun}"

    @property
    def nama(self) -> str:
        return "Pengarah" if self.kode == PENGARAH else f"Tim {self.kode}"

    @property
    def lingkup(self) -> Lingkup:
        return Lingkup(self.satker_id, self.tahun, "" if self.kode == PENGARAH else self.kode)


class Keanggotaan(models.Model):
    """A person in a team. `sebutan` is the role as the SK prints it ("Penanggung Jawab RBI")."""

    tim = models.ForeignKey(Tim, models.CASCADE, related_name="keanggotaan")
    pengguna = models.ForeignKey(Pengguna, models.PROTECT, related_name="keanggotaan")
    peran = models.CharField(max_length=12, choices=Peran)
    sebutan = models.CharField(max_length=60, blank=True)
    urutan = models.PositiveSmallIntegerField()

    class Meta:
        ordering = ["urutan"]
        constraints = [
            models.UniqueConstraint(fields=["tim", "pengguna"], name="anggota_sekali_per_tim"),
            models.UniqueConstraint(
                fields=["tim", "peran"], condition=~Q(peran=Peran.ANGGOTA), name="satu_pemimpin_per_peran"
            ),
            models.CheckConstraint(
                condition=Q(peran__in=[Peran.KEPALA, Peran.KETUA, Peran.KOORDINATOR, Peran.ANGGOTA]),
                name="peran_keanggotaan_dikenal",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.pengguna} ({self.get_peran_display()})"


class Penugasan(models.Model):
    """A standing role in an office, whatever the year: penilai (TPI) or admin satker."""

    pengguna = models.ForeignKey(Pengguna, models.PROTECT, related_name="penugasan")
    satker = models.ForeignKey(Satker, models.PROTECT, related_name="penugasan")
    peran = models.CharField(max_length=12, choices=[(p.value, p.label) for p in (Peran.PENILAI, Peran.ADMIN)])

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["pengguna", "satker", "peran"], name="penugasan_sekali"),
            models.CheckConstraint(condition=Q(peran__in=[Peran.PENILAI, Peran.ADMIN]), name="peran_penugasan_dikenal"),
        ]

    def __str__(self) -> str:
        return f"{self.pengguna} ({self.get_peran_display()})"
