"""What hangs on a row of the plan: progress, and rows of any room that forbid its removal.

Rooms above forbid it with a foreign key that PROTECTs (evidence does, an obstacle does). They are asked through the
model registry, so that nothing here knows them.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from django.db import models
from django.db.models import Q, QuerySet

from rencana_aksi.models import Pelaksanaan, ProgramPrioritas, RencanaAksi, RencanaKerja, SyaratBukti
from zona.inti.waktu import tanggal_pendek

BATAS_SEBUT = 3


@dataclass(frozen=True, slots=True)
class Gantungan:
    """`ikut`: what goes along, in words ("3 pelaksanaan"). `menahan`: what forbids it, in words."""

    ikut: list[str] = field(default_factory=list)
    menahan: list[str] = field(default_factory=list)


def penahan(objek: QuerySet[Any]) -> Iterator[tuple[int, models.Model]]:
    """The rows that forbid the removal of these: (id of the one it hangs on, the row). One query a kind of row."""
    for hubungan in objek.model._meta.related_objects:
        if getattr(hubungan, "on_delete", None) is models.PROTECT:
            kunci = hubungan.field
            for satu in hubungan.related_model._base_manager.filter(**{f"{kunci.name}__in": objek}).order_by("pk"):
                yield getattr(satu, kunci.attname), satu


def kata_penahan(objek: Iterable[models.Model]) -> list[str]:
    """ "2 bukti (notula.pdf, foto.jpg)", "1 kendala (Narasumber sakit)"; each row once."""
    per_jenis: dict[str, dict[Any, str]] = defaultdict(dict)
    for satu in objek:
        per_jenis[str(satu._meta.verbose_name)][satu.pk] = str(satu)
    return [
        f"{len(isi)} {jenis} ({_sebut([nama for _, nama in sorted(isi.items())])})"
        for jenis, isi in sorted(per_jenis.items())
    ]


@dataclass(frozen=True, slots=True)
class Milik:
    """What goes with a row, itself included, and what was recorded on it in the plan in force. `tersentuh`: occurrences
    with progress; `penahan`: rows of rooms above that forbid the removal."""

    aksi: QuerySet[RencanaAksi]
    syarat: QuerySet[SyaratBukti]
    pelaksanaan: list[Pelaksanaan]
    penahan: list[models.Model]

    @property
    def tersentuh(self) -> list[Pelaksanaan]:
        return [p for p in self.pelaksanaan if p.tersentuh]


def pada_baris(
    baris: ProgramPrioritas | RencanaKerja | RencanaAksi | SyaratBukti, *, tanpa_salinan: bool = False
) -> Milik:
    """Of a row that is drafted (its `asal` in force) what hangs on the one in force: a draft holds no progress.
    `tanpa_salinan`: of a row in force, leaving out what under it has another place in the draft."""
    aksi, syarat = RencanaAksi.objects.none(), SyaratBukti.objects.none()
    match baris:
        case RencanaKerja():
            aksi = RencanaAksi.objects.filter(rencana_kerja=baris)
            syarat = SyaratBukti.objects.filter(rencana_kerja=baris)
        case RencanaAksi():
            aksi, syarat = RencanaAksi.objects.filter(pk=baris.pk), SyaratBukti.objects.filter(aksi=baris)
        case SyaratBukti():
            syarat = SyaratBukti.objects.filter(pk=baris.pk)
        case _:
            return Milik(aksi, syarat, [], [])
    if tanpa_salinan:
        aksi, syarat = aksi.filter(salinan__isnull=True), syarat.filter(salinan__isnull=True)
    aksi_kini = RencanaAksi.objects.filter(_berlaku(aksi))
    pelaksanaan = Pelaksanaan.objects.filter(aksi__in=aksi_kini)
    semua = (aksi_kini, pelaksanaan, SyaratBukti.objects.filter(_berlaku(syarat)))
    return Milik(aksi, syarat, list(pelaksanaan), [satu for qs in semua for _, satu in penahan(qs)])


def _berlaku(baris: QuerySet[Any]) -> Q:
    """These rows and those in force they were copied from."""
    return Q(pk__in=baris.values("pk")) | Q(salinan__in=baris.values("pk"))


def gantungan(baris: ProgramPrioritas | RencanaKerja | RencanaAksi | SyaratBukti) -> Gantungan:
    """What hangs on the row, and on all that would go with it."""
    milik = pada_baris(baris)
    menahan = []
    if berjalan := milik.tersentuh:
        rinci = _sebut([f"{p.status} {tanggal_pendek(p.jatuh_tempo)}".removesuffix(" –") for p in berjalan])
        menahan.append(f"{len(berjalan)} pelaksanaan yang sudah dicatat ({rinci})")
    menahan += kata_penahan(milik.penahan)
    pelaksanaan = Pelaksanaan.objects.filter(aksi__in=milik.aksi)
    ikut: list[tuple[QuerySet[Any], str]] = [
        (milik.aksi, "rencana aksi"), (pelaksanaan, "pelaksanaan"), (milik.syarat, "syarat bukti"),
    ]  # fmt: skip
    sendiri = {RencanaAksi: "rencana aksi", SyaratBukti: "syarat bukti"}.get(type(baris))
    banyak = [(qs.count(), nama) for qs, nama in ikut if nama != sendiri]
    return Gantungan([f"{n} {nama}" for n, nama in banyak if n], menahan)


def _sebut(nama: list[str]) -> str:
    sisa = len(nama) - BATAS_SEBUT
    return ", ".join(nama[:BATAS_SEBUT]) + (f", dan {sisa} lagi" if sisa > 0 else "")
