"""A recurrence rule typed as iCalendar writes it: "DTSTART:20230201 RRULE:FREQ=MONTHLY;COUNT=12 selama 7 hari".

On one line or two, either order, any case; "selama n hari" is ours, for the length of each. A rule without end is cut
on 31 December of the plan's year, and that is said.
"""

import re

from rencana_aksi.domain.jadwal import Jadwal
from rencana_aksi.domain.jadwal_teks.paham import TidakPaham, makna_jadwal
from zona.inti.waktu import TAHUN_AKHIR, TAHUN_AWAL

BATAS_ATURAN = 500
_RRULE = re.compile(r"RRULE|DTSTART|FREQ\s?=", re.IGNORECASE)
_LAMA = re.compile(r" SELAMA ([0-9]{1,4}) HARI$")
_MULAI = re.compile(r"DTSTART[^:]*:([0-9]{4})")


def berupa_aturan(teks: str) -> bool:
    return _RRULE.search(teks) is not None


def baca_aturan(teks: str, tahun: int) -> tuple[Jadwal, list[str]]:
    """The schedule of a cleaned text, and notes. Raises TidakPaham with what is wrong in the rule."""
    if len(teks) > BATAS_ATURAN:
        raise TidakPaham(f"Aturan sepanjang {len(teks)} huruf; paling banyak {BATAS_ATURAN}.")
    besar = teks.upper()
    lama = 1
    if cocok := _LAMA.search(besar):
        lama, besar = int(cocok[1]), besar[: cocok.start()]
    baris = rapikan(besar)
    mulai = _MULAI.match(baris[0])
    if mulai is None or len(baris) != 2:
        raise TidakPaham("Tulis DTSTART dan RRULE, misalnya DTSTART:20230201 RRULE:FREQ=MONTHLY;COUNT=12.")
    if not TAHUN_AWAL <= int(mulai[1]) <= TAHUN_AKHIR:
        raise TidakPaham(f"Tahun {mulai[1]} di luar {TAHUN_AWAL}–{TAHUN_AKHIR}.", mulai[1])
    catatan: list[str] = []
    if "COUNT=" not in baris[1] and "UNTIL=" not in baris[1]:
        if int(mulai[1]) > tahun:
            raise TidakPaham(f"Aturan ini tidak berakhir dan mulai sesudah {tahun}, tahun rencana.")
        baris[1] = f"{baris[1].rstrip(';')};UNTIL={tahun}1231"
        catatan.append(f"Aturan ini tidak berakhir; dipotong pada 31 Desember {tahun}, akhir tahun rencana.")
    return makna_jadwal({"rrule": "\n".join(baris), "lama_hari": lama}), catatan


def tulis_aturan(jadwal: Jadwal) -> str:
    """The rule of a berulang on one line, as baca_aturan reads it."""
    lama = jadwal.makna["lama_hari"]
    return " ".join(rapikan(jadwal.makna["rrule"])) + (f" selama {lama} hari" if lama > 1 else "")


def rapikan(rrule: str) -> list[str]:
    """Its lines in capitals without spaces, DTSTART first."""
    baris = re.sub(r"(RRULE:|DTSTART)", r"\n\1", re.sub(r"\s", "", rrule.upper())).split()
    return sorted(baris, key=lambda b: not b.startswith("DTSTART"))
