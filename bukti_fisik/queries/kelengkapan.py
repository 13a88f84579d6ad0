"""How complete the evidence is. A need is one syarat, or one per occurrence not called off where it is asked at each;
it is met when at least one bukti of it is accepted (produk.md §4)."""

from collections import defaultdict
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from django.db.models import Count, Q

from bukti_fisik.enums import StatusBukti
from bukti_fisik.models import Bukti
from rencana_aksi.enums import Status
from rencana_aksi.models import Rencana, SyaratBukti

KATA = {"ada": "terpenuhi", "menunggu": "menunggu verifikasi", "dikembalikan": "dikembalikan", "kurang": "belum ada"}


@dataclass(frozen=True, slots=True)
class Kelengkapan:
    """Needs by what stands for them: accepted, else waiting, else returned; the rest have nothing yet."""

    terpenuhi: int = 0
    butuh: int = 0
    menunggu: int = 0
    dikembalikan: int = 0

    def __add__(self, lain: "Kelengkapan") -> "Kelengkapan":
        return Kelengkapan(*(getattr(self, k) + getattr(lain, k) for k in self.__slots__))

    @property
    def kurang(self) -> int:
        """Needs without an accepted bukti."""
        return self.butuh - self.terpenuhi

    @property
    def bagian(self) -> Fraction:
        return Fraction(self.terpenuhi, self.butuh) if self.butuh else Fraction(0)

    def poin(self, bobot: Decimal) -> Fraction:
        """Weight × share met: the points of capaian bukti."""
        return Fraction(bobot) * self.bagian


@dataclass(frozen=True, slots=True)
class StatusSyarat:
    """One syarat of the plan and where it stands."""

    pk: int
    rencana_kerja_id: int
    aksi_id: int | None
    area: str
    teks: str
    tiap_pelaksanaan: bool
    kelengkapan: Kelengkapan

    @property
    def keadaan(self) -> str:
        """ada (all accepted), menunggu, dikembalikan, or kurang (something has nothing yet)."""
        k = self.kelengkapan
        if k.kurang == 0:
            return "ada"
        if k.dikembalikan:
            return "dikembalikan"
        return "menunggu" if k.menunggu else "kurang"

    @property
    def kata(self) -> str:
        """The same in words."""
        return KATA[self.keadaan]


def status_syarat(rencana: Rencana, rencana_kerja: int | None = None) -> list[StatusSyarat]:
    """Every syarat of the plan (or of one row of it) in the plan's order, in two queries."""
    syarat = SyaratBukti.objects.filter(rencana_kerja__pengungkit__rencana=rencana)
    bukti = Bukti.objects.filter(syarat__rencana_kerja__pengungkit__rencana=rencana)
    if rencana_kerja is not None:
        syarat = syarat.filter(rencana_kerja=rencana_kerja)
        bukti = bukti.filter(syarat__rencana_kerja=rencana_kerja)
    keadaan: dict[int, dict[int | None, set[str]]] = defaultdict(lambda: defaultdict(set))
    berlaku = bukti.exclude(status=StatusBukti.DITARIK).exclude(pelaksanaan__status=Status.BATAL)
    for syarat_id, pelaksanaan_id, status in (
        berlaku.order_by().values_list("syarat", "pelaksanaan", "status").distinct()
    ):
        keadaan[syarat_id][pelaksanaan_id].add(status)
    baris = (
        syarat.annotate(kali=Count("aksi__pelaksanaan", filter=~Q(aksi__pelaksanaan__status=Status.BATAL)))
        .order_by("rencana_kerja__pengungkit__urutan", "rencana_kerja__urutan", "urutan")
        .values_list(
            "pk", "rencana_kerja", "aksi", "rencana_kerja__pengungkit__kode", "teks", "tiap_pelaksanaan", "kali"
        )
    )
    return [
        StatusSyarat(pk, rk, aksi, area, teks, tiap, _hitung(kali if tiap else 1, keadaan.get(pk, {})))
        for pk, rk, aksi, area, teks, tiap, kali in baris
    ]


def _hitung(butuh: int, keadaan: dict[int | None, set[str]]) -> Kelengkapan:
    terpenuhi = menunggu = dikembalikan = 0
    for status in keadaan.values():
        if StatusBukti.DITERIMA in status:
            terpenuhi += 1
        elif StatusBukti.MENUNGGU in status:
            menunggu += 1
        else:
            dikembalikan += 1
    return Kelengkapan(terpenuhi, butuh, menunggu, dikembalikan)


def kelengkapan(rencana: Rencana) -> dict[str, Kelengkapan]:
    """Per pengungkit code of the plan that demands any evidence, in two queries."""
    jumlah: dict[str, Kelengkapan] = defaultdict(Kelengkapan)
    for syarat in status_syarat(rencana):
        jumlah[syarat.area] += syarat.kelengkapan
    return dict(jumlah)
