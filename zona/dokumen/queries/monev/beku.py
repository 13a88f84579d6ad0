"""A report into what is kept of it when it is finished, and back."""

from dataclasses import replace
from datetime import date
from typing import Any

from zona.dokumen.models import LaporanBeku
from zona.dokumen.queries.monev.isi import IsiLaporan, dari_json, ke_json, sidik


def bekukan(isi: IsiLaporan, versi: int, tanggal: date) -> tuple[dict[str, Any], str]:
    """The JSON of the finished report and its SHA-256."""
    data = ke_json(replace(isi, versi=versi, tanggal=tanggal))
    return data, sidik(data)


def isi_beku(beku: LaporanBeku) -> IsiLaporan:
    """The report as it was finished."""
    return dari_json(beku.isi)
