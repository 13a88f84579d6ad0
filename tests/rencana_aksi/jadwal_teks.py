"""A schedule on one line, for tables: "tanggal 2023-01-25 2023-02-07", "rentang 2023-01-26..2023-06-30"."""

from rencana_aksi.domain.jadwal import Jadwal, Kejadian


def ringkas(jadwal: Jadwal | None) -> str:
    """Its kind and every occurrence; "-" for one without a date."""
    assert jadwal is not None
    return " ".join([jadwal.jenis.value, *(_kejadian(k) for k in jadwal.kejadian)])


def _kejadian(k: Kejadian) -> str:
    if k.mulai is None:
        return "-"
    return f"{k.mulai}" if k.mulai == k.jatuh_tempo else f"{k.mulai}..{k.jatuh_tempo}"
