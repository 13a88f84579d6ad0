"""The steps of a plan's life that people are told of, whom each concerns, and the last one of every plan."""

from dataclasses import dataclass
from datetime import date
from zoneinfo import ZoneInfo

from rencana_aksi.models import Rencana
from zona.inti.models import Jejak
from zona.organisasi.enums import Peran
from zona.organisasi.models import Keanggotaan, Pengguna, Satker

DIAJUKAN = "mengajukan rencana"
DITARIK = "menarik rencana"
DIKEMBALIKAN = "mengembalikan rencana"
DITETAPKAN = "menetapkan rencana"
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
SEMUA = (*BERSANGKUTAN, "memulai perubahan rencana")
"""A perubahan begun since ends what was to be told of the version before."""


@dataclass(frozen=True, slots=True)
class LangkahTerakhir:
    """The last step of a plan, and where it stands now: `status` and `versi` of what is being drafted, else of the plan.
    `pada` is the office's own day."""

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
    """Of every plan of the office whose last step people are told of, the newest year first. Two queries."""
    terakhir: dict[int, Jejak] = {}
    jejak = Jejak.objects.filter(satker_id=satker.pk, objek=Rencana._meta.label_lower, tindakan__in=SEMUA)
    for satu in jejak.order_by("id"):
        if satu.objek_id is not None:
            terakhir[satu.objek_id] = satu
    zona = ZoneInfo(satker.zona_waktu)
    semua = list(Rencana.semua.filter(satker=satker))
    draf = {r.perubahan_dari_id: r for r in semua if r.perubahan_dari_id}
    hasil = []
    for rencana in (r for r in semua if not r.perubahan_dari_id):
        satu = terakhir.get(rencana.pk)
        if satu is None or satu.tindakan not in BERSANGKUTAN:
            continue
        kini = draf.get(rencana.pk, rencana)
        hasil.append(
            LangkahTerakhir(
                tahun=rencana.tahun, langkah=satu.tindakan, status=kini.status, versi=kini.versi,
                oleh_id=satu.oleh_id, oleh=satu.oleh_nama,
                pada=satu.waktu.astimezone(zona).date(), alasan=satu.alasan, nomor_sk=rencana.nomor_sk,
            )
        )  # fmt: skip
    return hasil
