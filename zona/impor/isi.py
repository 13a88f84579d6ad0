"""A plan as a file says it, or as it stands here, as plain values that know their cells. Pure.

`kunci`: id of the row here; None for one that is new, or not known yet (bandingkan.py looks by its words). `sel`:
where it was read, as Seluruhnya!E12, and `letak` of its other fields, by the names of butir.py; they never count in a
comparison. None in place of words: the file does not say, so what stands here stays. `ke_json` and `dari_json` are
each other's inverse.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, fields, is_dataclass
from datetime import date
from typing import Any

from rencana_aksi.beku import AksiBeku, KerjaBeku, RencanaBeku
from rencana_aksi.domain.jadwal import TANPA_JADWAL, Jadwal, Kejadian, baca_jadwal
from rencana_aksi.enums import JenisJadwal

BENTUK = 1
"""Raise it when the form changes: what is kept, and workbooks that are out, are then not read as something else."""

Letak = Mapping[str, str]

PROGRAM, KERJA, AKSI, SYARAT, PELAKSANAAN = "program", "kerja", "aksi", "syarat", "pelaksanaan"
BENDA = (PROGRAM, KERJA, AKSI, SYARAT, PELAKSANAAN)


@dataclass(frozen=True, slots=True)
class IsiPelaksanaan:
    """`status`: a value of enums.Status, or the words of the file where they are none; None: not said. `semula`: the
    first due date of a postponed one."""

    kunci: int | None = None
    mulai: date | None = None
    jatuh_tempo: date | None = None
    status: str | None = None
    realisasi: date | None = None
    semula: date | None = None
    sel: str = field(default="", compare=False)
    letak: Letak = field(default_factory=dict, compare=False)


@dataclass(frozen=True, slots=True)
class IsiAksi:
    """`jadwal`: what the words mean; None where the file does not say, or (with `masalah_jadwal`, the reason) where
    they are not understood. `penanggung_jawab`: a name or NIP; empty for nobody."""

    kunci: int | None
    uraian: str
    jadwal_teks: str | None = None
    jadwal: Jadwal | None = None
    penanggung_jawab: str | None = None
    pelaksanaan: tuple[IsiPelaksanaan, ...] = ()
    masalah_jadwal: str = field(default="", compare=False)
    sel: str = field(default="", compare=False)
    letak: Letak = field(default_factory=dict, compare=False)

    def sel_di(self, kolom: str) -> str:
        """Where that field was read."""
        return self.letak.get(kolom) or self.sel


@dataclass(frozen=True, slots=True)
class IsiSyarat:
    """`aksi`: place of its action among those of the rencana kerja, from 0; None for evidence of the whole row.
    `jenis`: a value of enums.JenisBukti; empty where its words tell."""

    kunci: int | None
    teks: str
    aksi: int | None = None
    tiap_pelaksanaan: bool = False
    jenis: str = field(default="", compare=False)
    sel: str = field(default="", compare=False)
    letak: Letak = field(default_factory=dict, compare=False)


@dataclass(frozen=True, slots=True)
class IsiKerja:
    """`syarat` in order, those of an action behind one another (`tertib`)."""

    kunci: int | None
    bernomor: bool
    uraian: str
    aksi: tuple[IsiAksi, ...] = ()
    syarat: tuple[IsiSyarat, ...] = ()
    sel: str = field(default="", compare=False)


@dataclass(frozen=True, slots=True)
class IsiProgram:
    kunci: int | None
    uraian: str
    sel: str = field(default="", compare=False)


@dataclass(frozen=True, slots=True)
class IsiPengungkit:
    """One of the six, by its code."""

    kode: str
    program: tuple[IsiProgram, ...] = ()
    kerja: tuple[IsiKerja, ...] = ()


@dataclass(frozen=True, slots=True)
class IsiRencana:
    """`memuat`: what kinds of rows the file speaks of; of the others nothing is missing from it. A pengungkit that is
    not in it is not spoken of either."""

    pengungkit: tuple[IsiPengungkit, ...]
    memuat: frozenset[str] = frozenset(BENDA)


def tertib(syarat: Sequence[IsiSyarat]) -> tuple[IsiSyarat, ...]:
    """By the action they belong to, those of the whole row last; within it in the order given."""
    return tuple(sorted(syarat, key=lambda s: (s.aksi is None, s.aksi or 0)))


def dari_beku(isi: RencanaBeku, pelaksanaan: Mapping[int, Sequence[IsiPelaksanaan]]) -> IsiRencana:
    """A plan with the state of its occurrences, these by the id of their action."""
    return IsiRencana(
        tuple(
            IsiPengungkit(
                p.kode,
                tuple(IsiProgram(g.id, g.uraian) for g in p.program),
                tuple(_kerja_beku(k, pelaksanaan) for k in p.kerja),
            )
            for p in isi.pengungkit
        )
    )


def _kerja_beku(k: KerjaBeku, pelaksanaan: Mapping[int, Sequence[IsiPelaksanaan]]) -> IsiKerja:
    letak = {a.id: i for i, a in enumerate(k.aksi)}
    syarat = [IsiSyarat(s.id, s.teks, letak.get(s.aksi or 0), s.tiap_pelaksanaan, s.jenis) for s in k.syarat]
    aksi = tuple(_aksi_beku(a, tuple(pelaksanaan.get(a.id, ()))) for a in k.aksi)
    return IsiKerja(k.id, k.nomor is not None, k.uraian, aksi, tertib(syarat))


def _aksi_beku(a: AksiBeku, pelaksanaan: tuple[IsiPelaksanaan, ...]) -> IsiAksi:
    jadwal = jadwal_dari(a.jenis_jadwal, a.makna)
    return IsiAksi(a.id, a.uraian, a.jadwal, jadwal, a.penanggung_jawab, pelaksanaan)


def jadwal_dari(jenis: str, makna: Mapping[str, Any]) -> Jadwal:
    """The schedule as RencanaAksi keeps it: `jadwal_jenis` and `jadwal_makna`. Raises Ditolak for none of ours."""
    if jenis == JenisJadwal.TANPA:
        return TANPA_JADWAL
    return baca_jadwal({"berkala": True} if jenis == JenisJadwal.BERKALA else makna)


def ke_json(isi: IsiRencana) -> dict[str, Any]:
    """Plain JSON values only."""
    return {"bentuk": BENTUK, "memuat": sorted(isi.memuat), "pengungkit": [_polos(p) for p in isi.pengungkit]}


def _polos(nilai: Any) -> Any:
    if isinstance(nilai, Jadwal):
        return {"jenis": str(nilai.jenis), "makna": nilai.makna}
    if is_dataclass(nilai):
        return {
            f.name: _polos(satu)
            for f in fields(nilai)
            if (satu := getattr(nilai, f.name)) or f.name not in ("sel", "masalah_jadwal", "letak")
        }
    if isinstance(nilai, tuple):
        return [_polos(satu) for satu in nilai]
    return nilai.isoformat() if isinstance(nilai, date) else nilai


def dari_json(isi: Mapping[str, Any]) -> IsiRencana:
    """What `ke_json` wrote. Raises ValueError for another form; KeyError or TypeError for none of ours."""
    if isi["bentuk"] != BENTUK:
        raise ValueError(f"bentuk {isi['bentuk']} tidak dikenal")
    return IsiRencana(tuple(_pengungkit(p) for p in isi["pengungkit"]), frozenset(isi["memuat"]))


def _pengungkit(isi: Mapping[str, Any]) -> IsiPengungkit:
    return IsiPengungkit(
        isi["kode"], tuple(IsiProgram(**g) for g in isi["program"]), tuple(_kerja(k) for k in isi["kerja"])
    )


def _kerja(isi: Mapping[str, Any]) -> IsiKerja:
    aksi, syarat = tuple(_aksi(a) for a in isi["aksi"]), tuple(IsiSyarat(**s) for s in isi["syarat"])
    return IsiKerja(**{**isi, "aksi": aksi, "syarat": syarat})


def _aksi(isi: Mapping[str, Any]) -> IsiAksi:
    jadwal = jadwal_dari(**isi["jadwal"]) if isi["jadwal"] else None
    return IsiAksi(**{**isi, "jadwal": jadwal, "pelaksanaan": tuple(_pelaksanaan(p) for p in isi["pelaksanaan"])})


def _pelaksanaan(isi: Mapping[str, Any]) -> IsiPelaksanaan:
    hari = {k: date.fromisoformat(isi[k]) if isi[k] else None for k in ("mulai", "jatuh_tempo", "realisasi", "semula")}
    return IsiPelaksanaan(**{**isi, **hari})


def rencana_semula(kini: IsiPelaksanaan) -> Kejadian:
    """The occurrence as it was planned: before it was postponed."""
    if kini.semula is None:
        return Kejadian(kini.mulai, kini.jatuh_tempo)
    sehari = kini.mulai == kini.jatuh_tempo or kini.mulai is None or kini.mulai > kini.semula
    return Kejadian(kini.semula if sehari else kini.mulai, kini.semula)
