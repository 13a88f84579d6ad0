"""A plan as a flat list of rows with their fields, parents before what they hold: what bandingkan.py works on. Pure."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from rencana_aksi.domain.baris_banding import sebut_kejadian
from rencana_aksi.domain.jadwal import Jadwal
from rencana_aksi.domain.sunting.urutan import huruf
from rencana_aksi.enums import TAK_BERTANGGAL, Status
from rencana_aksi.queries.tempat import tempat
from rencana_aksi.rules import DRAF, TERLAMBAT
from zona.impor.isi import (
    AKSI,
    KERJA,
    PELAKSANAAN,
    PROGRAM,
    SYARAT,
    IsiAksi,
    IsiKerja,
    IsiPelaksanaan,
    IsiPengungkit,
    IsiRencana,
    IsiSyarat,
)
from zona.inti.waktu import rentang_id, tanggal_id

NAMA = {
    PROGRAM: "Program prioritas",
    KERJA: "Rencana kerja",
    AKSI: "Rencana aksi",
    SYARAT: "Bukti fisik",
    PELAKSANAAN: "Pelaksanaan",
}
TURUNAN = (TERLAMBAT, DRAF)
"""How an export tells of an open occurrence past its day: no state of its own."""
DISEBUT = 12
LABEL = {s.value: s.label for s in Status}


@dataclass(frozen=True, slots=True)
class Nilai:
    """A field. `arti` is compared, None where the file does not say; `teks` are its words."""

    kolom: str
    nama: str
    arti: Any
    teks: str


@dataclass(frozen=True, slots=True)
class Butir:
    """One row. `acuan`: aksi-12, or where it is new its place in the file: aksi-baru-I.3.2. `induk`: of what holds it.
    `deret`: of the siblings among which its order counts, empty where it does not."""

    acuan: str
    benda: str
    kunci: int | None
    area: str
    tempat: str
    teks: str
    sel: str
    induk: str
    deret: str
    nilai: tuple[Nilai, ...]
    isi: Any


def butir(isi: IsiRencana) -> dict[str, Butir]:
    """Every row by its acuan, in the order of the plan."""
    return {b.acuan: b for p in isi.pengungkit for b in _pengungkit(p)}


def _acuan(benda: str, kunci: int | None, *letak: object) -> str:
    return f"{benda}-{kunci}" if kunci is not None else f"{benda}-baru-{'.'.join(map(str, letak))}"


def _pengungkit(p: IsiPengungkit) -> Iterator[Butir]:
    induk = f"pengungkit-{p.kode}"
    for i, g in enumerate(p.program, 1):
        nilai = (Nilai("uraian", "Uraian", g.uraian, g.uraian),)
        acuan = _acuan(PROGRAM, g.kunci, p.kode, i)
        yield Butir(acuan, PROGRAM, g.kunci, p.kode, p.kode, g.uraian, g.sel, induk, f"{induk}-program", nilai, g)
    nomor = 0
    for i, k in enumerate(p.kerja, 1):
        nomor += k.bernomor
        yield from _kerja(p.kode, k, i, nomor if k.bernomor else None, induk)


def _kerja(kode: str, k: IsiKerja, letak: int, nomor: int | None, induk: str) -> Iterator[Butir]:
    acuan, di = _acuan(KERJA, k.kunci, kode, letak), tempat(kode, nomor)
    nilai = (
        Nilai("uraian", "Uraian", k.uraian, k.uraian),
        Nilai("bernomor", "Penomoran", k.bernomor, "bernomor" if k.bernomor else "tanpa nomor"),
    )
    yield Butir(acuan, KERJA, k.kunci, kode, di, k.uraian, k.sel, induk, f"{induk}-kerja", nilai, k)
    milik: dict[int | None, tuple[str, str]] = {None: ("", "seluruh rencana kerja")}
    for j, a in enumerate(k.aksi):
        tanda = huruf(j) if len(k.aksi) > 1 else ""
        di_aksi, acuan_aksi = tempat(kode, nomor, tanda), _acuan(AKSI, a.kunci, kode, letak, j + 1)
        milik[j] = (acuan_aksi, f"{tanda}. {a.uraian}" if tanda else a.uraian)
        yield Butir(
            acuan_aksi, AKSI, a.kunci, kode, di_aksi, a.uraian, a.sel, acuan, f"{acuan}-aksi", _nilai_aksi(a), a
        )
        for n, p in enumerate(a.pelaksanaan, 1):
            yield Butir(
                _acuan(PELAKSANAAN, p.kunci, kode, letak, j + 1, n), PELAKSANAAN, p.kunci, kode, di_aksi,
                f"{a.uraian}, {sebut_hari(p)}", p.sel, acuan_aksi, "", (nilai_status(p), _nilai_tanggal(a, p)), p,
            )  # fmt: skip
    for n, s in enumerate(k.syarat, 1):
        acuan_aksi, sebutan = milik[s.aksi]
        yield Butir(
            _acuan(SYARAT, s.kunci, kode, letak, n), SYARAT, s.kunci, kode, di, s.teks, s.sel, acuan,
            f"{acuan}-{acuan_aksi}-syarat", _nilai_syarat(s, acuan_aksi, sebutan), s,
        )  # fmt: skip


def _nilai_aksi(a: IsiAksi) -> tuple[Nilai, ...]:
    return (
        Nilai("uraian", "Uraian", a.uraian, a.uraian),
        Nilai("jadwal", "Jadwal", arti_jadwal(a), sebut_jadwal(a.jadwal_teks or "", a.jadwal)),
        Nilai("penanggung_jawab", "Penanggung jawab", a.penanggung_jawab, a.penanggung_jawab or ""),
    )


def arti_jadwal(a: IsiAksi) -> Any:
    """Words and meaning; None where the file says neither."""
    if a.jadwal is not None:
        return (a.jadwal_teks or "", str(a.jadwal.jenis), a.jadwal.makna)
    return None if a.jadwal_teks is None else (a.jadwal_teks, "?", {})


def sebut_jadwal(teks: str, jadwal: Jadwal | None) -> str:
    """The words, and the days where they do not say just these: Tiap triwulan (31 Maret 2023, …)."""
    kejadian = jadwal.kejadian if jadwal else ()
    hari = sebut_kejadian(kejadian[:DISEBUT]) + (f", dan {len(kejadian) - DISEBUT} lagi" if kejadian[DISEBUT:] else "")
    return f"{teks} ({hari})" if teks and hari and hari != teks else teks or hari


def sebut_hari(p: IsiPelaksanaan) -> str:
    """13–20 Maret 2023; tanpa tanggal."""
    awal, akhir = p.mulai or p.jatuh_tempo, p.jatuh_tempo or p.mulai
    return rentang_id(awal, akhir) if awal and akhir and awal <= akhir else "tanpa tanggal"


def nilai_status(p: IsiPelaksanaan) -> Nilai:
    """State and the day of realisation, as one field."""
    arti = None if p.status is None else (p.status, p.realisasi)
    nama = LABEL.get(p.status or "", p.status or "")
    return Nilai("status", "Status", arti, f"{nama}, {tanggal_id(p.realisasi)}" if p.realisasi else nama)


def _nilai_tanggal(a: IsiAksi, p: IsiPelaksanaan) -> Nilai:
    """A date agreed on where the schedule names none; else the date is the schedule's, and not compared here."""
    disepakati = a.jadwal is not None and a.jadwal.jenis in TAK_BERTANGGAL
    return Nilai("tanggal", "Tanggal", (p.mulai, p.jatuh_tempo) if disepakati else None, sebut_hari(p))


def _nilai_syarat(s: IsiSyarat, aksi: str, sebutan: str) -> tuple[Nilai, ...]:
    return (
        Nilai("teks", "Teks", s.teks, s.teks),
        Nilai("aksi", "Untuk", aksi, sebutan),
        Nilai("tiap", "Diminta", s.tiap_pelaksanaan, "pada tiap pelaksanaan" if s.tiap_pelaksanaan else "sekali"),
    )
