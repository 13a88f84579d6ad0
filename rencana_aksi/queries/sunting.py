"""The rows of a pengungkit as the editing page draws them, and finding the one to edit."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any, TypeVar

from django.db.models import Count, Max, Min, Q, QuerySet
from django.http import Http404

from rencana_aksi.enums import StatusRencana
from rencana_aksi.models import Pengungkit, ProgramPrioritas, Rencana, RencanaAksi, RencanaKerja, SyaratBukti
from zona.inti.models import Jejak
from zona.inti.waktu import rentang_id
from zona.organisasi.enums import AREA
from zona.organisasi.models import Pengguna, Satker

M = TypeVar("M", ProgramPrioritas, RencanaKerja, RencanaAksi, SyaratBukti)

DI_RENCANA: dict[type[Any], str] = {
    ProgramPrioritas: "pengungkit__rencana",
    RencanaKerja: "pengungkit__rencana",
    RencanaAksi: "rencana_kerja__pengungkit__rencana",
    SyaratBukti: "rencana_kerja__pengungkit__rencana",
}
TERKUNCI = {
    StatusRencana.DIAJUKAN: "Rencana ini sedang diajukan; isinya dapat disunting lagi setelah dikembalikan.",
    StatusRencana.DITETAPKAN: "Rencana ini sudah ditetapkan. Isinya disunting lewat perubahan, di halaman Dokumen.",
}
"""Why the rows may not be edited now; while draf or perubahan they may."""


@dataclass(slots=True)
class ButirAksi:
    """An action with what is asked of it alone."""

    aksi: RencanaAksi
    syarat: list[SyaratBukti]

    @property
    def waktu(self) -> str:
        return kata_waktu(self.aksi)


@dataclass(slots=True)
class ButirKerja:
    """A rencana kerja with its actions, and what is asked of it as a whole."""

    kerja: RencanaKerja
    aksi: list[ButirAksi] = field(default_factory=list)
    syarat: list[SyaratBukti] = field(default_factory=list)


def terkunci(rencana: Rencana) -> str:
    """Why the rows of the plan may not be edited now; empty where they may."""
    return TERKUNCI.get(StatusRencana(rencana.status), "")


def boleh_disunting(pengguna: Pengguna, rencana: Rencana) -> list[str]:
    """The pengungkit whose rows the person may edit, whether or not the plan may be edited now."""
    return [kode for kode in AREA if pengguna.boleh("ubah_rencana", Pengungkit(rencana=rencana, kode=kode))]


def pengungkit_terlihat(pengguna: Pengguna, satker: str, tahun: int, kode: str) -> Pengungkit:
    """Of the draft of a perubahan where one is open. One query. Raises Http404 for outsiders, and none of the six."""
    terlihat = Pengungkit.objects.select_related("rencana__satker", "rencana__perubahan_dari")
    ada = terlihat.filter(_disunting("rencana", pengguna, satker, tahun), kode=kode).first()
    if ada is None:
        raise Http404
    return ada


def baris_terlihat(pengguna: Pengguna, satker: str, tahun: int, model: type[M], pk: int) -> M:
    """A row with all it belongs to, in one query: of the draft of a perubahan where one is open, by its own id or that
    of the row in force it was copied from. Raises Http404 for outsiders and where it is gone."""
    milik = _ikut(model).filter(_disunting(DI_RENCANA[model], pengguna, satker, tahun))
    if (satu := milik.filter(Q(pk=pk) | Q(asal=pk)).first()) is None:
        raise Http404
    return satu


def baris_dihapus(draf: Rencana, model: type[M], pk: int) -> M:
    """A row in force that the draft of its perubahan has no longer. One query. Raises Http404."""
    milik = _ikut(model).filter(**{DI_RENCANA[model]: draf.perubahan_dari_id or 0})
    if (satu := milik.filter(pk=pk, salinan__isnull=True).first()) is None:
        raise Http404
    return satu


def _disunting(jalur: str, pengguna: Pengguna, satker: str, tahun: int) -> Q:
    """What is edited at that address: the draft of a perubahan, and the plan itself only while there is none."""
    tanpa_draf = Q(**{f"{jalur}__perubahan_dari__isnull": False}) | Q(**{f"{jalur}__draf_perubahan__isnull": True})
    return tanpa_draf & Q(
        **{
            f"{jalur}__satker__in": Satker.objects.visible_to(pengguna),
            f"{jalur}__satker__kode": satker.upper(),
            f"{jalur}__tahun": tahun,
        }
    )


def penghapus(rencana: Rencana, model: type[M], pk: int) -> str:
    """Who removed a row of that id in the office; empty where nobody did."""
    jejak = Jejak.objects.filter(
        satker_id=rencana.satker_id, objek=model._meta.label_lower, objek_id=pk, tindakan__startswith="menghapus"
    )
    return next(iter(jejak.values_list("oleh_nama", flat=True)[:1]), "")


def isi_pengungkit(pengungkit: Pengungkit) -> list[ButirKerja]:
    """Its rows in order. Three queries."""
    return _susun(_ikut(RencanaKerja).filter(pengungkit=pengungkit))


def isi_kerja(kerja: RencanaKerja) -> ButirKerja:
    """One of them, fresh from the database. Three queries."""
    return _susun(_ikut(RencanaKerja).filter(pk=kerja.pk))[0]


def segar(baris: M) -> M:
    """The row as it is drawn, fresh from the database. One query."""
    return _ikut(type(baris)).get(pk=baris.pk)


def kata_waktu(aksi: RencanaAksi) -> str:
    """What the words do not tell: "3 pelaksanaan, 1 Maret–10 April 2023"; "belum bertanggal"; empty for one date.
    Of an action from the queries here."""
    banyak, mulai, akhir = (getattr(aksi, nama) for nama in ("banyak", "mulai", "akhir"))
    if not (mulai and akhir):
        return "belum bertanggal"
    return f"{banyak} pelaksanaan, {rentang_id(mulai, akhir)}" if banyak > 1 else ""


def _ikut(model: type[M]) -> QuerySet[M]:
    rencana = [f"{DI_RENCANA[model]}__{ikut}" for ikut in ("satker", "perubahan_dari")]
    if issubclass(model, RencanaAksi):
        aksi = model.objects.select_related(*rencana, "penanggung_jawab").annotate(
            banyak=Count("pelaksanaan"), mulai=Min("pelaksanaan__mulai"), akhir=Max("pelaksanaan__jatuh_tempo")
        )
        return aksi.order_by("urutan")  # a query that groups is not given the model's own order
    return model.objects.select_related(*rencana, *(["aksi"] if issubclass(model, SyaratBukti) else []))


def _susun(kerja: Iterable[RencanaKerja]) -> list[ButirKerja]:
    butir = {k.pk: ButirKerja(k) for k in kerja}
    syarat: dict[int | None, list[SyaratBukti]] = defaultdict(list)
    for s in _ikut(SyaratBukti).filter(rencana_kerja__in=butir):
        syarat[s.aksi_id].append(s)
        if s.aksi_id is None:
            butir[s.rencana_kerja_id].syarat.append(s)
    for a in _ikut(RencanaAksi).filter(rencana_kerja__in=butir):
        butir[a.rencana_kerja_id].aksi.append(ButirAksi(a, syarat[a.pk]))
    return list(butir.values())
