"""Where a plan is in its life, what comes next and who may do it, and the versions it has had."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from django.shortcuts import get_object_or_404

from rencana_aksi.beku import RencanaBeku, dari_json, sidik
from rencana_aksi.enums import StatusRencana
from rencana_aksi.models import Rencana, VersiRencana
from rencana_aksi.queries import langkah as tangga
from rencana_aksi.queries.draf_pertama import boleh_membuang, bukan_draf
from rencana_aksi.queries.pengaju import TANDA, ketua_lain, sk_sendiri, tolak_sendiri
from rencana_aksi.queries.salin import boleh_menyalin
from rencana_aksi.queries.sunting import boleh_disunting, terkunci
from zona.inti.models import Jejak
from zona.inti.waktu import tanggal_pendek
from zona.organisasi.models import Pengguna

AJUKAN, TARIK, KEMBALIKAN, TETAPKAN = "ajukan", "tarik", "kembalikan", "tetapkan"
PERUBAHAN, BATALKAN = "perubahan", "batalkan"
HAK = {
    AJUKAN: "ajukan", TARIK: "ajukan", KEMBALIKAN: "sahkan", TETAPKAN: "sahkan", PERUBAHAN: "ajukan",
    BATALKAN: "ajukan",
}  # fmt: skip
"""The right each step wants."""
LANGKAH = {
    StatusRencana.DRAF: (AJUKAN,),
    StatusRencana.DIAJUKAN: (TETAPKAN, KEMBALIKAN, TARIK, BATALKAN),
    StatusRencana.DITETAPKAN: (PERUBAHAN,),
    StatusRencana.PERUBAHAN: (AJUKAN, BATALKAN),
}
TINDAKAN = {
    "memuat rencana": "Dimuat dari berkas",
    "menyalin rencana": "Disalin dari rencana tahun lain",
    "membuat rencana dari lembar kerja lama": "Dibuat dari lembar kerja lama",
    "membuat rencana kosong": "Dibuat kosong",
    "membuat rencana dari rencana awal": "Dibuat dari rencana awal instrumen",
    "membuat rencana dari buku kerja": "Dibuat dari buku kerja",
    "mengisi rencana dari rencana awal": "Diisi dari rencana awal instrumen",
    "mengganti instrumen rencana": "Instrumen diganti",
    tangga.DIAJUKAN: "Diajukan",
    tangga.DITARIK: "Ditarik kembali",
    tangga.DIKEMBALIKAN: "Dikembalikan",
    tangga.DITETAPKAN: "Ditetapkan",
    tangga.DIMULAI: "Perubahan dimulai",
    tangga.DIBATALKAN: "Perubahan dibatalkan",
}
"""The steps as the audit trail has them, and as people read them."""


@dataclass(frozen=True, slots=True)
class Peristiwa:
    """A step that was taken; `saat` in the office's own time. `rincian`: its SK, or the plan it was copied from."""

    kata: str
    oleh: str
    saat: datetime
    alasan: str
    rincian: str

    @property
    def waktu(self) -> str:
        """15 Mar 2023, 09.05 WITA"""
        return f"{tanggal_pendek(self.saat.date())}, {self.saat:%H.%M %Z}"


@dataclass(frozen=True, slots=True)
class Hidup:
    """`langkah`: what the person may do next; `menyalin`: they may copy it into another year; `membuang`: it is a first
    draft that they may throw away; `menyunting`: they may edit rows of it now. `versi`: newest first, without content.
    `riwayat`: newest first. `tolak`: why this person does not enact what they submitted. `pengaju_lain`: who else would
    submit it, where this person enacts."""

    langkah: tuple[str, ...]
    menyalin: bool
    membuang: bool
    menyunting: bool
    versi: tuple[VersiRencana, ...]
    riwayat: tuple[Peristiwa, ...]
    tolak: str = ""
    pengaju_lain: str = ""

    @property
    def diputuskan(self) -> bool:
        """The person submits or enacts it next: they are to see what it asks for anew."""
        return bool({AJUKAN, TETAPKAN} & set(self.langkah))

    @property
    def sendiri(self) -> set[int]:
        """Numbers of the versions that were enacted by who submitted them."""
        sk = {p.rincian for p in self.riwayat if p.alasan == TANDA}
        return {v.versi for v in self.versi if f"SK {v.nomor_sk}" in sk}

    @property
    def berlaku(self) -> VersiRencana | None:
        """The newest ditetapkan version: in force, whatever is being worked on."""
        return self.versi[0] if self.versi else None

    @property
    def terakhir(self) -> Peristiwa | None:
        return self.riwayat[0] if self.riwayat else None


def hidup_rencana(rencana: Rencana, pengguna: Pengguna) -> Hidup:
    """The plan's life so far, of the draft of its perubahan where one is open (`rencana_disunting`; two queries, and
    one for the person's roles)."""
    dapat = [satu for satu in LANGKAH[StatusRencana(rencana.status)] if pengguna.boleh(HAK[satu], rencana)]
    tanpa = {BATALKAN} if rencana.perubahan_dari_id is None else set()
    if KEMBALIKAN in dapat:  # whoever may give it back need not take it back
        tanpa.add(TARIK)
    langkah = tuple(satu for satu in dapat if satu not in tanpa)
    menyalin = boleh_menyalin(pengguna, rencana)
    membuang = not bukan_draf(rencana, "") and boleh_membuang(pengguna, rencana)
    menyunting = not terkunci(rencana) and bool(boleh_disunting(pengguna, rencana))
    tolak = tolak_sendiri(rencana, pengguna) if TETAPKAN in langkah else ""
    lain = ketua_lain(rencana, pengguna) if AJUKAN in langkah and pengguna.boleh(HAK[TETAPKAN], rencana) else ""
    if tolak:
        langkah = tuple(satu for satu in langkah if satu != TETAPKAN)
    versi, riwayat = tuple(versi_rencana(rencana)), tuple(riwayat_rencana(rencana))
    return Hidup(langkah, menyalin, membuang, menyunting, versi, riwayat, tolak, lain)


def versi_rencana(rencana: Rencana) -> list[VersiRencana]:
    """Newest first, with who enacted them but without their content (one query)."""
    versi = VersiRencana.objects.filter(rencana=rencana.berlaku).select_related("ditetapkan_oleh").defer("isi")
    return list(versi)


def riwayat_rencana(rencana: Rencana) -> list[Peristiwa]:
    """The steps it went through, newest first (one query)."""
    zona = ZoneInfo(rencana.satker.zona_waktu)
    jejak = Jejak.objects.filter(objek=Rencana._meta.label_lower, objek_id=rencana.berlaku.pk, tindakan__in=TINDAKAN)
    return [
        Peristiwa(TINDAKAN[j.tindakan], j.oleh_nama, j.waktu.astimezone(zona), j.alasan, _rincian(j.sesudah))
        for j in jejak
    ]


def _rincian(sesudah: dict[str, Any]) -> str:
    if dari := sesudah.get("dari"):
        return f"Rencana {dari}"
    return f"SK {nomor}" if (nomor := sesudah.get("nomor_sk")) else ""


def versi_beku(rencana: Rencana, versi: int) -> VersiRencana:
    """A frozen version whole, with who enacted it. Raises Http404 where there is none."""
    return get_object_or_404(
        VersiRencana.objects.select_related("ditetapkan_oleh", "rencana__perubahan_dari"),
        rencana=rencana.berlaku,
        versi=versi,
    )


def ditetapkan_sendiri(versi: VersiRencana) -> bool:
    """It was enacted by who submitted it; one query."""
    return versi.nomor_sk in sk_sendiri(versi.rencana)


def isi_versi(versi: VersiRencana) -> RencanaBeku:
    """What it says, from its JSON alone."""
    return dari_json(versi.isi)


def isi_semua(rencana: Rencana, versi: Collection[int]) -> dict[int, RencanaBeku]:
    """What each of these versions says (one query)."""
    return {v.versi: isi_versi(v) for v in VersiRencana.objects.filter(rencana=rencana.berlaku, versi__in=versi)}


def sidik_cocok(versi: VersiRencana) -> bool:
    """Whether the content is still the one the fingerprint was taken of."""
    return sidik(versi.isi) == versi.sha256
