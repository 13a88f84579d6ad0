"""What a person wants to hear of."""

from collections.abc import Collection

from django.db import transaction

from zona.kabar.enums import Jenis
from zona.kabar.models import Senyap
from zona.organisasi.domain.jejak import catat
from zona.organisasi.models import Pengguna


@transaction.atomic
def pilih_kabar(*, jenis: Collection[str], oleh: Pengguna) -> bool:
    """Leave on these kinds (of Jenis) and no other, for oneself. True when something changed. Raises ValueError for a
    kind that is none."""
    nyala = {Jenis(j) for j in jenis}
    lama = {Jenis(j) for j in Senyap.objects.filter(pengguna=oleh).values_list("jenis", flat=True)}
    baru = set(Jenis) - nyala
    if lama == baru:
        return False
    Senyap.objects.filter(pengguna=oleh).exclude(jenis__in=baru).delete()
    Senyap.objects.bulk_create(Senyap(pengguna=oleh, jenis=j) for j in Jenis if j in baru - lama)
    catat(
        satker_id=oleh.satker_id,
        oleh=oleh,
        tindakan="memilih kabar",
        objek=oleh,
        sebelum={"dimatikan": [j.label for j in Jenis if j in lama]},
        sesudah={"dimatikan": [j.label for j in Jenis if j in baru]},
    )
    return True
