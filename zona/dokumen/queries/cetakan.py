"""What was printed of papers that have their number or their lock."""

import hashlib

from django.core.files.storage import default_storage

from zona.dokumen.models import Cetakan
from zona.inti.errors import DomainError

HILANG = "Cetakan dokumen ini tidak ada di penyimpanan. Hubungi admin; pulihkan berkasnya dari cadangan."
BERUBAH = "Cetakan dokumen ini berubah di penyimpanan sehingga tidak diserahkan. Hubungi admin."


def cetakan_dari(kode: str) -> Cetakan | None:
    """What is kept of a paper; None while it was never drawn (one query)."""
    return Cetakan.objects.filter(kode=kode).select_related("berkas").first()


def isi_cetakan(cetakan: Cetakan) -> bytes:
    """Its bytes. Raises DomainError where the storage lost or changed them."""
    try:
        with default_storage.open(cetakan.berkas.kunci) as berkas:
            isi = bytes(berkas.read())
    except FileNotFoundError:
        raise DomainError(HILANG) from None
    if hashlib.sha256(isi).hexdigest() != cetakan.sha256:
        raise DomainError(BERUBAH)
    return isi
