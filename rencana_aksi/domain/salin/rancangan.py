"""The copy of a plan as it would be, to be shown and chosen from before anything is made. Pure."""

from collections.abc import Iterator
from dataclasses import dataclass

from rencana_aksi.beku import RencanaBeku, ke_json, sidik
from rencana_aksi.domain.salin.jadwal import JadwalBaru, geser_jadwal
from rencana_aksi.domain.salin.teks import UsulTeks, usul_teks


@dataclass(frozen=True, slots=True)
class Rancangan:
    """`isi`: the plan that is copied. `usul`: by the key of a row (aksi-12), what its text would say, where it names a
    year; `jadwal`: by the id of an action, its schedule in year `ke`."""

    isi: RencanaBeku
    ke: int
    usul: dict[str, UsulTeks]
    jadwal: dict[int, JadwalBaru]

    @property
    def ringkas(self) -> dict[str, int]:
        """How many actions have a day that gave way (`bergeser`), and how many something to look at (`catatan`)."""
        semua = self.jadwal.values()
        return {"bergeser": sum(bool(j.geseran) for j in semua), "catatan": sum(bool(j.catatan) for j in semua)}

    @property
    def sidik(self) -> str:
        """Of the plan that is copied: who agrees, agrees to the copy of this one."""
        return sidik(ke_json(self.isi))


@dataclass(frozen=True, slots=True)
class Pilihan:
    """What was chosen. Rows left out, by id; `nanti`: actions kept without a schedule; `ganti`: keys of the texts that
    take their new words; `tim`: the teams are copied too."""

    tinggal_kerja: frozenset[int] = frozenset()
    tinggal_aksi: frozenset[int] = frozenset()
    tinggal_program: frozenset[int] = frozenset()
    nanti: frozenset[int] = frozenset()
    ganti: frozenset[str] = frozenset()
    tim: bool = True


def rancang_salinan(isi: RencanaBeku, ke: int) -> Rancangan:
    """Every row with its text and schedule in year `ke`."""
    usul = {kunci: satu for kunci, teks in _teks(isi) if (satu := usul_teks(teks, isi.tahun, ke))}
    jadwal = {
        a.id: geser_jadwal(a.jadwal, a.jenis_jadwal, a.makna, isi.tahun, ke)
        for p in isi.pengungkit
        for k in p.kerja
        for a in k.aksi
    }
    return Rancangan(isi, ke, usul, jadwal)


def _teks(isi: RencanaBeku) -> Iterator[tuple[str, str]]:
    for p in isi.pengungkit:
        yield from ((f"program-{satu.id}", satu.uraian) for satu in p.program)
        for k in p.kerja:
            yield f"kerja-{k.id}", k.uraian
            yield from ((f"aksi-{a.id}", a.uraian) for a in k.aksi)
            yield from ((f"syarat-{s.id}", s.teks) for s in k.syarat)
