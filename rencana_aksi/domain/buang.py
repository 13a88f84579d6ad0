"""Throwing a first draft away: the plan with all its rows; teams and people stay."""

from django.db import transaction

from rencana_aksi.models import Pelaksanaan, Rencana
from rencana_aksi.queries.draf_pertama import bukan_draf, jumlah_baris, penahan_rencana
from rencana_aksi.sinyal import rencana_dibuang
from zona.inti.errors import DomainError
from zona.organisasi.domain.jejak import catat
from zona.organisasi.models import Pengguna, Satker


@transaction.atomic
def buang_rencana(*, rencana: Rencana, alasan: str, oleh: Pengguna | None) -> None:
    """Remove a plan that was never ditetapkan. Raises DomainError: no reason (`kolom`); it is no first draft any more,
    or gone; progress, evidence, obstacles or papers hang on it (named)."""
    if not (alasan := alasan.strip()):
        raise DomainError("Tulis alasannya.", kolom="alasan")
    Satker.objects.select_for_update().get(pk=rencana.satker_id)  # no evidence meanwhile: its audit row waits here
    kini = Rencana.objects.select_for_update().filter(pk=rencana.pk).select_related("instrumen").first()
    if kini is None:
        raise DomainError("Rencana ini sudah dibuang.")
    list(
        Pelaksanaan.objects.select_for_update().filter(aksi__rencana_kerja__pengungkit__rencana=kini).values_list("pk")
    )
    if kata := bukan_draf(kini, "dibuang"):
        raise DomainError(kata)
    if ada := penahan_rencana(kini):
        raise DomainError(f"Draf ini tidak dapat dibuang: padanya ada {'; '.join(ada)}.")
    sebelum = {"tahun": kini.tahun, "instrumen": kini.instrumen.kode, **jumlah_baris(kini)}
    rencana_dibuang.send(sender=buang_rencana, rencana=kini)
    catat(
        satker_id=kini.satker_id, oleh=oleh, tindakan="membuang draf rencana", objek=kini, sebelum=sebelum,
        alasan=alasan,
    )  # fmt: skip
    kini.delete()
