"""A first draft: who may throw it away, what forbids it, and what another instrument would change in it."""

from dataclasses import dataclass
from decimal import Decimal

from pengungkit.models import Instrumen, Jawaban
from rencana_aksi.enums import StatusRencana
from rencana_aksi.models import Pelaksanaan, Pengungkit, Rencana, RencanaAksi, RencanaKerja, SyaratBukti
from rencana_aksi.queries.buat import pengungkit_instrumen
from rencana_aksi.queries.gantungan import kata_penahan, penahan
from rencana_aksi.queries.langkah import PENYUSUN
from rencana_aksi.queries.sunting import boleh_disunting, terkunci
from rencana_aksi.sinyal import draf_ditahan
from zona.inti.models import Jejak
from zona.organisasi.enums import Lingkup
from zona.organisasi.models import Keanggotaan, Pengguna

BUKAN_DRAF = "Rencana ini sudah {kini}; hanya draf pertama yang belum diajukan yang dapat {dapat}."
DILUAR_HITUNGAN = ("impor",)
"""What goes along with the plan: it is told by who hangs it there (sinyal.rencana_dibuang)."""


@dataclass(frozen=True, slots=True)
class DrafRencana:
    """A plan, and who made it (None: a command did, or it is not on record)."""

    rencana: Rencana
    pembuat_id: int | None

    @property
    def lingkup(self) -> Lingkup:
        return self.rencana.lingkup


@dataclass(frozen=True, slots=True)
class BedaBobot:
    """A pengungkit as it is and as another instrument has it."""

    kode: str
    nama: str
    bobot: Decimal
    nama_baru: str
    bobot_baru: Decimal

    @property
    def berubah(self) -> bool:
        return (self.nama, self.bobot) != (self.nama_baru, self.bobot_baru)


@dataclass(frozen=True, slots=True)
class JalanKosong:
    """How a person may go on with a plan that has no row: type them or bring them in a workbook, take the starter,
    throw it away. `pengisi`: who types its rows, by name; `menata_tim`: the person may give somebody that role."""

    menyunting: bool
    mengisi: bool
    membuang: bool
    menata_tim: bool
    pengisi: tuple[str, ...]

    @property
    def ada(self) -> bool:
        return self.menyunting or self.mengisi or self.membuang


def jalan_kosong(pengguna: Pengguna, rencana: Rencana) -> JalanKosong:
    """Two queries, and one for the roles."""
    draf = not bukan_draf(rencana, "")
    menyunting = bool(boleh_disunting(pengguna, rencana)) and not terkunci(rencana)
    mengisi = draf and pengguna.boleh("buat_rencana", rencana)
    membuang, menata = draf and boleh_membuang(pengguna, rencana), pengguna.boleh("kelola_akun", rencana)
    return JalanKosong(menyunting, mengisi, membuang, menata, pengisi_rencana(rencana))


def pengisi_rencana(rencana: Rencana) -> tuple[str, ...]:
    """The ketua, then the coordinators of its year in the order of the teams, each once. One query."""
    orang = Keanggotaan.objects.filter(
        tim__satker=rencana.satker_id, tim__tahun=rencana.tahun, peran__in=PENYUSUN, pengguna__is_active=True
    ).values_list("peran", "tim__kode", "urutan", "pengguna__nama")
    urut = sorted(orang, key=lambda satu: (PENYUSUN.index(satu[0]), *satu[1:]))
    return tuple(dict.fromkeys(nama for *_, nama in urut))


def draf_rencana(rencana: Rencana) -> DrafRencana:
    """With its maker, from the first row of its trail. One query."""
    jejak = Jejak.objects.filter(objek=Rencana._meta.label_lower, objek_id=rencana.pk).order_by("pk")
    return DrafRencana(rencana, jejak.values_list("oleh_id", flat=True).first())


def boleh_membuang(pengguna: Pengguna, rencana: Rencana) -> bool:
    """Who made it, and the ketua. One query, and one for the roles."""
    return pengguna.boleh("buang_rencana", draf_rencana(rencana))


def bukan_draf(rencana: Rencana, dapat: str) -> str:
    """Why the plan is no first draft any more ("dibuang", "diganti instrumennya"); empty where it is one."""
    if rencana.versi == 1 and rencana.status == StatusRencana.DRAF:
        return ""
    return BUKAN_DRAF.format(kini=StatusRencana(rencana.status).label.lower(), dapat=dapat)


def penahan_rencana(rencana: Rencana) -> list[str]:
    """What forbids throwing the plan away, in words: progress, evidence, obstacles, papers written about it, and what
    rooms above answer. A constant number of queries."""
    aksi = RencanaAksi.objects.filter(rencana_kerja__pengungkit__rencana=rencana)
    pelaksanaan = Pelaksanaan.objects.filter(aksi__in=aksi)
    syarat = SyaratBukti.objects.filter(rencana_kerja__pengungkit__rencana=rencana)
    berjalan = sum(p.tersentuh for p in pelaksanaan)
    hasil = [f"{berjalan} pelaksanaan yang sudah dicatat"] if berjalan else []
    semua = (Rencana.objects.filter(pk=rencana.pk), aksi, pelaksanaan, syarat)
    tergantung = [satu for qs in semua for _, satu in penahan(qs)]
    hasil += kata_penahan(satu for satu in tergantung if satu._meta.model_name not in DILUAR_HITUNGAN)
    for _, lain in draf_ditahan.send(sender=penahan_rencana, rencana=rencana):
        hasil.extend(str(kata) for kata in lain or ())
    return hasil


def jumlah_baris(rencana: Rencana) -> dict[str, int]:
    """How much goes with it. Three queries."""
    milik = {"rencana_kerja__pengungkit__rencana": rencana}
    return {
        "rencana_kerja": RencanaKerja.objects.filter(pengungkit__rencana=rencana).count(),
        "aksi": RencanaAksi.objects.filter(**milik).count(),
        "syarat": SyaratBukti.objects.filter(**milik).count(),
    }


def berjawaban(rencana: Rencana) -> bool:
    """Whether any LKE question of that office and year is answered, by whichever instrument. One query."""
    return Jawaban.objects.filter(penilaian__satker=rencana.satker_id, penilaian__tahun=rencana.tahun).exists()


def beda_bobot(rencana: Rencana, instrumen: Instrumen) -> list[BedaBobot]:
    """The six as they are and as they would be. Two queries."""
    baru = {satu.kode: (satu.nama, satu.bobot) for satu in pengungkit_instrumen(instrumen)}
    return [
        BedaBobot(p.kode, p.nama, p.bobot, *baru.get(p.kode, (p.nama, p.bobot)))
        for p in Pengungkit.objects.filter(rencana=rencana)
    ]
