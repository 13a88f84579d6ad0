"""What a changed schedule does to the occurrences there are, before it is done."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from rencana_aksi.domain.jadwal import Kejadian


@dataclass(frozen=True, slots=True)
class Tercatat:
    """An occurrence there is. `kunci`: its primary key. `terpakai`: it has progress or evidence. `semula`: the first
    due date of a postponed one."""

    kunci: int
    kejadian: Kejadian
    terpakai: bool = False
    semula: date | None = None

    @property
    def dijaga(self) -> bool:
        """It must not go: it was worked on, proven or postponed."""
        return self.terpakai or self.semula is not None


@dataclass(frozen=True, slots=True)
class Rancangan:
    """What stays, what comes, what goes, and what stays although the new schedule has it no longer (`ditahan`: it was
    worked on, proven or postponed). Each in order of due date, the undated last."""

    tetap: tuple[Tercatat, ...]
    tambah: tuple[Kejadian, ...]
    hapus: tuple[Tercatat, ...]
    ditahan: tuple[Tercatat, ...]

    @property
    def berubah(self) -> bool:
        return bool(self.tambah or self.hapus)


def bandingkan(lama: Iterable[Tercatat], baru: Iterable[Kejadian]) -> Rancangan:
    """Pair the occurrences there are with those of the new schedule, one to one: first those with the very same dates,
    then what is kept by its first due date, then by its present one. None that is kept is ever in `hapus`, and what is
    paired keeps its own dates. Between equals the lower key
    comes first; the order of what is given does not matter."""
    sisa = sorted(lama, key=lambda t: (not t.dijaga, _urutan(t.kejadian), t.kunci))
    tambah = sorted(baru, key=_urutan)
    tetap: list[Tercatat] = []
    for sepadan in (_persis, _semula, _kini):
        for satu in list(sisa):
            if pasangan := next((k for k in tambah if sepadan(satu, k)), None):
                tambah.remove(pasangan)
                sisa.remove(satu)
                tetap.append(satu)
    return Rancangan(
        tetap=_urut(tetap),
        tambah=tuple(tambah),
        hapus=_urut(t for t in sisa if not t.dijaga),
        ditahan=_urut(t for t in sisa if t.dijaga),
    )


def _persis(t: Tercatat, k: Kejadian) -> bool:
    return t.semula is None and t.kejadian == k


def _semula(t: Tercatat, k: Kejadian) -> bool:
    return t.dijaga and k.jatuh_tempo is not None and k.jatuh_tempo == (t.semula or t.kejadian.jatuh_tempo)


def _kini(t: Tercatat, k: Kejadian) -> bool:
    return t.dijaga and k.jatuh_tempo is not None and k.jatuh_tempo == t.kejadian.jatuh_tempo


def _urut(tercatat: Iterable[Tercatat]) -> tuple[Tercatat, ...]:
    return tuple(sorted(tercatat, key=lambda t: (_urutan(t.kejadian), t.kunci)))


def _urutan(k: Kejadian) -> tuple[date, date]:
    return k.jatuh_tempo or date.max, k.mulai or date.max
