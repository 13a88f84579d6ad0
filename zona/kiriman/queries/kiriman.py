"""Finding the heaps a person may see: their own, and all of the plan for its ketua."""

from django.core.exceptions import PermissionDenied
from django.db.models import Count, Q, QuerySet
from django.shortcuts import get_object_or_404

from rencana_aksi.models import Rencana
from rencana_aksi.queries.rencana import rencana_terlihat
from zona.kiriman.enums import StatusBaris, StatusKiriman
from zona.kiriman.models import BarisKiriman, Kiriman
from zona.kiriman.queries.tempat import area_boleh
from zona.organisasi.models import Pengguna
from zona.organisasi.rules import ketua

TIDAK = "Kiriman berkas hanya untuk kepala, ketua, dan anggota tim pengungkit, yang mengunggah bukti."

_ATAS = ("rencana_kerja__pengungkit", "aksi")
BERSAMA = [f"{kolom}__{atas}" for kolom in ("usulan", "syarat") for atas in _ATAS] + ["pelaksanaan"]
"""What a row needs beside it to say where it goes."""


def rencana_kiriman(pengguna: Pengguna, satker: str, tahun: int) -> Rencana:
    """The plan, for those who may upload for any part of it. Raises Http404 for outsiders, PermissionDenied for
    readers."""
    rencana = rencana_terlihat(pengguna, satker, tahun)
    if not area_boleh(pengguna, rencana):
        raise PermissionDenied(TIDAK)
    return rencana


def kiriman_terlihat(pengguna: Pengguna, rencana: Rencana) -> QuerySet[Kiriman]:
    """One's own heaps of the plan; every heap for the ketua."""
    semua = Kiriman.objects.filter(rencana=rencana).select_related("oleh")
    return semua if ketua.test(pengguna, rencana) else semua.filter(oleh=pengguna)


def daftar_kiriman(pengguna: Pengguna, rencana: Rencana) -> QuerySet[Kiriman]:
    """The same with how many files each has and how many wait, the newest first."""
    return kiriman_terlihat(pengguna, rencana).annotate(
        berkas=Count("baris"),
        belum=Count("baris", filter=Q(baris__status=StatusBaris.MENUNGGU)),
        terambil=Count("baris", filter=Q(baris__status=StatusBaris.DIAMBIL)),
    )


def satu_kiriman(pengguna: Pengguna, satker: str, tahun: int, pk: int) -> Kiriman:
    """The heap with its plan. Raises Http404 for outsiders and for whoever may not see it, PermissionDenied for
    readers of the plan."""
    rencana = rencana_kiriman(pengguna, satker, tahun)
    kiriman = get_object_or_404(kiriman_terlihat(pengguna, rencana), pk=pk)
    kiriman.rencana = rencana
    return kiriman


def satu_baris(pengguna: Pengguna, satker: str, tahun: int, pk: int) -> BarisKiriman:
    """A file of a heap, with the heap and its plan. Raises as `satu_kiriman`."""
    rencana = rencana_kiriman(pengguna, satker, tahun)
    milik = BarisKiriman.objects.filter(kiriman__in=kiriman_terlihat(pengguna, rencana))
    baris = get_object_or_404(milik.select_related("kiriman", "bukti__syarat", *BERSAMA), pk=pk)
    baris.kiriman.rencana = rencana
    return baris


def terbaru(pengguna: Pengguna, rencana: Rencana) -> Kiriman | None:
    """The heap the person last sent and has not closed."""
    return Kiriman.objects.filter(rencana=rencana, oleh=pengguna, status=StatusKiriman.TERBUKA).first()
