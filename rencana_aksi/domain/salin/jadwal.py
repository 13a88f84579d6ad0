"""A schedule in another year, with the words that say it. Pure.

Fixed days go to working days, windows stay as long as they are meant, what recurs begins a year later. The words are
the author's with the years changed where they then mean it, else the house's; words that were not understood stay.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from rencana_aksi.domain.jadwal import Jadwal, Kejadian, baca_jadwal
from rencana_aksi.domain.jadwal_teks import baca_teks, tulis_teks
from rencana_aksi.domain.masalah import Ditolak
from rencana_aksi.domain.salin.tanggal import Geseran, geser_hari, geser_jendela, tahun_lain
from rencana_aksi.enums import JenisJadwal
from zona.inti.waktu import tanggal_id

BATAS_TEKS = 300
TIDAK_DIPAHAMI = "Kata-katanya tidak dipahami, jadi dipertahankan; periksa setelah disalin."
TIDAK_TERPINDAH = "Aturan berulangnya tidak dapat dipindahkan ke tahun baru; tanggalnya perlu disepakati lagi."
_TAHUN = re.compile(r"(?<!\d)(20\d\d)(?!\d)")
_HARI = re.compile(r"(DTSTART:|UNTIL=)(\d{8})")


@dataclass(frozen=True, slots=True)
class JadwalBaru:
    """`geseran`: fixed days that are not simply the same day and month. `catatan`: sentences for who decides."""

    teks: str
    jadwal: Jadwal
    geseran: tuple[Geseran, ...] = ()
    catatan: tuple[str, ...] = ()


def geser_jadwal(teks: str, jenis: str, makna: Mapping[str, Any], dari: int, ke: int) -> JadwalBaru:
    """The schedule of a plan of year `dari` in the plan of year `ke`."""
    lama = baca_jadwal(makna) if makna else Jadwal(JenisJadwal(jenis), {}, (Kejadian(),))
    terbaca = baca_teks(teks, dari).jadwal
    paham = not teks or (terbaca is not None and _sama(terbaca, lama))
    calon = _TAHUN.sub(lambda m: str(int(m[1]) + ke - dari), teks)
    geseran: list[Geseran] = []
    catatan = [] if paham else [TIDAK_DIPAHAMI]
    if "rrule" in makna:
        ulang = baca_teks(calon, ke).jadwal if paham else None
        try:
            baru = ulang if ulang and ulang.jenis == lama.jenis else baca_jadwal(_geser_aturan(makna, ke - dari))
        except Ditolak:
            return JadwalBaru(teks, Jadwal(JenisJadwal.BERKALA, {}, (Kejadian(),)), (), (TIDAK_TERPINDAH,))
    elif makna:
        baru, geseran = _geser(lama, ke - dari)
    else:
        baru = lama
    tetap = baru.jenis != JenisJadwal.BERULANG  # what recurs may end in the January after
    luar = [k for k in baru.kejadian if tetap and k.mulai and k.mulai.year != ke]
    if luar:
        catatan.append(f"Di luar tahun rencana: {tanggal_id(luar[0].mulai)}" + (" dan lainnya." if luar[1:] else "."))
    return JadwalBaru(_kata(teks, calon, baru, ke) if paham else teks, baru, tuple(geseran), tuple(catatan))


def _sama(satu: Jadwal, dua: Jadwal) -> bool:
    return (satu.jenis, satu.kejadian) == (dua.jenis, dua.kejadian)


def _kata(teks: str, calon: str, baru: Jadwal, ke: int) -> str:
    """The author's words in the new year where they mean it, else the house's; neither is longer than may be kept."""
    dibaca = baca_teks(calon, ke).jadwal if teks else baru
    if dibaca and _sama(dibaca, baru):
        return calon
    baku = tulis_teks(baru)
    return baku if len(baku) <= BATAS_TEKS else teks


def _geser(lama: Jadwal, selisih: int) -> tuple[Jadwal, list[Geseran]]:
    """Days and windows. A day that need not give way keeps its place before one that must looks for another."""
    pasangan = [(k.mulai, k.jatuh_tempo) for k in lama.kejadian if k.mulai and k.jatuh_tempo]
    hari = {awal: geser_hari(awal, selisih) for awal, akhir in pasangan if awal == akhir}
    terpakai = {g.jadi for g in hari.values() if not g.alasan}
    for awal in sorted(h for h, g in hari.items() if g.alasan):
        hari[awal] = geser_hari(awal, selisih, terpakai)
        terpakai.add(hari[awal].jadi)
    jendela: dict[tuple[date, date], None] = {}
    for awal, akhir in pasangan:
        satu = (hari[awal].jadi, hari[awal].jadi) if awal == akhir else geser_jendela(awal, akhir, selisih)
        jendela[satu] = None
    if lama.jenis == JenisJadwal.TANGGAL:
        makna: dict[str, Any] = {"tanggal": [awal for awal, _ in jendela]}
    else:
        makna = {"rentang": [[awal, akhir] for awal, akhir in jendela]}
    return baca_jadwal(makna), [g for g in hari.values() if g.alasan]


def _geser_aturan(makna: Mapping[str, Any], selisih: int) -> dict[str, Any]:
    """The same rule, begun (and ended) in the other year; every week on the weekday it had."""
    teks = str(makna["rrule"])
    tetap_hari = "FREQ=WEEKLY" in teks and "BYDAY" not in teks

    def ganti(m: re.Match[str]) -> str:
        hari = datetime.strptime(m[2], "%Y%m%d").date()  # noqa: DTZ007  (a day, no moment)
        baru = tahun_lain(hari, selisih)
        if tetap_hari and m[1] == "DTSTART:":
            baru += timedelta(days=(hari.weekday() - baru.weekday()) % 7)
        return f"{m[1]}{baru:%Y%m%d}"

    return {**makna, "rrule": _HARI.sub(ganti, teks)}
