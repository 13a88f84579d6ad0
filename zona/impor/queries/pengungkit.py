"""What the six are called."""

from collections import defaultdict

from pengungkit.enums import Kelompok
from pengungkit.models import Komponen
from zona.impor.kenali import kata


def nama_pengungkit() -> dict[str, str]:
    """Their codes by the names that the instruments give them, as `kata` compares words; a name that means one here and
    another there is none. One query."""
    kode: dict[str, set[str]] = defaultdict(set)
    for nama, area in Komponen.objects.filter(kelompok=Kelompok.PENGUNGKIT).values_list("nama", "area"):
        kode[kata(nama)].add(area)
    return {nama: next(iter(satu)) for nama, satu in kode.items() if len(satu) == 1 and "" not in satu}
