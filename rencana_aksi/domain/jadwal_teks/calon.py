"""Words that may mean a recurring schedule, best first; `tulis` reads each back and takes the first that does."""

import re
from collections.abc import Iterator
from datetime import date

from dateutil.relativedelta import relativedelta

from rencana_aksi.domain.jadwal import Jadwal
from rencana_aksi.domain.jadwal_teks import kamus
from rencana_aksi.domain.jadwal_teks.aturan import rapikan
from rencana_aksi.domain.jadwal_teks.jendela import Jangka, akhir_bulan
from rencana_aksi.domain.jadwal_teks.pola import HARI_KERJA, KODE_HARI
from rencana_aksi.domain.jadwal_teks.sebut import gabung, sebut_rentang
from zona.inti.waktu import TAHUN_AWAL

_NAMA = {1: "bulan", 12: "tahun"} | {panjang: nama for nama, panjang in kamus.SUKU.items()}
_TERTULIS = {"FREQ", "INTERVAL", "COUNT", "UNTIL", "BYDAY", "BYMONTHDAY", "WKST"}


def calon_rentang(jangka: list[Jangka]) -> Iterator[str]:
    """Windows one after another that fill a year, or some months, four at least; or the end of each of those."""
    awal, akhir = jangka[0][0], jangka[-1][1]
    n = ((akhir.year - awal.year) * 12 + akhir.month - awal.month + 1) // len(jangka)
    if len(jangka) == 1 or n < 1:
        return
    for teks in (f"setiap {_NAMA.get(n, f'{n} bulan')}", "akhir setiap bulan"):
        yield from _setahun(teks, awal, akhir)
        if len(jangka) > 3:
            yield f"{teks} selama {sebut_rentang([(awal.replace(day=1), akhir)])}"


def calon_aturan(jadwal: Jadwal, jangka: list[Jangka]) -> Iterator[str]:
    """A rule by day, week or month."""
    aturan = rapikan(jadwal.makna["rrule"])[1].removeprefix("RRULE:")
    bagian = dict(satu.split("=", 1) for satu in aturan.split(";") if satu)
    if bagian.keys() - _TERTULIS:
        return
    mulai, akhir = jangka[0][0], jangka[-1][1]
    n, lama = int(bagian.get("INTERVAL", 1)), jadwal.makna["lama_hari"]
    match bagian["FREQ"]:
        case "DAILY":
            yield from _selama(f"setiap {_n(n)}hari", mulai, akhir)
        case "WEEKLY":
            for teks in _mingguan(bagian, mulai, n, lama):
                yield from _selama(teks, mulai, akhir)
        case "MONTHLY" if posisi := _posisi(bagian, mulai, lama):
            bulan = f"{posisi} setiap {_n(n)}bulan"
            yield from _setahun(bulan, mulai, akhir)
            if mulai.year > TAHUN_AWAL:
                awal = mulai.replace(day=1) - relativedelta(months=n)
                ujung = jangka[-1][0].replace(day=1) - relativedelta(days=1)
                yield from _setahun(f"setiap {_NAMA.get(n, f'{n} bulan')} ({posisi} bulan berikutnya)", awal, ujung)
            yield from _selama(bulan, mulai, akhir)


def _setahun(teks: str, awal: date, akhir: date) -> Iterator[str]:
    if awal.year == akhir.year:
        yield f"{teks} sepanjang tahun {awal.year}"


def _selama(teks: str, awal: date, akhir: date) -> Iterator[str]:
    """Within a year, whole months, or exactly these days."""
    yield from _setahun(teks, awal, akhir)
    yield f"{teks} selama {sebut_rentang([(awal.replace(day=1), akhir_bulan(akhir.year, akhir.month))])}"
    yield f"{teks} selama {sebut_rentang([(awal, akhir)])}"


def _n(n: int) -> str:
    return f"{n} " if n > 1 else ""


def _mingguan(bagian: dict[str, str], mulai: date, n: int, lama: int) -> Iterator[str]:
    kode = bagian.get("BYDAY", KODE_HARI[mulai.weekday()])
    if any(k not in KODE_HARI for k in kode.split(",")):
        return
    hari = sorted({KODE_HARI.index(k) for k in kode.split(",")})
    if lama == 1 and n == 1 and ",".join(KODE_HARI[h] for h in hari) == HARI_KERJA:
        yield "setiap hari kerja"
    if lama == 7 * n and hari == [0]:
        yield f"setiap {_n(n)}minggu"
    if lama == 1:
        nama = gabung([kamus.HARI[h] for h in hari])
        yield f"setiap {n} minggu hari {nama}" if n > 1 else f"setiap {'hari ' if hari == [6] else ''}{nama}"


def _posisi(bagian: dict[str, str], mulai: date, lama: int) -> str:
    """Where in the month; empty where there are no words for it."""
    if "BYDAY" in bagian:
        return _hari_ke(bagian["BYDAY"]) if lama == 1 and "BYMONTHDAY" not in bagian else ""
    hari = [int(h) for h in bagian.get("BYMONTHDAY", str(mulai.day)).split(",")]
    if lama == 7 and all(h in (1, 8, 15, 22) for h in hari):
        return f"minggu {gabung([kamus.URUT_KATA[h // 7] for h in hari])}"
    khusus = {(-1, 1): "hari terakhir", (-7, 7): "minggu terakhir", (1, 10): "awal", (11, 10): "pertengahan"}
    if len(hari) == 1 and (hari[0], lama) in khusus:
        return khusus[hari[0], lama]
    if any(h < 1 for h in hari) or (lama > 1 and len(hari) > 1):
        return ""
    return f"tanggal {hari[0]}–{hari[0] + lama - 1}" if lama > 1 else f"tanggal {gabung([str(h) for h in hari])}"


def _hari_ke(byday: str) -> str:
    """The days of "1MO,3MO": Senin pertama dan ketiga."""
    cocok = [re.fullmatch(r"\+?(-?[1-4])([A-Z]{2})", satu) for satu in byday.split(",")]
    pasang = [(int(m[1]), m[2]) for m in cocok if m]
    if len(pasang) < len(cocok) or len({kode for _, kode in pasang}) > 1 or any(ke < -1 for ke, _ in pasang):
        return ""
    ke = ["terakhir" if k < 0 else kamus.URUT_KATA[k - 1] for k, _ in pasang]
    return f"hari {kamus.HARI[KODE_HARI.index(pasang[0][1])]} {gabung(ke)}"
