"""The rows of a plan as the verbs take them, each with all it belongs to at hand."""

from typing import Any

from rencana_aksi.models import Pengungkit, ProgramPrioritas, Rencana, RencanaAksi, RencanaKerja, SyaratBukti


def baris_rencana(rencana: Rencana) -> dict[str, Any]:
    """By the names of butir.py: pengungkit-I, kerja-3, aksi-12; of the draft of a perubahan by the ids of the rows in
    force. Five queries."""
    hasil: dict[str, Any] = {}
    pengungkit: dict[int, Pengungkit] = {}
    for p in Pengungkit.objects.filter(rencana=rencana):
        p.rencana = rencana
        pengungkit[p.pk] = hasil[f"pengungkit-{p.kode}"] = p
    for g in ProgramPrioritas.objects.filter(pengungkit__in=pengungkit):
        g.pengungkit = pengungkit[g.pengungkit_id]
        hasil[f"program-{g.asal_id or g.pk}"] = g
    kerja: dict[int, RencanaKerja] = {}
    for k in RencanaKerja.objects.filter(pengungkit__rencana=rencana):
        k.pengungkit = pengungkit[k.pengungkit_id]
        kerja[k.pk] = hasil[f"kerja-{k.asal_id or k.pk}"] = k
    milik = {"rencana_kerja__pengungkit__rencana": rencana}
    aksi: dict[int | None, RencanaAksi] = {}
    for a in RencanaAksi.objects.filter(**milik).select_related("penanggung_jawab"):
        a.rencana_kerja = kerja[a.rencana_kerja_id]
        aksi[a.pk] = hasil[f"aksi-{a.asal_id or a.pk}"] = a
    for s in SyaratBukti.objects.filter(**milik):
        s.rencana_kerja, s.aksi = kerja[s.rencana_kerja_id], aksi.get(s.aksi_id)
        hasil[f"syarat-{s.asal_id or s.pk}"] = s
    return hasil
