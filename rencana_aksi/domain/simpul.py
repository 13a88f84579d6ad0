"""Reading a tree of plain dicts and lists (from YAML, from XLSX) while noting every problem with its path.

Each reader gives the value, or an empty one after noting why not, so that one pass finds all.
"""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Any

from rencana_aksi.domain.jadwal import baca_tanggal
from rencana_aksi.domain.masalah import Masalah

BATAS_TEKS = 5000
BATAS_DAFTAR = 1000


class Simpul:
    """One mapping of the tree. Its known keys are given first: others, and missing required ones, are noted."""

    def __init__(self, nilai: Any, jalur: str, masalah: list[Masalah], *, wajib: str = "", boleh: str = "") -> None:
        self.jalur, self.masalah = jalur, masalah
        self.isi: dict[str, Any] = {}
        if not isinstance(nilai, dict):
            self.salah("", "harus berupa pasangan kunci dan nilai")
            return
        self.isi = {str(kunci): satu for kunci, satu in nilai.items()}
        dikenal = [*wajib.split(), *boleh.split()]
        for kunci in self.isi:
            if kunci not in dikenal:
                self.salah("", f'kunci "{kunci}" tidak dikenal; yang dikenal: {", ".join(dikenal)}')
        for kunci in wajib.split():
            if kunci not in self.isi:
                self.salah("", f'kunci "{kunci}" tidak ada')

    def salah(self, kunci: str, alasan: str) -> None:
        """Note a problem of this mapping, or of the value under `kunci`."""
        self.masalah.append(Masalah(kunci, alasan).di(self.jalur) if self.jalur else Masalah(kunci, alasan))

    def di(self, kunci: str) -> str:
        """The path of what stands under `kunci`."""
        return f"{self.jalur}.{kunci}" if self.jalur else kunci

    def teks(self, kunci: str, *, batas: int = BATAS_TEKS, kosong: bool = False) -> str:
        """Text without the blanks around it; a number counts as text. `kosong`: may be absent, null or empty."""
        nilai = self.isi.get(kunci)
        if isinstance(nilai, int | float) and not isinstance(nilai, bool):
            nilai = str(nilai)
        if nilai is None and (kosong or kunci not in self.isi):
            return ""
        if not isinstance(nilai, str) or not (kosong or nilai.strip()):
            self.salah(kunci, "harus berupa teks")
            return ""
        if len(nilai.strip()) > batas:
            self.salah(kunci, f"terlalu panjang: {len(nilai.strip())} huruf, paling banyak {batas}")
        return nilai.strip()

    def bulat(self, kunci: str, awal: int, akhir: int, *, kosong: bool = False) -> int | None:
        nilai = self.isi.get(kunci)
        if nilai is None and (kosong or kunci not in self.isi):
            return None
        if isinstance(nilai, bool) or not isinstance(nilai, int) or not awal <= nilai <= akhir:
            self.salah(kunci, f"harus bilangan bulat {awal} sampai {akhir}")
            return None
        return nilai

    def bobot(self) -> Decimal:
        """A weight above 0 to 100, at most three decimals; 0 when there is none."""
        nilai = self.isi.get("bobot")
        try:
            angka = Decimal(str(nilai)) if not isinstance(nilai, bool) else Decimal("NaN")
        except InvalidOperation:
            angka = Decimal("NaN")
        if angka.is_finite() and 0 < angka <= 100 and angka == round(angka, 3):
            return angka
        if "bobot" in self.isi:
            self.salah("bobot", f'"{nilai}" bukan bobot; tulis angka di atas 0 sampai 100')
        return Decimal(0)

    def tanggal(self, kunci: str) -> date | None:
        nilai = self.isi.get(kunci)
        if nilai in (None, ""):
            return None
        try:
            return baca_tanggal(nilai)
        except ValueError as galat:
            self.salah(kunci, str(galat))
            return None

    def benar(self, kunci: str) -> bool:
        nilai = self.isi.get(kunci, False)
        if not isinstance(nilai, bool):
            self.salah(kunci, "harus true atau false")
        return nilai is True

    def daftar(self, kunci: str, *, kosong: bool = False) -> list[Any]:
        nilai = self.isi.get(kunci)
        if nilai is None and (kosong or kunci not in self.isi):
            return []
        if not isinstance(nilai, list) or not (kosong or nilai):
            self.salah(kunci, "harus berupa daftar yang berisi" if not kosong else "harus berupa daftar")
            return []
        if len(nilai) > BATAS_DAFTAR:
            self.salah(kunci, f"{len(nilai)} butir, paling banyak {BATAS_DAFTAR}")
            return []
        return nilai

    def daftar_teks(self, kunci: str) -> tuple[str, ...]:
        """A list of texts that may be absent or empty."""
        terbaca: list[str] = []
        for i, nilai in enumerate(self.daftar(kunci, kosong=True)):
            if not isinstance(nilai, str) or not nilai.strip() or len(nilai) > BATAS_TEKS:
                self.salah(f"{kunci}[{i}]", f"harus berupa teks, paling banyak {BATAS_TEKS} huruf")
            else:
                terbaca.append(nilai.strip())
        return tuple(terbaca)

    def anak(self, kunci: str, *, wajib: str, boleh: str = "", kosong: bool = False) -> Iterator["Simpul"]:
        """The mappings in the list under `kunci`."""
        for i, nilai in enumerate(self.daftar(kunci, kosong=kosong)):
            yield Simpul(nilai, f"{self.di(kunci)}[{i}]", self.masalah, wajib=wajib, boleh=boleh)
