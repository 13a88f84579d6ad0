"""Who may bring an old spreadsheet, into which year and with whose team; and what the office's columns meant the last
time."""

from collections import defaultdict
from dataclasses import dataclass

from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import Http404
from django.shortcuts import get_object_or_404

from rencana_aksi.enums import StatusRencana
from rencana_aksi.models import Rencana
from rencana_aksi.queries.buat import boleh_membuat
from rencana_aksi.queries.rencana import draf_atau
from rencana_aksi.queries.sunting import TERKUNCI, boleh_disunting
from rencana_aksi.queries.tahun import rencana_utama, terdepan
from zona.impor.lama.orang import Orang
from zona.impor.lama.peta import Peta, peta_dari_json
from zona.impor.models import BerkasLama, PetaKolom
from zona.inti.waktu import TAHUN_AKHIR, TAHUN_AWAL, hari_ini
from zona.organisasi.enums import Lingkup
from zona.organisasi.models import Keanggotaan, Pengguna, Satker

HANYA = "Hanya ketua tim dan admin satker yang dapat membuat rencana dari lembar kerja lama."
HANYA_ADA = "Hanya ketua tim dan koordinator yang dapat membawa lembar kerja lama ke rencana yang sudah ada."


@dataclass(frozen=True, slots=True)
class TempatLama:
    """An office and year to bring a spreadsheet into. `rencana`: the plan there is; `utama`: the one the
    office goes by, else its newest: the page's way back."""

    satker: Satker
    tahun: int
    rencana: Rencana | None
    utama: Rencana | None

    @property
    def lingkup(self) -> Lingkup:
        return Lingkup(self.satker.pk, self.tahun)

    @property
    def tertutup(self) -> str:
        """Why nothing may be brought into the plan now; empty where it may, if by opening it for perubahan."""
        diajukan = self.rencana is not None and draf_atau(self.rencana).status == StatusRencana.DIAJUKAN
        return TERKUNCI[StatusRencana.DIAJUKAN] if diajukan else ""


def tempat_lama(pengguna: Pengguna, satker: str, tahun: int) -> TempatLama:
    """Four queries at most. Raises Http404 for outsiders and years that are none, PermissionDenied for who may not:
    into a plan there is, the ketua and who coordinates any of it may; into a new one, as copying, the ketua of that
    year or of the plan the office goes by, and the admin satker."""
    kantor = get_object_or_404(Satker.objects.visible_to(pengguna), kode=satker.upper())
    rencana = list(Rencana.objects.filter(satker=kantor).select_related("satker", "instrumen"))
    ini = next((r for r in rencana if r.tahun == tahun), None)
    hari = hari_ini(kantor.zona_waktu)
    tempat = TempatLama(kantor, tahun, ini, rencana_utama(rencana, hari) or terdepan(rencana, hari))
    if not TAHUN_AWAL <= tahun <= TAHUN_AKHIR:
        raise Http404
    if ini:
        if not boleh_disunting(pengguna, ini):
            raise PermissionDenied(HANYA_ADA)
    elif not boleh_membuat(pengguna, kantor, tahun, tempat.utama):
        raise PermissionDenied(HANYA)
    return tempat


def berkas_terlihat(pengguna: Pengguna, tempat: TempatLama, pk: int) -> BerkasLama:
    """A spreadsheet the person brought into that year themselves. Raises Http404."""
    milik = BerkasLama.objects.visible_to(pengguna).filter(satker=tempat.satker, tahun=tempat.tahun)
    return get_object_or_404(milik.select_related("satker"), pk=pk, dibuat_oleh=pengguna)


def berkas_menunggu(pengguna: Pengguna, tempat: TempatLama) -> "QuerySet[BerkasLama]":
    """Those of the person that have not become a plan yet, without their content."""
    milik = BerkasLama.objects.filter(satker=tempat.satker, tahun=tempat.tahun, dibuat_oleh=pengguna)
    return milik.filter(impor__diterapkan_pada=None).defer("isi", "pilihan")


def peta_ingat(satker: Satker) -> dict[str, Peta]:
    """What the office said of headings it has used, by their fingerprint. One query."""
    return {p.sidik: peta_dari_json(p.peta) for p in PetaKolom.objects.filter(satker=satker)}


def tahun_bertim(satker: Satker, tahun: int) -> int | None:
    """The year whose team is meant: that year's, else the newest before or after that has anyone in it. One query."""
    ada = Keanggotaan.objects.filter(tim__satker=satker).values_list("tim__tahun", flat=True).distinct()
    semua = sorted(set(ada), reverse=True)
    return tahun if tahun in semua else next(iter(semua), None)


def tim_orang(satker: Satker, tahun: int | None) -> dict[str, list[Orang]]:
    """The people of each pengungkit's team who work here. One query."""
    tim: dict[str, list[Orang]] = defaultdict(list)
    baris = Keanggotaan.objects.filter(
        tim__satker=satker, tim__tahun=tahun or 0, pengguna__is_active=True, pengguna__satker=satker
    ).values_list("tim__kode", "pengguna", "pengguna__nama", "pengguna__nip", "pengguna__jabatan", "peran")
    for kode, pk, nama, nip, jabatan, peran in baris.order_by("urutan"):
        tim[kode].append(Orang(pk, nama, nip or "", jabatan, peran))
    return tim
