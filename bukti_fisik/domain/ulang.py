"""What was accepted is what was asked (docs/adr/0047): other words of a syarat ask for a new verdict."""

from typing import Any

from django.db import transaction

from bukti_fisik.enums import StatusBukti
from bukti_fisik.models import Bukti
from rencana_aksi.models import SyaratBukti
from zona.organisasi.domain.jejak import catat

ALASAN = "Kata-kata atau jenis bukti yang diminta berubah."


@transaction.atomic
def minta_verifikasi_ulang(*, syarat: SyaratBukti, teks_lama: str, oleh: Any, **_: Any) -> int:
    """Listens to `syarat_berubah`: what was accepted for the old words waits again, and says what it was accepted for;
    how many."""
    diterima = Bukti.objects.select_for_update().filter(syarat=syarat.pk, status=StatusBukti.DITERIMA)
    semua = list(diterima.order_by("pk"))
    for bukti in semua:
        dahulu = {"status": bukti.status, "syarat": bukti.diterima_untuk or teks_lama}
        baru = {"diverifikasi_oleh": None, "diverifikasi_pada": None, "diterima_untuk": dahulu["syarat"]}
        Bukti.objects.filter(pk=bukti.pk).update(status=StatusBukti.MENUNGGU, **baru)
        catat(
            satker_id=syarat.lingkup.satker_id, oleh=oleh, tindakan="meminta verifikasi ulang bukti", objek=bukti,
            sebelum=dahulu, sesudah={"status": StatusBukti.MENUNGGU, "syarat": syarat.teks}, alasan=ALASAN,
        )  # fmt: skip
    return len(semua)
