"""An instrument as the score takes it, in few queries whatever its size."""

from collections import defaultdict
from dataclasses import dataclass, field
from decimal import Decimal

from pengungkit.beku import gerbang_dari
from pengungkit.enums import Kelompok
from pengungkit.models import Instrumen, Pertanyaan, Pilihan
from pengungkit.struktur import Ambang, Indikator, Komponen, Soal, Struktur

KOLOM = (
    "pk", "kode", "jenis_jawaban", "rumus", "yakin",
    "indikator__kode", "indikator__nama", "indikator__bobot",
    "indikator__induk__kode", "indikator__induk__nama", "indikator__induk__bobot",
    "indikator__komponen__kode", "indikator__komponen__nama", "indikator__komponen__bobot", "indikator__komponen__area",
)  # fmt: skip


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
    return gerbang_dari(instrumen.ambang)


def pertanyaan_hasil(instrumen: Instrumen) -> list[Pertanyaan]:
    """The questions of hasil with their options, in the instrument's order; two queries."""
    urut = ("indikator__komponen__urutan", "indikator__urutan", "urutan")
    milik = Pertanyaan.objects.filter(
        indikator__komponen__instrumen=instrumen, indikator__komponen__kelompok=Kelompok.HASIL
    )
    return list(milik.select_related("indikator").prefetch_related("pilihan").order_by(*urut))
