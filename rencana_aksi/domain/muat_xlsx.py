"""Loading a plan from the workbook that zona.dokumen writes: its sheets into the dict that muat_rencana takes, and
whatever is wrong told by sheet and cell.

Only the plan is read: status, realisation, evidence and penanggung jawab are what the application itself keeps.
baris_xlsx (cells) → susun_xlsx (which row belongs where), jadwal_xlsx (dates) → here.
"""

import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from rencana_aksi.domain import lembar_xlsx as kolom
from rencana_aksi.domain.baris_xlsx import Baris, baca_buku
from rencana_aksi.domain.jadwal_xlsx import jadwal_dari_baris
from rencana_aksi.domain.masalah import Ditolak, Masalah
from rencana_aksi.domain.muat import HasilMuat, muat_rencana
from rencana_aksi.domain.susun_xlsx import KerjaXlsx, SusunanXlsx
from zona.organisasi.models import Pengguna, Satker

LEMBAR = {
    kolom.RENCANA: (kolom.BAGIAN, kolom.KODE, kolom.ISI, kolom.BOBOT),
    kolom.SELURUHNYA: (
        kolom.PENGUNGKIT, kolom.NO, kolom.KERJA, kolom.HURUF, kolom.AKSI, kolom.JADWAL, kolom.MULAI, kolom.TEMPO,
    ),
    kolom.BUKTI_FISIK: (kolom.PENGUNGKIT, kolom.NO, kolom.KERJA, kolom.HURUF, kolom.BUKTI, kolom.TIAP),
}  # fmt: skip


def muat_rencana_xlsx(*, berkas: Path, satker: Satker, oleh: Pengguna | None, instrumen: str = "") -> HasilMuat:
    """As muat_rencana, from a workbook. Raises Ditolak with every problem and its cell, DomainError as muat_rencana."""
    isi, sel = baca_xlsx_rencana(berkas)
    try:
        return muat_rencana(isi=isi, satker=satker, oleh=oleh, instrumen=instrumen)
    except Ditolak as galat:
        raise Ditolak(Masalah(_sel(m.jalur, sel), m.alasan) for m in galat.masalah) from galat


def baca_xlsx_rencana(berkas: Path) -> tuple[dict[str, Any], dict[str, str]]:
    """The content as a plan file gives it, and the cell that each path in it was read from. Raises Ditolak."""
    buku = baca_buku(berkas, LEMBAR)
    pembaca = _Pembaca()
    pembaca.kepala(buku[kolom.RENCANA])
    susunan = SusunanXlsx({satu["kode"]: [] for satu in pembaca.isi["pengungkit"]}, pembaca.masalah)
    susunan.tambah_pelaksanaan(buku[kolom.SELURUHNYA])
    susunan.tambah_bukti(buku[kolom.BUKTI_FISIK])
    for i, pengungkit in enumerate(pembaca.isi["pengungkit"]):
        semua = susunan.kerja[pengungkit["kode"]]
        jalur = f"pengungkit[{i}].rencana_kerja"
        pengungkit["rencana_kerja"] = [pembaca.kerja(f"{jalur}[{j}]", satu) for j, satu in enumerate(semua)]
    if pembaca.masalah:
        raise Ditolak(pembaca.masalah)
    return pembaca.isi, pembaca.sel


def _sel(jalur: str, sel: Mapping[str, str]) -> str:
    """The cell of a path, or of the nearest thing that holds it."""
    while jalur and jalur not in sel:
        jalur = re.sub(r"(?:(?:^|\.)[^.\[\]]+|\[\d+\])$", "", jalur)
    return sel.get(jalur, "")


class _Pembaca:
    def __init__(self) -> None:
        self.isi: dict[str, Any] = {"pengungkit": [], "hasil": []}
        self.sel: dict[str, str] = {"": kolom.RENCANA}
        self.masalah: list[Masalah] = []

    def kepala(self, semua: Sequence[Baris]) -> None:
        """The sheet Rencana: one value a row."""
        program: dict[str, list[Baris]] = {}
        for baris in semua:
            bagian, kode = baris.teks(kolom.BAGIAN), baris.teks(kolom.KODE).upper()
            if bagian in kolom.KEPALA:
                self.isi[kolom.KEPALA[bagian]] = baris.bulat(kolom.ISI) if bagian == kolom.TAHUN else baris[kolom.ISI]
                self.sel[kolom.KEPALA[bagian]] = baris.sel(kolom.ISI)
            elif bagian == kolom.PENGUNGKIT:
                self._berbobot("pengungkit", baris, kode=kode, program_prioritas=[])
            elif bagian == kolom.HASIL:
                self._berbobot("hasil", baris)
            elif bagian == kolom.PROGRAM:
                program.setdefault(kode, []).append(baris)
            else:
                self.masalah.append(Masalah(baris.sel(kolom.BAGIAN), f'bagian "{bagian}" tidak dikenal'))
        for i, pengungkit in enumerate(self.isi["pengungkit"]):
            for n, baris in enumerate(program.pop(pengungkit["kode"], [])):
                pengungkit["program_prioritas"].append(baris.teks(kolom.ISI))
                self.sel[f"pengungkit[{i}].program_prioritas[{n}]"] = baris.sel(kolom.ISI)
        for sisa in program.values():
            self.masalah.append(Masalah(sisa[0].sel(kolom.KODE), "pengungkit ini tidak ada di lembar Rencana"))

    def _berbobot(self, kunci: str, baris: Baris, **lain: Any) -> None:
        jalur = f"{kunci}[{len(self.isi[kunci])}]"
        self.isi[kunci].append({**lain, "nama": baris.teks(kolom.ISI), "bobot": baris[kolom.BOBOT]})
        self.sel |= {jalur: baris.sel(kolom.KODE), f"{jalur}.nama": baris.sel(kolom.ISI)}
        self.sel[f"{jalur}.bobot"] = baris.sel(kolom.BOBOT)

    def kerja(self, jalur: str, kerja: KerjaXlsx) -> dict[str, Any]:
        self.sel |= {jalur: kerja.baris.sel(kolom.KERJA), f"{jalur}.nomor": kerja.baris.sel(kolom.NO)}
        return {
            "nomor": kerja.baris.bulat(kolom.NO),
            "uraian": kerja.baris.teks(kolom.KERJA),
            "aksi": [self._aksi(f"{jalur}.aksi[{k}]", aksi) for k, aksi in enumerate(kerja.aksi)],
            "bukti": [self._bukti(f"{jalur}.bukti[{k}]", baris, kerja) for k, baris in enumerate(kerja.bukti)],
        }

    def _aksi(self, jalur: str, baris: list[Baris]) -> dict[str, Any]:
        awal = baris[0]
        self.sel |= {jalur: awal.sel(kolom.AKSI), f"{jalur}.kode": awal.sel(kolom.HURUF)}
        self.sel[f"{jalur}.jadwal"] = awal.sel(kolom.JADWAL)
        for n, satu in enumerate(baris):
            self.sel |= {f"{jalur}.jadwal.{makna}[{n}]": satu.sel(kolom.TEMPO) for makna in ("tanggal", "rentang")}
        aksi: dict[str, Any] = {"kode": _huruf(awal), "uraian": awal.teks(kolom.AKSI)}
        try:
            jadwal = jadwal_dari_baris(baris)
        except Ditolak as galat:
            self.masalah += galat.masalah
            return aksi
        return {**aksi, "jadwal": jadwal} if jadwal else aksi

    def _bukti(self, jalur: str, baris: Baris, kerja: KerjaXlsx) -> dict[str, Any]:
        self.sel |= {jalur: baris.sel(kolom.BUKTI), f"{jalur}.aksi": baris.sel(kolom.HURUF)}
        tiap = baris.teks(kolom.TIAP) or kolom.TIDAK
        self.sel[f"{jalur}.tiap_pelaksanaan"] = baris.sel(kolom.TIAP)
        if tiap.capitalize() not in (kolom.YA, kolom.TIDAK):
            self.masalah.append(Masalah(baris.sel(kolom.TIAP), f'"{tiap}" harus {kolom.YA} atau {kolom.TIDAK}'))
        bukti: dict[str, Any] = {"teks": baris.teks(kolom.BUKTI), "tiap_pelaksanaan": tiap.capitalize() == kolom.YA}
        # Written beside the only action of a row without being tied to it, for people to read.
        sebaris = baris[kolom.KUNCI_SYARAT] is not None and baris[kolom.KUNCI_AKSI] is None and len(kerja.aksi) == 1
        huruf = "" if sebaris else _huruf(baris)
        return {**bukti, "aksi": huruf} if huruf else bukti


def _huruf(baris: Baris) -> str:
    return baris.teks(kolom.HURUF).rstrip(".").lower()
