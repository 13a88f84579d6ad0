"""Another instrument for a first draft: its rows stay where they are, names and weights of the six follow."""

from typing import Any

from django.db import transaction

from pengungkit.models import Instrumen, Penilaian
from rencana_aksi.models import Pengungkit, Rencana
from rencana_aksi.queries.draf_pertama import beda_bobot, berjawaban, bukan_draf
from zona.inti.errors import DomainError
from zona.organisasi.domain.jejak import catat
from zona.organisasi.models import Pengguna

SUDAH_DIJAWAB = "LKE {tahun} sudah berisi jawaban menurut {instrumen}, jadi instrumennya tetap."


@transaction.atomic
def ganti_instrumen(*, rencana: Rencana, instrumen: Instrumen, oleh: Pengguna | None) -> bool:
    """Weigh the plan by `instrumen`; False where it is already. Assessments begun without an answer follow. Raises
    DomainError: it is no first draft any more, or a question of that year's LKE is answered."""
    kini = Rencana.objects.select_for_update().select_related("instrumen").get(pk=rencana.pk)
    if kata := bukan_draf(kini, "diganti instrumennya"):
        raise DomainError(kata)
    if kini.instrumen_id == instrumen.pk:
        return False
    if berjawaban(kini):
        raise DomainError(SUDAH_DIJAWAB.format(tahun=kini.tahun, instrumen=kini.instrumen.nama), kolom="instrumen")
    sebelum: dict[str, Any] = {"instrumen": kini.instrumen.kode}
    sesudah: dict[str, Any] = {"instrumen": instrumen.kode}
    for beda in beda_bobot(kini, instrumen):
        if beda.berubah:
            Pengungkit.objects.filter(rencana=kini, kode=beda.kode).update(nama=beda.nama_baru, bobot=beda.bobot_baru)
            sebelum[beda.kode] = f"{beda.nama} ({beda.bobot})"
            sesudah[beda.kode] = f"{beda.nama_baru} ({beda.bobot_baru})"
    Penilaian.objects.filter(satker=kini.satker_id, tahun=kini.tahun).update(instrumen=instrumen)
    Rencana.objects.filter(pk=kini.pk).update(instrumen=instrumen)
    catat(
        satker_id=kini.satker_id, oleh=oleh, tindakan="mengganti instrumen rencana", objek=kini, sebelum=sebelum,
        sesudah=sesudah,
    )  # fmt: skip
    return True
