"""Which evidence answers which question of the LKE. Evidence of a year stands for the assessments of that year."""

from typing import Any

from django.db import transaction

from bukti_fisik.enums import StatusBukti
from bukti_fisik.models import Bukti
from pengungkit.enums import JenisPenilaian, StatusPenilaian
from pengungkit.models import Penilaian, Pertanyaan
from zona.inti.errors import DomainError
from zona.organisasi.domain.jejak import catat


@transaction.atomic
def kaitkan_soal(*, bukti: Bukti, soal: Pertanyaan, oleh: Any) -> bool:
    """Let the bukti stand beside the question; False where it does. Raises DomainError for one that was withdrawn, a
    question of an instrument the plan's year does not use, and where the office's assessment is submitted or locked."""
    if bukti.status == StatusBukti.DITARIK:
        raise DomainError(f"{bukti.nama} sudah ditarik, sehingga tidak dapat menjadi bukti jawaban.")
    _pastikan_terbuka(bukti, soal)
    kait = Bukti.pertanyaan.through.objects
    _, baru = kait.get_or_create(bukti=bukti, pertanyaan=soal)
    if baru:
        _catat(bukti, soal, "mengaitkan bukti dengan LKE", oleh, {}, {"pertanyaan": soal.kode})
    return baru


@transaction.atomic
def lepas_soal(*, bukti: Bukti, soal: Pertanyaan, oleh: Any) -> bool:
    """Take it away from the question; the bukti stays where the plan asks for it. False where it did not stand there.
    Raises DomainError where the office's assessment is submitted or locked."""
    _pastikan_terbuka(bukti, soal)
    hapus, _ = Bukti.pertanyaan.through.objects.filter(bukti=bukti, pertanyaan=soal).delete()
    if hapus:
        _catat(bukti, soal, "melepas bukti dari LKE", oleh, {"pertanyaan": soal.kode}, {})
    return bool(hapus)


def _pastikan_terbuka(bukti: Bukti, soal: Pertanyaan) -> None:
    """Hold the office's assessment, so that nothing is locked while its evidence changes."""
    rencana = bukti.syarat.rencana_kerja.pengungkit.rencana
    milik = Penilaian.objects.select_for_update().filter(
        satker=rencana.satker_id, tahun=rencana.tahun, jenis=JenisPenilaian.MANDIRI
    )
    mandiri = milik.first()
    if soal.indikator.komponen.instrumen_id != (mandiri.instrumen_id if mandiri else rencana.instrumen_id):
        raise DomainError(f"{soal.kode} bukan pertanyaan instrumen penilaian tahun {rencana.tahun}.", kolom="soal")
    if mandiri and mandiri.status != StatusPenilaian.DRAF:
        raise DomainError(
            f"{mandiri} sudah {mandiri.get_status_display().lower()}, sehingga bukti jawabannya tidak dapat diubah."
        )


def _catat(bukti: Bukti, soal: Pertanyaan, tindakan: str, oleh: Any, sebelum: Any, sesudah: Any) -> None:
    catat(
        satker_id=bukti.lingkup.satker_id,
        oleh=oleh,
        tindakan=tindakan,
        objek=bukti,
        sebelum=sebelum,
        sesudah=sesudah,
    )
