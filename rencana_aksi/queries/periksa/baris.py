"""A plan as plain rows: what the rules look at."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from zona.organisasi.enums import Lingkup

Jangka = tuple[date, date]


@dataclass(frozen=True, slots=True)
class Aksi:
    """`makna` as RencanaAksi.jadwal_makna; `kejadian`: where its schedule holds no fixed dates, the windows of its
    occurrences (of what recurs, or agreed upon later), `rencana` the same as first planned. `penanggung`: whether
    somebody who can sign in answers for it."""

    pk: int
    tempat: str
    huruf: str
    uraian: str
    jadwal: str
    jenis: str
    makna: dict[str, Any]
    kejadian: tuple[Jangka, ...] = ()
    rencana: tuple[Jangka, ...] = ()
    penanggung: bool = True

    @property
    def tanggal(self) -> list[date]:
        """Its fixed dates."""
        return [date.fromisoformat(h) for h in self.makna.get("tanggal", [])]

    @property
    def rentang(self) -> list[Jangka]:
        """Its date windows."""
        return [(date.fromisoformat(a), date.fromisoformat(b)) for a, b in self.makna.get("rentang", [])]

    @property
    def jangka(self) -> list[Jangka]:
        """Every window it falls in, whatever its kind; a day is a window of one."""
        return [*((h, h) for h in self.tanggal), *self.rentang, *self.kejadian]

    @property
    def direncanakan(self) -> list[Jangka]:
        """The windows it is planned for, whatever was postponed since."""
        return [*((h, h) for h in self.tanggal), *self.rentang, *self.rencana]


@dataclass(frozen=True, slots=True)
class Syarat:
    """`aksi`: pk of the action it is tied to, or None for evidence of the whole row."""

    pk: int
    aksi: int | None
    teks: str


@dataclass(frozen=True, slots=True)
class Kerja:
    pk: int
    tempat: str
    nomor: int | None
    uraian: str
    aksi: tuple[Aksi, ...] = ()
    syarat: tuple[Syarat, ...] = ()


@dataclass(frozen=True, slots=True)
class Orang:
    """A person in a team of the year. `area` is the pengungkit, "" for the steering pair."""

    pk: int
    nama: str
    area: str
    koordinator: bool = False
    aktif: bool = True
    nip: str = ""
    nip_naskah: str = ""


@dataclass(frozen=True, slots=True)
class Bagian:
    """A pengungkit of the plan; `bobot_instrumen` is what the instrument gives it."""

    pk: int
    kode: str
    nama: str
    bobot: Decimal
    bobot_instrumen: Decimal
    kerja: tuple[Kerja, ...] = ()


@dataclass(frozen=True, slots=True)
class Naskah:
    """The whole plan. `bobot_hasil`: the instrument's, in all."""

    pk: int
    satker_id: int
    tahun: int
    instrumen: str
    bobot_hasil: Decimal
    bagian: tuple[Bagian, ...] = ()
    orang: tuple[Orang, ...] = ()

    def lingkup(self, area: str = "") -> Lingkup:
        return Lingkup(self.satker_id, self.tahun, area)

    def tim(self, area: str) -> list[Orang]:
        """Who is in the team of a pengungkit."""
        return [o for o in self.orang if o.area == area]

    def semua_kerja(self) -> Iterator[tuple[Bagian, Kerja]]:
        return ((b, k) for b in self.bagian for k in b.kerja)

    def semua_aksi(self) -> Iterator[tuple[Bagian, Aksi]]:
        return ((b, a) for b, k in self.semua_kerja() for a in k.aksi)
