"""Where a person starts: the offices they may enter, each with its newest plan."""

from dataclasses import dataclass

from django.db.models import Max

from rencana_aksi.queries.buat import boleh_membuat
from zona.inti.waktu import hari_ini
from zona.organisasi.enums import Peran
from zona.organisasi.models import Pengguna, Satker


@dataclass(frozen=True, slots=True)
class Pintu:
    """An office and the year of its newest plan."""

    slug: str
    nama: str
    tahun: int


def pintu_masuk(pengguna: Pengguna) -> list[Pintu]:
    """Every office the person may enter that has a plan, their own first. One query."""
    satker = Satker.objects.visible_to(pengguna).annotate(terbaru=Max("rencana__tahun")).filter(terbaru__isnull=False)
    urut = sorted(satker, key=lambda s: (s.pk != pengguna.satker_id, s.nama))
    return [Pintu(s.slug, s.nama, s.terbaru) for s in urut]


def pembuat_rencana(pengguna: Pengguna) -> list[str]:
    """Who makes the first plan of the person's own office: the names of its admin satker. One query."""
    admin = Pengguna.objects.filter(
        penugasan__satker=pengguna.satker_id, penugasan__peran=Peran.ADMIN, is_active=True
    ).order_by("nama")
    return list(admin.values_list("nama", flat=True)) if pengguna.satker_id else []


def tahun_pertama(pengguna: Pengguna) -> int | None:
    """This year, where the person may make their office's first plan. Two queries at most."""
    satker = pengguna.satker
    if satker is None:
        return None
    tahun = hari_ini(satker.zona_waktu).year
    return tahun if boleh_membuat(pengguna, satker, tahun) else None
