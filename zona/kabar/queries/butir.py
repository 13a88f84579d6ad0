"""The single things people are told of: an action soon due or late, evidence that came back."""

from collections.abc import Iterator, Set
from dataclasses import dataclass, field
from datetime import date, timedelta

from zona.kabar.enums import HARI_SEBELUM, Jenis
from zona.kabar.queries.penerima import Lembar
from zona.matriks.queries.baris import TERLAMBAT, BagianPengungkit, BarisAksi, BarisPelaksanaan, BarisRencanaKerja
from zona.matriks.queries.bukti import LembarBukti, dikembalikan
from zona.matriks.queries.pekerjaan import sebutan
from zona.organisasi.models import Pengguna

Kunci = tuple[int, str, int | None, date | None, int | None, date | None]
"""Person, kind, and what of: action and due date, or bukti, or a week's Monday. What a row of Kabar says."""


@dataclass(frozen=True, slots=True)
class Butir:
    """One thing to tell: of an occurrence and its due date, or of a bukti that came back. `kurang`: what the occurrence
    must still show."""

    jenis: Jenis
    aksi: BarisAksi
    hari_ini: date
    pelaksanaan: BarisPelaksanaan | None = None
    bukti: LembarBukti | None = None
    kurang: tuple[str, ...] = ()

    @property
    def tempo(self) -> date | None:
        return self.pelaksanaan.jatuh_tempo if self.pelaksanaan else None

    @property
    def hari(self) -> int:
        """Days until due, negative once past; 0 for evidence that came back."""
        return (self.tempo - self.hari_ini).days if self.tempo else 0

    def kunci(self, pengguna: Pengguna) -> Kunci:
        """What makes it the same thing told to the same person."""
        if self.bukti:
            return (pengguna.pk, self.jenis, None, None, self.bukti.pk, None)
        return (pengguna.pk, self.jenis, self.aksi.pk, self.tempo, None, None)

    def waktunya(self, sejak: date) -> bool:
        """Late and returned are always to be told; an H-n when its day lies between `sejak` and today."""
        n = HARI_SEBELUM.get(self.jenis)
        return n is None or self.tempo is None or sejak <= self.tempo - timedelta(days=n) <= self.hari_ini


@dataclass(slots=True)
class KabarAksi:
    """All there is to tell somebody of one action."""

    lembar: Lembar
    bagian: BagianPengungkit
    rencana_kerja: BarisRencanaKerja
    aksi: BarisAksi
    butir: list[Butir] = field(default_factory=list)

    @property
    def sebutan(self) -> str:
        return sebutan(self.bagian, self.rencana_kerja, self.aksi)

    @property
    def kurang(self) -> list[str]:
        """Evidence still to be shown for the occurrences told of, each named once."""
        return list(dict.fromkeys(teks for b in self.butir for teks in b.kurang))

    @property
    def mendesak(self) -> int:
        """Days until the first of it is due: what is late comes first."""
        return min(b.hari for b in self.butir)


@dataclass(frozen=True, slots=True)
class Calon:
    """Something that may be told to a person, in one of the ways of `pilihan`, the most pressing first."""

    penerima: Pengguna
    kabar: KabarAksi
    pilihan: tuple[Butir, ...]


def calon(lembar: Lembar, sejak: date, tertunda: Set[Kunci]) -> Iterator[Calon]:
    """What is to be told of the plan, whether told before or not. A day on which nothing was run is caught up from
    `sejak` on; `tertunda` is what stood in letters that could not be sent."""
    kembali: dict[int, list[LembarBukti]] = {}
    for bukti in dikembalikan(lembar.bukti):
        kembali.setdefault(bukti.aksi_id, []).append(bukti)
    for kabar in _aksi(lembar):
        penanggung = lembar.penanggung(kabar.bagian, kabar.aksi)
        for p in kabar.aksi.pelaksanaan:
            if penanggung is None:
                break
            pilihan = [b for b in _butir(lembar, kabar.aksi, p) if b.waktunya(sejak) or b.kunci(penanggung) in tertunda]
            if pilihan:
                yield Calon(penanggung, kabar, tuple(pilihan))
        for bukti in kembali.get(kabar.aksi.pk, ()):
            butir = Butir(Jenis.DIKEMBALIKAN, kabar.aksi, lembar.hari_ini, bukti=bukti)
            pengunggah = lembar.orang.get(bukti.pengunggah_id or 0)
            for orang in {o.pk: o for o in (penanggung, pengunggah) if o}.values():
                yield Calon(orang, kabar, (butir,))


def _aksi(lembar: Lembar) -> Iterator[KabarAksi]:
    for b in lembar.bagian:
        for rk in b.rencana_kerja:
            for a in rk.aksi:
                yield KabarAksi(lembar, b, rk, a)


def _butir(lembar: Lembar, aksi: BarisAksi, p: BarisPelaksanaan) -> list[Butir]:
    """What an occurrence may be told as: late, or H-1 before H-3 before H-7 while that is ahead."""
    if not p.terbuka or p.jatuh_tempo is None:
        return []
    jenis = [Jenis.TERLAMBAT] if p.keadaan == TERLAMBAT else list(HARI_SEBELUM)
    kurang = tuple(s.teks for s in lembar.syarat_kurang(aksi, p.pk))
    return [Butir(j, aksi, lembar.hari_ini, p, kurang=kurang) for j in jenis]
