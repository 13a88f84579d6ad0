"""Schedules the way people write them: words → meaning → occurrences → words. Pure: no ORM, no clock.

baca_teks(teks, tahun) → Terbaca     what was understood, with notes; or why not, and which words
tulis_teks(jadwal) → str             the house's words for a meaning; reading them gives the meaning back
bandingkan(lama, baru) → Rancangan   what a changed schedule keeps, adds, drops and holds back

Inside, from the ground: paham, kamus; kata (words), jendela and titik (one point), daftar (dates and windows); pola,
bulanan, sebar (what recurs), letak and ulang ("setiap …"); aturan (a typed RRULE); urai (any text to its meaning);
sebut, calon, tulis (back to words); baca. Nothing is guessed: what cannot be read raises TidakPaham with the reason.
"""

from rencana_aksi.domain.jadwal_teks.baca import baca_teks
from rencana_aksi.domain.jadwal_teks.banding import Rancangan, Tercatat, bandingkan
from rencana_aksi.domain.jadwal_teks.paham import Terbaca
from rencana_aksi.domain.jadwal_teks.tulis import tulis_teks

__all__ = ["Rancangan", "Terbaca", "Tercatat", "baca_teks", "bandingkan", "tulis_teks"]
