"""The evidence handed in: what waits for a verdict, what came back, and what nothing has been handed in for."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from zoneinfo import ZoneInfo

from bukti_fisik.enums import StatusBukti
from bukti_fisik.models import Bukti
from bukti_fisik.queries.kelengkapan import StatusSyarat
from rencana_aksi.enums import Status
from rencana_aksi.models import Rencana
from zona.matriks.queries.baris import BagianPengungkit, BarisAksi, BarisPelaksanaan, BarisRencanaKerja
from zona.matriks.queries.pekerjaan import sebutan
from zona.organisasi.models import Pengguna


@dataclass(frozen=True, slots=True)
class LembarBukti:
    """One bukti that still stands, as the lists show it. `dibawa`: whoever looks brought it in."""

    pk: int
    syarat_id: int
    pelaksanaan_id: int | None
    nama: str
    status: str
    alasan: str
    pengunggah_id: int | None
    pengunggah: str
    diunggah: date
    pemeriksa: str
    area: str
    sebutan: str
    syarat: str
    aksi_id: int
    dibawa: bool = False


@dataclass(frozen=True, slots=True)
class BuktiBelumAda:
    """Evidence that nothing has been handed in for although its action is done: `teks` of each syarat with how often
    it is missing, the action whose page takes it, and the day the action was done first."""

    bagian: BagianPengungkit
    rencana_kerja: BarisRencanaKerja
    aksi: BarisAksi
    teks: tuple[tuple[str, int], ...]
    sejak: date

    @property
    def sebutan(self) -> str:
        return sebutan(self.bagian, self.rencana_kerja, self.aksi)

    @property
    def jumlah(self) -> int:
        return sum(kali for _, kali in self.teks)


def lembar_bukti(
    rencana: Rencana, bagian: list[BagianPengungkit], pengguna: Pengguna | None = None
) -> list[LembarBukti]:
    """Every bukti of the plan neither withdrawn nor of an occurrence called off, oldest first. One query.
    One that proves a whole row is shown at the row's first action."""
    tempat = {
        s.pk: (b.kode, sebutan(b, rk, a), s.teks, a.pk)
        for b in bagian
        for rk in b.rencana_kerja
        for s in rk.syarat
        for a in pemilik(rk, s)[:1]
    }
    zona = ZoneInfo(rencana.satker.zona_waktu)
    kolom = (
        "pk", "syarat", "pelaksanaan", "nama", "status", "alasan", "diunggah_oleh", "diunggah_oleh__nama",
        "diunggah_pada", "diverifikasi_oleh__nama", "dibawa",
    )  # fmt: skip
    berlaku = (
        Bukti.objects.bagi(pengguna or Pengguna())
        .filter(syarat__rencana_kerja__pengungkit__rencana=rencana)
        .exclude(status=StatusBukti.DITARIK)
        .exclude(pelaksanaan__status=Status.BATAL)
        .order_by("pk")
        .values_list(*kolom)
    )
    return [
        LembarBukti(
            pk, syarat, pelaksanaan, nama, status, alasan, oleh, oleh_nama or "", pada.astimezone(zona).date(),
            pemeriksa or "", *tempat[syarat], dibawa,
        )
        for pk, syarat, pelaksanaan, nama, status, alasan, oleh, oleh_nama, pada, pemeriksa, dibawa in berlaku
        if syarat in tempat
    ]  # fmt: skip


def pemilik(rk: BarisRencanaKerja, syarat: StatusSyarat) -> list[BarisAksi]:
    """The action the syarat proves; all of the row where it names none."""
    return [a for a in rk.aksi if syarat.aksi_id in (None, a.pk)]


def dikembalikan(lembar: Iterable[LembarBukti]) -> list[LembarBukti]:
    """The newest bukti of each need for which everything handed in came back."""
    per_kebutuhan: dict[tuple[int, int | None], list[LembarBukti]] = defaultdict(list)
    for b in lembar:
        per_kebutuhan[b.syarat_id, b.pelaksanaan_id].append(b)
    return [
        daftar[-1] for daftar in per_kebutuhan.values() if all(b.status == StatusBukti.DIKEMBALIKAN for b in daftar)
    ]


def menunggu(lembar: Iterable[LembarBukti]) -> list[LembarBukti]:
    """Bukti that wait for a verdict, the longest waiting first."""
    return [b for b in lembar if b.status == StatusBukti.MENUNGGU]


def belum_ada(bagian: list[BagianPengungkit], lembar: Iterable[LembarBukti]) -> list[BuktiBelumAda]:
    """By action, the one done first at the front. A syarat asked at each occurrence is due once that one is done;
    any other once every occurrence of its action (of the row's actions, where it names none) is."""
    ada = {(b.syarat_id, b.pelaksanaan_id) for b in lembar}
    ada |= {(syarat, None) for syarat, _ in ada}
    hasil = []
    for b in bagian:
        for rk in b.rencana_kerja:
            teks: dict[int, list[tuple[str, int]]] = defaultdict(list)
            sejak: dict[int, date] = {}
            for s in rk.syarat:
                selesai = _selesai(rk, s)
                kurang = [p for p in selesai if (s.pk, p.pk if s.tiap_pelaksanaan else None) not in ada]
                if not kurang:
                    continue
                aksi = pemilik(rk, s)[0].pk
                teks[aksi].append((s.teks, len(kurang) if s.tiap_pelaksanaan else 1))
                hari = min(p.realisasi for p in kurang if p.realisasi)
                sejak[aksi] = min(hari, sejak.get(aksi, hari))
            hasil += [BuktiBelumAda(b, rk, a, tuple(teks[a.pk]), sejak[a.pk]) for a in rk.aksi if a.pk in teks]
    return sorted(hasil, key=lambda k: k.sejak)


def _selesai(rk: BarisRencanaKerja, syarat: StatusSyarat) -> list[BarisPelaksanaan]:
    """The done occurrences that make the syarat due; none while it is not due yet."""
    berlaku = [p for a in pemilik(rk, syarat) for p in a.berlaku]
    selesai = [p for p in berlaku if p.status == Status.SELESAI]
    return selesai if syarat.tiap_pelaksanaan or len(selesai) == len(berlaku) else []
