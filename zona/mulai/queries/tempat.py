"""The office and year a plan is to be made for, and who may make it."""

from dataclasses import dataclass

from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.shortcuts import get_object_or_404

from rencana_aksi.models import Rencana, RencanaKerja
from rencana_aksi.queries.buat import boleh_membuat
from rencana_aksi.queries.salin import sumber_salinan
from rencana_aksi.queries.tahun import tahun_mulai
from zona.inti.waktu import TAHUN_AKHIR, TAHUN_AWAL, hari_ini
from zona.organisasi.enums import Lingkup
from zona.organisasi.models import Pengguna, Satker

HANYA = "Hanya ketua tim dan admin satuan kerja yang dapat membuat rencana."
HANYA_KANTOR = "Data kantor hanya diubah oleh admin satuan kerja."


@dataclass(frozen=True, slots=True)
class Tempat:
    """`rencana`: the plan of that year; `semua`: the plans of the office, the newest first."""

    satker: Satker
    tahun: int
    semua: tuple[Rencana, ...]

    @property
    def rencana(self) -> Rencana | None:
        return next((r for r in self.semua if r.tahun == self.tahun), None)

    @property
    def sebelumnya(self) -> Rencana | None:
        """What "last year" is (one query at most)."""
        return sumber_salinan(self.semua, self.tahun)

    @property
    def lingkup(self) -> Lingkup:
        return Lingkup(self.satker.pk, self.tahun)

    def boleh(self, pengguna: Pengguna) -> bool:
        """Whether the person may make the plan of that year."""
        return boleh_membuat(pengguna, self.satker, self.tahun, self.semua[0] if self.semua else None)


def tempat_kantor(pengguna: Pengguna, satker: str, tahun: int | None = None) -> Tempat:
    """For anyone who may read the office; without a year, the one to begin with. Two queries. Raises Http404 for
    outsiders."""
    kantor = get_object_or_404(Satker.objects.visible_to(pengguna), kode=satker.upper())
    semua = tuple(Rencana.objects.filter(satker=kantor).select_related("satker", "instrumen").order_by("-tahun"))
    return Tempat(kantor, tahun_mulai(semua, hari_ini(kantor.zona_waktu)) if tahun is None else tahun, semua)


def tempat_baru(pengguna: Pengguna, satker: str, tahun: int | None = None) -> Tempat:
    """For who may make a plan there; without a year, the first from the running one on that has no plan. Two queries,
    and one or two for the roles. Raises Http404 for outsiders and years that are none, PermissionDenied for others."""
    tempat = tempat_kantor(pengguna, satker, tahun)
    if not TAHUN_AWAL <= tempat.tahun <= TAHUN_AKHIR:
        raise Http404
    if tahun is None:
        tempat = Tempat(tempat.satker, _tahun_bebas(tempat), tempat.semua)
    if not tempat.boleh(pengguna):
        raise PermissionDenied(HANYA)
    return tempat


def _tahun_bebas(tempat: Tempat) -> int:
    ada = {r.tahun for r in tempat.semua}
    kini = hari_ini(tempat.satker.zona_waktu).year
    return next(tahun for tahun in range(kini, kini + len(ada) + 1) if tahun not in ada)


def berbaris(rencana: Rencana) -> bool:
    """Whether the plan has any row (one query)."""
    return RencanaKerja.objects.filter(pengungkit__rencana=rencana).exists()
