"""A schedule's text cut into words that mean something. One pass, no backtracking: 20,000 characters are nothing."""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import Enum, auto

from rencana_aksi.domain.jadwal_teks import kamus
from rencana_aksi.domain.jadwal_teks.paham import TidakPaham, kutip
from zona.inti.waktu import TAHUN_AKHIR, TAHUN_AWAL


class Jenis(Enum):
    ANGKA = auto()  # one or two digits
    TAHUN = auto()
    PENUH = auto()  # 25/1/2023: year, month, day
    BULAN = auto()
    HARI = auto()  # a day's name, Monday 0
    URUT = auto()  # pertama, ke-2, terakhir (-1)
    ROMAWI = auto()
    BILANGAN = auto()  # satu … enam
    SATUAN = auto()  # bulanan, sebulan: recurs by itself
    SAMPAI = auto()
    PISAH = auto()  # , ; & dan
    KURUNG = auto()
    KATA = auto()
    ASING = auto()
    HABIS = auto()


@dataclass(frozen=True, slots=True)
class Kata:
    jenis: Jenis
    teks: str
    nama: str = ""
    angka: tuple[int, ...] = ()
    letak: int = 0  # where in the text

    @property
    def nilai(self) -> int:
        return self.angka[0]


_HABIS = Kata(Jenis.HABIS, "")


class Aliran:
    """The words in order, with a place in them."""

    def __init__(self, teks: str, kata: Sequence[Kata]) -> None:
        self._teks = teks
        self._kata = kata
        self.i = 0

    def lihat(self, maju: int = 0) -> Kata:
        letak = self.i + maju
        return self._kata[letak] if letak < len(self._kata) else _HABIS

    def cocok(self, *mau: Jenis | str, maju: int = 0) -> bool:
        kata = self.lihat(maju)
        return kata.jenis in mau or (kata.jenis is Jenis.KATA and kata.nama in mau)

    def bila(self, *mau: Jenis | str) -> Kata | None:
        """Take the next word if it is one of these."""
        if not self.cocok(*mau):
            return None
        self.i += 1
        return self.lihat(-1)

    def lewati(self, *mau: Jenis | str) -> bool:
        awal = self.i
        while self.bila(*mau):
            pass
        return self.i > awal

    def teks(self, awal: int, akhir: int | None = None) -> str:
        """The text from one word up to another, as written."""
        ambil = self._kata[awal:akhir]
        return self._teks[ambil[0].letak : ambil[-1].letak + len(ambil[-1].teks)] if ambil else ""

    @property
    def habis(self) -> bool:
        return self.i >= len(self._kata)


_BULAN = "|".join(sorted(kamus.BULAN_KE, key=len, reverse=True))
_KE = "|".join([*kamus.BILANGAN, *sorted(kamus.ROMAWI, key=len, reverse=True)])
_POLA = re.compile(
    rf"""
    (?P<iso>[0-9]{{4}}(?P<p1>[-/.])[0-9]{{1,2}}(?P=p1)[0-9]{{1,2}})(?![0-9])
  | (?P<penuh>[0-9]{{1,2}}(?P<p2>[-/.])(?:[0-9]{{1,2}}|{_BULAN})(?P=p2)(?:[0-9]{{4}}|[0-9]{{2}}))(?![0-9])
  | (?P<abai>/(?=[0-9]{{4}}(?![0-9])))
  | (?P<sampai>s\s?[./]\s?d(?!\w)\.? | (?:sampai(?:\s(?:dengan|dgn))?|hingga|sd)(?!\w)\.? | [-‐‑‒–—―−~]+)
  | ke\s?-?\s?(?P<urut>[0-9]{{1,2}}|{_KE})(?!\w)
  | (?P<kata>tiap-tiap(?!\w)|selambat-lambatnya(?!\w)|jum['’‘`´]at(?!\w)|[^\W\d_]+)\.?
  | (?P<angka>[0-9]+)
  | (?P<pisah>[,;&]+)
  | (?P<kurung>[()\[\]])
  | (?P<lain>\S)
    """,
    re.VERBOSE | re.IGNORECASE,
)


def bersihkan(teks: str) -> tuple[str, bool]:
    """The text in single spaces, and whether invisible marks (direction, zero width) were taken out of it."""
    utuh = unicodedata.normalize("NFC", teks)
    tampak = "".join(h for h in utuh if unicodedata.category(h) not in ("Cf", "Cs"))
    rapi = "".join(" " if unicodedata.category(h) == "Cc" else h for h in tampak)
    return " ".join(rapi.split()), len(tampak) < len(utuh)


def potong(teks: str) -> list[Kata]:
    """The words of a cleaned text. Raises TidakPaham for a year that cannot be."""
    return [replace(_kata(m), letak=m.start()) for m in _POLA.finditer(teks) if m.lastgroup != "abai"]


def _kata(m: re.Match[str]) -> Kata:
    teks = m[0]
    if m["iso"] or m["penuh"]:
        return _penuh(teks, bool(m["iso"]))
    if m["urut"]:
        rendah = m["urut"].lower()
        return Kata(Jenis.URUT, teks, angka=(kamus.BILANGAN.get(rendah) or kamus.ROMAWI.get(rendah) or int(rendah),))
    if m["angka"]:
        if len(teks) == 4:
            return Kata(Jenis.TAHUN, teks, angka=(_tahun(teks),))
        return Kata(Jenis.ANGKA, teks, angka=(int(teks),)) if len(teks) <= 2 else Kata(Jenis.ASING, teks)
    if m["kata"]:
        return _nama(m["kata"], teks)
    jenis = {"sampai": Jenis.SAMPAI, "pisah": Jenis.PISAH, "kurung": Jenis.KURUNG}
    return Kata(next((jenis[j] for j in jenis if m[j]), Jenis.ASING), teks)


def _nama(kata: str, teks: str) -> Kata:
    rendah = re.sub("[’‘`´]", "'", kata.lower())
    for jenis, arti in (
        (Jenis.BULAN, kamus.BULAN_KE),
        (Jenis.HARI, kamus.HARI_KE),
        (Jenis.URUT, kamus.URUT),
        (Jenis.BILANGAN, kamus.BILANGAN),
        (Jenis.ROMAWI, kamus.ROMAWI),
    ):
        if rendah in arti:
            return Kata(jenis, teks, angka=(arti[rendah],))
    if rendah in kamus.BERULANG:
        return Kata(Jenis.SATUAN, teks, kamus.BERULANG[rendah])
    if rendah in ("dan", "serta"):
        return Kata(Jenis.PISAH, teks)
    baku = kamus.SINONIM.get(rendah, rendah)
    return Kata(Jenis.KATA, teks, baku) if baku in kamus.DIKENAL else Kata(Jenis.ASING, teks)


def _penuh(teks: str, iso: bool) -> Kata:
    satu, dua, tiga = re.split("[-/.]", teks)
    hari, bulan, tahun = (tiga, dua, satu) if iso else (satu, dua, tiga)
    if len(tahun) == 2:
        raise TidakPaham(f"Tulis tahun pada {kutip(teks)} dengan empat angka.", teks)
    return Kata(Jenis.PENUH, teks, angka=(_tahun(tahun), kamus.BULAN_KE.get(bulan.lower()) or int(bulan), int(hari)))


def _tahun(teks: str) -> int:
    if not TAHUN_AWAL <= int(teks) <= TAHUN_AKHIR:
        raise TidakPaham(f"Tahun {teks} di luar {TAHUN_AWAL}–{TAHUN_AKHIR}.", teks)
    return int(teks)
