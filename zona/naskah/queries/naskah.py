"""The sections of a plan's document, now or as they were."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.db.models import OuterRef, Subquery

from rencana_aksi.enums import StatusRencana
from rencana_aksi.models import Rencana, VersiRencana
from zona.naskah.enums import JenisBagian
from zona.naskah.models import RevisiBagian
from zona.naskah.queries.templat import templat

KOLOM = ("kode", "jenis", "judul", "isi", "urutan", "revisi", "hapus", "oleh__nama", "pada")


@dataclass(frozen=True, slots=True)
class Bagian:
    """A section as it stands. `revisi` 0: still the words of the template, by nobody."""

    kode: str
    jenis: JenisBagian
    judul: str
    isi: str
    urutan: int
    revisi: int = 0
    oleh: str = ""
    pada: datetime | None = None


def naskah_kini(rencana: Rencana) -> tuple[Bagian, ...]:
    """What is being worked on: the newest words of every section, in order (one query)."""
    return _susun(rencana, None)


def naskah_versi(versi: VersiRencana) -> tuple[Bagian, ...]:
    """The words of a ditetapkan version, whatever was typed since (one query)."""
    return _susun(versi.rencana, versi.ditetapkan_pada)


def naskah_berlaku(rencana: Rencana) -> tuple[Bagian, ...]:
    """Of a ditetapkan plan the words it was ditetapkan with, of a draft the newest (two queries)."""
    if rencana.status == StatusRencana.DITETAPKAN:
        saat = VersiRencana.objects.filter(rencana=rencana).values_list("ditetapkan_pada", flat=True).first()
        return _susun(rencana, saat)
    return _susun(rencana, None)


def riwayat_bagian(rencana: Rencana, kode: str) -> list[RevisiBagian]:
    """Every revision of a section, newest first (one query)."""
    return list(RevisiBagian.objects.filter(rencana=rencana, kode=kode).select_related("oleh").order_by("-revisi"))


def _susun(rencana: Rencana, sampai: datetime | None) -> tuple[Bagian, ...]:
    """A version has words of its own in every section (bekukan_templat): a template that a later release brings is none
    of it."""
    revisi = list(_terakhir(rencana, sampai))
    beku = sampai is not None and revisi
    bagian = {} if beku else {t.kode: Bagian(t.kode, t.jenis, t.judul, t.isi, t.urutan) for t in templat()}
    for satu, hapus in revisi:
        if hapus:
            bagian.pop(satu.kode, None)
        else:
            bagian[satu.kode] = satu
    return tuple(sorted(bagian.values(), key=lambda b: (b.urutan, b.kode)))


def _terakhir(rencana: Rencana, sampai: datetime | None) -> Iterable[tuple[Bagian, bool]]:
    milik = RevisiBagian.objects.filter(rencana=rencana)
    if sampai is not None:
        milik = milik.filter(pada__lte=sampai)
    akhir = milik.filter(kode=OuterRef("kode")).order_by("-revisi").values("revisi")[:1]
    baris = milik.filter(revisi=Subquery(akhir)).order_by("urutan").values_list(*KOLOM)
    for kode, jenis, judul, isi, urutan, revisi, hapus, oleh, pada in baris:
        yield Bagian(kode, JenisBagian(jenis), judul, isi, urutan, revisi, oleh or "", pada), hapus
