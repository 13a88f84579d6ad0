"""The evidence library of an office and the verification queue of a person: lists of bukti, a page at a time."""

from dataclasses import dataclass
from datetime import date
from typing import Any
from zoneinfo import ZoneInfo

from django.core.paginator import Page, Paginator
from django.db.models import Case, Count, Q, QuerySet, When

from bukti_fisik.enums import StatusBukti
from bukti_fisik.models import Bukti
from bukti_fisik.queries.tempat import sebutan
from rencana_aksi.enums import Status
from rencana_aksi.models import Rencana, SyaratBukti
from rencana_aksi.queries.tahun import rencana_sekantor
from zona.organisasi.enums import AREA, Peran
from zona.organisasi.models import Pengguna

SEHALAMAN = 50
BELUM, SUDAH = "belum", "sudah"
"""Waiting for a verdict, and judged."""
KELOMPOK = {BELUM: [StatusBukti.MENUNGGU], SUDAH: [StatusBukti.DITERIMA, StatusBukti.DIKEMBALIKAN]}
ATAS = "syarat__rencana_kerja__pengungkit"


@dataclass(frozen=True, slots=True)
class Saring:
    """`status`: one, or BELUM or SUDAH. `tahun`: a year, 0 for all years. `oleh`: who uploaded."""

    q: str = ""
    pengungkit: str = ""
    status: str = ""
    oleh: int | None = None
    tahun: int | None = None


def bukti_pustaka(rencana: Rencana, saring: Saring) -> QuerySet[Bukti]:
    """The office's bukti that match, newest first. Every word sought stands in its name, its note, what it proves, or
    the address it links to."""
    tahun = rencana.tahun if saring.tahun is None else saring.tahun
    bukti = Bukti.objects.filter(**{f"{ATAS}__rencana__satker": rencana.satker_id})
    if tahun:
        bukti = bukti.filter(**{f"{ATAS}__rencana__tahun": tahun})
    if saring.pengungkit:
        bukti = bukti.filter(**{f"{ATAS}__kode": saring.pengungkit})
    if saring.status:
        bukti = bukti.filter(status__in=KELOMPOK.get(saring.status, [saring.status]))
    if saring.oleh is not None:
        bukti = bukti.filter(diunggah_oleh=saring.oleh)
    for kata in saring.q.split():
        bukti = bukti.filter(
            Q(nama__icontains=kata) | Q(syarat__teks__icontains=kata) | Q(catatan__icontains=kata)
            | Q(tautan__icontains=kata) | Q(syarat__rencana_kerja__uraian__icontains=kata)
        )  # fmt: skip
    return bukti.order_by("-pk")


def bukti_dapat_dipakai(rencana: Rencana, saring: Saring, syarat: SyaratBukti) -> QuerySet[Bukti]:
    """What of the library may prove this syarat too: not withdrawn, not of this syarat itself."""
    return bukti_pustaka(rencana, saring).exclude(status=StatusBukti.DITARIK).exclude(syarat=syarat)


def tahun_berbukti(rencana: Rencana) -> list[int]:
    """The years whose evidence can be looked through from this plan, newest first: its own, and every year with a plan
    in force."""
    return [r.tahun for r in rencana_sekantor(rencana) if r.pk == rencana.pk or r.sudah_ditetapkan]


def jumlah_status(bukti: QuerySet[Bukti]) -> list[tuple[str, str, int]]:
    """(status, in words, how many) of those that occur (one query)."""
    ada = dict(bukti.order_by().values_list("status").annotate(n=Count("pk")))
    return [(s.value, s.label, ada[s]) for s in StatusBukti if s in ada]


def area_diperiksa(pengguna: Pengguna, rencana: Rencana) -> set[str]:
    """The pengungkit whose evidence this person verifies: as the right `verifikasi_bukti`, without the uploads."""
    peran = pengguna.peran_di(rencana.lingkup)
    if any(p in (Peran.KEPALA, Peran.KETUA) for p, _ in peran):
        return set(AREA)
    return {area for p, area in peran if p == Peran.KOORDINATOR}


def antrean(pengguna: Pengguna, rencana: Rencana) -> QuerySet[Bukti]:
    """What waits for this person's verdict, the longest waiting first: never one's own, nothing of an occurrence that
    was called off."""
    milik = {f"{ATAS}__rencana": rencana, f"{ATAS}__kode__in": area_diperiksa(pengguna, rencana)}
    menunggu = Bukti.objects.untuk_diperiksa(pengguna).filter(**milik, status=StatusBukti.MENUNGGU)
    return menunggu.exclude(pelaksanaan__status=Status.BATAL).order_by("pk")


def sudah_diperiksa(pengguna: Pengguna, rencana: Rencana) -> QuerySet[Bukti]:
    """What this person judged, the last first."""
    return Bukti.objects.filter(**{f"{ATAS}__rencana": rencana, "diverifikasi_oleh": pengguna.pk}).order_by(
        "-diverifikasi_pada", "-pk"
    )


def berikutnya(pengguna: Pengguna, bukti: Bukti) -> int | None:
    """The next one of the queue after this one, else its first (one query)."""
    sisa = antrean(pengguna, bukti.syarat.rencana_kerja.pengungkit.rencana).exclude(pk=bukti.pk)
    lewat = Case(When(pk__gt=bukti.pk, then=0), default=1)
    return sisa.order_by(lewat, "pk").values_list("pk", flat=True).first()


@dataclass(frozen=True, slots=True)
class BarisPustaka:
    """One bukti as the lists show it."""

    bukti: Bukti
    sebutan: str
    tahun: int
    diunggah: date
    diverifikasi: date | None


@dataclass(frozen=True, slots=True)
class LembarPustaka:
    """A page of the list, and where in the whole it stands."""

    baris: list[BarisPustaka]
    halaman: Page[Bukti]


def sehalaman(bukti: QuerySet[Bukti], nomor: Any, zona_waktu: str) -> LembarPustaka:
    """A page of SEHALAMAN with all that a row shows (two queries); the nearest page there is for any other number."""
    lengkap = bukti.select_related(
        f"{ATAS}__rencana", "syarat__aksi", "pelaksanaan", "berkas", "diunggah_oleh", "diverifikasi_oleh"
    )
    halaman = Paginator(lengkap, SEHALAMAN).get_page(nomor)
    zona = ZoneInfo(zona_waktu)
    baris = [
        BarisPustaka(
            b,
            sebutan(b.syarat),
            b.syarat.rencana_kerja.pengungkit.rencana.tahun,
            b.diunggah_pada.astimezone(zona).date(),
            b.diverifikasi_pada.astimezone(zona).date() if b.diverifikasi_pada else None,
        )
        for b in halaman.object_list
    ]
    return LembarPustaka(baris, halaman)


def pengunggah(rencana: Rencana) -> list[Pengguna]:
    """Who ever uploaded evidence in the office (one query)."""
    ada = Bukti.objects.filter(**{f"{ATAS}__rencana__satker": rencana.satker_id}).order_by()
    return list(Pengguna.objects.filter(pk__in=ada.values("diunggah_oleh")).order_by("nama"))
