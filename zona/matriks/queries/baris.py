"""The rows of the matrix as plain values: what page, PDF and XLSX all draw."""

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from bukti_fisik.queries.kelengkapan import Kelengkapan, StatusSyarat
from rencana_aksi import rules
from rencana_aksi.enums import Status
from rencana_aksi.queries.capaian import CapaianAksi
from zona.organisasi.enums import Lingkup

TERLAMBAT, DRAF = rules.TERLAMBAT, rules.DRAF


@dataclass(frozen=True, slots=True)
class BarisPelaksanaan:
    """One occurrence; `keadaan` is its status, or terlambat (of a plan not ditetapkan yet: draf)."""

    pk: int
    urutan: int
    mulai: date | None
    jatuh_tempo: date | None
    jatuh_tempo_semula: date | None
    status: str
    realisasi: date | None
    keadaan: str

    @property
    def terbuka(self) -> bool:
        return self.status not in (Status.SELESAI, Status.BATAL)


@dataclass(slots=True)
class BarisAksi:
    """One action with its occurrences and the evidence it must show."""

    pk: int
    huruf: str
    uraian: str
    jadwal: str
    penanggung_jawab_id: int | None
    penanggung_jawab: str
    lingkup: Lingkup
    pelaksanaan: list[BarisPelaksanaan] = field(default_factory=list)
    syarat: list[StatusSyarat] = field(default_factory=list)

    @property
    def berlaku(self) -> list[BarisPelaksanaan]:
        """Occurrences not called off."""
        return [p for p in self.pelaksanaan if p.status != Status.BATAL]

    @property
    def selesai(self) -> int:
        return sum(p.status == Status.SELESAI for p in self.pelaksanaan)

    @property
    def berikut(self) -> BarisPelaksanaan | None:
        """The open occurrence to work on next: the one due first, undated last."""
        terbuka = [p for p in self.pelaksanaan if p.terbuka]
        return min(terbuka, key=lambda p: (p.jatuh_tempo or date.max, p.urutan), default=None)

    @property
    def tampil(self) -> BarisPelaksanaan | None:
        """The occurrence the row speaks of: the next open one, else the one that says how the action ended."""
        tertutup = self.berlaku or self.pelaksanaan
        return self.berikut or max(tertutup, key=lambda p: (p.realisasi or date.min, p.urutan), default=None)

    @property
    def keadaan(self) -> str:
        """The action's own status, from its occurrences: one late makes it late, some done makes it berjalan."""
        keadaan = {p.keadaan for p in self.berlaku}
        if not keadaan:
            return Status.BATAL
        if lewat := keadaan & {TERLAMBAT, DRAF}:
            return lewat.pop()
        if len(keadaan) == 1:
            return keadaan.pop()
        if keadaan & {Status.SELESAI, Status.BERJALAN}:
            return Status.BERJALAN
        return Status.BELUM

    @property
    def kelengkapan(self) -> Kelengkapan:
        return sum((s.kelengkapan for s in self.syarat), Kelengkapan())


@dataclass(slots=True)
class BarisRencanaKerja:
    """A row of the document: its actions, and every syarat of the row."""

    pk: int
    nomor: int | None
    uraian: str
    aksi: list[BarisAksi] = field(default_factory=list)
    syarat: list[StatusSyarat] = field(default_factory=list)

    @property
    def kelengkapan(self) -> Kelengkapan:
        return sum((s.kelengkapan for s in self.syarat), Kelengkapan())

    @property
    def syarat_bersama(self) -> list[StatusSyarat]:
        """Evidence that belongs to no single action: it names none, and the row has several."""
        milik = {s.pk for a in self.aksi for s in a.syarat}
        return [s for s in self.syarat if s.aksi_id is None and s.pk not in milik]

    @property
    def kurang_bersama(self) -> int:
        return sum(s.kelengkapan.kurang for s in self.syarat_bersama)

    @property
    def baris(self) -> int:
        """How many lines the row takes in a table: one an action, one more for the evidence they share."""
        return len(self.aksi) + bool(self.syarat_bersama)


@dataclass(slots=True)
class BagianPengungkit:
    """One of the six, with its rows and totals."""

    pk: int
    kode: str
    nama: str
    bobot: Decimal
    koordinator: str = ""
    program_prioritas: list[str] = field(default_factory=list)
    rencana_kerja: list[BarisRencanaKerja] = field(default_factory=list)
    capaian: CapaianAksi = field(default_factory=CapaianAksi)
    kelengkapan: Kelengkapan = field(default_factory=Kelengkapan)


def hitung_capaian(pelaksanaan: list[BarisPelaksanaan]) -> CapaianAksi:
    """The totals of these occurrences, as `capaian_aksi` counts them in the database."""
    jumlah = {s.value: 0 for s in Status}
    terlambat = 0
    for p in pelaksanaan:
        jumlah[p.status] += 1
        terlambat += p.keadaan == TERLAMBAT
    return CapaianAksi(
        selesai=jumlah[Status.SELESAI],
        total=len(pelaksanaan) - jumlah[Status.BATAL],
        terlambat=terlambat,
        berjalan=jumlah[Status.BERJALAN],
        belum=jumlah[Status.BELUM],
        ditunda=jumlah[Status.DITUNDA],
        batal=jumlah[Status.BATAL],
    )
