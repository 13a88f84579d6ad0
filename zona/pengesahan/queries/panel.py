"""Signatures on the documents' page."""

from dataclasses import dataclass
from typing import Any

from rencana_aksi.models import Rencana, VersiRencana
from rencana_aksi.queries.versi import versi_rencana
from zona.dokumen.sinyal import Panel
from zona.organisasi.models import Pengguna
from zona.pengesahan.models import DokumenSah
from zona.pengesahan.queries.berubah import Perubahan, perubahan_sejak
from zona.pengesahan.queries.dokumen import sah_rencana


@dataclass(frozen=True, slots=True)
class Bertanda:
    """`versi`: the newest ditetapkan one; `sah`: the newest signature on any version, and what `berubah` since."""

    rencana: Rencana
    versi: VersiRencana
    sah: DokumenSah | None
    berubah: Perubahan | None
    boleh: bool


def panel_tanda_tangan(sender: Any, *, rencana: Rencana, pengguna: Pengguna, **lain: Any) -> Panel | None:
    """None while nothing was ditetapkan (two queries; with a signature eleven more)."""
    versi = versi_rencana(rencana)
    if not versi:
        return None
    semua = sah_rencana(rencana)
    sah = max(semua, key=lambda d: (d.siap.versi.versi, d.pk)) if semua else None
    berubah = perubahan_sejak(sah.siap.versi, rencana) if sah else None
    return Panel("pengesahan/_panel.html", Bertanda(rencana, versi[0], sah, berubah, pengguna.boleh("ajukan", rencana)))
