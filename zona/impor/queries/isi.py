"""The plan as it stands now, in the form a file is read into."""

from collections import defaultdict

from django.db.models import Q

from rencana_aksi.models import Pelaksanaan, Rencana
from rencana_aksi.queries.isi import isi_rencana
from zona.impor.isi import IsiPelaksanaan, IsiRencana, dari_beku


def isi_kini(rencana: Rencana) -> IsiRencana:
    """Rows and the state of every occurrence. Of the draft of a perubahan its rows, with the occurrences in force: that
    is where progress is recorded. Eight queries (with satker and instrumen selected)."""
    pelaksanaan: dict[int, list[IsiPelaksanaan]] = defaultdict(list)
    milik = Q(aksi__rencana_kerja__pengungkit__rencana=rencana.berlaku)
    if rencana.perubahan_dari_id:
        milik |= Q(aksi__rencana_kerja__pengungkit__rencana=rencana, aksi__asal__isnull=True)
    for p in Pelaksanaan.objects.filter(milik):
        pelaksanaan[p.aksi_id].append(
            IsiPelaksanaan(p.pk, p.mulai, p.jatuh_tempo, p.status, p.realisasi, p.jatuh_tempo_semula)
        )
    return dari_beku(isi_rencana(rencana), pelaksanaan)
