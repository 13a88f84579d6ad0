"""The rows of a plan's workbook put in order: which rencana kerja, which action, which evidence. Pure."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from rencana_aksi.domain.baris_xlsx import Baris
from rencana_aksi.domain.lembar_xlsx import AKSI, HURUF, JADWAL, KERJA, KUNCI_AKSI, KUNCI_KERJA, NO, PENGUNGKIT
from rencana_aksi.domain.masalah import Masalah


@dataclass(slots=True)
class KerjaXlsx:
    """A rencana kerja: the row it is first named in, its actions (each the rows of its pelaksanaan), its evidence."""

    baris: Baris
    aksi: list[list[Baris]] = field(default_factory=list)
    bukti: list[Baris] = field(default_factory=list)


@dataclass(slots=True)
class SusunanXlsx:
    """Rencana kerja by pengungkit. A key finds its own; without one, number and words do; an empty cell means as in
    the row above."""

    kerja: dict[str, list[KerjaXlsx]]
    masalah: list[Masalah] = field(default_factory=list)
    _dikenal: dict[tuple[Any, ...], Any] = field(default_factory=dict)

    def tambah_pelaksanaan(self, semua: Iterable[Baris]) -> None:
        kode, kerja, aksi = "", None, None
        for baris in semua:
            kode = self._kode(baris) or kode
            if baris[KERJA] is not None or baris[KUNCI_KERJA] is not None:
                baru = self._cari_kerja(kode, baris)
                if baru is None and kode in self.kerja:
                    baru = KerjaXlsx(baris)
                    self.kerja[kode].append(baru)
                    kata = (baris.bulat(NO), baris.teks(KERJA))
                    self._kenali(("kerja", kode), baris, KUNCI_KERJA, kata, baru)
                elif baru is not None:
                    self._sama(baru.baris, baris, NO, KERJA)
                kerja, aksi = baru, aksi if baru is kerja else None
            if kerja is None:
                if kode in self.kerja:
                    self.masalah.append(Masalah(baris.sel(KERJA), "rencana kerja kosong"))
                continue
            aksi = self._aksi(kerja, aksi, baris)

    def tambah_bukti(self, semua: Iterable[Baris]) -> None:
        """By key alone where there is one: the words beside it are for people to read."""
        kode, kerja = "", None
        for baris in semua:
            kode = self._kode(baris) or kode
            if baris[KERJA] is not None or baris[KUNCI_KERJA] is not None:
                kerja = self._cari_kerja(kode, baris)
            if kerja is None:
                self.masalah.append(Masalah(baris.sel(KERJA), "rencana kerja ini tidak ada di lembar Seluruhnya"))
                continue
            kerja.bukti.append(baris)

    def _kode(self, baris: Baris) -> str:
        """I of "I. Manajemen Perubahan"; empty where the cell is, or names none of the plan's."""
        kode = baris.teks(PENGUNGKIT).partition(".")[0].strip().upper()
        if kode and kode not in self.kerja:
            self.masalah.append(Masalah(baris.sel(PENGUNGKIT), f'pengungkit "{kode}" tidak ada di lembar Rencana'))
        return kode

    def _cari_kerja(self, kode: str, baris: Baris) -> KerjaXlsx | None:
        kerja: KerjaXlsx | None = self._cari(("kerja", kode), baris, KUNCI_KERJA, (baris.bulat(NO), baris.teks(KERJA)))
        return kerja

    def _aksi(self, kerja: KerjaXlsx, terakhir: list[Baris] | None, baris: Baris) -> list[Baris]:
        tempat, kata = ("aksi", id(kerja)), (baris.teks(HURUF), baris.teks(AKSI))
        seperti_atas = baris[AKSI] is None and baris[KUNCI_AKSI] is None
        aksi: list[Baris] | None = terakhir if seperti_atas else self._cari(tempat, baris, KUNCI_AKSI, kata)
        if aksi is None:
            aksi = []
            kerja.aksi.append(aksi)
            self._kenali(tempat, baris, KUNCI_AKSI, kata, aksi)
        else:
            self._sama(aksi[0], baris, HURUF, AKSI, JADWAL)
        aksi.append(baris)
        return aksi

    def _cari(self, tempat: tuple[Any, ...], baris: Baris, kunci: str, kata: tuple[Any, ...]) -> Any:
        """What has the row's key; or what has its words, unless both have keys and these differ."""
        if (*tempat, "kunci", baris[kunci]) in self._dikenal:
            return self._dikenal[*tempat, "kunci", baris[kunci]][0]
        ada, kunci_ada = self._dikenal.get((*tempat, *kata), (None, None))
        return ada if baris[kunci] is None or kunci_ada is None else None

    def _kenali(self, tempat: tuple[Any, ...], baris: Baris, kunci: str, kata: tuple[Any, ...], sesuatu: Any) -> None:
        self._dikenal[*tempat, *kata] = (sesuatu, baris[kunci])
        if baris[kunci] is not None:
            self._dikenal[*tempat, "kunci", baris[kunci]] = (sesuatu, baris[kunci])

    def _sama(self, awal: Baris, baris: Baris, *judul: str) -> None:
        """Note where a row says otherwise than the first of the same key. Empty says nothing."""
        for satu in judul:
            if baris[satu] is not None and baris.teks(satu) != awal.teks(satu):
                alasan = f"berbeda dari {awal.sel(satu)}, padahal kuncinya sama; ubah keduanya, atau kosongkan kuncinya"
                self.masalah.append(Masalah(baris.sel(satu), alasan))
