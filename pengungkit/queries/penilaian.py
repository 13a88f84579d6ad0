"""Assessments of an office and year: whose answers a person may see, and what one holds, open or locked."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import F, Max, QuerySet

from pengungkit.beku import Naskah
from pengungkit.enums import StatusPenilaian
from pengungkit.gerbang import PenilaianQuerySet
from pengungkit.models import Instrumen, Jawaban, Penilaian, PenilaianBeku
from pengungkit.queries.jawaban import JawabanTercatat, catatan_jawaban, jawaban_beku
from pengungkit.queries.naskah import naskah_instrumen
from zona.inti.models import Jejak
from zona.organisasi.models import Pengguna


@dataclass(frozen=True, slots=True)
class IsiPenilaian:
    """What an assessment holds: the instrument's text, the answers, and the lock they come from (None: it is open and
    read from the tables)."""

    penilaian: Penilaian
    naskah: Naskah
    jawaban: dict[str, JawabanTercatat]
    beku: PenilaianBeku | None = None


def penilaian_satker(satker_id: int, tahun: int) -> PenilaianQuerySet:
    """The assessments of an office and year, its own (mandiri) first: all of them, for verbs and for what was handed
    over. For a person: `penilaian_bagi`."""
    return (
        Penilaian.objects.filter(satker=satker_id, tahun=tahun)
        .select_related("instrumen", "satker", "diajukan_oleh", "dikunci_oleh")
        .order_by("jenis")
    )


def instrumen_dinilai(satker_id: int, tahun: int) -> Instrumen | None:
    """The instrument that year is assessed by, once it is: no secret of either column. One query."""
    ada = penilaian_satker(satker_id, tahun).first()
    return ada.instrumen if ada else None


def penilaian_bagi(pengguna: Pengguna, objek: Any) -> list[Penilaian]:
    """Both, each with `tertutup` where its answers and points are not for this person (`objek` tells the office and
    year); one query. A closed one is there to be told of as closed, never to be read."""
    lingkup = objek.lingkup
    return list(penilaian_satker(lingkup.satker_id, lingkup.tahun).bagi(pengguna))


def menilai_buta(pengguna: Pengguna, objek: Any, semua: Iterable[Penilaian] | None = None) -> bool:
    """The person assesses blind, whether or not there is anything to be closed yet. No query where `semua` brings what
    `penilaian_bagi` gave, and none for who does not assess."""
    if not pengguna.boleh("nilai_lke", objek):
        return False
    milik = penilaian_bagi(pengguna, objek) if semua is None else semua
    return any(p.buta and p.dibuka_pada is None for p in milik)


def penilaian_terlihat(pengguna: Pengguna, objek: Any) -> list[Penilaian]:
    """Those whose answers and points the person may see; one query."""
    return [p for p in penilaian_bagi(pengguna, objek) if not p.tertutup]


def jejak_terbuka(pengguna: Pengguna, jejak: "QuerySet[Jejak]", satker_id: int) -> "QuerySet[Jejak]":
    """Of an office's audit rows those that tell nothing the gate keeps from the person: a closed assessment's are left
    out whole, of whichever year, as long as it is closed. No query of its own."""
    tertutup = Penilaian.objects.tertutup_bagi(pengguna).filter(satker=satker_id)
    jawaban = Jawaban.objects.filter(penilaian__in=tertutup)
    return jejak.exclude(objek=Penilaian._meta.label_lower, objek_id__in=tertutup.values("pk")).exclude(
        objek=Jawaban._meta.label_lower, objek_id__in=jawaban.values("pk")
    )


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
