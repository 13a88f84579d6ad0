"""The order of siblings, and the numbers and letters that follow from it.

A rencana kerja counts within its pengungkit, save those without a number, which stay so. Actions are lettered where a
rencana kerja has several. Positions are unique in the database, so what changes steps aside first.
"""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any, TypeVar

from django.db.models import F

from rencana_aksi.domain.sunting.baris import BATAS_BARIS, Baris
from rencana_aksi.models import Pelaksanaan, RencanaAksi, RencanaKerja, SyaratBukti
from zona.inti.errors import DomainError

GESER = 20_000
ABJAD = "abcdefghijklmnopqrstuvwxyz"
B = TypeVar("B", bound=Baris)


def huruf(ke: int) -> str:
    """a … z, aa, ab … by position from 0."""
    return ABJAD[ke] if ke < len(ABJAD) else ABJAD[ke // len(ABJAD) - 1] + ABJAD[ke % len(ABJAD)]


def tanda(deret: Sequence[Baris]) -> tuple[str, list[Any]]:
    """The field that counts these siblings and its value for each; no field for rows that are not counted."""
    if deret and isinstance(deret[0], RencanaKerja):
        nomor = iter(range(1, len(deret) + 1))
        return "nomor", [None if b.nomor is None else next(nomor) for b in deret if isinstance(b, RencanaKerja)]
    if deret and isinstance(deret[0], RencanaAksi):
        return "huruf", [huruf(i) if len(deret) > 1 else "" for i in range(len(deret))]
    return "", [None] * len(deret)


def tata(deret: Sequence[Baris]) -> list[str]:
    """Give these siblings, all there are, the order they are listed in. Those not saved yet are left to be saved; they
    come with a position after all others. At most two queries. Returns what was renumbered ("3 → 2")."""
    kolom, nilai = tanda(deret)
    berubah: list[Baris] = []
    terhitung: list[str] = []
    for baris, urutan, satu in zip(deret, sorted(b.urutan for b in deret), nilai, strict=True):
        lama = getattr(baris, kolom) if kolom else None
        if (baris.urutan, lama) == (urutan, satu):
            continue
        if baris.pk is not None:
            berubah.append(baris)
            if lama != satu and lama:
                terhitung.append(f"{lama} → {satu or 'tanpa huruf'}")
        baris.urutan = urutan
        if kolom:
            setattr(baris, kolom, satu)
    if berubah:
        model: Any = type(berubah[0])
        menepi = {kolom: "" if kolom == "huruf" else None} if kolom else {}
        model.objects.filter(pk__in=[b.pk for b in berubah]).update(urutan=F("urutan") + GESER, **menepi)
        model.objects.bulk_update(berubah, ["urutan", *filter(None, [kolom])])
    return terhitung


def berikut(deret: Sequence[Baris], nama: str) -> int:
    """The position after all of these. Raises DomainError where there are as many as a plan holds."""
    if len(deret) >= BATAS_BARIS:
        raise DomainError(f"Sudah ada {len(deret)} {nama}, paling banyak {BATAS_BARIS}.")
    return max((b.urutan for b in deret), default=0) + 1


def saudara(baris: Baris) -> list[Any]:
    """The row's siblings and itself, in order, fresh from the database: of a syarat, those of the same action (or of
    the whole rencana kerja). They share the row's own parents."""
    induk: tuple[str, ...] = ("pengungkit",) if hasattr(baris, "pengungkit_id") else ("rencana_kerja",)
    if isinstance(baris, SyaratBukti):
        induk += ("aksi",)
    milik = {nama: getattr(baris, nama) for nama in induk}
    deret = list(type(baris).objects.filter(**milik))
    for satu in deret:
        for nama, nilai in milik.items():
            setattr(satu, nama, nilai)
    return deret


def tata_pelaksanaan(aksi: RencanaAksi, baru: Iterable[Pelaksanaan]) -> None:
    """Add these occurrences, and number all of the action in order of due date, the undated last."""
    tinggal = list(Pelaksanaan.objects.filter(aksi=aksi))
    tambah = list(baru)
    pindah = []
    for urutan, p in enumerate(sorted([*tinggal, *tambah], key=_tanggal), 1):
        if p.pk is not None and p.urutan != urutan:
            pindah.append(p)
        p.aksi, p.urutan = aksi, urutan
    if pindah:
        Pelaksanaan.objects.filter(pk__in=[p.pk for p in pindah]).update(urutan=F("urutan") + GESER)
        Pelaksanaan.objects.bulk_update(pindah, ["urutan"])
    Pelaksanaan.objects.bulk_create(tambah)


def _tanggal(p: Pelaksanaan) -> tuple[date, date]:
    return p.jatuh_tempo or date.max, p.mulai or date.max
