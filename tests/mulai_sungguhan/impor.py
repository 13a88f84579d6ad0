"""Import every module of the four packages with the Python that runs this, and print how many; 1 and their names where
some cannot be. Run in the root of the checkout: `python tests/mulai_sungguhan/impor.py [module to hide …]`.

A hidden module is to everyone as if it were not installed.
"""

import importlib
import os
import pkgutil
import sys
from importlib.abc import MetaPathFinder
from types import ModuleType
from typing import Any

PAKET = ("zona", "pengungkit", "rencana_aksi", "bukti_fisik")


class Tutup(MetaPathFinder):
    def __init__(self, nama: list[str]) -> None:
        self.nama = set(nama)

    def find_spec(self, fullname: str, path: Any = None, target: ModuleType | None = None) -> None:
        if fullname in self.nama or fullname.partition(".")[0] in self.nama:
            raise ModuleNotFoundError(f"No module named {fullname!r}", name=fullname)


def semua() -> list[str]:
    """Names of all modules, found without importing what lies in them but their packages."""
    nama = list(PAKET)
    for paket in PAKET:
        jalur = importlib.import_module(paket).__path__
        nama += [m.name for m in pkgutil.walk_packages(jalur, f"{paket}.", onerror=lambda _: None)]
    return nama


def utama() -> int:
    sys.meta_path.insert(0, Tutup(sys.argv[1:]))
    sys.path.insert(0, os.getcwd())
    os.environ["DJANGO_SETTINGS_MODULE"] = "zona.settings"
    import django

    gagal = []
    try:
        django.setup()
        nama = semua()
    except ImportError as galat:
        gagal, nama = [f"django.setup: {galat}"], []
    for satu in nama:
        try:
            importlib.import_module(satu)
        except Exception as galat:  # whatever it is, that module cannot be used
            gagal.append(f"{satu}: {type(galat).__name__}: {galat}")
    sys.stdout.write("\n".join([*gagal, f"{len(nama)} modul"]) + "\n")
    return 1 if gagal else 0


if __name__ == "__main__":
    sys.exit(utama())
