"""Copying rows in force into the draft of a perubahan: words, order and schedule, never progress."""

from collections.abc import Iterable
from typing import Any

from rencana_aksi.domain.jadwal_ubah import semula
from rencana_aksi.enums import TAK_BERTANGGAL
from rencana_aksi.models import (
    Pelaksanaan,
    Pengungkit,
    ProgramPrioritas,
    Rencana,
    RencanaAksi,
    RencanaKerja,
    SyaratBukti,
)

INDUK: dict[str, type[Any]] = {"pengungkit": Pengungkit, "rencana_kerja": RencanaKerja, "aksi": RencanaAksi}
TANPA = {"id", "asal", "revisi"}


class Penyalin:
    """`jadi`: by model the id in the draft of each row in force that has a copy there."""

    def __init__(self, draf: Rencana) -> None:
        self.draf = draf
        self.jadi: dict[type[Any], dict[int, int]] = {m: {} for m in DI_RENCANA}

    def kenali(self) -> None:
        """Take the copies there are. Five queries."""
        for model, jalur in DI_RENCANA.items():
            ada = model.objects.filter(**{jalur: self.draf}, asal__isnull=False)
            self.jadi[model] = dict(ada.values_list("asal", "pk"))

    def salin(self, baris: Iterable[Any], **ganti: Any) -> list[Any]:
        """Copy these rows of one model, parents known already, with other values for some fields. One insert."""
        semua = list(baris)
        if not semua:
            return []
        model = type(semua[0])
        baru = model.objects.bulk_create(model(asal_id=b.pk, **(self._isi(b) | ganti)) for b in semua)
        self.jadi[model] |= {b.asal_id: b.pk for b in baru}
        return list(baru)

    def salin_pelaksanaan(self, aksi: Iterable[int]) -> None:
        """The occurrences of these actions in force, as planned. Two queries."""
        Pelaksanaan.objects.bulk_create(
            Pelaksanaan(aksi_id=self.jadi[RencanaAksi][p.aksi_id], urutan=p.urutan, mulai=mulai, jatuh_tempo=tempo)
            for p in Pelaksanaan.objects.filter(aksi__in=list(aksi))
            for mulai, tempo in [semula(p.mulai, p.jatuh_tempo, p.jatuh_tempo_semula)]
        )

    def _isi(self, baris: Any) -> dict[str, Any]:
        isi = {f.attname: getattr(baris, f.attname) for f in baris._meta.concrete_fields if f.name not in TANPA}
        for nama, model in INDUK.items():
            if (kunci := f"{nama}_id") in isi and isi[kunci]:
                isi[kunci] = self.jadi[model].get(isi[kunci])
        return isi


DI_RENCANA: dict[type[Any], str] = {
    Pengungkit: "rencana",
    ProgramPrioritas: "pengungkit__rencana",
    RencanaKerja: "pengungkit__rencana",
    RencanaAksi: "rencana_kerja__pengungkit__rencana",
    SyaratBukti: "rencana_kerja__pengungkit__rencana",
}
"""Parents before what they hold."""


def salin_rencana_berlaku(draf: Rencana) -> None:
    """All rows of the plan in force into its new draft, and what they were opened on. Twelve queries, whatever the
    size; a step of opening a perubahan."""
    rencana, penyalin = draf.berlaku, Penyalin(draf)
    dasar: dict[str, Any] = {}
    for model, jalur in DI_RENCANA.items():
        baris = list(model.objects.filter(**{jalur: rencana}))
        penyalin.salin(baris, **({"rencana_id": draf.pk} if model is Pengungkit else {}))
        dasar[model._meta.model_name or ""] = [b.pk for b in baris]
        if model is RencanaAksi:
            dasar["penanggung_jawab"] = {str(b.pk): b.penanggung_jawab_id for b in baris}
            luwes = [b.pk for b in baris if b.jadwal_jenis in TAK_BERTANGGAL]
            penyalin.salin_pelaksanaan(b.pk for b in baris)
    dasar["disepakati"] = disepakati(luwes)
    draf.dasar = dasar
    draf.save(update_fields=["dasar"])


def disepakati(aksi: list[int]) -> dict[str, str]:
    """The dates agreed on since, of actions whose schedule names none: by occurrence its due date."""
    ada = Pelaksanaan.objects.filter(aksi__in=aksi, jatuh_tempo__isnull=False).values_list("pk", "jatuh_tempo")
    return {str(pk): hari.isoformat() for pk, hari in ada if hari}
