"""Where a person starts: the offices they may enter, each with the plan they are led to."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby

from django.db.models import F, Q

from rencana_aksi.enums import StatusRencana
from rencana_aksi.models import Rencana
from rencana_aksi.queries.buat import boleh_membuat
from rencana_aksi.queries.tahun import rencana_dibuka, rencana_utama, terdepan
from zona.beranda.queries.kepala import keadaan_rencana
from zona.inti.waktu import hari_ini
from zona.organisasi.enums import PENGARAH, Peran
from zona.organisasi.models import Keanggotaan, Pengguna, Penugasan, Satker


@dataclass(frozen=True, slots=True)
class Pintu:
    """An office and the year of the plan that opens there, with how far it is."""

    slug: str
    nama: str
    tahun: int
    status: str
    kata: str


@dataclass(frozen=True, slots=True)
class Disiapkan:
    """An office with no more than a draft, which others work on. `diajukan`: it waits for the head. `oleh`: whose turn
    it is, by name."""

    nama: str
    tahun: int
    diajukan: bool
    oleh: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Awal:
    pintu: tuple[Pintu, ...] = ()
    disiapkan: tuple[Disiapkan, ...] = ()


def pintu_masuk(pengguna: Pengguna) -> Awal:
    """Every office the person may enter that has a plan, their own first. One query; where an office has nothing in
    force, one for the person's roles and at most two for whose turn it is."""
    kantor = _rencana_per_kantor(pengguna)
    belum = [s.pk for s, semua in kantor if rencana_utama(semua, hari_ini(s.zona_waktu)) is None]
    if belum:
        pengguna.ingat_peran(belum)
    pintu, tunggu = [], []
    for satker, semua in kantor:
        hari = hari_ini(satker.zona_waktu)
        if rencana := rencana_dibuka(pengguna, semua, hari):
            pintu.append(Pintu(satker.slug, satker.nama, rencana.tahun, *keadaan_rencana(rencana)))
        elif rencana := terdepan(semua, hari):
            tunggu.append(rencana)
    return Awal(tuple(pintu), tuple(_disiapkan(tunggu)))


def _rencana_per_kantor(pengguna: Pengguna) -> list[tuple[Satker, list[Rencana]]]:
    semua = Rencana.objects.visible_to(pengguna).select_related("satker")
    urut = sorted(semua, key=lambda r: (r.satker_id != pengguna.satker_id, r.satker.nama, r.satker_id, -r.tahun))
    per_kantor = [list(milik) for _, milik in groupby(urut, key=lambda r: r.satker_id)]
    return [(milik[0].satker, milik) for milik in per_kantor]


def _disiapkan(semua: Iterable[Rencana]) -> Iterable[Disiapkan]:
    """Whose turn it is: the head's where it was submitted, else the ketua's; where that year has none, the admin's."""
    semua = list(semua)
    if not semua:
        return
    tahun = Q(*(Q(tim__satker=r.satker_id, tim__tahun=r.tahun) for r in semua), _connector=Q.OR)
    pengarah = list(
        Keanggotaan.objects.filter(tahun, tim__kode=PENGARAH, pengguna__is_active=True)
        .order_by("urutan")
        .values_list("tim__satker", "tim__tahun", "peran", "pengguna__nama")
    )
    admin = _admin([r.satker_id for r in semua])
    for r in semua:
        diajukan = r.status == StatusRencana.DIAJUKAN
        giliran = (r.satker_id, r.tahun, Peran.KEPALA if diajukan else Peran.KETUA)
        oleh = [nama for *milik, nama in pengarah if tuple(milik) == giliran]
        oleh = oleh or [nama for di, nama in admin if di == r.satker_id and not diajukan]
        yield Disiapkan(r.satker.nama, r.tahun, diajukan, tuple(oleh))


def _admin(satker: Iterable[int]) -> list[tuple[int, str]]:
    """(office, name) of its admin satker. One query."""
    admin = Penugasan.objects.filter(satker__in=list(satker), peran=Peran.ADMIN, pengguna__is_active=True)
    return list(admin.order_by("pengguna__nama").values_list("satker", F("pengguna__nama")))


def pembuat_rencana(satker: Satker) -> list[str]:
    """Who makes the first plan of an office: its admin satker, and the ketua of this year's team. One query."""
    tahun = hari_ini(satker.zona_waktu).year
    admin = Q(penugasan__satker=satker, penugasan__peran=Peran.ADMIN)
    ketua = Q(keanggotaan__tim__satker=satker, keanggotaan__tim__tahun=tahun, keanggotaan__peran=Peran.KETUA)
    orang = Pengguna.objects.filter(admin | ketua, is_active=True).distinct()
    return list(orang.order_by("nama").values_list("nama", flat=True))


def tahun_pertama(pengguna: Pengguna) -> int | None:
    """This year, where the person may make the first plan of their office, which has none. One query."""
    satker = pengguna.satker
    if satker is None:
        return None
    tahun = hari_ini(satker.zona_waktu).year
    return tahun if boleh_membuat(pengguna, satker, tahun) else None
