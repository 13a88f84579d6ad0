"""Signatures on the documents' page."""

from dataclasses import dataclass
from typing import Any

from rencana_aksi.models import Rencana, VersiRencana
from rencana_aksi.queries.versi import versi_rencana
from zona.dokumen.sinyal import Panel
from zona.organisasi.models import Pengguna
from zona.pengesahan.models import DokumenSah
from zona.pengesahan.queries.berubah import Perubahan, perubahan_sejak
from zona.pengesahan.queries.dokumen import semua_rencana


@dataclass(frozen=True, slots=True)
class Bertanda:
    """`versi`: the newest ditetapkan one; `sah`: the newest signature on any version that counts, and what `berubah`
    since; `tunggu`: what was brought since and waits or is not trusted."""

    rencana: Rencana
    versi: VersiRencana
    sah: DokumenSah | None
    tunggu: list[DokumenSah]
    berubah: Perubahan | None
    boleh: bool


def panel_tanda_tangan(sender: Any, *, rencana: Rencana, pengguna: Pengguna, **lain: Any) -> Panel | None:
    """None while nothing was ditetapkan (two queries; with a signature eleven more)."""
    versi = versi_rencana(rencana)
    if not versi:
        return None
    semua = semua_rencana(rencana)
    sah = max((d for d in semua if d.sah), key=lambda d: (d.siap.versi.versi, d.pk), default=None)
    tunggu = [d for d in semua if d.terbuka and (sah is None or d.pk > sah.pk)]
    berubah = perubahan_sejak(sah.siap.versi, rencana) if sah else None
    boleh = pengguna.boleh("ajukan", rencana)
    return Panel("pengesahan/_panel.html", Bertanda(rencana, versi[0], sah, tunggu, berubah, boleh))
