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
from rencana_aksi.queries.salin import boleh_menyalin
from zona.inti.models import Jejak
from zona.inti.waktu import tanggal_pendek
from zona.organisasi.models import Pengguna

AJUKAN, KEMBALIKAN, TETAPKAN, PERUBAHAN, BATALKAN = "ajukan", "kembalikan", "tetapkan", "perubahan", "batalkan"
HAK = {AJUKAN: "ajukan", KEMBALIKAN: "sahkan", TETAPKAN: "sahkan", PERUBAHAN: "ajukan", BATALKAN: "ajukan"}
"""The right each step wants."""
LANGKAH = {
    StatusRencana.DRAF: (AJUKAN,),
    StatusRencana.DIAJUKAN: (TETAPKAN, KEMBALIKAN, BATALKAN),
    StatusRencana.DITETAPKAN: (PERUBAHAN,),
    StatusRencana.PERUBAHAN: (AJUKAN, BATALKAN),
}
TINDAKAN = {
    "memuat rencana": "Dimuat dari berkas",
    "menyalin rencana": "Disalin dari rencana tahun lain",
    "membuat rencana dari lembar kerja lama": "Dibuat dari lembar kerja lama",
    "mengajukan rencana": "Diajukan",
    "mengembalikan rencana": "Dikembalikan",
    "menetapkan rencana": "Ditetapkan",
    "memulai perubahan rencana": "Perubahan dimulai",
    "membatalkan perubahan rencana": "Perubahan dibatalkan",
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
    """`langkah`: what the person may do next; `menyalin`: they may copy it into another year. `versi`: newest first,
    without content. `riwayat`: newest first. `tahun_lain`: years of the office's other plans."""

    langkah: tuple[str, ...]
    menyalin: bool
    versi: tuple[VersiRencana, ...]
    riwayat: tuple[Peristiwa, ...]
    tahun_lain: tuple[int, ...]

    @property
    def berlaku(self) -> VersiRencana | None:
        """The newest ditetapkan version: in force, whatever is being worked on."""
        return self.versi[0] if self.versi else None

    @property
    def terakhir(self) -> Peristiwa | None:
        return self.riwayat[0] if self.riwayat else None


def hidup_rencana(rencana: Rencana, pengguna: Pengguna) -> Hidup:
    """The plan's life so far, of the draft of its perubahan where one is open (`rencana_disunting`; three queries, and
    one for the person's roles)."""
    tanpa = () if rencana.perubahan_dari_id else (BATALKAN,)
    dapat = [satu for satu in LANGKAH[StatusRencana(rencana.status)] if satu not in tanpa]
    langkah = tuple(satu for satu in dapat if pengguna.boleh(HAK[satu], rencana))
    menyalin = boleh_menyalin(pengguna, rencana)
    lain = Rencana.objects.filter(satker=rencana.satker_id).exclude(pk=rencana.berlaku.pk).order_by("tahun")
    return Hidup(
        langkah, menyalin, tuple(versi_rencana(rencana)), tuple(riwayat_rencana(rencana)),
        tuple(lain.values_list("tahun", flat=True)),
    )  # fmt: skip


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
        VersiRencana.objects.select_related("ditetapkan_oleh"), rencana=rencana.berlaku, versi=versi
    )


def isi_versi(versi: VersiRencana) -> RencanaBeku:
    """What it says, from its JSON alone."""
    return dari_json(versi.isi)


def isi_semua(rencana: Rencana, versi: Collection[int]) -> dict[int, RencanaBeku]:
    """What each of these versions says (one query)."""
    return {v.versi: isi_versi(v) for v in VersiRencana.objects.filter(rencana=rencana.berlaku, versi__in=versi)}


def sidik_cocok(versi: VersiRencana) -> bool:
    """Whether the content is still the one the fingerprint was taken of."""
    return sidik(versi.isi) == versi.sha256
