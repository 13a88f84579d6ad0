"""The plan with its audit trail, so that it can be told as of any day it reaches back to (see the package)."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from typing import Any
from zoneinfo import ZoneInfo

from bukti_fisik.enums import StatusBukti
from bukti_fisik.models import Bukti
from rencana_aksi.enums import Status, StatusKendala
from rencana_aksi.models import Kendala, Pelaksanaan
from zona.inti.models import Jejak

TANGGAL = {"jatuh_tempo", "jatuh_tempo_semula", "realisasi", "tenggat", "selesai_pada"}
BUKTI_TERBAIK = (StatusBukti.DITERIMA, StatusBukti.MENUNGGU, StatusBukti.DIKEMBALIKAN)


@dataclass(frozen=True, slots=True)
class AksiMonev:
    """An action and where it stands: I.3.b, of the row I.3."""

    pk: int
    area: str
    tempat: str
    uraian: str
    kerja_pk: int
    tempat_kerja: str
    kerja: str
    penanggung_jawab: str


@dataclass(frozen=True, slots=True)
class PelaksanaanMonev:
    """One occurrence as of a day."""

    pk: int
    aksi: AksiMonev
    jatuh_tempo: date | None
    semula: date | None
    status: str
    realisasi: date | None
    alasan: str
    catatan: str

    @property
    def selesai(self) -> bool:
        return self.status == Status.SELESAI

    @property
    def berlaku(self) -> bool:
        """Not called off."""
        return self.status != Status.BATAL

    def terlambat(self, acuan: date) -> bool:
        return self.berlaku and not self.selesai and self.jatuh_tempo is not None and self.jatuh_tempo < acuan


@dataclass(frozen=True, slots=True)
class KendalaMonev:
    """One obstacle as of a day; `dicatat` in the office's days."""

    aksi: AksiMonev
    uraian: str
    dampak: str
    tindak_lanjut: str
    penanggung_jawab: str
    tenggat: date | None
    status: str
    selesai_pada: date | None
    dicatat: date

    @property
    def selesai(self) -> bool:
        return self.status == StatusKendala.SELESAI


@dataclass(frozen=True, slots=True)
class Syarat:
    pk: int
    area: str
    kerja_pk: int
    aksi_pk: int | None
    teks: str
    tiap: bool


@dataclass(slots=True)
class Sejarah:
    """Rows as they are now, in the plan's order, and what was written about them since, newest first (baca.py).
    `ditetapkan`: the plan is in force; before that nothing of it is late."""

    zona: ZoneInfo
    ditetapkan: bool
    pengungkit: list[tuple[str, str, Decimal]]
    aksi: dict[int, AksiMonev] = field(default_factory=dict)
    baris: list[dict[str, Any]] = field(default_factory=list)
    syarat: list[Syarat] = field(default_factory=list)
    bukti: list[dict[str, Any]] = field(default_factory=list)
    kendala: list[dict[str, Any]] = field(default_factory=list)
    jejak: dict[tuple[str, int], list[Jejak]] = field(default_factory=dict)

    def akhir(self, hari: date) -> datetime:
        """The moment the day is over in the office."""
        return datetime.combine(hari + timedelta(days=1), time(), self.zona)

    def pelaksanaan_per(self, hari: date) -> list[PelaksanaanMonev]:
        """Every occurrence, in the plan's order."""
        return [self._pelaksanaan(kini, hari) for kini in self.baris]

    def _pelaksanaan(self, kini: dict[str, Any], hari: date) -> PelaksanaanMonev:
        lalu = self._mundur(Pelaksanaan, kini, hari)
        status, realisasi = lalu["status"], None
        if kini["status"] == Status.SELESAI and kini["realisasi"] <= hari:
            status, realisasi = Status.SELESAI, kini["realisasi"]
        elif status == Status.SELESAI:  # written so then, known better now
            status = Status.BERJALAN
        return PelaksanaanMonev(
            kini["pk"],
            self.aksi[kini["aksi"]],
            lalu["jatuh_tempo"],
            lalu["jatuh_tempo_semula"],
            status,
            realisasi,
            lalu["alasan"],
            kini["catatan"],
        )

    def bukti_per(self, hari: date) -> dict[tuple[int, int | None], str]:
        """What stands for each need: accepted, else waiting, else returned; needs without anything are not in it."""
        ada: dict[tuple[int, int | None], set[str]] = defaultdict(set)
        for kini in self.bukti:
            if kini["diunggah_pada"] < self.akhir(hari):
                ada[kini["syarat"], kini["pelaksanaan"]].add(self._mundur(Bukti, kini, hari)["status"])
        terbaik = {k: next((s for s in BUKTI_TERBAIK if s in status), None) for k, status in ada.items()}
        return {k: s for k, s in terbaik.items() if s}

    def kendala_per(self, hari: date) -> list[KendalaMonev]:
        """Every obstacle noted by that day, in the order they were."""
        return [self._kendala(kini, hari) for kini in self.kendala if kini["dicatat_pada"] < self.akhir(hari)]

    def _kendala(self, kini: dict[str, Any], hari: date) -> KendalaMonev:
        lalu = self._mundur(Kendala, kini, hari)
        if kini["status"] == StatusKendala.SELESAI and kini["selesai_pada"] <= hari:
            lalu = kini
        orang = lalu["penanggung_jawab"]
        return KendalaMonev(
            self.aksi[kini["aksi"]],
            lalu["uraian"],
            lalu["dampak"],
            lalu["tindak_lanjut"],
            orang["teks"] if isinstance(orang, dict) else orang or "",
            lalu["tenggat"],
            lalu["status"],
            lalu["selesai_pada"],
            kini["dicatat_pada"].astimezone(self.zona).date(),
        )

    def peristiwa(self, dari: date, sampai: date) -> Iterator[tuple[PelaksanaanMonev, Jejak]]:
        """What was written about the occurrences in these days, in their order, oldest first."""
        awal, akhir = self.akhir(dari - timedelta(days=1)), self.akhir(sampai)
        for p in self.pelaksanaan_per(sampai):
            for j in reversed(self.jejak.get((Pelaksanaan._meta.label_lower, p.pk), [])):
                if awal <= j.waktu < akhir:
                    yield p, j

    def _mundur(self, model: type, kini: dict[str, Any], hari: date) -> dict[str, Any]:
        """The row with all taken back that was written after the day."""
        lalu, akhir = dict(kini), self.akhir(hari)
        for j in self.jejak.get((model._meta.label_lower, kini["pk"]), []):  # type: ignore[attr-defined]  # a model
            if j.waktu >= akhir:
                lalu |= {kolom: _nilai(kolom, lama) for kolom, lama in j.sebelum.items() if kolom in lalu}
        return lalu


def _nilai(kolom: str, lama: Any) -> Any:
    """As the trail's JSON has it: ISO dates back to dates."""
    return date.fromisoformat(lama) if lama and kolom in TANGGAL else lama
