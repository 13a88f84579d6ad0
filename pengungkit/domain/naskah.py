"""Reading a YAML file exactly: numbers as they are written (Decimal, never a float), keys once, and every refusal with
the file and the path in it (komponen[2].indikator[0].bobot)."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any

import yaml

from zona.inti.errors import DomainError
from zona.inti.perintah import sebab_berkas

ANGKA = re.compile(r"[-+]?[0-9]+(\.[0-9]+)?")


class BerkasDitolak(DomainError):
    """A file refused whole. `masalah`: (path, reason) of each; `pesan`: a line for each."""

    def __init__(self, berkas: str, masalah: Iterable[tuple[str, str]]) -> None:
        self.berkas = berkas
        self.masalah = tuple(masalah)
        super().__init__("\n".join(": ".join(bagian for bagian in (berkas, *m) if bagian) for m in self.masalah))


class Salah(Exception):
    """One problem at one place; becomes a BerkasDitolak."""

    def __init__(self, jalur: str, alasan: str) -> None:
        super().__init__(jalur, alasan)
        self.jalur = jalur
        self.alasan = alasan


class _Pemuat(yaml.SafeLoader):
    """SafeLoader with exact numbers, without keys that silently replace each other, and without aliases (a small file
    can unfold into a huge one)."""

    def compose_node(self, parent: Any, index: Any) -> Any:
        if self.check_event(yaml.AliasEvent):
            raise yaml.composer.ComposerError(None, None, "alias tidak dipakai di sini", self.peek_event().start_mark)
        return super().compose_node(parent, index)


def _angka(pemuat: _Pemuat, simpul: yaml.ScalarNode) -> Decimal:
    if not ANGKA.fullmatch(simpul.value) or len(simpul.value) > 40:
        raise yaml.constructor.ConstructorError(
            None, None, f"angka {simpul.value[:40]} tidak dikenal", simpul.start_mark
        )
    return Decimal(simpul.value)


def _peta(pemuat: _Pemuat, simpul: yaml.MappingNode) -> dict[Any, Any]:
    kunci = [k.value for k, _ in simpul.value if isinstance(k, yaml.ScalarNode)]
    if rangkap := [k for i, k in enumerate(kunci) if k in kunci[:i]]:
        raise yaml.constructor.ConstructorError(None, None, f"kunci {rangkap[0]} ditulis dua kali", simpul.start_mark)
    return pemuat.construct_mapping(simpul, deep=True)


_Pemuat.add_constructor("tag:yaml.org,2002:float", _angka)
_Pemuat.add_constructor("tag:yaml.org,2002:int", _angka)
_Pemuat.add_constructor("tag:yaml.org,2002:map", _peta)


def baca_yaml(berkas: Path) -> tuple["Titik", bytes]:
    """The file's root and its bytes. Raises BerkasDitolak for a file that cannot be read or is not YAML."""
    try:
        isi = berkas.read_bytes()
        return Titik("", yaml.load(isi.decode("utf-8"), _Pemuat)), isi  # noqa: S506  (a SafeLoader)
    except OSError as galat:
        raise BerkasDitolak(berkas.name, [("", f"tidak dapat dibaca, {sebab_berkas(galat)}")]) from galat
    except UnicodeDecodeError as galat:
        raise BerkasDitolak(berkas.name, [("", f"bukan teks UTF-8 (bita ke-{galat.start})")]) from galat
    except yaml.MarkedYAMLError as galat:
        tempat = f"baris {galat.problem_mark.line + 1}" if galat.problem_mark else ""
        raise BerkasDitolak(berkas.name, [(tempat, f"bukan YAML yang sah: {galat.problem}")]) from galat
    except (yaml.YAMLError, RecursionError) as galat:
        raise BerkasDitolak(berkas.name, [("", "bukan YAML yang sah")]) from galat


@dataclass(frozen=True, slots=True)
class Titik:
    """A value in the file and its path. The readers raise Salah."""

    jalur: str
    nilai: Any

    def salah(self, alasan: str) -> Salah:
        return Salah(self.jalur, alasan)

    def peta(self) -> dict[str, "Titik"]:
        """The mapping here, by key."""
        if not isinstance(self.nilai, dict):
            raise self.salah("harus berisi pasangan kunci dan nilai")
        return {str(k): Titik(f"{self.jalur}.{k}".lstrip("."), v) for k, v in self.nilai.items()}

    def wajib(self, kunci: str) -> "Titik":
        if kunci not in self.peta():
            raise self.salah(f"kunci {kunci} tidak ada")
        return self.peta()[kunci]

    def boleh(self, kunci: str, bawaan: Any = None) -> "Titik":
        return self.peta().get(kunci) or Titik(f"{self.jalur}.{kunci}".lstrip("."), bawaan)

    def daftar(self) -> list["Titik"]:
        if not isinstance(self.nilai, list):
            raise self.salah("harus berupa daftar")
        return [Titik(f"{self.jalur}[{i}]", v) for i, v in enumerate(self.nilai)]

    def isi(self) -> list["Titik"]:
        """A list with something in it."""
        if not self.daftar():
            raise self.salah("tidak boleh kosong")
        return self.daftar()

    def teks(self, paling_panjang: int | None = None, *, boleh_kosong: bool = False) -> str:
        if not isinstance(self.nilai, str):
            raise self.salah("harus berupa teks")
        if not self.nilai.strip() and not boleh_kosong:
            raise self.salah("tidak boleh kosong")
        if paling_panjang and len(self.nilai) > paling_panjang:
            raise self.salah(f"paling panjang {paling_panjang} huruf")
        return self.nilai

    def angka(self, *, paling_besar: int, tempat: int) -> Decimal:
        """0 to `paling_besar` with at most `tempat` decimals."""
        if not isinstance(self.nilai, Decimal):
            raise self.salah("harus berupa angka")
        if not 0 <= self.nilai <= paling_besar:
            raise self.salah(f"{self.nilai} di luar 0 sampai {paling_besar}")
        if self.nilai != round(self.nilai, tempat):
            raise self.salah(f"{self.nilai} lebih dari {tempat} angka di belakang koma")
        return self.nilai

    def bobot(self) -> Decimal:
        nilai = self.angka(paling_besar=100, tempat=3)
        if not nilai:
            raise self.salah("bobot harus lebih dari 0")
        return nilai

    def bulat(self) -> int | None:
        """A whole number, or None where the file has none."""
        if self.nilai is None:
            return None
        return int(self.angka(paling_besar=2**31 - 1, tempat=0))

    def benar(self) -> bool:
        if not isinstance(self.nilai, bool):
            raise self.salah("harus true atau false")
        return self.nilai


def json_tepat(nilai: Any) -> Any:
    """The value as JSON keeps it: numbers as text, exactly as written."""
    if isinstance(nilai, dict):
        return {str(k): json_tepat(v) for k, v in nilai.items()}
    if isinstance(nilai, list):
        return [json_tepat(v) for v in nilai]
    return nilai if nilai is None or isinstance(nilai, bool | str) else str(nilai)
