"""Drawing the very bytes that will be signed."""

from dataclasses import dataclass

from django.conf import settings
from django.core.files.base import ContentFile
from django.db import IntegrityError
from django.urls import reverse
from django.utils.crypto import salted_hmac

from bukti_fisik.domain.simpan import menyimpan
from bukti_fisik.models import Berkas
from rencana_aksi.models import VersiRencana
from zona.dokumen.exports.ekspor import ekspor_bertanda
from zona.dokumen.exports.simpanan import ambil_atau_tunggu
from zona.dokumen.exports.tanda import Tanda
from zona.inti.errors import DomainError
from zona.organisasi.domain.jejak import catat
from zona.organisasi.models import Pengguna
from zona.pengesahan.enums import ISI_KALIMAT, Kalimat
from zona.pengesahan.models import NaskahSiap
from zona.pengesahan.pades import sediakan
from zona.pengesahan.queries.dokumen import Pejabat, baca_isi, belum_sah, penanda_versi

HURUF = "abcdefghjkmnpqrstuvwxyz23456789"
"""Nothing that reads like another letter: codes are typed from paper."""
SEDANG_DIBUAT = "Dokumennya sedang dibuat dan belum ada yang ditandatangani. Kirim lagi beberapa detik lagi."
KEDULUAN = "Naskah ini baru saja disiapkan dari halaman lain. Muat ulang halaman ini."


@dataclass(frozen=True, slots=True)
class Naskah:
    """Bytes to be signed, the code on them, and by whom. `siap`: its row, where they are kept already."""

    kode: str
    isi: bytes
    untuk: Pejabat
    siap: NaskahSiap | None = None


def alamat_verifikasi(kode: str) -> str:
    return f"{settings.ZONA_ALAMAT_LAMAN}{reverse('pengesahan:verifikasi', args=[kode])}"


def siapkan_naskah(*, versi: VersiRencana, kalimat: Kalimat, oleh: Pengguna | None) -> NaskahSiap:
    """The document with its QR code, to be signed outside: the one that waits already, else drawn and kept. Raises
    DomainError where it cannot be drawn or kept, or is not drawn yet (simpanan.py)."""
    naskah = naskah_untuk(versi, kalimat, penanda_versi(versi))
    if naskah.siap:
        return naskah.siap
    satker = versi.rencana.satker
    with menyimpan(satker, nama_naskah(versi), ContentFile(naskah.isi), oleh) as (berkas, _):
        return _catat(versi, naskah, kalimat, berkas, oleh)


def _catat(versi: VersiRencana, naskah: Naskah, kalimat: Kalimat, berkas: Berkas, oleh: Pengguna | None) -> NaskahSiap:
    siap = buat_siap(versi, naskah, kalimat, berkas, oleh)
    catat(
        satker_id=versi.rencana.satker_id, oleh=oleh, tindakan="menyiapkan naskah", objek=siap,
        sesudah={
            "versi": versi.versi, "kode": siap.kode, "kalimat": kalimat, "untuk": siap.untuk, "sha256": berkas.sha256,
        },
    )  # fmt: skip
    return siap


def naskah_untuk(versi: VersiRencana, kalimat: Kalimat, untuk: Pejabat) -> Naskah:
    """What waits to be signed by them with this sentence, or drawn now; no row is written. Raises as
    `siapkan_naskah`."""
    tunggu = belum_sah().filter(versi=versi, kalimat=kalimat, untuk=untuk.nama, nip_untuk=untuk.nip, sah__isnull=True)
    if siap := tunggu.select_related("berkas").first():
        return Naskah(siap.kode, baca_isi(siap.berkas), untuk, siap)
    kode = _kode(versi, kalimat)
    berkas = ambil_atau_tunggu(ekspor_bertanda(versi, Tanda(alamat_verifikasi(kode), kode, ISI_KALIMAT[kalimat])))
    if berkas is None:
        raise DomainError(SEDANG_DIBUAT)
    pdf = berkas.read_bytes()
    return Naskah(kode, pdf if kalimat == Kalimat.BASAH else sediakan(pdf, untuk.nama), untuk)


def buat_siap(
    versi: VersiRencana, naskah: Naskah, kalimat: Kalimat, berkas: Berkas, oleh: Pengguna | None
) -> NaskahSiap:  # fmt: skip
    """A step: its row. Raises DomainError where another request was quicker with the same code."""
    try:
        return NaskahSiap.objects.create(
            versi=versi, kode=naskah.kode, kalimat=kalimat, berkas=berkas, untuk=naskah.untuk.nama,
            nip_untuk=naskah.untuk.nip, oleh=oleh,
        )  # fmt: skip
    except IntegrityError:
        raise DomainError(KEDULUAN) from None


def _kode(versi: VersiRencana, kalimat: Kalimat) -> str:
    """The code of the next document of this version, the same until it is kept, so that who asks again finds it drawn;
    not to be guessed without the secret key."""
    asal = f"{versi.pk} {versi.sha256} {kalimat} {NaskahSiap.objects.filter(versi=versi).count()}"
    angka = int.from_bytes(salted_hmac("zona.pengesahan.kode", asal, algorithm="sha256").digest())
    huruf = []
    for _ in range(16):
        angka, sisa = divmod(angka, len(HURUF))
        huruf.append(HURUF[sisa])
    return "-".join("".join(huruf[i : i + 4]) for i in range(0, 16, 4))


def nama_naskah(versi: VersiRencana, ekor: str = "untuk-ditandatangani") -> str:
    return f"rencana-kerja-zi-{versi.rencana.satker.slug}-{versi.rencana.tahun}-versi-{versi.versi}-{ekor}.pdf"
