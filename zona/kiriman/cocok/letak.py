"""Walking down a path: which pengungkit, which rencana kerja, which aksi its folders and name lead to."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from zona.inti.mirip import Indeks
from zona.kiriman.cocok import petunjuk
from zona.kiriman.cocok.tempat import Tempat

MIRIP_AREA, MIRIP_KERJA, MIRIP_AKSI = 0.45, 0.45, 0.5
"""Likeness from which a folder is taken to bear the name of a pengungkit, a rencana kerja, an aksi."""
MIRIP_KERJA_SAJA = 0.6
"""The same of a rencana kerja, where no pengungkit is known yet."""


@dataclass(slots=True)
class Letak:
    """As far as it is known. `kerja` is the pk of the rencana kerja; `sebab` says how each was known."""

    area: str = ""
    kerja: int | None = None
    huruf: str = ""
    yakin_area: bool = False
    sebab: list[str] = field(default_factory=list)


class Peta:
    """The folders of a plan, as one would name them."""

    def __init__(self, tempat: Sequence[Tempat]) -> None:
        self.area = Indeks({t.area: t.nama_area for t in tempat})
        self.kerja = {t.kerja: t for t in tempat}
        self.nomor = {(t.area, t.nomor): t.kerja for t in tempat if t.nomor}
        self.aksi = {(t.kerja, t.huruf): t.uraian_aksi for t in tempat if t.huruf}
        self.uraian_kerja = Indeks({k: t.uraian_kerja for k, t in self.kerja.items()})
        self.uraian_aksi = Indeks(self.aksi)
        self.telusuri = lru_cache(maxsize=2048)(self._telusuri)

    def _telusuri(self, jalan: tuple[str, ...]) -> Letak:
        """Where these folders lead to, the outermost first."""
        hasil = Letak()
        for bagian in jalan:
            self.langkah(hasil, bagian, nama_berkas=False)
        return hasil

    def langkah(self, letak: Letak, bagian: str, *, nama_berkas: bool) -> None:
        """One part of the path. A name says more than a number, and a number of a file only with its pengungkit."""
        teks, kerja = petunjuk.polos(bagian), letak.kerja
        if kode := petunjuk.KODE.match(teks):
            self._kode(letak, bagian, kode["satu"], int(kode["dua"]), kode["aksi"] or "")
        self._sebutan(letak, bagian, teks)
        if not nama_berkas:
            self._nama_area(letak, bagian, teks)
            if not kode:
                self._depan(letak, bagian, teks)
            self._nama_kerja(letak, bagian, teks)
        self._huruf(letak, bagian, teks, baru=kerja != letak.kerja)

    def _kode(self, letak: Letak, bagian: str, satu: str, dua: int, aksi: str) -> None:
        """1.2 or I.2.a: pengungkit and rencana kerja; below a pengungkit of another number, rencana kerja and more."""
        area = petunjuk.area(satu) if not satu.isdigit() or 1 <= int(satu) <= 6 else ""
        if letak.area and area != letak.area:
            return self._nomor(letak, bagian, int(satu) if satu.isdigit() else 0)
        if area and (area, dua) in self.nomor:
            letak.area, letak.yakin_area = area, True
            self._nomor(letak, bagian, dua)
            if aksi and (letak.kerja, aksi.lower()) in self.aksi:
                letak.huruf = aksi.lower()
        return None

    def _sebutan(self, letak: Letak, bagian: str, teks: str) -> None:
        if m := petunjuk.SEBUT_AREA.search(teks):
            self._area(letak, bagian, petunjuk.area(m["area"]), yakin=True)
        if m := petunjuk.SEBUT_KERJA.search(teks):
            self._nomor(letak, bagian, int(m["kerja"]))
        if (m := petunjuk.SEBUT_AKSI.search(teks)) and (letak.kerja, m["aksi"].lower()) in self.aksi:
            letak.huruf = m["aksi"].lower()

    def _nama_area(self, letak: Letak, bagian: str, teks: str) -> None:
        if letak.yakin_area:
            return
        mirip = self.area.cari([petunjuk.tanpa_umum(teks)], MIRIP_AREA)
        if mirip and (len(mirip) == 1 or mirip[0][1] > mirip[1][1]):
            self._area(letak, bagian, mirip[0][0], yakin=True)

    def _depan(self, letak: Letak, bagian: str, teks: str) -> None:
        """A number at the beginning: of the pengungkit in the first folder that has one, then of the rencana kerja."""
        if m := petunjuk.ROMAWI_DEPAN.match(teks):
            return self._area(letak, bagian, petunjuk.area(m["area"]), yakin=True)
        m = petunjuk.ANGKA_DEPAN.match(teks)
        if m is None or bagian in (letak.sebab[-1:] or [""])[0]:
            return None
        if not letak.area and 1 <= int(m["angka"]) <= 6:
            return self._area(letak, bagian, petunjuk.area(m["angka"]), yakin=False)
        if letak.area and letak.kerja is None:
            return self._nomor(letak, bagian, int(m["angka"]))
        return None

    def _nama_kerja(self, letak: Letak, bagian: str, teks: str) -> None:
        if letak.kerja is not None:
            return
        batas = MIRIP_KERJA if letak.area else MIRIP_KERJA_SAJA
        mirip = [k for k, _ in self.uraian_kerja.cari([petunjuk.tanpa_umum(teks)], batas)]
        if letak.yakin_area:
            mirip = [k for k in mirip if self.kerja[k].area == letak.area]
        if mirip:
            tempat = self.kerja[mirip[0]]
            letak.area, letak.kerja = tempat.area, tempat.kerja
            letak.sebab.append(f"map “{bagian}” menyebut rencana kerja {tempat.area}.{tempat.nomor or '–'}")

    def _huruf(self, letak: Letak, bagian: str, teks: str, *, baru: bool) -> None:
        """A letter; or the words of an aksi, unless this part is the one that named the rencana kerja."""
        if letak.kerja is None:
            return
        m = petunjuk.HURUF_DEPAN.match(teks)
        if m and (letak.kerja, m["aksi"].lower()) in self.aksi:
            huruf = m["aksi"].lower()
        elif letak.huruf or baru:
            return
        else:
            huruf = next((k[1] for k, _ in self.uraian_aksi.cari([teks], MIRIP_AKSI) if k[0] == letak.kerja), "")
        if huruf:
            letak.huruf = huruf
            letak.sebab.append(f"“{bagian}” menyebut aksi {huruf}")

    def _area(self, letak: Letak, bagian: str, area: str, *, yakin: bool) -> None:
        if letak.yakin_area or area == letak.area:
            letak.yakin_area |= yakin and area == letak.area
            return
        letak.area, letak.yakin_area, letak.kerja, letak.huruf = area, yakin, None, ""
        letak.sebab = [f"map “{bagian}” menyebut pengungkit {area}"]

    def _nomor(self, letak: Letak, bagian: str, nomor: int) -> None:
        kerja = self.nomor.get((letak.area, nomor))
        if kerja is not None and letak.kerja is None:
            letak.kerja = kerja
            letak.sebab.append(f"“{bagian}” menyebut rencana kerja {letak.area}.{nomor}")
