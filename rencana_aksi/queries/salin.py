"""What copying a plan into another year starts from."""

from collections.abc import Iterable

from django.db.models import Q, QuerySet

from pengungkit.models import Instrumen
from rencana_aksi.models import Rencana, RencanaAksi
from zona.organisasi.models import Keanggotaan, Pengguna

TANPA_ISI = "Rencana {tahun} belum berisi satu rencana aksi pun; tidak ada yang disalin."


def sumber_salinan(semua: Iterable[Rencana], tahun: int) -> Rencana | None:
    """What "last year" means for a plan of that year: the newest plan in force before it; where none is, the newest
    draft that has a row. `semua`: of one office. One query at most, none where a plan is in force."""
    lalu = sorted((r for r in semua if r.tahun < tahun), key=lambda r: -r.tahun)
    berlaku = next((r for r in lalu if r.sudah_ditetapkan), None)
    if berlaku or not lalu:
        return berlaku
    baris = RencanaAksi.objects.filter(rencana_kerja__pengungkit__rencana__in=lalu)
    berisi = set(baris.order_by().values_list("rencana_kerja__pengungkit__rencana", flat=True).distinct())
    return next((r for r in lalu if r.pk in berisi), None)


def sebab_tanpa_sumber(semua: Iterable[Rencana], tahun: int) -> str:
    """Why there is no `sumber_salinan`, in a sentence."""
    if ada := max((r.tahun for r in semua if r.tahun < tahun), default=0):
        return TANPA_ISI.format(tahun=ada)
    return f"Belum ada rencana sebelum tahun {tahun} yang dapat disalin."


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
