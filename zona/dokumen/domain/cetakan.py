"""Keeping what was printed of a paper that has its number or its lock."""

import hashlib

from django.core.files.base import ContentFile

from bukti_fisik.domain.simpan import menyimpan
from zona.dokumen.models import Cetakan
from zona.dokumen.queries.cetakan import cetakan_dari
from zona.organisasi.domain.jejak import catat
from zona.organisasi.models import Pengguna, Satker


def simpan_cetakan(*, satker: Satker, kode: str, nama: str, isi: bytes, oleh: Pengguna | None = None) -> Cetakan:
    """Keep a paper as it was drawn the first time; of two at once what the first one drew. Raises DomainError where it
    cannot be kept (menyimpan)."""
    with menyimpan(satker, nama, ContentFile(isi), oleh) as (berkas, _):
        if ada := cetakan_dari(kode):
            return ada
        sha256 = hashlib.sha256(isi).hexdigest()
        cetakan = Cetakan.objects.create(satker=satker, kode=kode, berkas=berkas, sha256=sha256)
        catat(
            satker_id=satker.pk, oleh=oleh, tindakan="menyimpan cetakan", objek=cetakan,
            sesudah={"kode": kode, "nama": nama, "sha256": sha256},
        )  # fmt: skip
        return cetakan
