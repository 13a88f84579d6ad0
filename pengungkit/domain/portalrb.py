"""The question file of PortalRB (fixtures/instrumen/portalrb-soal-<year>.json): the cells of the national workbook."""

import json
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

from django.conf import settings

KUNCI = "soal_portalrb_"
"""Before the year: what an instrument file calls a question's number."""

FOLDER = settings.AKAR / "fixtures" / "instrumen"


@cache
def baris_portalrb(tahun: str) -> Mapping[int, int]:
    """Question number -> row of the sheet "Jawaban"; nothing where no file of that year ships. Raises ValueError for a
    file that names a question or a row twice."""
    berkas = FOLDER / f"portalrb-soal-{tahun}.json"
    if not tahun.isdigit() or not berkas.exists():
        return {}
    pasangan = [(s["id"], s["excel_baris"]) for satu in json.loads(berkas.read_text())["data"] for s in _soal(satu)]
    hasil = dict(pasangan)
    if not len(pasangan) == len(hasil) == len(set(hasil.values())):
        raise ValueError(f"{berkas.name}: soal atau baris disebut dua kali")
    return hasil


def isi_portalrb(instrumen: bytes) -> bytes:
    """The question files of the years an instrument file names: part of what it says."""
    semua = sorted(FOLDER.glob("portalrb-soal-*.json"))
    return b"".join(b.read_bytes() for b in semua if f"{KUNCI}{b.stem[-4:]}".encode() in instrumen)


def _soal(bagian: Mapping[str, Any]) -> Iterator[Mapping[str, Any]]:
    yield from bagian["soals"]
    for anak in bagian["children"]:
        yield from _soal(anak)
