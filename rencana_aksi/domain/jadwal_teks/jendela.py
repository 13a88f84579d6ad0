"""One point of a schedule and the days it covers: a day, part of a month, month, part of a year, or year.

minggu ke-n of a month: days 7n-6 … 7n (the fifth: 29 … end; the last: its last seven); awal 1–10, pertengahan 11–20,
akhir 21 … end. Triwulan, caturwulan and semester are counted from January.
"""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date

from rencana_aksi.domain.jadwal_teks import kamus
from rencana_aksi.domain.jadwal_teks.paham import TidakPaham, kutip
from zona.inti.waktu import BULAN, tanggal_id

Jangka = tuple[date, date]


@dataclass(frozen=True, slots=True)
class Titik:
    """As written; `daftar` fills in a missing month or year. `bagian`: first and last day of part of a month, 0 and
    below counted back from its last day."""

    teks: str
    hari: int | None = None
    bagian: tuple[int, int] | None = None
    bulan: int | None = None
    suku: tuple[int, int] | None = None
    tahun: int | None = None
    nama_hari: int | None = None

    @property
    def bentuk(self) -> str:
        if self.hari is not None:
            return "hari"
        if self.bagian is not None:
            return "bagian"
        return "bulan" if self.bulan is not None else "suku" if self.suku else "tahun"


def jendela(t: Titik) -> Jangka:
    """First and last day of a point whose month and year are known. Raises TidakPaham for a day that does not exist,
    or that is another day of the week than written."""
    assert t.tahun is not None  # noqa: S101  (daftar completes it)
    if t.suku:
        panjang, ke = t.suku
        return date(t.tahun, panjang * (ke - 1) + 1, 1), akhir_bulan(t.tahun, panjang * ke)
    if t.bulan is None:
        return date(t.tahun, 1, 1), date(t.tahun, 12, 31)
    if not 1 <= t.bulan <= 12:
        raise TidakPaham(f"Tanggal {t.teks} tidak ada; bulannya hanya 1 sampai 12.", t.teks)
    nama, panjang = BULAN[t.bulan - 1], monthrange(t.tahun, t.bulan)[1]
    if t.hari is not None:
        if not 1 <= t.hari <= panjang:
            raise TidakPaham(f"Tanggal {t.hari} {nama} {t.tahun} tidak ada.", t.teks)
        hari = date(t.tahun, t.bulan, t.hari)
        if t.nama_hari is not None and hari.weekday() != t.nama_hari:
            benar, ditulis = kamus.HARI[hari.weekday()], kamus.HARI[t.nama_hari]
            raise TidakPaham(f"{tanggal_id(hari)} jatuh pada hari {benar}, bukan {ditulis}.", t.teks)
        return hari, hari
    awal, akhir = t.bagian or (1, 0)
    awal, akhir = (h if h > 0 else panjang + h for h in (awal, akhir))
    if awal > panjang:
        raise TidakPaham(f"Tidak ada minggu kelima pada {nama} {t.tahun}.", t.teks)
    return date(t.tahun, t.bulan, awal), date(t.tahun, t.bulan, akhir)


def akhir_bulan(tahun: int, bulan: int) -> date:
    return date(tahun, bulan, monthrange(tahun, bulan)[1])


def hari_minggu(ke: int, teks: str) -> tuple[int, int]:
    """First and last day of the n-th week of a month. Raises TidakPaham for a sixth."""
    if ke == kamus.TERAKHIR:
        return -6, 0
    if not 1 <= ke <= 5:
        raise TidakPaham(f"Tidak ada {kutip(teks)} dalam satu bulan.", teks)
    return 7 * ke - 6, 7 * ke if ke < 5 else 0
