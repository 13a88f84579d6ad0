"""The gate of assessments (docs/adr/0046): whose answers, notes, points and verdict a person may see, in SQL."""

from typing import Any, Self

from django.db import models
from django.db.models import Case, Exists, OuterRef, Q, Value, When

from pengungkit.enums import JenisPenilaian, StatusPenilaian
from zona.organisasi.enums import Peran
from zona.organisasi.models import Keanggotaan, Pengguna, Penugasan, Satker


class PenilaianQuerySet(models.QuerySet[Any]):
    """Of Penilaian: what is read of assessments for a person begins with `bagi` or `terlihat`."""

    def bagi(self, pengguna: Pengguna | None) -> Self:
        """Those of the offices the person reads, each with `tertutup`: its answers, notes, points and verdict are not
        for their eyes. The assessor's is for who assesses (the right nilai_lke) until it is submitted; who assesses
        blind does not see the office's before opening it. None: as somebody of no office and no role sees any."""
        draf = Q(jenis=JenisPenilaian.TPI, status=StatusPenilaian.DRAF)
        if pengguna is None:
            return self.annotate(tertutup=_benar(draf))
        di, tahun = OuterRef("satker"), OuterRef("tahun")
        ditugasi = Penugasan.objects.filter(pengguna=pengguna, satker=di, peran=Peran.PENILAI)
        bertim = Keanggotaan.objects.filter(pengguna=pengguna, tim__satker=di, tim__tahun=tahun)
        buta = self.model._base_manager.filter(satker=di, tahun=tahun, buta=True, dibuka_pada__isnull=True)
        milik = self.filter(satker__in=Satker.objects.visible_to(pengguna)).alias(
            menilai=Case(When(Exists(bertim), then=Value(False)), default=Exists(ditugasi)), buta_kini=Exists(buta)
        )
        unit = Q(jenis=JenisPenilaian.MANDIRI, buta_kini=True)
        return milik.annotate(tertutup=_benar(Q(menilai=True) & unit | Q(menilai=False) & draf))

    def terlihat(self, pengguna: Pengguna | None) -> Self:
        """Those whose answers, notes, points and verdict the person may see."""
        return self.bagi(pengguna).filter(tertutup=False)

    def tertutup_bagi(self, pengguna: Pengguna | None) -> Self:
        """Those they may not, of the offices they read: only to leave out what tells of them."""
        return self.bagi(pengguna).filter(tertutup=True)


def _benar(syarat: Q) -> Case:
    return Case(When(syarat, then=Value(True)), default=Value(False))
