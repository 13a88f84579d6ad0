"""The proposal: what the path leads to, how alike the words are, and how clearly one place stands out."""

from collections.abc import Sequence
from copy import copy
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import PurePosixPath

from zona.inti.mirip import Indeks
from zona.kiriman.cocok import petunjuk
from zona.kiriman.cocok.letak import Letak, Peta
from zona.kiriman.cocok.petunjuk import Waktu
from zona.kiriman.cocok.tempat import Kali, Tempat

PALING_KECIL = 20
"""Confidence below which nothing is proposed."""
SAMAR = 40
"""The most where another place fits as well."""
TANPA_KALI = 50
"""The most where the occurrence is not known."""


@dataclass(frozen=True, slots=True)
class Usulan:
    """A place, the occurrence where one is asked for and known, the confidence 0–100 and why, in words."""

    syarat: int
    pelaksanaan: int | None
    keyakinan: int
    alasan: str


@dataclass(frozen=True, slots=True)
class _Nilai:
    tempat: Tempat
    total: float
    kata: float
    jenis: bool


class Pengusul:
    """Proposes places of one plan. Built once for a heap of files."""

    def __init__(self, tempat: Sequence[Tempat], tahun: int) -> None:
        self.tempat, self.tahun = list(tempat), tahun
        self.peta = Peta(self.tempat)
        self.teks = Indeks({t.syarat: t.teks for t in self.tempat})
        self.sekitar = Indeks({t.syarat: f"{t.teks} {t.uraian_aksi} {t.uraian_kerja}" for t in self.tempat})

    def usulkan(self, jalur: str) -> Usulan | None:
        """The place of a file by its path (folders and name, `/` between them); None where nothing speaks for any."""
        *map_, berkas = jalur.split("/")
        nama = PurePosixPath(berkas).stem
        letak = copy(self.peta.telusuri(tuple(map_)))
        letak.sebab = list(letak.sebab)
        self.peta.langkah(letak, nama, nama_berkas=True)
        urut = sorted(self._nilai(letak, map_, nama), key=lambda n: -n.total)
        if not urut or urut[0].total <= 0:
            return None
        pertama = urut[0]
        lain = urut[1].total if len(urut) > 1 else 0.0
        beda = (pertama.total - max(lain, 0.0)) / pertama.total
        keyakinan = self._keyakinan(letak, pertama, beda, satu=len(urut) == 1)
        sebab = self._sebab(letak, pertama, beda)
        kali, waktu = self._kali(pertama.tempat, [*map_, nama])
        if pertama.tempat.tiap:
            keyakinan = keyakinan if kali else min(keyakinan, TANPA_KALI)
            sebab.append(
                f"waktu “{waktu.kata}”" if kali and waktu.kata else "" if kali else "pelaksanaannya tidak disebut"
            )
        if keyakinan < PALING_KECIL:
            return None
        kalimat = "; ".join(s for s in sebab if s)
        return Usulan(pertama.tempat.syarat, kali.pk if kali else None, keyakinan, kalimat[:1].upper() + kalimat[1:300])

    def _nilai(self, letak: Letak, map_: list[str], nama: str) -> list[_Nilai]:
        teks = petunjuk.polos(nama)
        dekat = " ".join(petunjuk.polos(b) for b in [*map_[-2:], nama])
        kata = dict(self.teks.cari([teks], 0.01))
        sekitar = dict(self.sekitar.cari([dekat], 0.01))
        jenis = petunjuk.jenis(teks) or next(
            (j for b in reversed(map_) if (j := petunjuk.jenis(petunjuk.polos(b)))), ""
        )
        hasil = []
        for t in self.tempat:
            if letak.area and t.area != letak.area and letak.yakin_area:
                continue
            if letak.kerja is not None and t.kerja != letak.kerja:
                continue
            sama = bool(jenis) and jenis == t.jenis
            lain = bool(jenis) and not sama and t.jenis != "lainnya"
            total = 0.55 * kata.get(t.syarat, 0.0) + 0.25 * sekitar.get(t.syarat, 0.0) + 0.25 * sama - 0.2 * lain
            total += 0.1 * (letak.area == t.area) + 0.15 * (letak.kerja == t.kerja)
            total += 0.15 * (bool(letak.huruf) and letak.huruf == t.huruf)
            total -= 0.15 * (bool(letak.huruf) and t.huruf not in ("", letak.huruf))
            hasil.append(_Nilai(t, total, kata.get(t.syarat, 0.0), sama))
        return hasil

    def _keyakinan(self, letak: Letak, n: _Nilai, beda: float, *, satu: bool) -> int:
        """35 for how far the path leads, 40 for the words (a kind alone is worth half of them), 25 for standing out."""
        t = n.tempat
        jalan = (
            0.3 * (letak.area == t.area)
            + 0.5 * (letak.kerja == t.kerja)
            + 0.2 * (not t.huruf or letak.huruf == t.huruf)
        )
        kata = max(min(1.0, 1.4 * n.kata), 0.6 * n.jenis, 0.3 * satu)
        nilai = round(35 * jalan + 40 * kata + 25 * min(1.0, 2.5 * beda))
        return min(nilai, SAMAR) if beda < 0.04 and not satu else min(nilai, 99)

    def _sebab(self, letak: Letak, n: _Nilai, beda: float) -> list[str]:
        sebab = list(letak.sebab)
        if n.kata >= 0.15:
            sebab.append("nama berkas mirip teks buktinya")
        elif n.jenis:
            sebab.append("jenis dokumennya cocok")
        if beda < 0.04:
            sebab.append("ada tempat lain yang sama cocoknya")
        return sebab or ["beberapa kata cocok"]

    def _kali(self, t: Tempat, jalan: list[str]) -> tuple[Kali | None, Waktu]:
        """The occurrence the innermost part of the path speaks of that fits one; the only one there is."""
        if len(t.kali) == 1:
            return t.kali[0], Waktu()
        for bagian in reversed(jalan):
            waktu = petunjuk.waktu(petunjuk.polos(bagian), self.tahun)
            cocok = [k for k in t.kali if _pada(k, waktu)]
            if len(cocok) > 1 and waktu.hari:
                cocok = sorted(cocok, key=partial(_jarak, waktu.hari))[:1]
            if len(cocok) == 1:
                return cocok[0], waktu
        return None, Waktu()


def _pada(kali: Kali, waktu: Waktu) -> bool:
    """It falls into one of those months."""
    if kali.jatuh_tempo is None or not waktu.bulan:
        return False
    awal = kali.mulai or kali.jatuh_tempo
    return bool(waktu.bulan & set(range(awal.month, kali.jatuh_tempo.month + 1)))


def _jarak(hari: date, kali: Kali) -> int:
    """Days between a day and the one it is due."""
    return abs(((kali.jatuh_tempo or hari) - hari).days)
