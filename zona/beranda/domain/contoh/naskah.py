"""Reading fixtures/contoh/kbntb-2023.yaml, and finding in the plan the places it names. The file is our own: what it
should hold and does not is a KeyError."""

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml
from django.conf import settings

from rencana_aksi.models import Pelaksanaan, Rencana, SyaratBukti

FIXTURES: Path = settings.AKAR / "fixtures"
_TEMPAT = re.compile(r"(?P<baris>[IV]+\.(?:\d+|-))(?:\.(?P<huruf>[a-z]))?(?:#(?P<kali>\d+))?(?:/(?P<syarat>\d+))?")


def baca(nama: str) -> Any:
    """The content of a fixture."""
    return yaml.safe_load((FIXTURES / nama).read_text(encoding="utf-8"))


@dataclass(frozen=True, slots=True)
class Letak:
    """What a plan holds, by the names the file uses for its places."""

    pelaksanaan: dict[tuple[str, str, int], Pelaksanaan]
    syarat: dict[tuple[str, int], SyaratBukti]

    def satu(self, tempat: str) -> Pelaksanaan:
        """I.3.b#2, II.6: an occurrence, the first where no number is given. Raises KeyError."""
        bagian = _pisah(tempat)
        return self.pelaksanaan[bagian["baris"], bagian["huruf"] or "", int(bagian["kali"] or 1)]

    def butir(self, tempat: str) -> SyaratBukti:
        """II.6/3: a required item. Raises KeyError."""
        bagian = _pisah(tempat)
        return self.syarat[bagian["baris"], int(bagian["syarat"])]


def _pisah(tempat: str) -> dict[str, str]:
    cocok = _TEMPAT.fullmatch(tempat)
    if cocok is None:
        raise KeyError(tempat)
    return cocok.groupdict()


def letak_rencana(rencana: Rencana) -> Letak:
    """Every occurrence and required item of the plan, with all they belong to, in two queries."""
    atas = "rencana_kerja__pengungkit__rencana"
    pelaksanaan = Pelaksanaan.objects.filter(**{f"aksi__{atas}": rencana}).select_related(
        f"aksi__{atas}__satker", "aksi__penanggung_jawab"
    )
    syarat = SyaratBukti.objects.filter(**{atas: rencana}).select_related(f"{atas}__satker", "aksi")
    return Letak(
        {(baris(p.aksi.rencana_kerja), p.aksi.huruf, p.urutan): p for p in pelaksanaan},
        {(baris(s.rencana_kerja), s.urutan): s for s in syarat},
    )


def baris(kerja: Any) -> str:
    """I.4; IV.- for the row without number."""
    return f"{kerja.pengungkit.kode}.{kerja.nomor or '-'}"
