"""Assessments of an office and year: whose answers a person may see, and what one holds, open or locked."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import F, Max, Q, QuerySet

from pengungkit.beku import Naskah
from pengungkit.enums import JenisPenilaian, StatusPenilaian
from pengungkit.models import Jawaban, Penilaian, PenilaianBeku
from pengungkit.queries.jawaban import JawabanTercatat, catatan_jawaban, jawaban_beku
from pengungkit.queries.naskah import naskah_instrumen
from zona.organisasi.models import Pengguna


@dataclass(frozen=True, slots=True)
class IsiPenilaian:
    """What an assessment holds: the instrument's text, the answers, and the lock they come from (None: it is open and
    read from the tables)."""

    penilaian: Penilaian
    naskah: Naskah
    jawaban: dict[str, JawabanTercatat]
    beku: PenilaianBeku | None = None


def penilaian_satker(satker_id: int, tahun: int) -> "QuerySet[Penilaian]":
    """The assessments of an office and year, its own (mandiri) first."""
    return (
        Penilaian.objects.filter(satker=satker_id, tahun=tahun)
        .select_related("instrumen", "satker", "diajukan_oleh", "dikunci_oleh")
        .order_by("jenis")
    )


def penilaian_terlihat(pengguna: Pengguna, objek: Any) -> list[Penilaian]:
    """Those whose answers and points the person may see (`objek` tells the office and year); one query.

    The assessor's are for the assessor alone until submitted. Who assesses blind does not see the office's before
    opening them."""
    lingkup = objek.lingkup
    semua = list(penilaian_satker(lingkup.satker_id, lingkup.tahun))
    return [p for p in semua if p.pk not in tertutup_bagi(pengguna, objek, semua)]


def tertutup_bagi(pengguna: Pengguna, objek: Any, semua: Iterable[Penilaian]) -> set[int]:
    """Ids of those among the office's assessments that `penilaian_terlihat` keeps from the person; no query."""
    menilai = pengguna.boleh("nilai_lke", objek)
    milik = {JenisPenilaian(p.jenis): p for p in semua}
    tpi, mandiri = milik.get(JenisPenilaian.TPI), milik.get(JenisPenilaian.MANDIRI)
    if tpi is None:
        return set()
    if not menilai:
        return {tpi.pk} if tpi.status == StatusPenilaian.DRAF else set()
    return {mandiri.pk} if mandiri and tpi.buta and tpi.dibuka_pada is None else set()


def jejak_tertutup(pengguna: Pengguna, objek: Any) -> Q | None:
    """The audit rows that tell what `penilaian_terlihat` keeps from the person; None where nothing is kept."""
    lingkup = objek.lingkup
    semua = list(penilaian_satker(lingkup.satker_id, lingkup.tahun))
    tertutup = tertutup_bagi(pengguna, objek, semua)
    if not tertutup:
        return None
    milik = Jawaban.objects.filter(penilaian__in=tertutup).values("pk")
    return Q(objek="pengungkit.jawaban", objek_id__in=milik) | Q(objek="pengungkit.penilaian", objek_id__in=tertutup)


def isi_penilaian(penilaian: Iterable[Penilaian]) -> dict[int, IsiPenilaian]:
    """What each holds, by its id: as it was locked, or as it stands. Two queries, and those of `naskah_instrumen`."""
    semua = list(penilaian)
    kunci = beku_terakhir(p for p in semua if p.status == StatusPenilaian.DIKUNCI)
    terbuka = [p for p in semua if p.pk not in kunci]
    tercatat = catatan_jawaban(terbuka)
    hasil = {p.pk: IsiPenilaian(p, naskah_instrumen(p.instrumen), tercatat[p.pk]) for p in terbuka}
    for p in semua:
        if beku := kunci.get(p.pk):
            hasil[p.pk] = IsiPenilaian(p, beku.isi["instrumen"], jawaban_beku(beku.isi), beku)
    return hasil


def beku_terakhir(penilaian: Iterable[Penilaian]) -> dict[int, PenilaianBeku]:
    """The newest lock of each, by the assessment's id; no query where there is none to ask for."""
    pk = [p.pk for p in penilaian]
    if not pk:
        return {}
    akhir = PenilaianBeku.objects.filter(penilaian__in=pk).annotate(akhir=Max("penilaian__beku__urutan"))
    return {b.penilaian_id: b for b in akhir.filter(urutan=F("akhir")).select_related("dibuat_oleh")}
