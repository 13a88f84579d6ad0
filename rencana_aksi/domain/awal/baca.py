"""A starter file's content, checked whole: a plain dict in, a NaskahAwal out, or every problem with its path. Pure."""

from collections import Counter
from collections.abc import Collection, Mapping
from typing import Any

from rencana_aksi.domain.awal.jadwal import jadwal_kerja
from rencana_aksi.domain.awal.naskah import (
    KEPASTIAN,
    PASTI,
    AksiAwal,
    KerjaAwal,
    NaskahAwal,
    PengungkitAwal,
    SyaratAwal,
    sidik_awal,
)
from rencana_aksi.domain.masalah import Ditolak
from rencana_aksi.domain.simpul import Simpul
from rencana_aksi.enums import JenisBukti
from zona.organisasi.enums import AREA

TAHUN_UJI = (2023, 2024)
"""A common year and a leap year: a word that names a day of one of them only is no word for a starter."""


def baca_awal(isi: Mapping[str, Any], pertanyaan: Collection[str] | None = None) -> NaskahAwal:
    """Raises Ditolak with all that is wrong: keys, kinds, the same thing written twice. Given the codes of the
    instrument (`pertanyaan`) also: codes it does not have, questions for which nothing is proposed, and words of a
    schedule that mean no day, which takes a while; the tests hold the shipped files to it."""
    pembaca = _Pembaca(isi, pertanyaan)
    naskah = pembaca.naskah()
    if pembaca.akar.masalah:
        raise Ditolak(pembaca.akar.masalah)
    return naskah


class _Pembaca:
    """One reading: what was noted, and what was seen already."""

    def __init__(self, isi: Mapping[str, Any], pertanyaan: Collection[str] | None) -> None:
        self.akar = Simpul(isi, "", [], wajib="instrumen pengungkit")
        self.pertanyaan = pertanyaan
        self.terbukti: set[str] = set()
        self.id: Counter[str] = Counter()
        self.aksi: set[str] = set()

    def naskah(self) -> NaskahAwal:
        pengungkit = tuple(
            self._pengungkit(s)
            for s in self.akar.anak("pengungkit", wajib="kode rencana_kerja", boleh="program_prioritas")
        )
        if [p.kode for p in pengungkit] != list(AREA):
            self.akar.salah("pengungkit", f"harus {', '.join(AREA)}, berurutan")
        if kurang := [kode for kode in self.pertanyaan or () if kode not in self.terbukti]:
            self.akar.salah("", f"tidak ada bukti untuk pertanyaan {', '.join(kurang)}")
        return NaskahAwal(self.akar.teks("instrumen", batas=40), pengungkit)

    def _pengungkit(self, simpul: Simpul) -> PengungkitAwal:
        kode = simpul.teks("kode")
        kerja = tuple(self._kerja(s, kode) for s in simpul.anak("rencana_kerja", wajib="uraian aksi"))
        return PengungkitAwal(kode, simpul.daftar_teks("program_prioritas"), kerja)

    def _kerja(self, simpul: Simpul, kode: str) -> KerjaAwal:
        uraian = simpul.teks("uraian")
        aksi = tuple(self._aksi(s, (kode, uraian)) for s in simpul.anak("aksi", wajib="uraian jadwal pertanyaan bukti"))
        return KerjaAwal(self._id(simpul, kode, uraian), uraian, aksi)

    def _aksi(self, simpul: Simpul, induk: tuple[str, str]) -> AksiAwal:
        uraian = simpul.teks("uraian")
        if uraian.casefold() in self.aksi:
            simpul.salah("uraian", f'aksi "{uraian}" sudah ada')
        self.aksi.add(uraian.casefold())
        kode = self._kode(simpul, ())
        syarat = tuple(
            self._syarat(s, (*induk, uraian), kode)
            for s in simpul.anak("bukti", wajib="teks jenis", boleh="tiap_pelaksanaan pertanyaan kepastian")
        )
        return AksiAwal(self._id(simpul, *induk, uraian), uraian, self._jadwal(simpul), kode, syarat)

    def _syarat(self, simpul: Simpul, induk: tuple[str, ...], kode: tuple[str, ...]) -> SyaratAwal:
        teks, jenis = simpul.teks("teks"), simpul.teks("jenis")
        if jenis not in JenisBukti.values:
            simpul.salah("jenis", f'jenis "{jenis}" tidak dikenal; yang dikenal: {", ".join(JenisBukti.values)}')
            jenis = JenisBukti.LAINNYA
        kepastian = simpul.teks("kepastian", kosong=True) or PASTI
        if kepastian not in KEPASTIAN:
            simpul.salah("kepastian", f'"{kepastian}" tidak dikenal; yang dikenal: {", ".join(KEPASTIAN)}')
        milik = self._kode(simpul, kode)
        self.terbukti |= set(milik)
        return SyaratAwal(
            self._id(simpul, *induk, teks),
            teks,
            JenisBukti(jenis),
            simpul.benar("tiap_pelaksanaan"),
            milik,
            kepastian,
        )

    def _jadwal(self, simpul: Simpul) -> str:
        teks = simpul.teks("jadwal", batas=300)
        try:
            for tahun in TAHUN_UJI if teks and self.pertanyaan else ():
                jadwal_kerja(teks, tahun)
        except ValueError as galat:
            simpul.salah("jadwal", str(galat))
        return teks

    def _kode(self, simpul: Simpul, warisan: tuple[str, ...]) -> tuple[str, ...]:
        """The questions named here, else those of the action it stands under."""
        sendiri = simpul.daftar_teks("pertanyaan")
        for satu in sendiri:
            if self.pertanyaan and satu not in self.pertanyaan:
                simpul.salah("pertanyaan", f'pertanyaan "{satu}" tidak ada pada instrumen')
        if not (sendiri or warisan):
            simpul.salah("pertanyaan", "harus menyebut sedikitnya satu pertanyaan")
        return sendiri or warisan

    def _id(self, simpul: Simpul, *teks: str) -> str:
        satu = sidik_awal(*teks)
        self.id[satu] += 1
        if self.id[satu] == 2:
            simpul.salah("", f'"{teks[-1]}" ditulis dua kali')
        return satu
