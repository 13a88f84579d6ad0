"""What copying a plan into another year starts from."""

from django.db.models import Q, QuerySet

from pengungkit.models import Instrumen
from rencana_aksi.models import Rencana
from zona.organisasi.models import Keanggotaan, Pengguna


def boleh_menyalin(pengguna: Pengguna, rencana: Rencana) -> bool:
    """The ketua of that year, and the admin satker."""
    return pengguna.boleh("buat_rencana", rencana)


def tahun_berikut(rencana: Rencana) -> int:
    """The first year after the plan's that has none (one query)."""
    ada = set(Rencana.objects.filter(satker=rencana.satker_id, tahun__gt=rencana.tahun).values_list("tahun", flat=True))
    return next(tahun for tahun in range(rencana.tahun + 1, rencana.tahun + 2 + len(ada)) if tahun not in ada)


def instrumen_pilihan(rencana: Rencana) -> "QuerySet[Instrumen]":
    """The one in force for new plans first, then the plan's own."""
    return Instrumen.objects.filter(Q(bawaan=True) | Q(pk=rencana.instrumen_id)).order_by("-bawaan", "kode")


def ada_tim(rencana: Rencana, tahun: int) -> bool:
    return Keanggotaan.objects.filter(tim__satker=rencana.satker_id, tim__tahun=tahun).exists()
