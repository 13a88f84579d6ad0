"""The week of the whole office, for the ketua on Monday."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from rencana_aksi.enums import Status
from zona.kabar.queries.penerima import Lembar
from zona.matriks.queries.baris import TERLAMBAT, BarisPelaksanaan
from zona.matriks.queries.bukti import LembarBukti, menunggu
from zona.matriks.queries.pekerjaan import Pekerjaan
from zona.organisasi.models import Pengguna


def senin(hari: date) -> date:
    """The Monday of that day's week."""
    return hari - timedelta(days=hari.weekday())


@dataclass(frozen=True, slots=True)
class Hal:
    """An action of a recap with the occurrences that put it there, and who answers for it."""

    lembar: Lembar
    pekerjaan: Pekerjaan

    @property
    def penanggung(self) -> Pengguna | None:
        return self.lembar.penanggung(self.pekerjaan.bagian, self.pekerjaan.aksi)


@dataclass(frozen=True, slots=True)
class Rekap:
    """`pekan`: the Monday it is of. Done in the week before, due in this one, late as of today, evidence waiting."""

    pekan: date
    selesai: list[Hal]
    pekan_ini: list[Hal]
    terlambat: list[Hal]
    menunggu: list[tuple[Lembar, LembarBukti]]
    tanpa_posel: list[Pengguna]
    tanpa_penanggung: list[str]

    @property
    def kosong(self) -> bool:
        return not (self.selesai or self.pekan_ini or self.terlambat or self.menunggu)


def susun_rekap(semua: Iterable[Lembar], hari_ini: date) -> Rekap:
    """Of these plans of one office, as of a day of the week. No query."""
    lembar, awal = list(semua), senin(hari_ini)
    pekan = (awal, awal + timedelta(days=6))
    lalu = (awal - timedelta(days=7), awal - timedelta(days=1))

    def hal(kena: Callable[[BarisPelaksanaan], bool]) -> list[Hal]:
        return [h for satu in lembar for h in _hal(satu, kena)]

    return Rekap(
        pekan=awal,
        selesai=hal(lambda p: p.status == Status.SELESAI and _antara(p.realisasi, lalu)),
        pekan_ini=hal(lambda p: p.terbuka and p.keadaan != TERLAMBAT and _antara(p.jatuh_tempo, pekan)),
        terlambat=hal(lambda p: p.keadaan == TERLAMBAT),
        menunggu=[(satu, b) for satu in lembar for b in menunggu(satu.bukti)],
        tanpa_posel=list({o.pk: o for satu in lembar for o in satu.tanpa_posel()}.values()),
        tanpa_penanggung=[nama for satu in lembar for nama in satu.tanpa_penanggung()],
    )


def _hal(lembar: Lembar, kena: Callable[[BarisPelaksanaan], bool]) -> list[Hal]:
    """Actions in the order of the plan; those due first at the front."""
    hasil = []
    for b in lembar.bagian:
        for rk in b.rencana_kerja:
            for a in rk.aksi:
                if pelaksanaan := tuple(p for p in a.pelaksanaan if kena(p)):
                    hasil.append(Hal(lembar, Pekerjaan(b, rk, a, pelaksanaan, lembar.hari_ini)))
    return sorted(hasil, key=lambda h: h.pekerjaan.pertama.jatuh_tempo or date.max)


def _antara(hari: date | None, batas: tuple[date, date]) -> bool:
    return hari is not None and batas[0] <= hari <= batas[1]
