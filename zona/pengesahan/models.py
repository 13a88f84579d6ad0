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
from zona.pengesahan.enums import Cara, Kalimat

TETAP = "Dokumen yang sudah ditandatangani tidak dapat diubah atau dihapus."


class NaskahSiap(BarisTetap):
    """The very bytes that are signed, with their QR code. `kode`: of /verifikasi/<kode>/, not to be guessed."""

    TOLAK_UBAH = TOLAK_HAPUS = TETAP

    versi = models.ForeignKey(VersiRencana, models.PROTECT, related_name="siap")
    kode = models.SlugField(max_length=24, unique=True)
    kalimat = models.CharField(max_length=10, choices=Kalimat)
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
    `penjamin` vouches for. `ditandatangani_pada`: as the time stamp or the signer says, or the day on the paper.
    `sha256` of the file as signed. The newest of a version counts."""

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
        ]

    def __str__(self) -> str:
        return f"{self.get_cara_display()} oleh {self.nama}"

    @property
    def lingkup(self) -> Lingkup:
        return self.siap.lingkup

    @property
    def elektronik(self) -> bool:
        return bool(self.subjek)
