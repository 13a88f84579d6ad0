"""The evidence beside one question."""

from django.db.models import Q
from django.http import Http404

from pengungkit.models import Pertanyaan
from rencana_aksi.models import Rencana
from zona.dokumen.queries.bukti import Simpul, instrumen_lke, susun_rencana


def bukti_soal(rencana: Rencana, kode: str, pilih: Q) -> Simpul:
    """The question of the year's instrument with the bukti beside it. Eight queries. Raises Http404."""
    soal = Pertanyaan.objects.filter(indikator__komponen__instrumen=instrumen_lke(rencana), kode=kode).first()
    if soal is None:
        raise Http404("Pertanyaan itu tidak ada.")
    butir = [b for simpul in susun_rencana(rencana, pilih) for b in simpul.semua() if soal.kode in b.soal]
    return Simpul(soal.kode, soal.teks, butir=butir, daun=True)
