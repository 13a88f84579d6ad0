"""Keeping what was printed of a paper that has its number or its lock."""

from django.core.files.base import ContentFile

from bukti_fisik.domain.simpan import menyimpan
from bukti_fisik.models import Berkas
from zona.dokumen.models import Cetakan
from zona.dokumen.queries.cetakan import cetakan_dari
from zona.organisasi.domain.jejak import catat
from zona.organisasi.models import Pengguna, Satker


def simpan_cetakan(*, satker: Satker, kode: str, nama: str, isi: bytes, oleh: Pengguna | None = None) -> Cetakan:
    """Keep a paper as it was drawn the first time; of two at once what the first one drew. Raises DomainError where it
    cannot be kept (menyimpan)."""
    with menyimpan(satker, nama, ContentFile(isi), oleh) as (berkas, sah):
        return cetakan_dari(kode) or _catat(satker, kode, berkas, sah.nama, oleh)


def _catat(satker: Satker, kode: str, berkas: Berkas, nama: str, oleh: Pengguna | None) -> Cetakan:
    cetakan = Cetakan.objects.create(satker=satker, kode=kode, berkas=berkas, sha256=berkas.sha256)
    catat(
        satker_id=satker.pk, oleh=oleh, tindakan="menyimpan cetakan", objek=cetakan,
        sesudah={"kode": kode, "nama": nama, "sha256": berkas.sha256},
    )  # fmt: skip
    return cetakan
