"""Evidence beside the questions of the LKE: what is linked, and what of the plan looks like what is asked for."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.db.models import F, Value
from django.db.models.functions import Coalesce

from bukti_fisik.enums import StatusBukti
from bukti_fisik.models import Bukti
from pengungkit.beku import Naskah
from rencana_aksi.models import Rencana
from zona.inti.mirip import Indeks

RENCANA = "syarat__rencana_kerja__pengungkit__rencana"
KOLOM: dict[str, Any] = {
    "nama_syarat": F("syarat__teks"),
    "kerja": F("syarat__rencana_kerja__uraian"),
    "pengungkit": F("syarat__rencana_kerja__pengungkit__kode"),
    "sidik_berkas": Coalesce(F("berkas__sha256"), Value("")),
}
SARAN = 3


@dataclass(frozen=True, slots=True)
class BuktiSoal:
    """A bukti as it stands beside a question; `tautan` is empty for a file, `sha256` for a link."""

    id: int
    nama: str
    status: str
    versi: int
    sha256: str
    tautan: str
    syarat: str
    pengungkit: str
    halaman: int | None

    @property
    def diterima(self) -> bool:
        return self.status == StatusBukti.DITERIMA


@dataclass(slots=True)
class BuktiLke:
    """Evidence of a plan: `terkait` by question code, and the newest of each need to choose from. `terbukti`: codes of
    which only is known that accepted evidence stands beside them."""

    terkait: Mapping[str, list[BuktiSoal]]
    calon: dict[int, BuktiSoal]
    indeks: Indeks[int]
    terbukti: frozenset[str] = frozenset()

    def diterima(self, kode: str) -> bool:
        """At least one accepted bukti stands beside the question."""
        return kode in self.terbukti or any(b.diterima for b in self.terkait.get(kode, []))

    def saran(self, soal: Naskah, banyak: int | None = SARAN) -> list[BuktiSoal]:
        """What looks like the question or its examples of evidence and is not linked: accepted first, then the most
        alike."""
        ada = {b.id for b in self.terkait.get(soal["kode"], [])}
        mirip = [self.calon[k] for k, _ in self.indeks.cari([soal["teks"], *soal["data_dukung"]]) if k not in ada]
        return sorted(mirip, key=lambda b: not b.diterima)[:banyak]


def bukti_lke(rencana: Rencana, soal: Iterable[Naskah], area: str = "") -> BuktiLke:
    """The evidence for these questions, in two queries; to choose from only that of the pengungkit, where one is
    named."""
    kode = {s["id"]: s["kode"] for s in soal}
    milik = Bukti.objects.filter(**{RENCANA: rencana}).annotate(**KOLOM).order_by("-versi", "pk")
    semua: dict[int, BuktiSoal] = {}
    calon: dict[int, BuktiSoal] = {}
    teks: dict[int, str] = {}
    dipakai: set[tuple[int, int | None]] = set()
    kolom = ("pk", "nama", "status", "versi", "sidik_berkas", "tautan", "nama_syarat", "pengungkit", "halaman")
    for syarat, pelaksanaan, kerja, *isi in milik.values_list("syarat", "pelaksanaan", "kerja", *kolom):
        b = BuktiSoal(*isi)
        semua[b.id] = b
        boleh = b.status in (StatusBukti.DITERIMA, StatusBukti.MENUNGGU) and area in ("", b.pengungkit)
        if boleh and (syarat, pelaksanaan) not in dipakai:
            dipakai.add((syarat, pelaksanaan))
            calon[b.id] = b
            teks[b.id] = f"{b.syarat} {kerja}"
    terkait: dict[str, list[BuktiSoal]] = defaultdict(list)
    kait = Bukti.pertanyaan.through.objects.filter(pertanyaan__in=kode, **{f"bukti__{RENCANA}": rencana})
    for soal_id, bukti_id in kait.order_by("pk").values_list("pertanyaan", "bukti"):
        if bukti_id in semua:
            terkait[kode[soal_id]].append(semua[bukti_id])
    return BuktiLke(terkait, calon, Indeks(teks))


def bukti_diterima(rencana: Rencana, soal: Iterable[Naskah]) -> BuktiLke:
    """Only which of these questions have accepted evidence, in one query."""
    kode = {s["id"]: s["kode"] for s in soal}
    milik = {f"bukti__{RENCANA}": rencana, "bukti__status": StatusBukti.DITERIMA}
    kait = Bukti.pertanyaan.through.objects.filter(pertanyaan__in=kode, **milik)
    return BuktiLke({}, {}, Indeks({}), frozenset(kode[i] for i in kait.values_list("pertanyaan", flat=True)))


def bukti_beku(isi: Mapping[str, list[dict[str, Any]]]) -> BuktiLke:
    """The evidence a lock kept; nothing to choose from."""
    return BuktiLke({kode: [BuktiSoal(**b) for b in daftar] for kode, daftar in isi.items()}, {}, Indeks({}))
