"""A meaning in the house's words: "28 Januari, 7 April, dan 2 Oktober 2023", "setiap Senin sepanjang tahun 2023".

Every year is written, so the words mean the same in any plan. Words for what recurs are tried, read back, and used
only where they give the same occurrences; a rule that has none is written as its RRULE text.
"""

from collections.abc import Iterable

from rencana_aksi.domain.jadwal import Jadwal
from rencana_aksi.domain.jadwal_teks.aturan import tulis_aturan
from rencana_aksi.domain.jadwal_teks.calon import calon_aturan, calon_rentang
from rencana_aksi.domain.jadwal_teks.paham import TidakPaham
from rencana_aksi.domain.jadwal_teks.sebut import sebut_rentang, sebut_tanggal
from rencana_aksi.domain.jadwal_teks.urai import urai
from rencana_aksi.enums import JenisJadwal
from zona.inti.waktu import TAHUN_AWAL


def tulis_teks(jadwal: Jadwal) -> str:
    """The words; reading them gives the same kind and occurrences. Empty for a schedule without date or period."""
    jangka = [(k.mulai, k.jatuh_tempo) for k in jadwal.kejadian if k.mulai and k.jatuh_tempo]
    match jadwal.jenis:
        case JenisJadwal.TANPA:
            return ""
        case JenisJadwal.BERKALA:
            return "secara berkala"
        case JenisJadwal.TANGGAL:
            return sebut_tanggal([awal for awal, _ in jangka])
        case JenisJadwal.RENTANG:
            return _pilih(jadwal, calon_rentang(jangka)) or sebut_rentang(jangka)
        case _:
            return _pilih(jadwal, calon_aturan(jadwal, jangka)) or tulis_aturan(jadwal)


def _pilih(jadwal: Jadwal, calon: Iterable[str]) -> str:
    """The first of the words that mean this schedule."""
    for teks in calon:
        try:
            dibaca, _ = urai(teks, TAHUN_AWAL)  # any: every year is written
        except TidakPaham:
            continue
        if (dibaca.jenis, dibaca.kejadian) == (jadwal.jenis, jadwal.kejadian):
            return teks
    return ""
