"""Who may answer for an action."""

from django.db.models import Q, QuerySet

from zona.organisasi.enums import Lingkup
from zona.organisasi.models import Pengguna


def orang_setim_boleh(lingkup: Lingkup, kini: int | None = None) -> QuerySet[Pengguna]:
    """Active people of the office in the team of that pengungkit, and whoever it is now, by name."""
    setim = Q(keanggotaan__tim__satker=lingkup.satker_id, keanggotaan__tim__tahun=lingkup.tahun)
    setim &= Q(keanggotaan__tim__kode=lingkup.area, is_active=True)
    return Pengguna.objects.filter(setim | Q(pk=kini or 0), satker=lingkup.satker_id).distinct()
