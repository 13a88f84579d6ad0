"""The evidence of a plan as a tree: in the plan's order, or in the order of the LKE's questions."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from django.db.models import Q

from bukti_fisik.enums import StatusBukti
from bukti_fisik.models import Bukti
from pengungkit.models import Instrumen
from pengungkit.queries import instrumen_dinilai, naskah_instrumen
from rencana_aksi.models import Pengungkit, Rencana, RencanaAksi, RencanaKerja, SyaratBukti

LAIN = "lain"
"""The code of what stands beside no question."""
DITERIMA, SEMUA = Q(status=StatusBukti.DITERIMA), ~Q(status=StatusBukti.DITARIK)


@dataclass(frozen=True, slots=True)
class Butir:
    """One bukti (its berkas, pelaksanaan and verifier selected) and what it proves: pengungkit, rencana kerja, aksi
    (empty: the whole row) and syarat in words; codes of the questions it stands beside."""

    bukti: Bukti
    tempat: tuple[str, str, str, str]
    nomor: int
    soal: tuple[str, ...]

    @property
    def tertahan(self) -> str:
        """Why its file is not handed out, in words; empty where it is, or where it is a link."""
        berkas = self.bukti.berkas
        return "" if berkas is None or berkas.boleh_keluar else berkas.get_pindai_display().lower()


@dataclass(slots=True)
class Simpul:
    """A heading: pengungkit, rencana kerja, aksi, syarat; or komponen, indikator, pertanyaan. `butir` where `daun`."""

    kode: str
    judul: str
    anak: list["Simpul"] = field(default_factory=list)
    butir: list[Butir] = field(default_factory=list)
    daun: bool = False

    @property
    def nama(self) -> str:
        return self.judul if self.kode in ("", LAIN) else f"{self.kode}. {self.judul}"

    def semua(self) -> Iterator[Butir]:
        """Every bukti under it, in order."""
        yield from self.butir
        for anak in self.anak:
            yield from anak.semua()

    @property
    def banyak(self) -> int:
        return sum(1 for _ in self.semua())


def susun_rencana(rencana: Rencana, pilih: Q = DITERIMA) -> list[Simpul]:
    """Pengungkit, rencana kerja, aksi, syarat, bukti (newest version first) of those `pilih` takes. Six queries."""
    milik: dict[str, Any] = {"rencana_kerja__pengungkit__rencana": rencana}
    bukti = _bukti_per_syarat(rencana, pilih)
    soal = _soal_per_bukti(rencana)
    syarat: dict[tuple[int, int | None], list[SyaratBukti]] = defaultdict(list)
    for s in SyaratBukti.objects.filter(**milik).order_by("urutan", "pk"):
        syarat[s.rencana_kerja_id, s.aksi_id].append(s)
    aksi: dict[int, list[RencanaAksi]] = defaultdict(list)
    for a in RencanaAksi.objects.filter(**milik).order_by("urutan", "pk"):
        aksi[a.rencana_kerja_id].append(a)
    akar = {p.pk: Simpul(p.kode, p.nama) for p in Pengungkit.objects.filter(rencana=rencana)}
    for kerja in RencanaKerja.objects.filter(pengungkit__rencana=rencana).order_by("urutan", "pk"):
        induk = akar[kerja.pengungkit_id]
        baris = Simpul(str(kerja.nomor or ""), kerja.uraian)
        nomor = 0
        for satu in (*aksi[kerja.pk], None):
            tempat = (induk.nama, baris.nama, str(satu) if satu else "")
            daun = []
            for s in syarat[kerja.pk, satu.pk if satu else None]:
                nomor += 1
                isi = [Butir(b, (*tempat, s.teks), nomor, soal.get(b.pk, ())) for b in bukti.get(s.pk, ())]
                daun.append(Simpul(str(nomor), s.teks, butir=isi, daun=True))
            baris.anak += [Simpul(satu.huruf, satu.uraian, daun)] if satu else daun
        induk.anak.append(baris)
    return list(akar.values())


def susun_lke(rencana: Rencana, pilih: Q = DITERIMA) -> list[Simpul]:
    """Komponen, indikator, questions and the bukti beside each; what stands beside none comes last, under a heading of
    its own. The instrument is that of the office's assessment, else the plan's. Eight queries, and those of
    `naskah_instrumen`."""
    butir = [b for simpul in susun_rencana(rencana, pilih) for b in simpul.semua()]
    per_soal: dict[str, list[Butir]] = defaultdict(list)
    for b in butir:
        for kode in b.soal:
            per_soal[kode].append(b)
    naskah = naskah_instrumen(instrumen_lke(rencana))
    akar = [_komponen(k, per_soal) for k in naskah["komponen"]]
    terkait = {b.bukti.pk for simpul in akar for b in simpul.semua()}
    if lepas := [b for b in butir if b.bukti.pk not in terkait]:
        akar.append(Simpul(LAIN, "Belum dikaitkan ke LKE", butir=lepas, daun=True))
    return akar


def instrumen_lke(rencana: Rencana) -> Instrumen:
    """The instrument whose questions evidence of this plan answers; one query."""
    return instrumen_dinilai(rencana.satker_id, rencana.tahun) or rencana.instrumen


def _komponen(isi: dict[str, Any], per_soal: dict[str, list[Butir]]) -> Simpul:
    return Simpul(isi["kode"], isi["nama"], [_indikator(i, per_soal) for i in isi["indikator"]])


def _indikator(isi: dict[str, Any], per_soal: dict[str, list[Butir]]) -> Simpul:
    soal = [Simpul(s["kode"], s["teks"], butir=per_soal.get(s["kode"], []), daun=True) for s in isi["soal"]]
    if len(soal) == 1 and soal[0].kode == isi["kode"]:  # a hasil indikator is its own single question
        return soal[0]
    return Simpul(isi["kode"], isi["nama"], [*soal, *(_indikator(i, per_soal) for i in isi["sub"])])


def _bukti_per_syarat(rencana: Rencana, pilih: Q) -> dict[int, list[Bukti]]:
    hasil: dict[int, list[Bukti]] = defaultdict(list)
    milik = Bukti.objects.filter(pilih, syarat__rencana_kerja__pengungkit__rencana=rencana)
    for b in milik.select_related("berkas", "pelaksanaan", "diverifikasi_oleh").order_by(
        "pelaksanaan__urutan", "-versi"
    ):
        hasil[b.syarat_id].append(b)
    return hasil


def _soal_per_bukti(rencana: Rencana) -> dict[int, tuple[str, ...]]:
    kait = Bukti.pertanyaan.through.objects.filter(bukti__syarat__rencana_kerja__pengungkit__rencana=rencana)
    hasil: dict[int, tuple[str, ...]] = {}
    urut = [f"pertanyaan__{u}urutan" for u in ("indikator__komponen__", "indikator__", "")]
    for bukti, kode in kait.order_by(*urut).values_list("bukti", "pertanyaan__kode"):
        hasil[bukti] = (*hasil.get(bukti, ()), kode)
    return hasil
