"""The words a document has before its office wrote any."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import yaml

from zona.naskah.enums import JenisBagian

FOLDER = Path(__file__).resolve().parent.parent / "templat"


@dataclass(frozen=True, slots=True)
class BagianTemplat:
    kode: str
    jenis: JenisBagian
    judul: str
    isi: str
    urutan: int


def baca_folder(folder: Path) -> tuple[BagianTemplat, ...]:
    """The sections that `urutan.yaml` of a folder lists. Raises OSError, KeyError or ValueError for one that is not
    whole: these files are ours."""
    daftar: Iterable[dict[str, str]] = yaml.safe_load((folder / "urutan.yaml").read_text())
    return tuple(
        BagianTemplat(
            satu["kode"], JenisBagian(satu["jenis"]), satu["judul"], (folder / satu["berkas"]).read_text().strip(), i
        )
        for i, satu in enumerate(daftar, 1)
    )


@lru_cache(maxsize=1)
def templat() -> tuple[BagianTemplat, ...]:
    """What ships with Zona."""
    return baca_folder(FOLDER)
