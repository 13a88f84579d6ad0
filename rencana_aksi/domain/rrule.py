"""The dates of an iCalendar RRULE, within bounds. Pure.

python-dateutil alone would loop for ever on INTERVAL=0 or a day that never comes, read a missing DTSTART as now,
and take hours and minutes: what a plan does not need is refused, with the reason.
"""

import re
from datetime import date, datetime, time
from itertools import islice

from dateutil.relativedelta import relativedelta
from dateutil.rrule import rrule, rrulestr

CAKRAWALA_TAHUN = 10
_DTSTART = re.compile(r"DTSTART(?:;VALUE=DATE)?:(\d{8})")
_UNTIL = re.compile(r"(\d{8})(?:T\d{6}Z?)?")
_FREQ = ("DAILY", "WEEKLY", "MONTHLY", "YEARLY")
_BAGIAN = ("FREQ", "INTERVAL", "COUNT", "UNTIL", "WKST", "BYDAY", "BYMONTHDAY", "BYMONTH", "BYSETPOS")
_HANYA_BULANAN = ("BYMONTHDAY", "BYMONTH", "BYSETPOS")  # with DAILY or WEEKLY a day that never comes costs seconds


def tanggal_rrule(teks: object, *, batas: int) -> list[date]:
    """The dates of "DTSTART:20230201\\nRRULE:FREQ=MONTHLY;COUNT=12", in order.

    Raises ValueError with the reason: not such a text, no COUNT or UNTIL, more than `batas` dates, beyond ten years
    after its start, or no date at all.
    """
    mulai, bagian = _urai(teks)
    akhir = datetime.combine(mulai, time()) + relativedelta(years=CAKRAWALA_TAHUN)
    banyak, sampai = _ujung(bagian)
    if banyak is not None and banyak > batas:
        raise ValueError(f"{banyak} kejadian, paling banyak {batas}")
    if sampai is not None and sampai > akhir:
        raise ValueError(f"berakhir lebih dari {CAKRAWALA_TAHUN} tahun sesudah mulai")
    try:
        aturan = rrulestr(
            "RRULE:" + ";".join(f"{k}={v}" for k, v in bagian.items()), dtstart=datetime.combine(mulai, time())
        )
    except (ValueError, TypeError, KeyError, IndexError) as galat:
        raise ValueError(f"RRULE tidak dapat dibaca ({galat})") from None
    assert isinstance(aturan, rrule)  # noqa: S101  (one RRULE line makes a rule, not a set)
    hari = [saat.date() for saat in islice(aturan.replace(until=sampai or akhir), (banyak or batas) + (banyak is None))]
    if not hari:
        raise ValueError("tidak menghasilkan satu tanggal pun")
    if len(hari) > batas:
        raise ValueError(f"lebih dari {batas} kejadian")
    if banyak is not None and len(hari) < banyak:
        raise ValueError(f"COUNT={banyak} tidak tercapai dalam {CAKRAWALA_TAHUN} tahun")
    return hari


def _urai(teks: object) -> tuple[date, dict[str, str]]:
    """DTSTART and the parts of the RRULE."""
    if not isinstance(teks, str):
        raise ValueError("harus berupa teks DTSTART dan RRULE")
    baris = [b.strip().upper() for b in teks.splitlines() if b.strip()]
    awal = [b for b in baris if b.startswith("DTSTART")]
    aturan = [b.removeprefix("RRULE:") for b in baris if b.startswith("RRULE:")]
    if len(baris) != 2 or len(awal) != 1 or len(aturan) != 1:
        raise ValueError('harus dua baris, misalnya "DTSTART:20230201\\nRRULE:FREQ=MONTHLY;COUNT=12"')
    cocok = _DTSTART.fullmatch(awal[0])
    if cocok is None:
        raise ValueError(f'"{awal[0]}" harus berupa DTSTART:tahunbulanhari')
    pasangan = [p.partition("=") for p in aturan[0].split(";") if p]
    bagian = {kunci: nilai for kunci, _, nilai in pasangan}
    if asing := [kunci for kunci, _, _ in pasangan if kunci not in _BAGIAN]:
        raise ValueError(f"bagian {', '.join(asing)} tidak dikenal; yang dikenal {', '.join(_BAGIAN)}")
    if len(bagian) != len(pasangan):
        raise ValueError("ada bagian RRULE yang ditulis dua kali")
    if bagian.get("FREQ") not in _FREQ:
        raise ValueError(f"FREQ harus salah satu dari {', '.join(_FREQ)}")
    if bagian["FREQ"] in ("DAILY", "WEEKLY") and (lebih := [k for k in _HANYA_BULANAN if k in bagian]):
        raise ValueError(f"{', '.join(lebih)} hanya untuk FREQ=MONTHLY atau YEARLY")
    _bulat(bagian, "INTERVAL")
    mulai = _hari(cocok[1], "DTSTART")
    if mulai.day > 28 and bagian["FREQ"] == "MONTHLY" and not {"BYMONTHDAY", "BYDAY"} & bagian.keys():
        raise ValueError(
            f"tanggal {mulai.day} tidak ada di setiap bulan; tulis BYMONTHDAY=-1 untuk hari terakhir bulan"
        )
    return mulai, bagian


def _ujung(bagian: dict[str, str]) -> tuple[int | None, datetime | None]:
    """Take COUNT and UNTIL out of the parts; exactly one must be there."""
    banyak = _bulat(bagian, "COUNT")
    if ("COUNT" in bagian) == ("UNTIL" in bagian):
        raise ValueError("harus berakhir: tulis COUNT atau UNTIL, salah satu")
    bagian.pop("COUNT", None)
    if (sampai := bagian.pop("UNTIL", None)) is None:
        return banyak, None
    cocok = _UNTIL.fullmatch(sampai)
    if cocok is None:
        raise ValueError(f'UNTIL "{sampai}" harus berupa tahunbulanhari')
    return None, datetime.combine(_hari(cocok[1], "UNTIL"), time())


def _bulat(bagian: dict[str, str], kunci: str) -> int | None:
    if kunci not in bagian:
        return None
    if not re.fullmatch(r"[1-9]\d{0,5}", bagian[kunci]):
        raise ValueError(f"{kunci} harus bilangan bulat positif")
    return int(bagian[kunci])


def _hari(angka: str, nama: str) -> date:
    try:
        return datetime.strptime(angka, "%Y%m%d").date()  # noqa: DTZ007  (a day, no moment)
    except ValueError:
        raise ValueError(f'{nama} "{angka}" bukan tanggal') from None
