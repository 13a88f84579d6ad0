"""Reading instruments and answers into plain values (struktur.py). Numbers of queries do not grow with questions."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from decimal import Decimal

from django.db.models import QuerySet

from pengungkit.enums import Kelompok
from pengungkit.models import Instrumen, Jawaban, Penilaian, Pertanyaan, Pilihan
from pengungkit.struktur import Ambang, Indikator, Isian, Komponen, Soal, Struktur

KOLOM = (
    "pk", "kode", "jenis_jawaban", "rumus", "yakin",
    "indikator__kode", "indikator__nama", "indikator__bobot",
    "indikator__induk__kode", "indikator__induk__nama", "indikator__induk__bobot",
    "indikator__komponen__kode", "indikator__komponen__nama", "indikator__komponen__bobot", "indikator__komponen__area",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class JawabanTercatat:
    """An answer, the words of its option, who gave it and when."""

    isian: Isian
    teks: str
    oleh: str
    pada: datetime


@dataclass(slots=True)
class _Rakitan:
    """A node under construction: an indikator or komponen with what it holds, in order."""

    nama: str
    bobot: Decimal
    area: str = ""
    isi: dict[str, "_Rakitan"] = field(default_factory=dict)
    soal: list[Soal] = field(default_factory=list)

    def indikator(self, kode: str) -> Indikator:
        sub = tuple(anak.indikator(k) for k, anak in self.isi.items())
        return Indikator(kode, self.nama, self.bobot, tuple(self.soal), sub)


def struktur(instrumen: Instrumen) -> Struktur:
    """The instrument, in two queries."""
    pilihan: dict[int, dict[str, Decimal]] = defaultdict(dict)
    daftar = Pilihan.objects.filter(pertanyaan__indikator__komponen__instrumen=instrumen).order_by("urutan")
    for soal_id, label, nilai in daftar.values_list("pertanyaan", "label", "nilai"):
        pilihan[soal_id][label] = nilai
    akar: dict[str, _Rakitan] = {}
    urut = ("indikator__komponen__urutan", "indikator__urutan", "urutan")
    baris = Pertanyaan.objects.filter(indikator__komponen__instrumen=instrumen).order_by(*urut).values_list(*KOLOM)
    for pk, kode, jenis, rumus, yakin, *tempat in baris:
        (i_kode, i_nama, i_bobot, induk, d_nama, d_bobot, k_kode, k_nama, k_bobot, area) = tempat
        isi = akar.setdefault(k_kode, _Rakitan(k_nama, k_bobot, area)).isi
        if induk:
            isi = isi.setdefault(induk, _Rakitan(d_nama, d_bobot)).isi
        isi.setdefault(i_kode, _Rakitan(i_nama, i_bobot)).soal.append(
            Soal(kode, jenis, pilihan.get(pk, {}), rumus, yakin)
        )
    komponen = tuple(
        Komponen(kode, k.nama, k.bobot, tuple(i.indikator(ki) for ki, i in k.isi.items()), k.area)
        for kode, k in akar.items()
    )
    return Struktur(komponen, gerbang(instrumen))


def gerbang(instrumen: Instrumen) -> tuple[Ambang, ...]:
    """The thresholds as they were checked on loading (domain/ambang.py); no query."""
    return tuple(
        Ambang(g["predikat"], g["nama"], g["jenis"], g["kode"], Decimal(g["minimal"]))
        for g in instrumen.ambang.get("gerbang", [])
    )


def penilaian_satker(satker_id: int, tahun: int) -> "QuerySet[Penilaian]":
    """The assessments of an office and year, its own (mandiri) first."""
    return Penilaian.objects.filter(satker=satker_id, tahun=tahun).select_related("instrumen").order_by("jenis")


def jawaban(penilaian: Iterable[Penilaian]) -> dict[int, dict[str, JawabanTercatat]]:
    """Answers of each assessment by question code, in one query (none where there is no assessment)."""
    hasil: dict[int, dict[str, JawabanTercatat]] = {p.pk: {} for p in penilaian}
    kolom = (
        "penilaian", "pertanyaan__kode", "pilihan__label", "angka", "masukan", "pilihan__teks", "dijawab_oleh__nama",
        "dijawab_pada",
    )  # fmt: skip
    baris = Jawaban.objects.filter(penilaian__in=hasil).order_by().values_list(*kolom)
    for pk, kode, label, angka, masukan, teks, oleh, pada in baris:
        hasil[pk][kode] = JawabanTercatat(Isian(label, angka, masukan), teks or "", oleh or "", pada)
    return hasil


def isian(tercatat: Mapping[str, JawabanTercatat]) -> dict[str, Isian]:
    """The answers alone, as the score takes them."""
    return {kode: t.isian for kode, t in tercatat.items()}


def pertanyaan_hasil(instrumen: Instrumen) -> list[Pertanyaan]:
    """The questions of hasil with their options, in the instrument's order; two queries."""
    urut = ("indikator__komponen__urutan", "indikator__urutan", "urutan")
    milik = Pertanyaan.objects.filter(
        indikator__komponen__instrumen=instrumen, indikator__komponen__kelompok=Kelompok.HASIL
    )
    return list(milik.select_related("indikator").prefetch_related("pilihan").order_by(*urut))
