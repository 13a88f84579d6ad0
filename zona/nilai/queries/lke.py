"""The working sheet (LKE) of an office and year, as one person may see it: the office's column, the assessor's beside
it, the evidence of each question."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from pengungkit.beku import Naskah, soal_naskah, struktur_dari
from pengungkit.domain.skor import Bagian, Skor, hitung
from pengungkit.enums import JenisPenilaian, StatusPenilaian
from pengungkit.models import Penilaian
from pengungkit.queries import IsiPenilaian, isi_penilaian, isian, naskah_instrumen, penilaian_bagi
from pengungkit.queries.jawaban import JawabanTercatat
from rencana_aksi.models import Rencana
from zona.nilai.queries.lke_bukti import BuktiLke, bukti_beku, bukti_diterima, bukti_lke
from zona.organisasi.enums import Lingkup
from zona.organisasi.models import Pengguna

NAMA = {JenisPenilaian.MANDIRI: "unit", JenisPenilaian.TPI: "TPI"}
HAK = {JenisPenilaian.MANDIRI: "isi_lke", JenisPenilaian.TPI: "nilai_lke"}


@dataclass(frozen=True, slots=True)
class Tempat:
    """Where a right to answer is asked: the plan's office and year, and the komponen's pengungkit (none of hasil)."""

    lingkup: Lingkup


@dataclass(frozen=True, slots=True)
class Kolom:
    """One assessment. `tertutup`: it is not for this person's eyes, and nothing of it is here."""

    jenis: JenisPenilaian
    penilaian: Penilaian | None
    isi: IsiPenilaian | None = None
    skor: Skor | None = None
    tertutup: bool = False

    @property
    def nama(self) -> str:
        return NAMA[self.jenis]

    @property
    def terbuka(self) -> bool:
        """It can be answered: by those who have the right."""
        if self.penilaian is None:
            return self.jenis == JenisPenilaian.MANDIRI
        return self.penilaian.status == StatusPenilaian.DRAF

    def jawaban(self, kode: str) -> JawabanTercatat | None:
        return self.isi.jawaban.get(kode) if self.isi else None


@dataclass(frozen=True, slots=True)
class BagianLke:
    """A komponen: how far each column is, by jenis (a closed column is not there)."""

    naskah: Naskah
    nilai: dict[str, Bagian]
    dijawab: int
    soal: int
    tanpa_bukti: int


@dataclass(slots=True)
class LembarLke:
    """The sheet. `naskah`: the instrument, as locked where the office's own assessment is."""

    rencana: Rencana
    pengguna: Pengguna
    naskah: Naskah
    kolom: list[Kolom]
    semua: list[Penilaian]
    bukti: BuktiLke
    _boleh: dict[tuple[str, str], bool] = field(default_factory=dict)

    @property
    def utama(self) -> Kolom:
        """The column whose progress counts here: the assessor's for who assesses, else the office's."""
        return next((k for k in self.kolom if k.jenis == self.jenis_sendiri), self.kolom[0])

    @property
    def jenis_sendiri(self) -> JenisPenilaian:
        return JenisPenilaian.TPI if self.pengguna.boleh("nilai_lke", self.rencana) else JenisPenilaian.MANDIRI

    def boleh(self, jenis: JenisPenilaian, area: str) -> bool:
        """The person has the right to answer there, whatever the state."""
        kunci = (jenis.value, area)
        if kunci not in self._boleh:
            tempat = Tempat(Lingkup(self.rencana.satker_id, self.rencana.tahun, area))
            self._boleh[kunci] = self.pengguna.boleh(HAK[jenis], tempat)
        return self._boleh[kunci]

    def bagian(self) -> Iterator[BagianLke]:
        for k in self.naskah["komponen"]:
            soal = [s for _, _, s in soal_naskah({"komponen": [k]})]
            nilai = {c.jenis.value: c.skor.komponen[k["kode"]] for c in self.kolom if c.skor}
            yield BagianLke(k, nilai, sum(map(self.dijawab, soal)), len(soal), len(self.tanpa_bukti(soal)))

    def tanpa_bukti(self, soal: list[Naskah]) -> list[Naskah]:
        """Answered in the column that counts here, without one accepted bukti."""
        return [s for s in soal if self.dijawab(s) and not self.bukti.diterima(s["kode"])]

    def dijawab(self, soal: Naskah) -> bool:
        skor = self.utama.skor
        return skor is not None and skor.soal[soal["kode"]].keadaan != "belum"


def alas_lke(rencana: Rencana, pengguna: Pengguna) -> LembarLke:
    """The sheet without answers, points and evidence: what is asked before an answer is saved. One query, and those of
    `naskah_instrumen`."""
    semua = penilaian_bagi(pengguna, rencana)
    instrumen = next((p.instrumen for p in semua if p.jenis == JenisPenilaian.MANDIRI), rencana.instrumen)
    return LembarLke(rencana, pengguna, naskah_instrumen(instrumen), [], semua, bukti_beku({}))


def lembar_lke(
    rencana: Rencana,
    pengguna: Pengguna,
    kode: str | None = None,
    semua: list[Penilaian] | None = None,
    *,
    jawaban_saja: bool = False,
) -> LembarLke:
    """The whole sheet; of one komponen (`kode`) only its evidence is read, and for its answers alone (`jawaban_saja`)
    only whether it was accepted. Queries: the assessments (unless `semua` brings them), their answers or locks, two for
    evidence (one for answers alone), and those of `naskah_instrumen`."""
    semua = penilaian_bagi(pengguna, rencana) if semua is None else semua
    tertutup = {p.pk for p in semua if p.tertutup}
    isi = isi_penilaian(semua)
    milik = {JenisPenilaian(p.jenis): p for p in semua}
    mandiri = milik.get(JenisPenilaian.MANDIRI)
    naskah = isi[mandiri.pk].naskah if mandiri else naskah_instrumen(rencana.instrumen)
    if mandiri is not None:
        kolom = [_kolom(JenisPenilaian.MANDIRI, mandiri, isi, tertutup)]
    else:
        kolom = [Kolom(JenisPenilaian.MANDIRI, None, None, hitung(struktur_dari(naskah), {}))]
    tpi = milik.get(JenisPenilaian.TPI)
    if tpi and tpi.pk not in tertutup and isi[tpi.pk].naskah["kode"] == naskah["kode"]:
        kolom.append(_kolom(JenisPenilaian.TPI, tpi, isi, tertutup))
    return LembarLke(rencana, pengguna, naskah, kolom, semua, _bukti(rencana, naskah, mandiri, isi, kode, jawaban_saja))


def _kolom(jenis: JenisPenilaian, penilaian: Penilaian, isi: dict[int, IsiPenilaian], tertutup: set[int]) -> Kolom:
    if penilaian.pk in tertutup:
        return Kolom(jenis, penilaian, tertutup=True)
    milik = isi[penilaian.pk]
    return Kolom(jenis, penilaian, milik, hitung(struktur_dari(milik.naskah), isian(milik.jawaban)))


def _bukti(
    rencana: Rencana, naskah: Naskah, mandiri: Penilaian | None, isi: dict[int, IsiPenilaian], kode: str | None,
    jawaban_saja: bool,
) -> BuktiLke:  # fmt: skip
    beku = isi[mandiri.pk].beku if mandiri else None
    if beku:
        return bukti_beku(beku.isi["bukti"])
    komponen = [k for k in naskah["komponen"] if kode in (None, k["kode"])]
    soal = [s for k, _, s in soal_naskah(naskah) if k in komponen]
    if jawaban_saja:
        return bukti_diterima(rencana, soal)
    area = komponen[0]["area"] if len(komponen) == 1 else ""
    return bukti_lke(rencana, soal, area)


def berikut(lembar: LembarLke, apa: str, dari: str = "") -> tuple[str, str] | None:
    """(komponen, question) after `dari`, round about, that is `belum` answered or without accepted evidence (`bukti`);
    None where there is none."""
    urut = [(k["kode"], s) for k, _, s in soal_naskah(lembar.naskah)]
    tempat = next((i for i, (_, s) in enumerate(urut, 1) if s["kode"] == dari), 0)
    tanpa = {s["kode"] for s in lembar.tanpa_bukti([s for _, s in urut])} if apa == "bukti" else set()
    for komponen, s in [*urut[tempat:], *urut[:tempat]]:
        if (s["kode"] in tanpa) if apa == "bukti" else not lembar.dijawab(s):
            return komponen, s["kode"]
    return None
