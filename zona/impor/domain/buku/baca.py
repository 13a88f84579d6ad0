"""The plan's own workbook → what it says and what it was written from. Reads, never writes."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import BinaryIO

from rencana_aksi.domain import lembar_xlsx as kolom
from rencana_aksi.domain.baris_xlsx import Baris, baris_lembar
from rencana_aksi.domain.masalah import Ditolak, Masalah
from rencana_aksi.domain.muat_xlsx import LEMBAR
from rencana_aksi.models import Rencana
from zona.impor.asal import BELUM, Asal, AsalRusak, baca_asal
from zona.impor.contoh import tanpa_contoh
from zona.impor.domain.buku.bukti import BuktiBuku
from zona.impor.domain.buku.dasar import Dasar, kode_area, kunci, setia, susun_dasar
from zona.impor.domain.buku.lembar_salinan import NAMA, salinan_berubah
from zona.impor.domain.buku.salinan import (
    asli,
    berkunci,
    lepas_pelaksanaan,
    lepas_syarat,
)
from zona.impor.domain.buku.susun import KerjaBuku, Susunan
from zona.impor.domain.buku.tak_dibaca import kepala_baru, kolom_asing, kolom_baru, urutan_baru
from zona.impor.isi import BENDA, PROGRAM, IsiPengungkit, IsiProgram, IsiRencana, tertib
from zona.impor.queries.pengungkit import nama_pengungkit
from zona.inti.errors import DomainError
from zona.inti.xlsx import LembarTerbaca, baca_xlsx

DIBACA = (kolom.SELURUHNYA, kolom.BUKTI_FISIK, kolom.RENCANA, kolom.ASAL)
WAJIB = {
    kolom.SELURUHNYA: (*LEMBAR[kolom.SELURUHNYA], kolom.REALISASI, kolom.STATUS, kolom.PENANGGUNG_JAWAB),
    kolom.BUKTI_FISIK: (*LEMBAR[kolom.BUKTI_FISIK], kolom.AKSI),
}
BERISI = {
    kolom.SELURUHNYA: (
        kolom.KERJA, kolom.AKSI, kolom.JADWAL, kolom.MULAI, kolom.TEMPO, kolom.KUNCI_AKSI, kolom.KUNCI_PELAKSANAAN,
    ),
    kolom.BUKTI_FISIK: (kolom.BUKTI, kolom.KUNCI_SYARAT),
}  # fmt: skip
"""A row of the sheet says something of the plan in at least one of these."""
TANPA_KUNCI = (
    "Kebanyakan baris di lembar {lembar} tidak memiliki kunci (kolom tersembunyi di ujung kanan): baris itu dikenali "
    "dari kata-katanya, dan yang kata-katanya berubah dihitung sebagai baris baru."
)
BUKAN_BUKU = (
    "ini salinan rencana yang ditetapkan, bukan buku kerja. Unduh Buku kerja (XLSX) pada halaman Dokumen, ubah di "
    "sana, lalu bawa kembali"
)
BELUM_DIISI = (
    "belum diisi. Tulis paling sedikit Pengungkit, Rencana Kerja, dan Rencana Aksi mulai di bawah judul kolomnya, satu "
    "baris satu pelaksanaan, lalu bawa lagi"
)


@dataclass(frozen=True, slots=True)
class BukuTerbaca:
    """`asal`: None where the workbook does not tell. `keterangan`: sentences about the file as a whole."""

    isi: IsiRencana
    asal: Asal | None
    keterangan: tuple[str, ...]


def baca_buku_rencana(berkas: Path | BinaryIO, rencana: Rencana, kini: IsiRencana) -> BukuTerbaca:
    """The workbook of that plan (with its satker selected), or of one that is not made yet (not saved); `kini`: its
    content here. Raises Ditolak with every problem
    and its cell: no workbook of ours, another plan's, formulas, merged cells, keys or dates that are none."""
    try:
        buku = baca_xlsx(berkas, DIBACA, tanpa_gabung=True, longgar=NAMA)
    except DomainError as galat:
        raise Ditolak([Masalah("", galat.pesan)]) from galat
    if _salinan_versi(buku.get(kolom.SELURUHNYA)):
        raise Ditolak([Masalah("", BUKAN_BUKU)])
    keterangan: list[str] = []
    asal = _asal(buku, rencana, keterangan)
    dasar = susun_dasar(asal.isi if asal else kini, rencana.tahun, nama_pengungkit())
    pembaca = _Pembaca(dasar, keterangan, baru=rencana.pk is None)
    isi = pembaca.baca(buku, rencana.tahun)
    if pembaca.masalah:
        raise Ditolak(pembaca.masalah)
    keterangan += salinan_berubah(buku, asal.isi) if asal else ()
    return BukuTerbaca(isi, asal, tuple(keterangan))


def _salinan_versi(lembar: LembarTerbaca | None) -> bool:
    """Whether it is the workbook of a version, which says what was ditetapkan and is not brought back."""
    judul = lembar.baris[0][1] if lembar and lembar.baris else ()
    return kolom.TERTULIS in judul and not {kolom.STATUS, kolom.KUNCI_PELAKSANAAN} & {str(j) for j in judul}


def _asal(buku: Mapping[str, LembarTerbaca], rencana: Rencana, keterangan: list[str]) -> Asal | None:
    """Whose it is tells the sheet Asal; where that is gone, the sheet Rencana as far as it can."""
    milik = f"{rencana.satker.kode} {rencana.tahun}"
    lembar = buku.get(kolom.ASAL)
    try:
        asal = baca_asal(str(nilai[0]) for _, nilai in (lembar.baris[1:] if lembar else ()))
    except AsalRusak as galat:
        sebutan = _sebutan(buku.get(kolom.RENCANA))
        if sebutan and sebutan != milik:
            raise Ditolak([Masalah("", f"buku kerja ini milik rencana {sebutan}, bukan {milik}")]) from galat
        keterangan.append(galat.pesan)
        return None
    if asal.sebutan != milik:
        raise Ditolak([Masalah("", f"buku kerja ini milik rencana {asal.sebutan}, bukan {milik}")])
    if asal.rencana == BELUM or rencana.pk is None:
        return asal
    if asal.rencana != rencana.pk:
        raise Ditolak([Masalah("", f"buku kerja ini milik rencana {milik} yang sudah dibuang; unduh buku yang baru")])
    if asal.versi != rencana.versi:
        keterangan.append(f"Buku ini diunduh dari versi {asal.versi}; rencana di sini sudah versi {rencana.versi}.")
    return asal


def _sebutan(lembar: LembarTerbaca | None) -> str:
    """KBNTB 2023, as the head of the plan in the sheet Rencana says it; empty where it does not."""
    for b in baris_lembar(lembar, kolom.RENCANA, (), []):
        if b.teks(kolom.BAGIAN) == kolom.TAHUN and b.teks(kolom.KODE):
            return f"{b.teks(kolom.KODE)} {b.teks(kolom.ISI)}"
    return ""


class _Pembaca:
    def __init__(self, dasar: Dasar, keterangan: list[str], *, baru: bool) -> None:
        self.dasar, self.keterangan, self.baru = dasar, keterangan, baru
        self.masalah: list[Masalah] = []

    def baca(self, buku: dict[str, LembarTerbaca], tahun: int) -> IsiRencana:
        lembar = {nama: baris_lembar(buku.get(nama), nama, WAJIB[nama], self.masalah) for nama in WAJIB}
        lembar = {nama: self._berisi(nama, isi) for nama, isi in lembar.items()}
        for nama, baris in lembar.items():
            lembar[nama] = tanpa_contoh(nama, baris, tahun, self.masalah, self.keterangan)
        if not self.masalah and not lembar[kolom.SELURUHNYA]:
            self.masalah.append(Masalah(kolom.SELURUHNYA, BELUM_DIISI))
        if self.masalah:
            raise Ditolak(self.masalah)
        for nama, baris in lembar.items():
            self.keterangan += [*(kolom_baru(nama, baris) if self.baru else ()), *kolom_asing(nama, baris)]
        program = self._program(buku, tahun)
        semua = berkunci(self._berarea(lembar[kolom.SELURUHNYA]), kolom.KUNCI_PELAKSANAAN, self.masalah)
        bukti = berkunci(self._berarea(lembar[kolom.BUKTI_FISIK]), kolom.KUNCI_SYARAT, self.masalah)
        for nama, isi in ((kolom.SELURUHNYA, semua), (kolom.BUKTI_FISIK, bukti)):
            if self.dasar.kerja and 2 * sum(b.sendiri is None for b in isi) > len(isi):
                self.keterangan.append(TANPA_KUNCI.format(lembar=nama))
        susunan = Susunan(self.dasar, self.masalah, self.keterangan)
        susunan.isi(lepas_pelaksanaan(semua, self.dasar, self.keterangan))
        milik = BuktiBuku(susunan)
        milik.isi(lepas_syarat(bukti, self.dasar, self.keterangan))
        per_area: dict[str, list[KerjaBuku]] = defaultdict(list)
        for k in susunan.kerja:
            per_area[k.area].append(k)
        self.keterangan += urutan_baru(per_area.values()) if self.baru else ()
        return IsiRencana(
            tuple(
                IsiPengungkit(
                    kode,
                    tuple(program.get(kode, ())),
                    tuple(
                        replace(susunan.isi_kerja(k), syarat=tertib(milik.milik.get(id(k), ()))) for k in per_area[kode]
                    ),
                )
                for kode in self.dasar.area
            ),
            frozenset(b for b in BENDA if b != PROGRAM or program is not TANPA),
        )

    def _berisi(self, nama: str, semua: Iterable[Baris]) -> list[Baris]:
        """Without rows that speak of nothing, such as a note below the table; these are said."""
        hasil: list[Baris] = []
        for b in semua:
            if any(b[judul] is not None for judul in BERISI[nama]):
                hasil.append(b)
            else:
                self.keterangan.append(f"{nama}, baris {b.nomor}: tidak menyebut isi rencana, tidak dibaca.")
        return hasil

    def _berarea(self, semua: Iterable[Baris]) -> Iterator[tuple[Baris, str]]:
        """Each row with its pengungkit; without one, and without a key, it is nothing."""
        area = ""
        for b in semua:
            area = kode_area(b, kolom.PENGUNGKIT, self.dasar, self.masalah) or area
            if not area:
                self.masalah.append(Masalah(b.sel(kolom.PENGUNGKIT), "pengungkit kosong"))
                continue
            yield b, area

    def _program(self, buku: dict[str, LembarTerbaca], tahun: int) -> dict[str, list[IsiProgram]]:
        """From the sheet Rencana, where it is there; it must be of this plan's year."""
        if kolom.RENCANA not in buku or not buku[kolom.RENCANA].baris:
            return TANPA
        hasil: dict[str, list[IsiProgram]] = defaultdict(list)
        baris: list[tuple[Baris, str, int | None]] = []
        semua = baris_lembar(buku[kolom.RENCANA], kolom.RENCANA, LEMBAR[kolom.RENCANA], self.masalah)
        self.keterangan += kepala_baru(semua) if self.baru else ()
        for b in semua:
            if b.teks(kolom.BAGIAN) == kolom.TAHUN and b.bulat(kolom.ISI) not in (None, tahun):
                alasan = f"buku ini untuk tahun {b.teks(kolom.ISI)}, bukan {tahun}"
                raise Ditolak([Masalah(b.sel(kolom.ISI), alasan)])
            if b.teks(kolom.BAGIAN) == kolom.PROGRAM:
                area = kode_area(b, kolom.KODE, self.dasar, self.masalah)
                if area:
                    baris.append((b, area, kunci(b, kolom.KUNCI_PROGRAM, self.masalah)))
        salinan = {id(b) for b, _ in asli(baris, lambda b: b[2], lambda b: self._tetap(b[0], b[2]))}
        for satu in baris:
            b, area, pk = satu
            lama = self.dasar.program.get(pk or 0)
            teks = setia(b.teks(kolom.ISI), lama.uraian if lama else "")
            hasil[area].append(IsiProgram(None if id(satu) in salinan else pk, teks, b.sel(kolom.ISI)))
        return hasil

    def _tetap(self, b: Baris, pk: int | None) -> int:
        lama = self.dasar.program.get(pk or 0)
        return int(lama is not None and setia(b.teks(kolom.ISI), lama.uraian) == lama.uraian)


TANPA: dict[str, list[IsiProgram]] = {}
"""The workbook does not speak of program prioritas."""
