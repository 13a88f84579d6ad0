"""Actions put on a list because of some of their occurrences: late, due soon, under way, without a date."""

from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from rencana_aksi.enums import Status
from zona.matriks.queries.baris import (
    DRAF,
    TERLAMBAT,
    BagianPengungkit,
    BarisAksi,
    BarisPelaksanaan,
    BarisRencanaKerja,
)

SEGERA = 14
"""Days ahead that count as soon."""


def sebutan(bagian: BagianPengungkit, rencana_kerja: BarisRencanaKerja, aksi: BarisAksi) -> str:
    """How people call an action: III.2.b."""
    return ".".join(str(s) for s in (bagian.kode, rencana_kerja.nomor, aksi.huruf) if s)


@dataclass(frozen=True, slots=True)
class Pekerjaan:
    """An action with the occurrences that put it on the list, the one due first at the front."""

    bagian: BagianPengungkit
    rencana_kerja: BarisRencanaKerja
    aksi: BarisAksi
    pelaksanaan: tuple[BarisPelaksanaan, ...]
    hari_ini: date

    @property
    def sebutan(self) -> str:
        return sebutan(self.bagian, self.rencana_kerja, self.aksi)

    @property
    def pertama(self) -> BarisPelaksanaan:
        return self.pelaksanaan[0]

    @property
    def hari(self) -> int | None:
        """Days until the first is due; negative once it is past; None without a date."""
        tempo = self.pertama.jatuh_tempo
        return None if tempo is None else (tempo - self.hari_ini).days

    @property
    def lewat(self) -> int:
        """Days past due; 0 when it is not."""
        return max(0, -(self.hari or 0))


@dataclass(frozen=True, slots=True)
class Agenda:
    """What is open of some actions on a day. An occurrence stands in one list only."""

    terlambat: list[Pekerjaan]
    tujuh_hari: list[Pekerjaan]
    empat_belas_hari: list[Pekerjaan]
    berjalan: list[Pekerjaan]
    tanpa_tanggal: list[Pekerjaan]


def agenda(
    bagian: list[BagianPengungkit],
    hari_ini: date,
    milik: Callable[[BagianPengungkit, BarisAksi], bool] = lambda b, a: True,
) -> Agenda:
    """The open occurrences of the actions that `milik` accepts, by what is to be done about them. Due first comes
    first; what is due the same day stays in the order of the plan."""
    daftar: dict[str, list[Pekerjaan]] = {nama: [] for nama in Agenda.__slots__}
    for b in bagian:
        for rk in b.rencana_kerja:
            for a in rk.aksi:
                if milik(b, a):
                    for nama, kena in _bagi(a, hari_ini).items():
                        daftar[nama].append(Pekerjaan(b, rk, a, tuple(kena), hari_ini))
    return Agenda(*(sorted(d, key=lambda k: k.pertama.jatuh_tempo or date.max) for d in daftar.values()))


def _bagi(aksi: BarisAksi, hari_ini: date) -> dict[str, list[BarisPelaksanaan]]:
    hasil: dict[str, list[BarisPelaksanaan]] = defaultdict(list)
    for p in sorted(aksi.pelaksanaan, key=lambda p: (p.jatuh_tempo or date.max, p.urutan)):
        if nama := _tempat(p, hari_ini):
            hasil[nama].append(p)
    return hasil


def _tempat(p: BarisPelaksanaan, hari_ini: date) -> str:
    """Which list of Agenda the occurrence stands in; "" for none (closed, its time has not come, or it is past in
    a plan that is not ditetapkan)."""
    if not p.terbuka or p.keadaan == DRAF:
        return ""
    if p.keadaan == TERLAMBAT:
        return "terlambat"
    hari = None if p.jatuh_tempo is None else (p.jatuh_tempo - hari_ini).days
    if hari is not None and hari <= SEGERA:
        return "tujuh_hari" if hari <= SEGERA // 2 else "empat_belas_hari"
    if p.status == Status.BERJALAN or (p.mulai is not None and p.mulai <= hari_ini):
        return "berjalan"
    return "tanpa_tanggal" if hari is None else ""
