"""What making an office's plan of a year starts from: who may, by which instrument, with whom."""

from collections import defaultdict
from dataclasses import dataclass
from decimal import Decimal

from django.db.models import QuerySet

from pengungkit.enums import Kelompok
from pengungkit.models import Instrumen, Komponen
from rencana_aksi.models import Rencana
from zona.inti.errors import DomainError
from zona.organisasi.enums import AREA, Lingkup, Peran
from zona.organisasi.models import Keanggotaan, Pengguna, Satker


@dataclass(frozen=True, slots=True)
class PengungkitInstrumen:
    """One of the six as an instrument has it: its name, and the sum of its weights."""

    kode: str
    nama: str
    bobot: Decimal


@dataclass(frozen=True, slots=True)
class TahunKantor:
    """An office and year, with or without a plan: what a right is asked of."""

    lingkup: Lingkup


def boleh_membuat(pengguna: Pengguna, satker: Satker, tahun: int, terbaru: Rencana | None = None) -> bool:
    """Whether the person may make the office's plan of that year: the ketua of that year's team or of the newest plan's
    (`terbaru`), and the admin satker."""
    tempat = [TahunKantor(Lingkup(satker.pk, tahun)), *([TahunKantor(terbaru.lingkup)] if terbaru else [])]
    return any(pengguna.boleh("buat_rencana", di) for di in tempat)


def instrumen_tersedia() -> "QuerySet[Instrumen]":
    """The one in force for new plans first."""
    return Instrumen.objects.order_by("-bawaan", "kode")


def cari_instrumen(kode: str = "") -> Instrumen:
    """The instrument of that code; without one, the one in force. Raises DomainError where it is not loaded."""
    semua = list(instrumen_tersedia())
    ada = [i for i in semua if i.kode == kode] if kode else [i for i in semua if i.bawaan]
    if not ada:
        tersedia = f"; yang ada: {', '.join(i.kode for i in semua)}" if semua else ""
        sebut = f'Instrumen "{kode}" belum dimuat' if kode else "Belum ada instrumen yang berlaku"
        raise DomainError(f"{sebut}{tersedia}.", kolom="instrumen")
    return ada[0]


def pengungkit_instrumen(instrumen: Instrumen) -> list[PengungkitInstrumen]:
    """The six, in order; an instrument of two aspects names each twice. One query."""
    nama: dict[str, str] = {}
    bobot: dict[str, Decimal] = defaultdict(Decimal)
    komponen = Komponen.objects.filter(instrumen=instrumen, kelompok=Kelompok.PENGUNGKIT).order_by("urutan")
    for area, satu, nilai in komponen.values_list("area", "nama", "bobot"):
        nama.setdefault(area, satu)
        bobot[area] += nilai
    return [PengungkitInstrumen(kode, nama[kode], bobot[kode]) for kode in AREA if kode in nama]


def tim_pelaksana(satker: Satker, tahun: int) -> dict[str, list[int]]:
    """Who may answer for actions: the coordinator and members of each pengungkit's team who work here, in the team's
    order. One query."""
    tim: dict[str, list[int]] = defaultdict(list)
    orang = Keanggotaan.objects.filter(
        tim__satker=satker, tim__tahun=tahun, tim__kode__in=AREA, peran__in=[Peran.KOORDINATOR, Peran.ANGGOTA],
        pengguna__is_active=True, pengguna__satker=satker,
    )  # fmt: skip
    for kode, pk in orang.order_by("urutan", "pk").values_list("tim__kode", "pengguna"):
        tim[kode].append(pk)
    return tim
