"""Reading a schedule's text: what the form shows at once."""

from rencana_aksi.domain.jadwal_teks.paham import Terbaca, TidakPaham
from rencana_aksi.domain.jadwal_teks.tulis import tulis_teks
from rencana_aksi.domain.jadwal_teks.urai import urai


def baca_teks(teks: str, tahun: int) -> Terbaca:
    """What `teks` means in the plan of `tahun`. What cannot be read is said, never guessed and never raised.

    Without a year the plan's is meant; what recurs without end ends with the plan's year (its last may fall due in the
    January after: "minggu pertama bulan berikutnya"). Dates written with their year stand, whatever the plan's.
    """
    try:
        jadwal, catatan = urai(teks, tahun)
        baku = tulis_teks(jadwal)
        jadwal, _ = urai(baku, tahun)  # the same occurrences, in the form in which they are always stored
    except TidakPaham as galat:
        return Terbaca(teks, alasan=galat.alasan, kata=galat.kata)
    return Terbaca(teks, jadwal, baku, tuple(catatan))
