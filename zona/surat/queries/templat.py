"""The words a paper begins with: the office's own, else those that ship with Zona."""

from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from pathlib import Path

import yaml

from zona.organisasi.models import Satker
from zona.surat.enums import JenisSurat
from zona.surat.models import TemplatSurat

FOLDER = Path(__file__).resolve().parent.parent / "templat"


@dataclass(frozen=True, slots=True)
class Templat:
    """`revisi` 0: as it ships, by nobody."""

    isi: str
    rincian: dict[str, str]
    revisi: int = 0
    oleh: str = ""
    pada: datetime | None = None


@lru_cache(maxsize=1)
def templat_zona() -> dict[JenisSurat, Templat]:
    """What ships: templat/<jenis>.md, and what stands around the words in rincian.yaml."""
    rincian: dict[str, dict[str, str]] = yaml.safe_load((FOLDER / "rincian.yaml").read_text(encoding="utf-8"))
    isi = {j: (FOLDER / f"{j}.md").read_text(encoding="utf-8").strip() for j in JenisSurat}
    return {j: Templat(isi[j], {k: v.strip() for k, v in rincian[j].items()}) for j in JenisSurat}


def templat_satker(satker: Satker, jenis: JenisSurat) -> Templat:
    """What the office's next paper of the kind begins with (one query)."""
    milik = TemplatSurat.objects.filter(satker=satker, jenis=jenis).select_related("oleh").first()
    if milik is None:
        return templat_zona()[jenis]
    return Templat(milik.isi, milik.rincian, milik.revisi, str(milik.oleh or ""), milik.pada)
