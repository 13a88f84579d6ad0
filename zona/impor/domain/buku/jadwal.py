"""An action's schedule from its rows: what nobody changed keeps its meaning, changed dates mean what they say, changed
words are read. Pure."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from rencana_aksi.domain.baris_xlsx import Baris
from rencana_aksi.domain.jadwal import Jadwal, Kejadian, baca_jadwal
from rencana_aksi.domain.jadwal_teks import baca_teks, tulis_teks
from rencana_aksi.domain.jadwal_ubah import BATAS_TEKS, SEBAGAI_KATA, jadwal_dari_teks
from rencana_aksi.domain.lembar_xlsx import MULAI, TEMPO
from rencana_aksi.domain.masalah import Ditolak, Masalah
from rencana_aksi.enums import TAK_BERTANGGAL, JenisJadwal
from zona.impor.isi import IsiAksi, IsiPelaksanaan, rencana_semula
from zona.inti.errors import DomainError
from zona.inti.waktu import tanggal_id

_URUTAN = re.compile(r"\[(\d+)\]")

Hari = tuple[date | None, date | None]


@dataclass(frozen=True, slots=True)
class JadwalBaris:
    """Words and meaning; without a meaning `alasan` says why there is none."""

    teks: str
    jadwal: Jadwal | None
    alasan: str = ""


def jendela(baris: Baris, masalah: list[Masalah]) -> Hari:
    """The dates of a row; where only one is given it is both. What is no date, or ends before it begins, is a
    problem."""
    mulai, tempo = (tanggal(baris, judul, masalah) for judul in (MULAI, TEMPO))
    if mulai and tempo and tempo < mulai:
        alasan = f"jatuh tempo {tanggal_id(tempo)} sebelum mulainya, {tanggal_id(mulai)}"
        masalah.append(Masalah(baris.sel(TEMPO), alasan))
    return mulai or tempo, tempo or mulai


def tanggal(baris: Baris, judul: str, masalah: list[Masalah]) -> date | None:
    """The date of a cell; what is none is a problem."""
    try:
        return baris.tanggal(judul)
    except Ditolak as galat:
        masalah += galat.masalah
        return None


def baca(
    dasar: IsiAksi | None,
    teks: str,
    baris: Sequence[Baris],
    pelaksanaan: Sequence[IsiPelaksanaan],
    tahun: int,
    masalah: list[Masalah],
) -> JadwalBaris:
    """The schedule of an action with these occurrences; `dasar`: the action as it was, None for a new one."""
    ubah_hari = dasar is None or _hari(dasar.pelaksanaan) != _hari(pelaksanaan)
    ubah_kata = dasar is None or teks != dasar.jadwal_teks
    bertanggal = any(p.jatuh_tempo for p in pelaksanaan)
    disepakati = dasar is not None and dasar.jadwal is not None and dasar.jadwal.jenis in TAK_BERTANGGAL
    if dasar is not None and not ubah_kata and (disepakati or not ubah_hari):
        return JadwalBaris(teks, dasar.jadwal)  # what is typed beside an undated one is a date agreed on
    if ubah_hari and (bertanggal or not teks):
        jadwal = _dari_hari(dasar, baris, pelaksanaan, masalah)
        return JadwalBaris(_kata(dasar, teks, jadwal, ubah_kata), jadwal)
    if ubah_kata:
        return _dari_kata(dasar, teks, tahun)
    return JadwalBaris(teks, SEBAGAI_KATA)  # the dates are gone, the words stayed


def _hari(pelaksanaan: Sequence[IsiPelaksanaan]) -> Counter[Hari]:
    return Counter((p.mulai, p.jatuh_tempo) for p in pelaksanaan)


def _dari_kata(dasar: IsiAksi | None, teks: str, tahun: int) -> JadwalBaris:
    """What was undated stays so where its new words are not understood."""
    tetap_kata = dasar is not None and dasar.jadwal is not None and dasar.jadwal.jenis == JenisJadwal.BERKALA
    try:
        return JadwalBaris(teks, jadwal_dari_teks(teks, tahun, sebagai_kata=tetap_kata))
    except DomainError as galat:
        return JadwalBaris(teks, None, galat.pesan)


def _dari_hari(
    dasar: IsiAksi | None, baris: Sequence[Baris], pelaksanaan: Sequence[IsiPelaksanaan], masalah: list[Masalah]
) -> Jadwal:
    """A postponed occurrence that the file left alone counts by the day it was planned for."""
    lama = {p.kunci: p for p in dasar.pelaksanaan} if dasar else {}
    sel: dict[Kejadian, str] = {}
    for b, p in zip(baris, pelaksanaan, strict=True):
        dahulu = lama.get(p.kunci) if p.kunci is not None else None
        tetap = dahulu is not None and (dahulu.mulai, dahulu.jatuh_tempo) == (p.mulai, p.jatuh_tempo)
        satu = rencana_semula(dahulu) if tetap and dahulu else Kejadian(p.mulai, p.jatuh_tempo)
        if satu.jatuh_tempo is None and any(q.jatuh_tempo for q in pelaksanaan):
            alasan = "tanggal kosong, padahal pelaksanaan lain dari aksi ini bertanggal"
            masalah.append(Masalah(b.sel(TEMPO), alasan))
        elif satu.jatuh_tempo is not None:
            sel.setdefault(satu, b.sel(TEMPO if b[TEMPO] is not None else MULAI))
    try:
        return baca_jadwal(_makna(dasar, list(sel)))
    except Ditolak as galat:
        di = list(sel.values())
        masalah += [Masalah(_sel_jalur(m.jalur, di) or baris[0].sel(TEMPO), m.alasan) for m in galat.masalah]
        return baca_jadwal({})


def _sel_jalur(jalur: str, sel: Sequence[str]) -> str:
    """The cell of tanggal[2] or rentang[2][0]; empty for the whole."""
    ke = _URUTAN.search(jalur)
    return sel[int(ke[1])] if ke and int(ke[1]) < len(sel) else ""


def _makna(dasar: IsiAksi | None, unik: Sequence[Kejadian]) -> dict[str, object]:
    if not unik:
        berkala = dasar is not None and dasar.jadwal is not None and dasar.jadwal.jenis == JenisJadwal.BERKALA
        return {"berkala": True} if berkala else {}
    if all(k.mulai == k.jatuh_tempo for k in unik):
        return {"tanggal": [k.jatuh_tempo for k in unik]}
    return {"rentang": [[k.mulai, k.jatuh_tempo] for k in unik]}


def _kata(dasar: IsiAksi | None, teks: str, jadwal: Jadwal, ubah_kata: bool) -> str:
    """Words that said just the old dates say the new ones: the printed plan shows the words. Others stay."""
    if jadwal.jenis in TAK_BERTANGGAL:
        return teks
    if not teks or (dasar and dasar.jadwal and not ubah_kata and _menyebut(teks, dasar.jadwal)):
        baru = tulis_teks(jadwal)
        return baru if len(baru) <= BATAS_TEKS else teks
    return teks


def _menyebut(teks: str, jadwal: Jadwal) -> bool:
    """The words name these days, one by one."""
    if jadwal.jenis not in (JenisJadwal.TANGGAL, JenisJadwal.RENTANG) or not jadwal.kejadian[0].mulai:
        return False
    terbaca = baca_teks(teks, jadwal.kejadian[0].mulai.year)
    return terbaca.jadwal is not None and terbaca.jadwal.kejadian == jadwal.kejadian
