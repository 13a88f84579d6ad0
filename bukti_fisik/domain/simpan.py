"""Keeping a file: opened, scanned, written, and only then its row. Neither is ever without the other."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import BinaryIO, cast

from django.core.files import File
from django.db import transaction

from bukti_fisik.domain.pembawa import ingat_pembawa
from bukti_fisik.domain.simpanan import antre, buang_bila_yatim, kunci_berkas, pastikan_utuh, tulis_bila_belum_ada
from bukti_fisik.enums import Pindai
from bukti_fisik.models import Berkas
from zona.inti.berkas import BerkasSah, periksa_berkas
from zona.inti.berkas.clamav import Hasil, Terinfeksi, pindai
from zona.inti.errors import DomainError
from zona.organisasi.domain.jejak import catat
from zona.organisasi.models import Pengguna, Satker

PINDAI = {Hasil.TIDAK: Pindai.TIDAK, Hasil.BERSIH: Pindai.BERSIH, Hasil.MATI: Pindai.KARANTINA}


def simpan_berkas(*, satker: Satker, nama: str, isi: File, oleh: Pengguna | None) -> Berkas:
    """Keep a file that is no evidence of the plan (a letter, a report). Raises DomainError as `menyimpan` does."""
    with menyimpan(satker, nama, isi, oleh) as (berkas, sah):
        catat(
            satker_id=satker.pk, oleh=oleh, tindakan="menyimpan berkas", objek=berkas,
            sesudah={"nama": sah.nama, "sha256": sah.sha256, "ukuran": sah.ukuran},
        )  # fmt: skip
    return berkas


@contextmanager
def menyimpan(satker: Satker, nama: str, isi: File, oleh: Pengguna | None) -> Iterator[tuple[Berkas, BerkasSah]]:
    """The office's row for the file, with its bytes in place; what the block writes is of the same transaction. The
    file is opened, scanned and written before that begins, so that a slow one holds nobody up. After any failure
    there is neither row nor file.

    Raises DomainError: the file is not taken (zona.inti.berkas), a virus was found, storage fails.
    """
    sah = periksa_berkas(nama, isi)
    keadaan = _pindai(isi)
    kunci = kunci_berkas(satker, sah)
    try:
        tulis_bila_belum_ada(kunci, isi)
        with transaction.atomic():
            antre(satker)
            ingat_pembawa(satker, sah.sha256, oleh)
            yield _berkas(satker, kunci, sah, isi, oleh, keadaan), sah
    except BaseException:
        buang_bila_yatim(satker, kunci)
        raise


def _pindai(isi: File) -> Pindai:
    try:
        return PINDAI[pindai(cast(BinaryIO, isi.file))]
    except Terinfeksi as galat:
        raise DomainError(f"Berkas ini mengandung virus ({galat.nama}) sehingga tidak disimpan.") from galat


def _berkas(satker: Satker, kunci: str, sah: BerkasSah, isi: File, oleh: Pengguna | None, keadaan: Pindai) -> Berkas:
    """The row there is for these bytes, or a new one. One that waited in quarantine leaves it when found clean now."""
    berkas = Berkas.objects.filter(satker=satker, sha256=sah.sha256).first()
    pastikan_utuh(berkas.kunci if berkas else kunci, isi, sah.ukuran)
    if berkas is None:
        return Berkas.objects.create(
            satker=satker,
            kunci=kunci,
            nama_asli=sah.nama,
            jenis_mime=sah.mime,
            ukuran=sah.ukuran,
            sha256=sah.sha256,
            halaman=sah.halaman,
            peringatan=sah.peringatan,
            pindai=keadaan,
            diunggah_oleh=oleh,
        )
    if keadaan == Pindai.BERSIH and berkas.pindai != Pindai.BERSIH:
        Berkas.objects.filter(pk=berkas.pk).update(pindai=keadaan)
        berkas.pindai = keadaan
    return berkas
