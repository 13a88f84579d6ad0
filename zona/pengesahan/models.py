"""A frozen version made ready to be signed, and what came back signed. Rows are only ever added: a later signature
stands before an earlier one and does not replace it."""

from django.db import models
from django.db.models import Q

from bukti_fisik.models import Berkas
from rencana_aksi.models import VersiRencana
from zona.inti.tetap import BarisTetap
from zona.inti.waktu import sekarang
from zona.organisasi.enums import Lingkup
from zona.organisasi.models import Pengguna
from zona.pengesahan.enums import Cara, Kalimat, Keadaan
from zona.pengesahan.sertifikat import sebut

TETAP = "Dokumen yang sudah ditandatangani tidak dapat diubah atau dihapus."


class NaskahSiap(BarisTetap):
    """The very bytes that are signed, with their QR code. `kode`: of /verifikasi/<kode>/, not to be guessed. `untuk`,
    `nip_untuk`: whose signature it waits for."""

    TOLAK_UBAH = TOLAK_HAPUS = TETAP

    versi = models.ForeignKey(VersiRencana, models.PROTECT, related_name="siap")
    kode = models.SlugField(max_length=24, unique=True)
    kalimat = models.CharField(max_length=10, choices=Kalimat)
    untuk = models.CharField(max_length=200, blank=True, default="")
    nip_untuk = models.CharField(max_length=40, blank=True, default="")
    berkas = models.ForeignKey(Berkas, models.PROTECT, related_name="+")
    oleh = models.ForeignKey(Pengguna, models.PROTECT, null=True, related_name="+")
    pada = models.DateTimeField(default=sekarang, editable=False)

    class Meta:
        ordering = ["-id"]

    def __str__(self) -> str:
        return f"Naskah {self.kode}"

    @property
    def lingkup(self) -> Lingkup:
        return self.versi.lingkup


class DokumenSah(BarisTetap):
    """A signed document. `subjek`, `penerbit`, `nomor_seri` are the certificate's; empty for ink on paper, which
    `penjamin` vouches for. `nip`: as the certificate has it. `tepercaya`: when it was kept its chain ended in a trusted
    root; `bsre`: in one of BSrE's. `ditandatangani_pada`: as the time stamp or the signer says, or the day on paper.
    `sha256` of the file as signed. Of those that count (BERLAKU) the newest of a version does."""

    TOLAK_UBAH = TOLAK_HAPUS = TETAP

    siap = models.ForeignKey(NaskahSiap, models.PROTECT, related_name="sah")
    cara = models.CharField(max_length=8, choices=Cara)
    berkas = models.ForeignKey(Berkas, models.PROTECT, related_name="+")
    sha256 = models.CharField(max_length=64)
    nama = models.CharField(max_length=200)
    nip = models.CharField(max_length=40, blank=True)
    subjek = models.CharField(max_length=500, blank=True)
    penerbit = models.CharField(max_length=500, blank=True)
    nomor_seri = models.CharField(max_length=80, blank=True)
    ditandatangani_pada = models.DateTimeField()
    bercap_waktu = models.BooleanField(default=False)
    tepercaya = models.BooleanField(default=False)
    bsre = models.BooleanField(default=False)
    tingkat = models.CharField(max_length=3, blank=True)
    alasan = models.CharField(max_length=200, blank=True)
    penjamin = models.ForeignKey(Pengguna, models.PROTECT, null=True, related_name="+")
    oleh = models.ForeignKey(Pengguna, models.PROTECT, null=True, related_name="+")
    pada = models.DateTimeField(default=sekarang, editable=False)

    class Meta:
        ordering = ["-id"]
        constraints = [
            models.CheckConstraint(condition=Q(sha256__regex=r"^[0-9a-f]{64}$"), name="dokumen_sah_sha256"),
            models.CheckConstraint(
                condition=Q(subjek="", penjamin__isnull=False) | (~Q(subjek="") & Q(penjamin__isnull=True)),
                name="dokumen_sah_bersertifikat_atau_dijamin",
            ),
            models.CheckConstraint(condition=~Q(cara=Cara.PADES) | ~Q(subjek=""), name="dokumen_sah_pades"),
            models.CheckConstraint(condition=Q(tepercaya=False) | ~Q(subjek=""), name="dokumen_sah_tepercaya"),
            models.CheckConstraint(condition=Q(bsre=False) | Q(tepercaya=True), name="dokumen_sah_bsre"),
        ]

    def __str__(self) -> str:
        return f"{self.get_cara_display()} oleh {self.nama}"

    @property
    def lingkup(self) -> Lingkup:
        return self.siap.lingkup

    @property
    def elektronik(self) -> bool:
        return bool(self.subjek)

    @property
    def keadaan(self) -> Keadaan:
        """As BERLAKU, row by row: signed here by the head's own account; or what others brought, once the head has said
        that it is theirs, and where it is electronic its chain is trusted."""
        if self.cara == Cara.PADES:
            return Keadaan.SAH
        putusan = self.putusan_kepala
        if putusan and not putusan.diterima:
            return Keadaan.DITOLAK
        if self.elektronik and not self.tepercaya:
            return Keadaan.BELUM_TEPERCAYA
        return Keadaan.SAH if putusan else Keadaan.MENUNGGU

    @property
    def putusan_kepala(self) -> "PutusanKepala | None":
        return getattr(self, "putusan", None)

    @property
    def sah(self) -> bool:
        return self.keadaan == Keadaan.SAH

    @property
    def terbuka(self) -> bool:
        """It may count yet, or is to be refused."""
        return self.keadaan in (Keadaan.MENUNGGU, Keadaan.BELUM_TEPERCAYA)

    @property
    def pernyataan(self) -> str:
        """What is said of it first, at every place."""
        match self.keadaan:
            case Keadaan.BELUM_TEPERCAYA:
                return (
                    f"Belum tepercaya: menurut sertifikatnya sendiri ditandatangani {self.nama}, tetapi tidak dihitung"
                )
            case Keadaan.MENUNGGU:
                return f"Menunggu konfirmasi kepala, belum dihitung: diunggah {self.oleh or 'orang lain'}"
            case Keadaan.DITOLAK:
                return "Ditolak kepala: bukan tanda tangannya"
        if not self.elektronik:
            return f"Pindaian yang dikonfirmasi {self.putusan.oleh.nama} sebagai tanda tangannya di atas kertas"
        if self.cara == Cara.PADES:
            akhir = "" if self.tepercaya else "; rantai sertifikatnya belum tepercaya"
            return f"Ditandatangani {self.nama} lewat akunnya sendiri{akhir}"
        return f"Ditandatangani {self.nama}; rantai sertifikatnya tepercaya"

    @property
    def sebut_penerbit(self) -> str:
        return sebut(self.penerbit, bsre=self.bsre)

    @property
    def sebut_subjek(self) -> str:
        return sebut(self.subjek, bsre=self.bsre)


BERLAKU = Q(cara=Cara.PADES) | Q(putusan__diterima=True) & (Q(subjek="") | Q(tepercaya=True))
"""What counts as signed; `keadaan` says the same of one row."""


class PutusanKepala(BarisTetap):
    """The head says of what was brought in their name whether it is their signature. Once."""

    TOLAK_UBAH = TOLAK_HAPUS = TETAP

    sah = models.OneToOneField(DokumenSah, models.PROTECT, related_name="putusan")
    diterima = models.BooleanField()
    alasan = models.CharField(max_length=200, blank=True)
    oleh = models.ForeignKey(Pengguna, models.PROTECT, related_name="+")
    pada = models.DateTimeField(default=sekarang, editable=False)

    def __str__(self) -> str:
        return f"{'Dikonfirmasi' if self.diterima else 'Ditolak'} {self.oleh}"

    @property
    def lingkup(self) -> Lingkup:
        return self.sah.lingkup
