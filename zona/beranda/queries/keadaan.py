"""Where the office stands: the dashboard of its head, and of everyone who may only look."""

from collections import Counter
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from bukti_fisik.queries.kelengkapan import Kelengkapan
from bukti_fisik.queries.siap import RingkasSiap, ringkas_siap
from pengungkit.domain.penilaian import skor_dari
from pengungkit.domain.skor import Putusan, Skor
from pengungkit.enums import JenisPenilaian
from pengungkit.queries import penilaian_bagi
from rencana_aksi.models import Rencana
from rencana_aksi.queries.capaian import CapaianAksi
from zona.matriks.queries.baris import BagianPengungkit
from zona.matriks.queries.bukti import BuktiBelumAda, LembarBukti, belum_ada, dikembalikan, lembar_bukti, menunggu
from zona.matriks.queries.matriks import susun_matriks
from zona.matriks.queries.pekerjaan import Pekerjaan, agenda
from zona.organisasi.enums import Peran
from zona.organisasi.models import Pengguna
from zona.tahapan.fakta import Bangun
from zona.tahapan.queries.bangun import hitung_bangun


@dataclass(frozen=True, slots=True)
class BarisTim:
    """What lies with one pengungkit's team. Counts: occurrences due soon; bukti waiting and returned; evidence that
    nothing was handed in for although its action is done."""

    bagian: BagianPengungkit
    segera: int
    menunggu: int
    dikembalikan: int
    belum_ada: int


@dataclass(frozen=True, slots=True)
class Keadaan:
    """The whole plan as of a day. `skor`: of the office's own assessment, where there is one;
    `skor_tertutup`: it is not for this person's eyes. `antrean`: for the ketua,
    the bukti that wait for their verdict; None for others."""

    bagian: list[BagianPengungkit]
    terlambat: list[Pekerjaan]
    segera: list[Pekerjaan]
    belum_ada: list[BuktiBelumAda]
    tim: list[BarisTim]
    skor: Skor | None
    skor_tertutup: bool
    antrean: list[LembarBukti] | None
    siap: RingkasSiap
    bangun: Bangun

    @property
    def bobot(self) -> Decimal:
        return sum((b.bobot for b in self.bagian), Decimal(0))

    @property
    def capaian(self) -> CapaianAksi:
        return sum((b.capaian for b in self.bagian), CapaianAksi())

    @property
    def kelengkapan(self) -> Kelengkapan:
        return sum((b.kelengkapan for b in self.bagian), Kelengkapan())

    @property
    def gerbang_wbk(self) -> list[Putusan]:
        """What each threshold of WBK says of the score."""
        return [p for p in self.skor.putusan if p.ambang.predikat == "wbk"] if self.skor else []

    @property
    def lulus_wbk(self) -> int:
        return sum(p.lulus for p in self.gerbang_wbk)

    @property
    def jumlah_segera(self) -> int:
        return sum(t.segera for t in self.tim)

    @property
    def jumlah_belum_ada(self) -> int:
        return sum(t.belum_ada for t in self.tim)


def keadaan(rencana: Rencana, hari_ini: date, pengguna: Pengguna) -> Keadaan:
    """The dashboard as of `hari_ini`, in twenty queries (twenty-one with the roles, three more where there is a score).
    Nobody verifies what they brought in."""
    bagian = susun_matriks(rencana, hari_ini)
    lembar = lembar_bukti(rencana, bagian, pengguna)
    semua = agenda(bagian, hari_ini)
    segera = semua.tujuh_hari + semua.empat_belas_hari
    kurang = belum_ada(bagian, lembar)
    tunggu = menunggu(lembar)
    hitung_segera = Counter[str]()
    for k in segera:
        hitung_segera[k.bagian.kode] += len(k.pelaksanaan)
    hitung_kurang = Counter[str]()
    for belum in kurang:
        hitung_kurang[belum.bagian.kode] += belum.jumlah
    hitung_tunggu = Counter(b.area for b in tunggu)
    hitung_kembali = Counter(b.area for b in dikembalikan(lembar))
    tim = [
        BarisTim(b, hitung_segera[b.kode], hitung_tunggu[b.kode], hitung_kembali[b.kode], hitung_kurang[b.kode])
        for b in bagian
    ]
    ketua = any(p == Peran.KETUA for p, _ in pengguna.peran_di(rencana.lingkup))
    antrean = [b for b in tunggu if not b.dibawa] if ketua else None
    mandiri = next((p for p in penilaian_bagi(pengguna, rencana) if p.jenis == JenisPenilaian.MANDIRI), None)
    tertutup = mandiri is not None and bool(mandiri.tertutup)
    skor = None if tertutup else skor_dari(mandiri)
    siap = ringkas_siap(rencana, hari_ini)
    bangun = hitung_bangun(bagian, lembar, rencana.tahun)
    return Keadaan(bagian, semua.terlambat, segera, kurang, tim, skor, tertutup, antrean, siap, bangun)
