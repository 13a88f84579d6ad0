"""The verbs of an upload in pieces. The row's `diterima` and the bytes on the disk agree by the smaller of the two."""

import logging
from collections.abc import Callable, Mapping
from datetime import datetime, timedelta
from typing import Any

from django.conf import settings
from django.core.files import File
from django.db.models import Sum

from bukti_fisik.domain.simpanan import GAGAL
from bukti_fisik.domain.unggahan import tempat
from bukti_fisik.models import Unggahan
from rencana_aksi.models import Pelaksanaan, Rencana, SyaratBukti
from zona.inti.berkas import nama_tampil
from zona.inti.errors import DomainError
from zona.inti.waktu import sekarang
from zona.organisasi.models import Pengguna

log = logging.getLogger(__name__)

UMUR = timedelta(days=7)
"""An upload nobody went on with for so long is thrown away."""
PALING_BANYAK = 300
"""Unfinished uploads of one person."""

KOSONG = "Berkas ini kosong (0 byte)."
PENUH = "Ruang penyimpanan di peladen hampir habis, jadi berkas ini belum dapat diterima. Hubungi admin."
BANYAK = "Terlalu banyak unggahan Anda yang belum selesai. Selesaikan atau batalkan dahulu sebagian."
BELUM = "Berkas ini belum terkirim seluruhnya. Lanjutkan dahulu."


class SalahTempat(Exception):
    """The piece does not follow on what has arrived: `diterima` bytes."""

    def __init__(self, diterima: int) -> None:
        super().__init__(f"sudah diterima {diterima} byte")
        self.diterima = diterima


def mulai_unggahan(
    *,
    rencana: Rencana,
    untuk: str,
    nama: str,
    ukuran: int,
    batas_mb: int,
    oleh: Pengguna,
    syarat: SyaratBukti | None = None,
    pelaksanaan: Pelaksanaan | None = None,
    isian: Mapping[str, Any] | None = None,
) -> Unggahan:
    """Make room for a file of `ukuran` bytes. `isian` is what was filled in beside it, handed back at the end.
    Raises DomainError before a byte is sent: it is empty or too large, the person has too much open, the disk is full.
    """
    if ukuran <= 0:
        raise DomainError(KOSONG)
    if ukuran > batas_mb * 1024 * 1024:
        raise DomainError(f"Berkas ini lebih besar daripada {batas_mb} MB. Perkecil dahulu.")
    terbuka = Unggahan.objects.filter(oleh=oleh).exclude(rincian__has_key="hasil")
    jatah = 2 * max(settings.ZONA_BATAS_KIRIMAN_MB, batas_mb) * 1024 * 1024
    if terbuka.count() >= PALING_BANYAK or (terbuka.aggregate(n=Sum("ukuran"))["n"] or 0) + ukuran > jatah:
        raise DomainError(BANYAK)
    if not tempat.muat(ukuran):
        raise DomainError(PENUH)
    return Unggahan.objects.create(
        rencana=rencana,
        untuk=untuk,
        syarat=syarat,
        pelaksanaan=pelaksanaan,
        nama=nama_tampil(nama),
        ukuran=ukuran,
        rincian={"isian": dict(isian or {})},
        oleh=oleh,
    )


def sejauh_mana(*, unggahan: Unggahan) -> int:
    """How many bytes have arrived for good. Where the disk lost some of what the row counted, the row is set right."""
    if "hasil" in unggahan.rincian:
        return unggahan.ukuran
    if (ada := tempat.panjang(unggahan.pk)) < unggahan.diterima:
        Unggahan.objects.filter(pk=unggahan.pk, diterima=unggahan.diterima).update(diterima=ada)
        unggahan.diterima = ada
    return unggahan.diterima


def terima_potongan(*, unggahan: Unggahan, mulai: int, panjang: int, sumber: tempat.Sumber) -> int:
    """Take the bytes that follow, as many as come; how much has arrived then. Raises SalahTempat where they do not
    follow, or somebody sent the same ones meanwhile; DomainError where they reach past the end or the disk is full."""
    if mulai != (sudah := sejauh_mana(unggahan=unggahan)):
        raise SalahTempat(sudah)
    if mulai + panjang > unggahan.ukuran:
        raise DomainError("Potongan ini melampaui ukuran berkasnya.")
    if not panjang:
        return sudah
    try:
        akhir = mulai + tempat.tulis(unggahan.pk, mulai, sumber, panjang)
    except OSError as galat:
        log.exception("menulis potongan %s gagal", unggahan.pk)
        raise DomainError(PENUH) from galat
    maju = {"diterima": akhir, "diubah_pada": sekarang()}
    if not Unggahan.objects.filter(pk=unggahan.pk, diterima=mulai).update(**maju):
        raise SalahTempat(Unggahan.objects.filter(pk=unggahan.pk).values_list("diterima", flat=True).first() or 0)
    unggahan.diterima = akhir
    return akhir


def selesaikan_unggahan(*, unggahan: Unggahan, kerja: Callable[[File], dict[str, Any]]) -> dict[str, Any]:
    """Hand the whole file to `kerja`, once. Its answer is kept until the upload expires, so that who asks again (the
    answer was lost on the line) is told the same. Raises DomainError: not whole yet, or what `kerja` refuses; then what
    had arrived is thrown away, unless it was storage that failed."""
    try:
        with tempat.buka(unggahan.pk, unggahan.ukuran) as isi:
            unggahan.refresh_from_db()
            hasil = unggahan.rincian.get("hasil")
            if hasil is None:
                hasil = _serahkan(unggahan, File(isi, name=str(tempat.letak(unggahan.pk))), kerja)
    except FileNotFoundError:
        unggahan.refresh_from_db()
        if (hasil := unggahan.rincian.get("hasil")) is None:
            raise DomainError(BELUM) from None
    tempat.buang(unggahan.pk)
    return hasil


def _serahkan(unggahan: Unggahan, isi: File, kerja: Callable[[File], dict[str, Any]]) -> dict[str, Any]:
    if sejauh_mana(unggahan=unggahan) != unggahan.ukuran:
        raise DomainError(BELUM)
    try:
        hasil = kerja(isi)
    except DomainError as galat:
        if galat.pesan != GAGAL:
            batalkan_unggahan(unggahan=unggahan)
        raise
    unggahan.rincian |= {"hasil": hasil}
    unggahan.diubah_pada = sekarang()
    unggahan.save(update_fields=["rincian", "diubah_pada"])
    return hasil


def batalkan_unggahan(*, unggahan: Unggahan) -> None:
    """Throw away what has arrived, the row first: a file without one is found by `bersihkan_unggahan`."""
    Unggahan.objects.filter(pk=unggahan.pk).delete()
    tempat.buang(unggahan.pk)


def bersihkan_unggahan(*, kini: datetime) -> int:
    """Throw away uploads nobody went on with for UMUR, finished ones of that age, and files without a row; how many
    rows. The nightly check calls it."""
    banyak, _ = Unggahan.objects.filter(diubah_pada__lt=kini - UMUR).delete()
    milik = set(Unggahan.objects.values_list("pk", flat=True))
    for kode in tempat.semua():
        if kode not in milik and not Unggahan.objects.filter(pk=kode).exists():  # begun since the list was read
            tempat.buang(kode)
    return banyak
