"""Counting a plan as of a day, per pengungkit."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from fractions import Fraction

from bukti_fisik.enums import StatusBukti
from bukti_fisik.queries.kelengkapan import Kelengkapan
from rencana_aksi.enums import Status
from rencana_aksi.queries.capaian import CapaianAksi
from rencana_aksi.rules import acuan_terlambat
from zona.dokumen.periode import Periode
from zona.dokumen.queries.monev.kekurangan import Kekurangan, cari_kekurangan, per_aksi
from zona.dokumen.queries.monev.sejarah import KendalaMonev, PelaksanaanMonev, Sejarah, Syarat


@dataclass(frozen=True, slots=True)
class Posisi:
    """Where one pengungkit, or all, stand on a day. `bukti_kurang`: items missing of what is done."""

    bobot: Decimal
    capaian: CapaianAksi
    bukti: Kelengkapan
    bukti_kurang: int
    kendala: int

    @property
    def poin(self) -> Fraction:
        return self.capaian.poin(self.bobot)

    @property
    def poin_bukti(self) -> Fraction:
        return self.bukti.poin(self.bobot)


@dataclass(slots=True)
class Keadaan:
    """The plan as of a day: `acuan` is the day what was due before it is overdue on."""

    sejarah: Sejarah
    hari: date
    acuan: date
    pelaksanaan: list[PelaksanaanMonev] = field(init=False)
    bukti: dict[tuple[int, int | None], str] = field(init=False)
    kekurangan: list[Kekurangan] = field(init=False)
    kendala: list[KendalaMonev] = field(init=False)

    def __post_init__(self) -> None:
        self.pelaksanaan = self.sejarah.pelaksanaan_per(self.hari)
        self.bukti = self.sejarah.bukti_per(self.hari)
        self.kekurangan = list(cari_kekurangan(self.sejarah, self.pelaksanaan, self.bukti))
        self.kendala = [k for k in self.sejarah.kendala_per(self.hari) if not k.selesai]

    def per_pengungkit(self) -> dict[str, Posisi]:
        """Every pengungkit of the plan, in its order."""
        return {
            kode: Posisi(
                bobot,
                _capaian((p for p in self.pelaksanaan if p.aksi.area == kode), self.acuan),
                self._kelengkapan(kode),
                sum(len(k.butir) for k in self.kekurangan if k.area == kode),
                sum(k.aksi.area == kode for k in self.kendala),
            )
            for kode, _, bobot in self.sejarah.pengungkit
        }

    def _kelengkapan(self, kode: str) -> Kelengkapan:
        tempat = per_aksi(self.pelaksanaan)
        keadaan = [self.bukti.get((s.pk, p)) for s in self.sejarah.syarat if s.area == kode for p in _butuh(s, tempat)]
        return Kelengkapan(terpenuhi=keadaan.count(StatusBukti.DITERIMA), butuh=len(keadaan))


def keadaan_per(sejarah: Sejarah, periode: Periode, hari_ini: date) -> Keadaan:
    """As of the period's end, or of today while it lasts."""
    return Keadaan(sejarah, periode.per(hari_ini), _acuan(sejarah, periode.acuan(hari_ini)))


def keadaan_sebelum(sejarah: Sejarah, periode: Periode) -> Keadaan:
    """As of the end of what came before it."""
    return Keadaan(sejarah, periode.kemarin, _acuan(sejarah, periode.dari))


def _acuan(sejarah: Sejarah, hari: date) -> date:
    return acuan_terlambat(hari, ditetapkan=sejarah.ditetapkan)


def _capaian(pelaksanaan: Iterable[PelaksanaanMonev], acuan: date) -> CapaianAksi:
    semua = list(pelaksanaan)
    banyak = {s: sum(p.status == s for p in semua) for s in Status}
    return CapaianAksi(
        selesai=banyak[Status.SELESAI],
        total=len(semua) - banyak[Status.BATAL],
        terlambat=sum(p.terlambat(acuan) for p in semua),
        berjalan=banyak[Status.BERJALAN],
        belum=banyak[Status.BELUM],
        ditunda=banyak[Status.DITUNDA],
        batal=banyak[Status.BATAL],
    )


def _butuh(syarat: Syarat, tempat: dict[int, list[PelaksanaanMonev]]) -> list[int | None]:
    """Where the item is asked: once, or at each occurrence."""
    return [p.pk for p in tempat.get(syarat.aksi_pk or 0, [])] if syarat.tiap else [None]


@dataclass(frozen=True, slots=True)
class Jumlah:
    """All pengungkit together. Points add up, shares do not: each pengungkit has its own weight."""

    bobot: Decimal
    capaian: CapaianAksi
    bukti: Kelengkapan
    bukti_kurang: int
    kendala: int
    poin: Fraction
    poin_bukti: Fraction


def jumlahkan(posisi: Iterable[Posisi]) -> Jumlah:
    semua = list(posisi)
    return Jumlah(
        sum((p.bobot for p in semua), Decimal(0)),
        sum((p.capaian for p in semua), CapaianAksi()),
        sum((p.bukti for p in semua), Kelengkapan()),
        sum(p.bukti_kurang for p in semua),
        sum(p.kendala for p in semua),
        sum((p.poin for p in semua), Fraction(0)),
        sum((p.poin_bukti for p in semua), Fraction(0)),
    )
