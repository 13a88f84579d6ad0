"""The sheet Bukti Fisik: evidence, put under its rencana kerja and action. Pure.

A row that says what it was written with stays where it was, and goes where its action goes; one whose letter was
changed belongs to that letter. Of a rencana kerja or action that is gone its rows go along.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field

from rencana_aksi.domain import lembar_xlsx as kolom
from rencana_aksi.domain.masalah import Masalah
from rencana_aksi.domain.sunting.urutan import huruf
from zona.impor.domain.buku.dasar import Dasar, sama, setia
from zona.impor.domain.buku.salinan import BarisBuku
from zona.impor.domain.buku.susun import KerjaBuku, Susunan, huruf_baris
from zona.impor.isi import IsiSyarat
from zona.impor.kenali import kata


@dataclass(slots=True)
class BuktiBuku:
    """Evidence by its rencana kerja (the place of it in `Susunan.kerja`)."""

    susunan: Susunan
    milik: dict[int, list[IsiSyarat]] = field(default_factory=dict)
    _kunci: dict[int, KerjaBuku] = field(default_factory=dict)
    _kata: dict[tuple[str, str], KerjaBuku] = field(default_factory=dict)
    _aksi: dict[int, tuple[KerjaBuku, int]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for k in self.susunan.kerja:
            if k.kunci is not None:
                self._kunci[k.kunci] = k
            for b in k.baris:
                self._kata.setdefault((k.area, kata(b.teks(kolom.KERJA))), k)
            if lama := self.dasar.kerja.get(k.kunci or 0):
                self._kata.setdefault((k.area, kata(lama.uraian)), k)
            self._aksi |= {a.kunci: (k, i) for i, a in enumerate(k.aksi) if a.kunci is not None}

    @property
    def dasar(self) -> Dasar:
        return self.susunan.dasar

    def isi(self, semua: Iterable[BarisBuku]) -> None:
        """Put every row in its place."""
        kerja: KerjaBuku | None = None
        baris = list(semua)
        terpakai = {b.sendiri for b in baris}
        for b in baris:
            kerja = self._cari_kerja(b, kerja)
            if b.sendiri is None:
                b.sendiri = self._tebak(b, kerja, terpakai)
                terpakai.add(b.sendiri)
            tempat = self._tempat(b, kerja)
            if tempat is not None:
                di, aksi = tempat
                self.milik.setdefault(id(di), []).append(self._satu(b, aksi))

    def _cari_kerja(self, b: BarisBuku, atas: KerjaBuku | None) -> KerjaBuku | None:
        teks = b.teks(kolom.KERJA)
        ini, lama = self._kunci.get(b.kerja or 0), self.dasar.kerja.get(b.kerja or 0)
        if b.kerja is not None and (not teks or (lama is not None and sama(lama.uraian, teks))):
            return ini
        if not teks:
            return atas
        return self._kata.get((b.area, kata(teks)), ini)

    def _tebak(self, b: BarisBuku, kerja: KerjaBuku | None, terpakai: set[int | None]) -> int | None:
        """The key that the row lost, where no other row has it."""
        lama = self.dasar.kerja.get(kerja.kunci or 0) if kerja else None
        for s in lama.syarat if lama else ():
            tanda = self.dasar.huruf.get(self.dasar.aksi_syarat.get(s.kunci or 0) or 0, "")
            if s.kunci not in terpakai and sama(s.teks, b.teks(kolom.BUKTI)) and tanda == huruf_baris(b.baris):
                return s.kunci
        return None

    def _tempat(self, b: BarisBuku, kerja: KerjaBuku | None) -> tuple[KerjaBuku, int | None] | None:
        """Its rencana kerja and action; None where it goes along with what is gone, or is a problem."""
        tanda = huruf_baris(b.baris)
        if b.sendiri in self.dasar.syarat:
            dahulu = self.dasar.aksi_syarat[b.sendiri]
            semula = self.dasar.huruf.get(dahulu or 0, "")
            lepas = dahulu is not None and semula and not tanda and not b.teks(kolom.AKSI)
            if tanda == semula and not lepas:
                if dahulu is not None:
                    return self._aksi.get(dahulu)
                return (kerja, None) if kerja is not None else None
        if kerja is None:
            if b.kerja is None or b.kerja not in self.dasar.kerja:
                alasan = "rencana kerja ini tidak ada di lembar Seluruhnya"
                self.susunan.masalah.append(Masalah(b.baris.sel(kolom.KERJA), alasan))
            return None
        return self._menurut_kata(b, kerja, tanda)

    def _menurut_kata(self, b: BarisBuku, kerja: KerjaBuku, tanda: str) -> tuple[KerjaBuku, int | None] | None:
        if tanda:
            tertulis = [a.huruf for a in kerja.aksi]
            cocok = [i for i, satu in enumerate(tertulis) if (satu or huruf(i)) == tanda]
            if not cocok:
                self.susunan.masalah.append(
                    Masalah(b.baris.sel(kolom.HURUF), f'rencana kerja ini tidak memiliki rencana aksi "{tanda}"')
                )
                return None
            return kerja, cocok[0]
        if len(kerja.aksi) == 1:
            return kerja, 0 if self._tiap(b) else None
        sebut = b.teks(kolom.AKSI)
        cocok = [i for i, a in enumerate(kerja.aksi) if sebut and any(sama(r.teks(kolom.AKSI), sebut) for r in a.baris)]
        return kerja, cocok[0] if cocok else None

    def _tiap(self, b: BarisBuku) -> bool:
        return b.teks(kolom.TIAP).capitalize() == kolom.YA

    def _satu(self, b: BarisBuku, aksi: int | None) -> IsiSyarat:
        tiap = b.teks(kolom.TIAP)
        if tiap.capitalize() not in (kolom.YA, kolom.TIDAK, ""):
            self.susunan.masalah.append(
                Masalah(b.baris.sel(kolom.TIAP), f'"{tiap}" harus {kolom.YA} atau {kolom.TIDAK}')
            )
        lama = self.dasar.syarat.get(b.sendiri or 0)
        teks = setia(b.teks(kolom.BUKTI), lama.teks if lama else "")
        diminta = lama.tiap_pelaksanaan if lama and not tiap else self._tiap(b)
        letak = {"aksi": b.baris.sel(kolom.HURUF), "tiap": b.baris.sel(kolom.TIAP)}
        return IsiSyarat(b.sendiri, teks, aksi, diminta, sel=b.baris.sel(kolom.BUKTI), letak=letak)
