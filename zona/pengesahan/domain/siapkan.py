"""Drawing the very bytes that will be signed."""

import secrets
from dataclasses import dataclass

from django.conf import settings
from django.core.files.base import ContentFile
from django.urls import reverse

from bukti_fisik.domain.simpan import menyimpan
from bukti_fisik.models import Berkas
from rencana_aksi.models import VersiRencana
from zona.dokumen.exports.ekspor import pdf_bertanda
from zona.dokumen.exports.tanda import Tanda
from zona.organisasi.domain.jejak import catat
from zona.organisasi.models import Pengguna
from zona.pengesahan.enums import ISI_KALIMAT, Kalimat
from zona.pengesahan.models import NaskahSiap
from zona.pengesahan.pades import sediakan
from zona.pengesahan.queries.dokumen import baca_isi, pejabat

HURUF = "abcdefghjkmnpqrstuvwxyz23456789"
"""Nothing that reads like another letter: codes are typed from paper."""


@dataclass(frozen=True, slots=True)
class Naskah:
    """Bytes to be signed and the code on them. `siap`: its row, where they are kept already."""

    kode: str
    isi: bytes
    siap: NaskahSiap | None = None


def alamat_verifikasi(kode: str) -> str:
    return f"{settings.ZONA_ALAMAT_LAMAN}{reverse('pengesahan:verifikasi', args=[kode])}"


def siapkan_naskah(*, versi: VersiRencana, kalimat: Kalimat, oleh: Pengguna | None) -> NaskahSiap:
    """The document with its QR code, to be signed outside: the one that waits already, else drawn and kept. Raises
    DomainError where it cannot be drawn or kept."""
    naskah = naskah_untuk(versi, kalimat)
    if naskah.siap:
        return naskah.siap
    satker = versi.rencana.satker
    with menyimpan(satker, nama_naskah(versi), ContentFile(naskah.isi), oleh) as (berkas, _):
        return _catat(versi, naskah.kode, kalimat, berkas, oleh)


def _catat(versi: VersiRencana, kode: str, kalimat: Kalimat, berkas: Berkas, oleh: Pengguna | None) -> NaskahSiap:
    siap = NaskahSiap.objects.create(versi=versi, kode=kode, kalimat=kalimat, berkas=berkas, oleh=oleh)
    catat(
        satker_id=versi.rencana.satker_id, oleh=oleh, tindakan="menyiapkan naskah", objek=siap,
        sesudah={"versi": versi.versi, "kode": kode, "kalimat": kalimat, "sha256": berkas.sha256},
    )  # fmt: skip
    return siap


def naskah_untuk(versi: VersiRencana, kalimat: Kalimat) -> Naskah:
    """What waits to be signed with this sentence, or drawn now; nothing is kept. Raises as `siapkan_naskah`."""
    siap = NaskahSiap.objects.filter(versi=versi, kalimat=kalimat, sah__isnull=True).select_related("berkas").first()
    if siap:
        return Naskah(siap.kode, baca_isi(siap.berkas), siap)
    kode = "-".join("".join(secrets.choice(HURUF) for _ in range(4)) for _ in range(4))
    pdf = pdf_bertanda(versi, Tanda(alamat_verifikasi(kode), kode, ISI_KALIMAT[kalimat]))
    return Naskah(kode, pdf if kalimat == Kalimat.BASAH else sediakan(pdf, pejabat(versi)[0].nama))


def nama_naskah(versi: VersiRencana, ekor: str = "untuk-ditandatangani") -> str:
    return f"rencana-kerja-zi-{versi.rencana.satker.slug}-{versi.rencana.tahun}-versi-{versi.versi}-{ekor}.pdf"
