"""The rows of a document, made once from the matrix: PDF and XLSX both draw these, nothing else."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from bukti_fisik.queries.kelengkapan import StatusSyarat
from zona.matriks.queries.baris import BagianPengungkit, BarisAksi, BarisPelaksanaan, BarisRencanaKerja


@dataclass(frozen=True, slots=True)
class ButirBukti:
    """One required item, numbered through its rencana kerja. `aksi_pk`: the action it is tied to, if to one."""

    pk: int
    aksi_pk: int | None
    nomor: int
    teks: str
    tiap_pelaksanaan: bool
    keadaan: str
    terpenuhi: int
    butuh: int


@dataclass(frozen=True, slots=True)
class AksiCetak:
    pk: int
    huruf: str
    uraian: str
    jadwal: str
    penanggung_jawab: str
    pelaksanaan: tuple[BarisPelaksanaan, ...]
    bukti: tuple[ButirBukti, ...]

    @property
    def terpenuhi(self) -> int:
        return sum(b.terpenuhi for b in self.bukti)

    @property
    def butuh(self) -> int:
        return sum(b.butuh for b in self.bukti)


@dataclass(frozen=True, slots=True)
class KerjaCetak:
    """A row of the matrix. `bukti`: what belongs to no single action of it; `syarat`: all, in the plan's order."""

    pk: int
    nomor: int | None
    uraian: str
    aksi: tuple[AksiCetak, ...]
    bukti: tuple[ButirBukti, ...]
    syarat: tuple[ButirBukti, ...]

    @property
    def tinggi(self) -> int:
        """Table rows it takes: one an action, one for the evidence of the whole."""
        return len(self.aksi) + bool(self.bukti)


@dataclass(frozen=True, slots=True)
class BagianCetak:
    """One pengungkit; `selesai` of `total` occurrences and `terpenuhi` of `butuh` evidence, where progress is told."""

    kode: str
    nama: str
    bobot: Decimal
    program: tuple[str, ...]
    kerja: tuple[KerjaCetak, ...]
    selesai: int = 0
    total: int = 0
    terlambat: int = 0
    terpenuhi: int = 0
    butuh: int = 0


def susun_bagian(matriks: Iterable[BagianPengungkit], *, posisi: bool) -> tuple[BagianCetak, ...]:
    """The rows to draw. Without `posisi` they hold the plan alone: progress does not make another document."""
    return tuple(
        BagianCetak(
            bagian.kode,
            bagian.nama,
            bagian.bobot,
            tuple(bagian.program_prioritas),
            tuple(_kerja(baris, posisi) for baris in bagian.rencana_kerja),
            *((bagian.capaian.selesai, bagian.capaian.total, bagian.capaian.terlambat) if posisi else ()),
            *((bagian.kelengkapan.terpenuhi, bagian.kelengkapan.butuh) if posisi else ()),
        )
        for bagian in matriks
    )


def _kerja(baris: BarisRencanaKerja, posisi: bool) -> KerjaCetak:
    nomor = 0
    aksi = []
    for satu in baris.aksi:
        aksi.append(_aksi(satu, _bukti(satu.syarat, nomor, posisi), posisi))
        nomor += len(satu.syarat)
    milik_aksi = {syarat.pk for satu in baris.aksi for syarat in satu.syarat}
    umum = [syarat for syarat in baris.syarat if syarat.pk not in milik_aksi]
    bukti = _bukti(umum, nomor, posisi)
    butir = {satu.pk: satu for satu in (*(b for a in aksi for b in a.bukti), *bukti)}
    syarat = tuple(butir[satu.pk] for satu in baris.syarat)
    return KerjaCetak(baris.pk, baris.nomor, baris.uraian, tuple(aksi), bukti, syarat)


def _aksi(aksi: BarisAksi, bukti: tuple[ButirBukti, ...], posisi: bool) -> AksiCetak:
    pelaksanaan = tuple(aksi.pelaksanaan) if posisi else ()
    return AksiCetak(aksi.pk, aksi.huruf, aksi.uraian, aksi.jadwal, aksi.penanggung_jawab, pelaksanaan, bukti)


def _bukti(syarat: Iterable[StatusSyarat], sesudah: int, posisi: bool) -> tuple[ButirBukti, ...]:
    return tuple(
        ButirBukti(
            satu.pk,
            satu.aksi_id,
            nomor,
            satu.teks,
            satu.tiap_pelaksanaan,
            *((satu.keadaan, satu.kelengkapan.terpenuhi, satu.kelengkapan.butuh) if posisi else ("", 0, 0)),
        )
        for nomor, satu in enumerate(syarat, sesudah + 1)
    )
