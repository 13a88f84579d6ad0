"""The roster of a year as the SK prints it (Tabel 3.1), and the accounts of an office."""

from dataclasses import dataclass

from django.db.models import Prefetch, Q, QuerySet

from zona.organisasi.enums import AREA, PENGARAH, Peran
from zona.organisasi.models import Keanggotaan, Pengguna, Penugasan, Satker, Tim

URUTAN_TIM = {kode: i for i, kode in enumerate((PENGARAH, *AREA))}
URUTAN_PERAN = {peran: i for i, peran in enumerate(Peran.values)}


def keterangan_nip(pengguna: Pengguna) -> str:
    """The NIP, or in words why there is none: a PPNPN has none, and what was printed may be no valid one."""
    if pengguna.nip:
        return pengguna.nip
    if naskah := pengguna.nip_naskah:
        return f"{naskah} (tidak sah: {sum(h.isdigit() for h in naskah)} angka, seharusnya 18)"
    return "tidak ada NIP"


@dataclass(frozen=True, slots=True)
class BarisTim:
    """A line of the roster; `no` runs through all teams."""

    no: int
    pengguna: Pengguna
    nip: str
    nip_sah: bool
    peran: str


@dataclass(frozen=True, slots=True)
class SusunanTim:
    """A team with its people, leaders first. `kode` is PENGARAH or the pengungkit (I–VI)."""

    kode: str
    baris: list[BarisTim]

    @property
    def nama(self) -> str:
        return Tim(kode=self.kode).nama


def susunan_tim(satker: Satker, tahun: int) -> list[SusunanTim]:
    """The steering pair, then the six teams; a team without people is there and empty (one query)."""
    anggota = sorted(
        Keanggotaan.objects.filter(tim__satker=satker, tim__tahun=tahun).select_related("tim", "pengguna"),
        key=lambda k: (URUTAN_TIM[k.tim.kode], URUTAN_PERAN[k.peran], k.urutan),
    )
    susunan = {kode: SusunanTim(kode, []) for kode in URUTAN_TIM}
    for no, k in enumerate(anggota, 1):
        susunan[k.tim.kode].baris.append(
            BarisTim(
                no=no, pengguna=k.pengguna, nip=keterangan_nip(k.pengguna), nip_sah=bool(k.pengguna.nip),
                peran=k.sebutan or k.get_peran_display(),
            )
        )  # fmt: skip
    return list(susunan.values())


def orang_satker(satker: Satker, tahun: int) -> QuerySet[Pengguna]:
    """Everybody of the office, and those of elsewhere with a role in it, each with `tim_tahun` (memberships that
    year) and `peran_satker` (standing roles here). Three queries, however many people."""
    return (
        Pengguna.objects.filter(Q(satker=satker) | Q(pk__in=Penugasan.objects.filter(satker=satker).values("pengguna")))
        .select_related("satker")
        .prefetch_related(
            Prefetch(
                "keanggotaan",
                Keanggotaan.objects.filter(tim__satker=satker, tim__tahun=tahun)
                .select_related("tim")
                .order_by("urutan"),
                to_attr="tim_tahun",
            ),
            Prefetch("penugasan", Penugasan.objects.filter(satker=satker).order_by("peran"), to_attr="peran_satker"),
        )
        .order_by("-is_active", "nama")
    )
