"""What the pages of kabar show besides messages: whose calendars, which letters."""

from dataclasses import dataclass
from datetime import date
from zoneinfo import ZoneInfo

from django.conf import settings
from django.shortcuts import get_object_or_404

from rencana_aksi.models import Pengungkit, Rencana
from rencana_aksi.queries.rencana import di_rencana
from rencana_aksi.queries.tahun import BERLAKU
from zona.kabar.models import Kalender, Surat
from zona.organisasi.enums import Peran
from zona.organisasi.models import Keanggotaan, Pengguna

TERAKHIR = 40


@dataclass(frozen=True, slots=True)
class Tempat:
    """An office and year in which the person sends word to a team."""

    slug: str
    tahun: int


@dataclass(frozen=True, slots=True)
class Langganan:
    """An address in force: made on that day of the office, by whom."""

    dibuat: date
    oleh: str


def kalender_saya(pengguna: Pengguna) -> Langganan | None:
    """One's own address now in force (one query)."""
    kalender = Kalender.objects.filter(pengguna=pengguna, dicabut_pada=None).select_related("pengguna__satker").first()
    if kalender is None or kalender.pengguna is None:
        return None
    satker = kalender.pengguna.satker
    return _langganan(kalender, satker.zona_waktu if satker else settings.TIME_ZONE, pengguna)


def kalender_pengungkit(rencana: Rencana) -> dict[str, Langganan]:
    """The address in force by pengungkit code (one query)."""
    berlaku = Kalender.objects.filter(pengungkit__rencana=rencana, dicabut_pada=None)
    return {
        k.pengungkit.kode: _langganan(k, rencana.satker.zona_waktu, k.dibuat_oleh)
        for k in berlaku.select_related("dibuat_oleh", "pengungkit")
        if k.pengungkit
    }


def _langganan(kalender: Kalender, zona_waktu: str, oleh: Pengguna) -> Langganan:
    return Langganan(kalender.dibuat_pada.astimezone(ZoneInfo(zona_waktu)).date(), oleh.nama)


def pengungkit_terlihat(pengguna: Pengguna, satker: str, tahun: int, kode: str) -> Pengungkit:
    """One pengungkit of the plan (one query). Raises Http404 for outsiders."""
    semua = Pengungkit.objects.select_related("rencana__satker")
    return get_object_or_404(semua, kode=kode, **di_rencana("rencana", pengguna, satker, tahun))


def tempat_berkabar(pengguna: Pengguna) -> list[Tempat]:
    """Where the person leads a team or the whole, in years with a plan in force, newest first (one query)."""
    memimpin = Keanggotaan.objects.filter(
        pengguna=pengguna, peran__in=[Peran.KETUA, Peran.KOORDINATOR], tim__satker=pengguna.satker_id
    )
    tahun = Rencana.objects.filter(BERLAKU, satker=pengguna.satker_id, tahun__in=memimpin.values("tim__tahun"))
    return [Tempat(r.satker.slug, r.tahun) for r in tahun.select_related("satker").order_by("-tahun")]


def surat_terakhir(rencana: Rencana) -> list[Surat]:
    """The office's latest letters, for the ketua (one query)."""
    return list(Surat.objects.filter(satker=rencana.satker_id).select_related("pengguna")[:TERAKHIR])
