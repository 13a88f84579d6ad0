"""What offices usually prove a question of the LKE with, from the starter of its instrument. No query."""

from rencana_aksi.domain.awal import SyaratAwal, naskah_awal
from rencana_aksi.domain.awal.naskah import KEPASTIAN
from rencana_aksi.enums import JenisBukti

BANYAK = 5
URUTAN = (
    JenisBukti.KEPUTUSAN,
    JenisBukti.LAPORAN,
    JenisBukti.LAINNYA,
    JenisBukti.DOKUMENTASI,
    JenisBukti.NOTULA,
    JenisBukti.UNDANGAN,
    JenisBukti.DAFTAR_HADIR,
)
"""What proves most first: what was decided and reported, then that there was a meeting."""


def bukti_lazim(instrumen: str, soal: str) -> list[SyaratAwal]:
    """At most five, the surest first; none where the instrument has no starter."""
    awal = naskah_awal(instrumen)
    usul = awal.bukti_soal.get(soal, ()) if awal else ()
    return sorted(usul, key=lambda s: (KEPASTIAN.index(s.kepastian), URUTAN.index(s.jenis)))[:BANYAK]
