"""Counting a plan as of a day, per pengungkit."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from fractions import Fraction

from bukti_fisik.enums import StatusBukti
from bukti_fisik.queries.kelengkapan import Kelengkapan
from rencana_aksi.enums import Status
from rencana_aksi.queries.capaian import CapaianAksi
from zona.dokumen.periode import Periode
from zona.dokumen.queries.monev.sejarah import KendalaMonev, PelaksanaanMonev, Sejarah, Syarat

KEADAAN = {
    StatusBukti.DITERIMA: "diterima",
    StatusBukti.MENUNGGU: "menunggu verifikasi",
    StatusBukti.DIKEMBALIKAN: "dikembalikan",
    None: "belum ada",
}


@dataclass(frozen=True, slots=True)
class Kekurangan:
    """What is done without all its evidence: `butir` are (item, its state in words). `aksi_pk` is None for evidence of
    a whole rencana kerja."""

    area: str
    tempat: str
    uraian: str
    aksi_pk: int | None
    realisasi: date | None
    butir: tuple[tuple[str, str], ...]


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
        self.kekurangan = list(_kekurangan(self.sejarah, self.pelaksanaan, self.bukti))
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
        tempat = _tempat(self.pelaksanaan)
        keadaan = [self.bukti.get((s.pk, p)) for s in self.sejarah.syarat if s.area == kode for p in _butuh(s, tempat)]
        return Kelengkapan(terpenuhi=keadaan.count(StatusBukti.DITERIMA), butuh=len(keadaan))


def keadaan_per(sejarah: Sejarah, periode: Periode, hari_ini: date) -> Keadaan:
    """As of the period's end, or of today while it lasts."""
    return Keadaan(sejarah, periode.per(hari_ini), periode.acuan(hari_ini))


def keadaan_sebelum(sejarah: Sejarah, periode: Periode) -> Keadaan:
    """As of the end of what came before it."""
    return Keadaan(sejarah, periode.kemarin, periode.dari)


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


def _tempat(pelaksanaan: Iterable[PelaksanaanMonev]) -> dict[int, list[PelaksanaanMonev]]:
    """Occurrences by action, without those called off."""
    hasil: dict[int, list[PelaksanaanMonev]] = defaultdict(list)
    for p in pelaksanaan:
        if p.berlaku:
            hasil[p.aksi.pk].append(p)
    return hasil


def _butuh(syarat: Syarat, tempat: dict[int, list[PelaksanaanMonev]]) -> list[int | None]:
    """Where the item is asked: once, or at each occurrence."""
    return [p.pk for p in tempat.get(syarat.aksi_pk or 0, [])] if syarat.tiap else [None]


def _kekurangan(
    sejarah: Sejarah, pelaksanaan: list[PelaksanaanMonev], bukti: dict[tuple[int, int | None], str]
) -> Iterable[Kekurangan]:
    """An occurrence done lacks what is asked at each; an action whose last occurrence is done lacks what is asked of it
    once; a rencana kerja all of whose actions are done lacks what is asked of the row (its only action takes it)."""
    tempat = _tempat(pelaksanaan)
    tuntas = {pk for pk, daftar in tempat.items() if all(p.selesai for p in daftar)}
    per_kerja: dict[int, list[int]] = defaultdict(list)
    for pk, aksi in sejarah.aksi.items():
        if pk in tempat:
            per_kerja[aksi.kerja_pk].append(pk)

    def kurang(daftar: Iterable[Syarat], p: int | None) -> tuple[tuple[str, str], ...]:
        ada = ((s.teks, bukti.get((s.pk, p))) for s in daftar)
        return tuple((teks, KEADAAN[status]) for teks, status in ada if status != StatusBukti.DITERIMA)  # type: ignore[index]  # its value is its member

    for pk_kerja, aksi_kerja in per_kerja.items():
        umum = [s for s in sejarah.syarat if s.kerja_pk == pk_kerja and s.aksi_pk is None]
        for pk in aksi_kerja:
            a = sejarah.aksi[pk]
            milik = [s for s in sejarah.syarat if s.aksi_pk == pk] + (umum if len(aksi_kerja) == 1 else [])
            for p in tempat[pk]:
                if p.selesai and (butir := kurang((s for s in milik if s.tiap), p.pk)):
                    yield Kekurangan(a.area, a.tempat, a.uraian, pk, p.realisasi, butir)
            if pk in tuntas and (butir := kurang((s for s in milik if not s.tiap), None)):
                akhir = max(p.realisasi for p in tempat[pk] if p.realisasi)
                yield Kekurangan(a.area, a.tempat, a.uraian, pk, akhir, butir)
        if len(aksi_kerja) > 1 and all(pk in tuntas for pk in aksi_kerja) and (butir := kurang(umum, None)):
            akhir = max(p.realisasi for pk in aksi_kerja for p in tempat[pk] if p.realisasi)
            yield Kekurangan(a.area, a.tempat_kerja, f"{a.kerja} (seluruh rencana kerja)", None, akhir, butir)


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
