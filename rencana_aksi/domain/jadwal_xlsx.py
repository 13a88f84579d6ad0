"""An action's schedule from its rows in a workbook: the words, and the meaning."""

import json
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from rencana_aksi.domain.baris_xlsx import Baris
from rencana_aksi.domain.jadwal import baca_jadwal
from rencana_aksi.domain.lembar_xlsx import JADWAL, MAKNA, MULAI, TEMPO, TERTULIS, tanggal_tertulis
from rencana_aksi.domain.masalah import Ditolak, Masalah


def jadwal_dari_baris(baris: Sequence[Baris]) -> dict[str, Any] | None:
    """As a plan file writes it; None where there is none. Dates nobody has changed keep the meaning they were written
    out with (a recurrence stays one); changed ones mean what they say. Raises Ditolak, naming cells."""
    jendela = [(satu.tanggal(MULAI), satu.tanggal(TEMPO)) for satu in baris]
    teks = baris[0].teks(JADWAL)
    makna = _makna(baris[0])
    if not _tetap(baris, jendela, makna):
        makna = _dari_tanggal(baris, jendela, makna)
    return {"teks": teks, **makna} if teks or makna else None


def _makna(baris: Baris) -> dict[str, Any]:
    """The meaning written beside the row; nothing where somebody has spoiled it."""
    try:
        makna = json.loads(baris.teks(MAKNA) or "{}")
        baca_jadwal(makna)
    except (ValueError, AttributeError, TypeError, Ditolak):
        return {}
    return dict(makna)


def _tetap(
    baris: Sequence[Baris], jendela: Sequence[tuple[date | None, date | None]], makna: Mapping[str, Any]
) -> bool:
    """Whether rows and dates are those that were written out."""
    return len(baris) == len(baca_jadwal(makna).kejadian) and all(
        satu.teks(TERTULIS) == tanggal_tertulis(*hari) for satu, hari in zip(baris, jendela, strict=True)
    )


def _dari_tanggal(
    baris: Sequence[Baris], jendela: Sequence[tuple[date | None, date | None]], makna: Mapping[str, Any]
) -> dict[str, Any]:
    bertanggal = [(mulai or tempo, tempo or mulai) for mulai, tempo in jendela if mulai or tempo]
    if not bertanggal:
        return {"berkala": True} if makna.get("berkala") else {}
    if len(bertanggal) < len(jendela):
        kosong = next(satu for satu, hari in zip(baris, jendela, strict=True) if hari == (None, None))
        raise Ditolak([Masalah(kosong.sel(TEMPO), "tanggal kosong, padahal pelaksanaan lain dari aksi ini bertanggal")])
    if all(mulai == tempo for mulai, tempo in bertanggal):
        return {"tanggal": [tempo for _, tempo in bertanggal]}
    return {"rentang": [list(satu) for satu in bertanggal]}
