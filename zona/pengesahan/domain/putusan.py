"""The head says of what was brought in their name whether it is their signature."""

from django.db import IntegrityError, transaction

from zona.inti.errors import DomainError
from zona.organisasi.domain.jejak import catat
from zona.organisasi.models import Pengguna
from zona.pengesahan.domain.kabar import kabari_pengunggah
from zona.pengesahan.enums import Keadaan
from zona.pengesahan.models import DokumenSah, PutusanKepala
from zona.pengesahan.sertifikat import beda_nama

SUDAH = "Dokumen ini sudah diputus."


@transaction.atomic
def putuskan_tanda(*, sah: DokumenSah, diterima: bool, oleh: Pengguna, alasan: str = "") -> PutusanKepala:
    """Theirs or not. Only who is head now, and in whose name it was brought, may say so; what is not trusted stays so
    whatever they say. Raises DomainError."""
    if not oleh.boleh("sahkan", sah):
        raise DomainError("Hanya kepala satuan kerja yang menyatakan ini tanda tangannya atau bukan.")
    if beda_nama(sah.nama, oleh.nama):
        raise DomainError(f"Dokumen ini diunggah atas nama {sah.nama}; hanya {sah.nama} yang dapat memutusnya.")
    terbuka = {Keadaan.MENUNGGU} if diterima else {Keadaan.MENUNGGU, Keadaan.BELUM_TEPERCAYA}
    if sah.keadaan == Keadaan.BELUM_TEPERCAYA and diterima:
        raise DomainError("Rantai sertifikatnya belum tepercaya; konfirmasi tidak mengubahnya.")
    if sah.keadaan not in terbuka:
        raise DomainError(SUDAH)
    try:
        with transaction.atomic():
            putusan = PutusanKepala.objects.create(sah=sah, diterima=diterima, alasan=alasan, oleh=oleh)
    except IntegrityError:
        raise DomainError(SUDAH) from None
    versi = sah.siap.versi
    catat(
        satker_id=versi.rencana.satker_id, oleh=oleh, objek=sah, alasan=alasan,
        tindakan="mengonfirmasi tanda tangan" if diterima else "menolak tanda tangan",
        sesudah={"versi": versi.versi, "kode": sah.siap.kode, "akun": oleh.username, "sha256": sah.sha256},
    )  # fmt: skip
    kabari_pengunggah(putusan)
    return putusan
