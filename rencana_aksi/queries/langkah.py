"""The steps of a plan's life that people are told of, whom each concerns, and the last one of every plan."""

from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from django.db.models import F, OuterRef, Subquery
from django.db.models.functions import Coalesce, JSONObject

from rencana_aksi.enums import StatusRencana
from rencana_aksi.models import Rencana
from zona.inti.models import Jejak
from zona.organisasi.enums import Peran
from zona.organisasi.models import Keanggotaan, Pengguna, Satker

DIAJUKAN = "mengajukan rencana"
DITARIK = "menarik rencana"
DIKEMBALIKAN = "mengembalikan rencana"
DITETAPKAN = "menetapkan rencana"
DIMULAI = "memulai perubahan rencana"
DIBATALKAN = "membatalkan perubahan rencana"
"""As the audit trail has them."""

PENYUSUN = (Peran.KETUA, Peran.KOORDINATOR)
BERSANGKUTAN: dict[str, tuple[Peran, ...]] = {
    DIAJUKAN: (Peran.KEPALA,),
    DITARIK: (Peran.KEPALA,),
    DIKEMBALIKAN: PENYUSUN,
    DITETAPKAN: (Peran.KEPALA, *PENYUSUN, Peran.ANGGOTA),
    DIBATALKAN: (Peran.KEPALA, *PENYUSUN),
}
"""Whom each step concerns, besides whoever took it."""
SEMUA = (*BERSANGKUTAN, DIMULAI)
"""A perubahan begun since ends what was to be told of the version before."""


BELUM: dict[str, Any] = {"langkah": "", "oleh_id": None, "oleh": "", "waktu": "0001-01-02T00:00:00+00:00", "alasan": ""}


@dataclass(frozen=True, slots=True)
class LangkahTerakhir:
    """The last step of a plan, and where it stands now: `status` and `versi` of what is being drafted, else of the
    plan. `pada` is the office's own day."""

    tahun: int
    langkah: str
    status: str
    versi: int
    oleh_id: int | None
    oleh: str
    pada: date
    alasan: str
    nomor_sk: str

    @property
    def sebutan(self) -> str:
        return sebut_rencana(self.tahun, self.versi)


def sebut_rencana(tahun: int, versi: int) -> str:
    """What people call the plan that took a step: a first one, or a perubahan."""
    return f"Rencana Kerja {tahun}" if versi == 1 else f"perubahan (versi {versi}) Rencana Kerja {tahun}"


def bersangkutan(rencana: Rencana, langkah: str, oleh: Pengguna | None) -> list[Pengguna]:
    """Who is to be told of the step: active people of the office in those roles that year, each once, without whoever
    took it. One query."""
    anggota = Keanggotaan.objects.filter(
        tim__satker=rencana.satker_id, tim__tahun=rencana.tahun, peran__in=BERSANGKUTAN[langkah],
        pengguna__is_active=True, pengguna__satker=rencana.satker_id,
    ).exclude(pengguna=oleh.pk if oleh else None)  # fmt: skip
    orang = {k.pengguna_id: k.pengguna for k in anggota.select_related("pengguna").order_by("pengguna__nama")}
    return list(orang.values())


def langkah_terakhir(satker: Satker) -> list[LangkahTerakhir]:
    """Of every plan of the office whose last step people are told of, and of every first draft (`langkah` is empty
    where it took none), the newest year first. One query."""
    tangga = Jejak.objects.filter(
        objek=Rencana._meta.label_lower, objek_id=Coalesce(OuterRef("perubahan_dari"), OuterRef("pk")),
        tindakan__in=SEMUA,
    ).order_by("-id")  # fmt: skip
    kolom = JSONObject(langkah="tindakan", oleh_id="oleh_id", oleh="oleh_nama", waktu="waktu", alasan="alasan")
    semua = Rencana.semua.filter(satker=satker).annotate(terakhir=Subquery(tangga.values(satu=kolom)[:1]))
    kini = {r.perubahan_dari_id or r.pk: r for r in semua.order_by("-tahun", F("perubahan_dari").asc(nulls_first=True))}
    return [
        _terakhir(r, ZoneInfo(satker.zona_waktu)) for r in kini.values()
        if r.status == StatusRencana.DRAF or (r.terakhir and r.terakhir["langkah"] in BERSANGKUTAN)
    ]  # fmt: skip


def _terakhir(rencana: Any, zona: ZoneInfo) -> LangkahTerakhir:
    satu = rencana.terakhir or BELUM
    saat = datetime.fromisoformat(satu["waktu"])  # SQLite keeps no offset: UTC
    saat = saat if saat.tzinfo else saat.replace(tzinfo=UTC)
    return LangkahTerakhir(
        tahun=rencana.tahun, langkah=satu["langkah"], status=rencana.status, versi=rencana.versi,
        oleh_id=satu["oleh_id"], oleh=satu["oleh"], pada=saat.astimezone(zona).date(), alasan=satu["alasan"],
        nomor_sk=rencana.nomor_sk,
    )  # fmt: skip
