"""Locking and reopening an assessment, with what belongs to it in other rooms: its evidence, the proposal."""

from dataclasses import asdict
from typing import Any

from django.db import transaction

from pengungkit.beku import soal_naskah
from pengungkit.domain.kunci import buka_penilaian, kunci_penilaian
from pengungkit.enums import JenisPenilaian
from pengungkit.models import Penilaian, PenilaianBeku
from pengungkit.queries import naskah_instrumen
from pengungkit.queries.penilaian import beku_terakhir, penilaian_satker
from rencana_aksi.models import Rencana
from zona.inti.errors import DomainError
from zona.nilai.models import Usulan
from zona.nilai.queries.lke_bukti import bukti_lke
from zona.nilai.sinyal import penilaian_dikunci


@transaction.atomic
def kunci_lke(*, penilaian: Penilaian, oleh: Any, nomor: str = "") -> PenilaianBeku:
    """Lock with the evidence that stands beside the questions: the assessor's with what the office locked, where it
    did. `nomor`: of the assessor's report, which is kept with the lock; empty: the next of the assessor's office.
    Raises DomainError as `kunci_penilaian` does, and (at "nomor") for a number that cannot be given."""
    beku = kunci_penilaian(penilaian=penilaian, bukti=_bukti(penilaian), oleh=oleh)
    penilaian_dikunci.send(sender=PenilaianBeku, beku=beku, nomor=nomor, oleh=oleh)
    return beku


@transaction.atomic
def buka_lke(*, penilaian: Penilaian, alasan: str, oleh: Any) -> None:
    """Back to draf. Raises DomainError as `buka_penilaian` does, and while the unit of that year is proposed."""
    milik = Usulan.objects.filter(satker=penilaian.satker_id, tahun=penilaian.tahun, ditarik_pada__isnull=True)
    if milik.exists():
        raise DomainError(
            f"Unit ini sudah diusulkan untuk tahun {penilaian.tahun}; penilaian yang sudah diserahkan tidak dibuka "
            "kembali. Tarik usulannya dahulu."
        )
    buka_penilaian(penilaian=penilaian, alasan=alasan, oleh=oleh)


def _bukti(penilaian: Penilaian) -> dict[str, list[dict[str, Any]]]:
    semua = penilaian_satker(penilaian.satker_id, penilaian.tahun)
    mandiri = next((p for p in semua if p.jenis == JenisPenilaian.MANDIRI and p.pk != penilaian.pk), None)
    if mandiri and mandiri.dikunci_pada and (beku := beku_terakhir([mandiri]).get(mandiri.pk)):
        hasil: dict[str, list[dict[str, Any]]] = beku.isi["bukti"]
        return hasil
    rencana = Rencana.objects.filter(satker=penilaian.satker_id, tahun=penilaian.tahun).first()
    if rencana is None:
        return {}
    soal = [s for _, _, s in soal_naskah(naskah_instrumen(penilaian.instrumen))]
    return {kode: [asdict(b) for b in daftar] for kode, daftar in bukti_lke(rencana, soal).terkait.items()}
