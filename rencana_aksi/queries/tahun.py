"""The plans of an office by year: which is in force, which one a person is led to, who works on a draft (ADR 0039).

The *running year* is the current year in the office's time zone. Nothing here asks which year is the newest before it
has asked what is in force.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import Q

from rencana_aksi.enums import StatusRencana
from rencana_aksi.models import Rencana
from zona.organisasi.enums import AREA, Lingkup
from zona.organisasi.models import Pengguna

BERLAKU = Q(status=StatusRencana.DITETAPKAN)
"""Of plans: in force, whatever is drafted of their next version; `Rencana.sudah_ditetapkan` says it of a row."""
GARAP = ("ubah_rencana", "ajukan", "sahkan", "kelola_akun")
"""Who edits, submits, approves or makes a plan."""


@dataclass(frozen=True, slots=True)
class _Tempat:
    """An office, year and pengungkit that a right is asked of."""

    lingkup: Lingkup


def boleh_seluas(pengguna: Pengguna, hak: Iterable[str], lingkup: Lingkup) -> bool:
    """Whether the person has one of these rights in the whole of that year or in any pengungkit of it."""
    tempat = [_Tempat(Lingkup(lingkup.satker_id, lingkup.tahun, area)) for area in ("", *AREA)]
    return any(pengguna.boleh(satu, di) for satu in hak for di in tempat)


def menggarap(pengguna: Pengguna, rencana: Rencana) -> bool:
    """Whether the person works on the plan while it is no more than a draft: everyone else is not led to it."""
    return boleh_seluas(pengguna, GARAP, rencana.lingkup)


def terdepan(semua: Iterable[Rencana], hari: date) -> Rencana | None:
    """Of these plans of one office that of the running year; where it has none, the newest."""
    return max(semua, key=lambda r: (r.tahun == hari.year, r.tahun), default=None)


def rencana_utama(semua: Iterable[Rencana], hari: date) -> Rencana | None:
    """What the office goes by: in force this year, else the newest in force. None where nothing is."""
    return terdepan([r for r in semua if r.sudah_ditetapkan], hari)


def rencana_dibuka(pengguna: Pengguna, semua: Iterable[Rencana], hari: date) -> Rencana | None:
    """What the person is led to: the plan the office goes by; a draft only where there is none, and only who works on
    it."""
    semua = list(semua)
    return rencana_utama(semua, hari) or terdepan([r for r in semua if menggarap(pengguna, r)], hari)


def tahun_mulai(semua: Iterable[Rencana], hari: date) -> int:
    """The year an office begins with: the running one if it has a plan, else the first after it that has one, else the
    running one."""
    return min((r.tahun for r in semua if r.tahun >= hari.year), default=hari.year)


def masih_mulai(rencana: Rencana, hari: date) -> bool:
    """Whether the office is still on its way to this plan: it is the one it begins with, and no version is in force."""
    return not rencana.sudah_ditetapkan and rencana.tahun == tahun_mulai(rencana_sekantor(rencana), hari)


def rencana_sekantor(rencana: Rencana) -> tuple[Rencana, ...]:
    """All plans of its office, newest first: those read with it by `rencana_terlihat`, else one query."""
    semua: tuple[Rencana, ...] | None = rencana.__dict__.get("_sekantor")
    if semua is None:
        semua = tuple(Rencana.objects.filter(satker=rencana.satker_id).select_related("satker"))
        rencana.__dict__["_sekantor"] = semua
    return semua


def bersama(semua: Iterable[Rencana], rencana: Rencana) -> Rencana:
    """The plan, knowing all plans of its office."""
    rencana.__dict__["_sekantor"] = tuple(semua)
    return rencana
