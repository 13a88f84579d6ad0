"""The sheet Seluruhnya as rencana kerja, actions and occurrences. Pure.

A key finds its own; but a row whose words are those of another rencana kerja or action was put there. Without a key the
words do, and an empty cell means as in the row above.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from rencana_aksi.domain import lembar_xlsx as kolom
from rencana_aksi.domain.baris_xlsx import Baris
from rencana_aksi.domain.masalah import Masalah
from rencana_aksi.enums import Status
from zona.impor.domain.buku import jadwal
from zona.impor.domain.buku.dasar import Dasar, sama, satu_kata, setia
from zona.impor.domain.buku.salinan import BarisBuku
from zona.impor.isi import IsiAksi, IsiKerja, IsiPelaksanaan
from zona.impor.kenali import kata

STATUS = {s.label.lower(): s.value for s in Status}
TERURAI = (
    f"Baris di lembar {kolom.SELURUHNYA} tampaknya diurutkan ulang, sehingga letak rencana kerja dan aksi tidak dibaca "
    "dari urutannya."
)


@dataclass(slots=True)
class AksiBuku:
    """An action and its rows. `huruf`: as its first row says."""

    kunci: int | None
    baris: list[BarisBuku] = field(default_factory=list)

    @property
    def huruf(self) -> str:
        return huruf_baris(self.baris[0].baris)


@dataclass(slots=True)
class KerjaBuku:
    """A rencana kerja, its rows, its actions."""

    kunci: int | None
    area: str
    baris: list[BarisBuku] = field(default_factory=list)
    aksi: list[AksiBuku] = field(default_factory=list)


@dataclass(slots=True)
class Susunan:
    """What the rows of Seluruhnya belong to, in the order they are first met."""

    dasar: Dasar
    masalah: list[Masalah]
    keterangan: list[str]
    kerja: list[KerjaBuku] = field(default_factory=list)
    terurai: bool = False
    terpakai: set[tuple[str, int | None]] = field(default_factory=set)
    _kerja: dict[tuple[str, Any], KerjaBuku] = field(default_factory=dict)
    _aksi: dict[tuple[int, Any], AksiBuku] = field(default_factory=dict)

    def isi(self, semua: Sequence[BarisBuku]) -> None:
        """Put every row in its place."""
        dipakai = self._kata_dasar({b.kerja for b in semua})
        self.terpakai = {("aksi", b.aksi) for b in semua} | {("sendiri", b.sendiri) for b in semua}
        kini: KerjaBuku | None = None
        aksi: AksiBuku | None = None
        for b in semua:
            kerja = self._cari_kerja(b, kini, dipakai)
            if kerja is None:
                self.masalah.append(Masalah(b.baris.sel(kolom.KERJA), "rencana kerja kosong"))
                continue
            self.terurai |= bool(kerja.baris) and kerja is not kini
            aksi = self._cari_aksi(b, kerja, aksi if kerja is kini else None)
            kerja.baris.append(b)
            kini = kerja
        if self.terurai:
            self._seperti_semula()
            self.keterangan.append(TERURAI)

    def _kata_dasar(self, dipakai: set[int | None]) -> dict[tuple[str, str], int]:
        """Keys by (area, words), those that the file uses first."""
        kunci = sorted(self.dasar.kerja, key=lambda k: (k in dipakai, -k))
        return {(self.dasar.area_kerja[k], kata(self.dasar.kerja[k].uraian)): k for k in kunci}

    def _cari_kerja(
        self, b: BarisBuku, kini: KerjaBuku | None, dipakai: dict[tuple[str, str], int]
    ) -> KerjaBuku | None:
        teks = b.teks(kolom.KERJA)
        kunci = b.kerja
        lain = dipakai.get((b.area, kata(teks)))
        if kunci is None or (lain is not None and kunci in self.dasar.kerja and not self._setia(kunci, teks)):
            kunci = lain if lain is not None else kunci  # its words are those of another
        if kunci is None and not teks:
            return kini
        tanda = ("kunci", kunci) if kunci is not None else (b.area, kata(teks))
        if tanda not in self._kerja:
            self._kerja[tanda] = baru = KerjaBuku(kunci, b.area)
            self.kerja.append(baru)
        if teks:
            self._kerja.setdefault((b.area, kata(teks)), self._kerja[tanda])
        return self._kerja[tanda]

    def _setia(self, kunci: int, teks: str) -> bool:
        return sama(self.dasar.kerja[kunci].uraian, teks)

    def _cari_aksi(self, b: BarisBuku, kerja: KerjaBuku, atas: AksiBuku | None) -> AksiBuku | None:
        teks = b.teks(kolom.AKSI)
        if b.aksi is None and teks and (id(kerja), kata(teks)) not in self._aksi:
            b.aksi = self._tebak_aksi(kerja, teks)
        if b.aksi is None and not teks:
            if atas is None:
                return None  # a rencana kerja without an action, which is told later
            aksi = atas
        else:
            tanda = (0, b.aksi) if b.aksi is not None else (id(kerja), kata(teks))
            if tanda not in self._aksi:
                self._aksi[tanda] = AksiBuku(b.aksi)
                kerja.aksi.append(self._aksi[tanda])
            aksi = self._aksi[tanda]
            if teks:
                self._aksi.setdefault((id(kerja), kata(teks)), aksi)
            if aksi not in kerja.aksi:
                alasan = "rencana aksi ini ada pada dua rencana kerja; kosongkan sel kuncinya bila ini baris baru"
                self.masalah.append(Masalah(b.baris.sel(kolom.AKSI), alasan))
            self.terurai |= bool(aksi.baris) and aksi is not atas
        aksi.baris.append(b)
        self._tebak_pelaksanaan(b, aksi)
        return aksi

    def _tebak_aksi(self, kerja: KerjaBuku, teks: str) -> int | None:
        """The key that the row lost, where no other row has it."""
        lama = self.dasar.kerja.get(kerja.kunci or 0)
        for a in lama.aksi if lama else ():
            if sama(a.uraian, teks) and self._ambil("aksi", a.kunci):
                return a.kunci
        return None

    def _tebak_pelaksanaan(self, b: BarisBuku, aksi: AksiBuku) -> None:
        lama = self.dasar.aksi.get(aksi.kunci or 0)
        if b.sendiri is not None or lama is None:
            return
        hari = jadwal.jendela(b.baris, [])
        for p in lama.pelaksanaan:
            if (p.mulai, p.jatuh_tempo) == hari and self._ambil("sendiri", p.kunci):
                b.sendiri = p.kunci
                return

    def _ambil(self, benda: str, kunci: int | None) -> bool:
        """Take a key that no row has."""
        bebas = (benda, kunci) not in self.terpakai
        self.terpakai.add((benda, kunci))
        return bebas

    def _seperti_semula(self) -> None:
        """The order the plan had, what is new last."""
        urutan, banyak = self.dasar.urutan, len(self.dasar.urutan)
        self.kerja.sort(key=lambda k: urutan.get((IsiKerja, k.kunci or 0), banyak))
        for k in self.kerja:
            k.aksi.sort(key=lambda a: urutan.get((IsiAksi, a.kunci or 0), banyak))

    # --- as values ----------------------------------------------------------------------------------------

    def isi_kerja(self, k: KerjaBuku) -> IsiKerja:
        """Without its evidence."""
        lama = self.dasar.kerja.get(k.kunci or 0)
        baris = [b.baris for b in k.baris]
        uraian, di = satu_kata(baris, kolom.KERJA, lama.uraian if lama else None, self.masalah)
        bernomor = any(b[kolom.NO] is not None for b in baris)
        aksi = tuple(self._isi_aksi(a) for a in k.aksi)
        return IsiKerja(k.kunci, bernomor, setia(uraian, lama.uraian if lama else ""), aksi, (), di.sel(kolom.KERJA))

    def _isi_aksi(self, a: AksiBuku) -> IsiAksi:
        lama = self.dasar.aksi.get(a.kunci or 0)
        baris = [b.baris for b in a.baris]
        uraian, di = satu_kata(baris, kolom.AKSI, lama.uraian if lama else None, self.masalah)
        teks, di_jadwal = satu_kata(baris, kolom.JADWAL, lama.jadwal_teks if lama else None, self.masalah)
        orang, di_orang = satu_kata(
            baris, kolom.PENANGGUNG_JAWAB, lama.penanggung_jawab if lama else None, self.masalah
        )
        tahu = len(self.masalah)
        pelaksanaan = tuple(self._isi_pelaksanaan(b) for b in a.baris)
        if len(self.masalah) > tahu:  # what its dates mean cannot be told, and why is said already
            waktu = jadwal.JadwalBaris(teks, None)
        else:
            waktu = jadwal.baca(lama, teks, baris, pelaksanaan, self.dasar.tahun, self.masalah)
        return IsiAksi(
            a.kunci, uraian, waktu.teks, waktu.jadwal, orang, pelaksanaan, waktu.alasan, di.sel(kolom.AKSI),
            {"jadwal": di_jadwal.sel(kolom.JADWAL), "penanggung_jawab": di_orang.sel(kolom.PENANGGUNG_JAWAB)},
        )  # fmt: skip

    def _isi_pelaksanaan(self, b: BarisBuku) -> IsiPelaksanaan:
        mulai, tempo = jadwal.jendela(b.baris, self.masalah)
        lama = self.dasar.pelaksanaan.get(b.sendiri or 0)
        kata_status = b.teks(kolom.STATUS)
        status: str | None = STATUS.get(kata_status.lower(), kata_status.lower()) or None
        realisasi = jadwal.tanggal(b.baris, kolom.REALISASI, self.masalah)
        if status is None and realisasi:
            status = lama.status if lama else Status.BELUM
        return IsiPelaksanaan(
            b.sendiri, mulai, tempo, status, realisasi, lama.semula if lama else None, b.baris.sel(kolom.STATUS),
            {"tanggal": b.baris.sel(kolom.TEMPO)},
        )  # fmt: skip


def huruf_baris(baris: Baris) -> str:
    """a of "a." or "A"."""
    return baris.teks(kolom.HURUF).rstrip(".").lower()
