"""Bringing the rows of an instrument in line with its file: rows of the same code keep their id, so answers survive."""

from collections.abc import Callable, Mapping
from typing import Any, TypeVar

from django.db.models import F, Model, QuerySet

from pengungkit.domain.naskah_soal import Baris, Tabel
from pengungkit.models import Indikator, Instrumen, Jawaban, Komponen, Masukan, Pertanyaan, Pilihan
from zona.inti.errors import DomainError

GESER = 10_000  # out of the way of the new order: urutan is unique among siblings
M = TypeVar("M", bound=Model)


def selaraskan(instrumen: Instrumen, tabel: Tabel) -> None:
    """Make the rows below the instrument what the file says. Raises DomainError where an answer would lose its
    question, its option or its counts."""
    _jaga_jawaban(instrumen, tabel)
    per_komponen = Komponen.objects.filter(instrumen=instrumen)
    per_indikator = Indikator.objects.filter(komponen__instrumen=instrumen)
    per_soal = Pertanyaan.objects.filter(indikator__komponen__instrumen=instrumen)
    per_pilihan = Pilihan.objects.filter(pertanyaan__indikator__komponen__instrumen=instrumen)
    per_masukan = Masukan.objects.filter(pertanyaan__indikator__komponen__instrumen=instrumen)

    komponen = _simpan(per_komponen, {k: {**b, "instrumen": instrumen} for k, b in tabel.komponen.items()})
    baris = {k: {**b, "komponen": komponen[b["komponen"]], "induk": None} for k, b in tabel.indikator.items()}
    indikator = _simpan(per_indikator, baris)
    sub = {indikator[k]: indikator[b["induk"]] for k, b in tabel.indikator.items() if b["induk"]}
    for anak, induk in sub.items():
        anak.induk = induk
    Indikator.objects.bulk_update(sub, ["induk"])
    baris = {k: {**b, "indikator": indikator[b["indikator"]]} for k, b in tabel.pertanyaan.items()}
    soal = _simpan(per_soal, baris)
    baris_pilihan = {k: {**b, "pertanyaan": soal[k[0]]} for k, b in tabel.pilihan.items()}
    pilihan = _simpan(per_pilihan.select_related("pertanyaan"), baris_pilihan, lambda p: (p.pertanyaan.kode, p.label))
    baris_masukan = {k: {**b, "pertanyaan": soal[k[0]]} for k, b in tabel.masukan.items()}
    masukan = _simpan(per_masukan.select_related("pertanyaan"), baris_masukan, lambda m: (m.pertanyaan.kode, m.kode))

    for ada, dipakai in (
        (per_masukan, masukan), (per_pilihan, pilihan), (per_soal, soal), (per_indikator, indikator),
        (per_komponen, komponen),
    ):  # fmt: skip
        ada.exclude(pk__in=[b.pk for b in dipakai.values()]).delete()


def _simpan(
    ada: QuerySet[M],
    baris: Mapping[Any, Baris],
    kunci: Callable[[M], Any] = lambda b: b.kode,  # type: ignore[attr-defined]  # all but answers have one
) -> dict[Any, M]:
    """Rewrite the rows that are there, insert the others; returns both by `kunci`, in the file's order."""
    ada.order_by().update(urutan=F("urutan") + GESER)
    lama = {kunci(b): b for b in ada}
    hasil = {k: lama.get(k) or ada.model(**b) for k, b in baris.items()}
    tetap = [hasil[k] for k in baris if k in lama]
    for k, objek in hasil.items():
        for kolom, nilai in baris[k].items():
            setattr(objek, kolom, nilai)
    if tetap:
        ada.model._default_manager.bulk_update(tetap, list(next(iter(baris.values()))))
    ada.model._default_manager.bulk_create([b for k, b in hasil.items() if k not in lama])
    return hasil


def _jaga_jawaban(instrumen: Instrumen, tabel: Tabel) -> None:
    """Refuse before anything changes."""
    dijawab = Jawaban.objects.filter(penilaian__instrumen=instrumen).order_by()
    isi = list(
        dijawab.values_list("pertanyaan__kode", "pertanyaan__jenis_jawaban", "pilihan__label", "masukan").distinct()
    )
    if hilang := sorted({kode for kode, *_ in isi if kode not in tabel.pertanyaan}):
        raise DomainError(f"pertanyaan {', '.join(hilang)} sudah dijawab, sehingga tidak dapat dihapus")
    ganti = {
        kode
        for kode, jenis, label, masukan in isi
        if tabel.pertanyaan[kode]["jenis_jawaban"] != jenis
        or (label and (kode, label) not in tabel.pilihan)
        or any((kode, m) not in tabel.masukan for m in masukan)
    }
    if ganti:
        raise DomainError(f"bentuk jawaban {', '.join(sorted(ganti))} sudah dipakai, sehingga tidak dapat diganti")
