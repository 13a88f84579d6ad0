"""The draft of a perubahan beside the plan in force: which rows it changes, which it has no longer."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from rencana_aksi.models import Pengungkit, ProgramPrioritas, Rencana, RencanaAksi, RencanaKerja, SyaratBukti

KOLOM: dict[type[Any], tuple[str, ...]] = {
    ProgramPrioritas: ("uraian",),
    RencanaKerja: ("uraian",),
    RencanaAksi: ("uraian", "jadwal_teks", "jadwal_jenis", "jadwal_makna", "penanggung_jawab_id"),
    SyaratBukti: ("teks", "jenis", "tiap_pelaksanaan"),
}
"""What a row says, whatever its place and number."""


@dataclass(slots=True)
class Isi:
    """The rows of a plan by id, in order, each with its parents at hand."""

    pengungkit: dict[int, Pengungkit] = field(default_factory=dict)
    program: dict[int, ProgramPrioritas] = field(default_factory=dict)
    kerja: dict[int, RencanaKerja] = field(default_factory=dict)
    aksi: dict[int, RencanaAksi] = field(default_factory=dict)
    syarat: dict[int, SyaratBukti] = field(default_factory=dict)

    def semua(self) -> Iterable[Any]:
        """Rows that people edit, parents first."""
        for isi in (self.program, self.kerja, self.aksi, self.syarat):
            yield from isi.values()


def isi_baris(rencana: Rencana, kode: str = "") -> Isi:
    """Of the plan, or of one pengungkit of it. Five queries."""
    isi = Isi()
    saring = {"kode": kode} if kode else {}
    for p in Pengungkit.objects.filter(rencana=rencana, **saring):
        p.rencana = rencana
        isi.pengungkit[p.pk] = p
    for g in ProgramPrioritas.objects.filter(pengungkit__in=isi.pengungkit):
        g.pengungkit = isi.pengungkit[g.pengungkit_id]
        isi.program[g.pk] = g
    for k in RencanaKerja.objects.filter(pengungkit__in=isi.pengungkit):
        k.pengungkit = isi.pengungkit[k.pengungkit_id]
        isi.kerja[k.pk] = k
    milik: dict[str, Any] = {"rencana_kerja__pengungkit__rencana": rencana}
    if kode:
        milik["rencana_kerja__pengungkit__kode"] = kode
    for a in RencanaAksi.objects.filter(**milik).select_related("penanggung_jawab"):
        a.rencana_kerja = isi.kerja[a.rencana_kerja_id]
        isi.aksi[a.pk] = a
    for s in SyaratBukti.objects.filter(**milik):
        s.rencana_kerja, s.aksi = isi.kerja[s.rencana_kerja_id], isi.aksi.get(s.aksi_id or 0)
        isi.syarat[s.pk] = s
    return isi


def menurut_model(isi: Isi) -> dict[type[Any], dict[int, Any]]:
    return {ProgramPrioritas: isi.program, RencanaKerja: isi.kerja, RencanaAksi: isi.aksi, SyaratBukti: isi.syarat}


@dataclass(slots=True)
class Sanding:
    """The plan in force (`kini`) and its draft (`baru`), row beside row. `salinan`: by model the draft's row by the id
    of the one in force."""

    draf: Rencana
    kini: Isi
    baru: Isi
    salinan: dict[type[Any], dict[int, Any]]

    def hilang(self, model: type[Any]) -> list[Any]:
        """Rows in force when the draft was opened that it has no longer; one added in force since is none of them."""
        ada, dasar = self.salinan[model], set((self.draf.dasar or {}).get(model._meta.model_name or "", ()))
        return [b for pk, b in menurut_model(self.kini)[model].items() if pk not in ada and pk in dasar]

    def teratas_hilang(self) -> list[Any]:
        """Of these, parents first, only those whose parents are still there: what is under one goes with it."""
        hilang = {m: {b.pk for b in self.hilang(m)} for m in KOLOM}
        return [b for m in KOLOM for b in self.hilang(m) if not _dibawah(b, hilang)]


def _dibawah(baris: Any, hilang: dict[type[Any], set[int]]) -> bool:
    return (
        getattr(baris, "rencana_kerja_id", None) in hilang[RencanaKerja]
        or (isinstance(baris, SyaratBukti) and baris.aksi_id in hilang[RencanaAksi])
    )  # fmt: skip


def sandingkan(draf: Rencana, kode: str = "") -> Sanding:
    """Of the whole, or of one pengungkit. Ten queries."""
    kini, baru = isi_baris(draf.berlaku, kode), isi_baris(draf, kode)
    salinan: dict[type[Any], dict[int, Any]] = {m: {} for m in KOLOM}
    salinan[Pengungkit] = {p.asal_id: p for p in baru.pengungkit.values() if p.asal_id}
    for b in baru.semua():
        if b.asal_id:
            salinan[type(b)][b.asal_id] = b
    return Sanding(draf, kini, baru, salinan)
