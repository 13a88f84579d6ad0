"""What recurs, as read, and the RRULE of its dates."""

from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

from rencana_aksi.domain.jadwal import BATAS_KEJADIAN
from rencana_aksi.domain.jadwal_teks.jendela import Jangka
from rencana_aksi.domain.jadwal_teks.paham import TidakPaham, kalimat
from rencana_aksi.domain.rrule import tanggal_rrule

KODE_HARI = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
HARI_KERJA = ",".join(KODE_HARI[:5])


@dataclass
class Ulang:
    """What recurs. `satuan`: hari, kerja, minggu or bulan, every `tiap`. In a month: the days `tanggal` (below 0 from
    its end), each `lama` days; or `akhir`; or the `urut`-th of `hari` (Monday 0). In a week: `hari`."""

    satuan: str = ""
    tiap: int = 1
    kalender: bool = False  # triwulan, caturwulan, semester, tahun: fixed in the year
    tanggal: list[int] = field(default_factory=list)
    lama: int = 1
    akhir: bool = False
    hari: list[int] = field(default_factory=list)
    urut: list[int] = field(default_factory=list)
    berikutnya: bool = False
    jangka: list[Jangka] | None = None
    catatan: list[str] = field(default_factory=list)

    @property
    def dalam_bulan(self) -> bool:
        return bool(self.tanggal or self.akhir or self.urut)


def aturan_tiap(freq: str, tiap: int) -> str:
    return f"FREQ={freq}" + (f";INTERVAL={tiap}" if tiap > 1 else "")


def rrule_mulai(
    aturan: str, a: date, b: date, *, pilih: str = "", tetap: bool = False, lama: int = 1
) -> dict[str, Any]:
    """The rule from its first date, with its count. `pilih` finds the first; it stays in the rule where `tetap`,
    else the first date says it. Raises TidakPaham."""
    cari = f"{aturan};{pilih}" if pilih else aturan
    sampai = b - timedelta(days=lama - 1)
    try:
        hari = tanggal_rrule(f"DTSTART:{a:%Y%m%d}\nRRULE:{cari};UNTIL={sampai:%Y%m%d}", batas=BATAS_KEJADIAN)
    except ValueError as galat:
        raise TidakPaham(kalimat(str(galat))) from None
    isi = cari if tetap else aturan
    return {"rrule": f"DTSTART:{hari[0]:%Y%m%d}\nRRULE:{isi};COUNT={len(hari)}", "lama_hari": lama}
