"""The rows that the stages of a year are told from. Fifteen queries at most, one more where nothing of this year says
when the office was declared a ZI; those of the plan's matrix are the caller's."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from typing import Any
from zoneinfo import ZoneInfo

from django.db.models import Count, OuterRef, Q, QuerySet, Subquery

from pengungkit.enums import JenisPenilaian, StatusPenilaian
from pengungkit.models import Penilaian, Pertanyaan, RiwayatNilai
from rencana_aksi.models import Rencana, VersiRencana
from zona.dokumen.enums import JenisPeriode, StatusLaporan
from zona.dokumen.models import LaporanMonev
from zona.nilai.models import PemenuhanSyarat
from zona.nilai.queries.syarat import LembarSyarat, lembar_syarat
from zona.organisasi.models import Pengguna
from zona.pengesahan.models import DokumenSah
from zona.pengesahan.queries.dokumen import sah_rencana
from zona.surat.enums import JenisSurat
from zona.surat.queries.pakta import RingkasPakta, ringkas_pakta
from zona.surat.queries.surat import RingkasSurat, surat_menurut_jenis
from zona.tahapan.enums import KodeTahap
from zona.tahapan.fakta import Nilai
from zona.tahapan.models import DokumenTahap, Tahap

PENCANANGAN_SYARAT = "zi_setahun"
"""The condition that keeps the day of pencanangan (zona/nilai/syarat.py)."""
TERJAWAB = Q(jawaban__pilihan__isnull=False) | Q(jawaban__angka__isnull=False) | ~Q(jawaban__masukan={})


@dataclass(frozen=True, slots=True)
class Pencanangan:
    """A day of pencanangan known from elsewhere than this year's stage, and from where. `tahun`: the year whose papers
    are those of pencanangan."""

    tahun: int
    hari: date | None = None
    dari: str = ""


@dataclass(frozen=True, slots=True)
class Bahan:
    """`tahap`: of this year, by stage. `dokumen`: of this year, and those of pencanangan of the years before. `sah`:
    signatures on any version, newest first. `monev`: numbers of the months whose report is finished. `surat`: of this
    year; `piagam`, `pakta`: of the year of pencanangan."""

    rencana: Rencana
    hari_ini: date
    tahap: dict[KodeTahap, Tahap]
    dokumen: tuple[DokumenTahap, ...]
    pencanangan: Pencanangan
    lembar: LembarSyarat
    nilai: dict[JenisPenilaian, Nilai]
    versi: tuple[VersiRencana, ...]
    sah: tuple[DokumenSah, ...]
    monev: frozenset[int]
    surat: dict[JenisSurat, RingkasSurat]
    piagam: RingkasSurat | None
    pakta: RingkasPakta

    @property
    def zona(self) -> ZoneInfo:
        return ZoneInfo(self.rencana.satker.zona_waktu)


def baca_bahan(rencana: Rencana, hari_ini: date, pengguna: Pengguna) -> Bahan:
    """As that person may see it: assessments that are not for their eyes stay closed."""
    semua = list(_tahap(rencana).select_related("diubah_oleh"))
    lembar = lembar_syarat(rencana, pengguna, hari_ini)
    pencanangan = _pencanangan(rencana, semua, lembar)
    surat = surat_menurut_jenis(rencana.satker, rencana.tahun)
    lalu = surat if pencanangan.tahun == rencana.tahun else surat_menurut_jenis(rencana.satker, pencanangan.tahun)
    selesai = LaporanMonev.objects.filter(rencana=rencana, jenis=JenisPeriode.BULAN, status=StatusLaporan.SELESAI)
    return Bahan(
        rencana=rencana,
        hari_ini=hari_ini,
        tahap={KodeTahap(t.kode): t for t in semua if t.tahun == rencana.tahun},
        dokumen=tuple(dokumen_tahap(rencana)),
        pencanangan=pencanangan,
        lembar=lembar,
        nilai=_nilai(rencana, pengguna),
        versi=tuple(VersiRencana.objects.filter(rencana=rencana).order_by("versi").defer("isi")),
        sah=tuple(sah_rencana(rencana)),
        monev=frozenset(selesai.order_by().values_list("nomor", flat=True)),
        surat=surat,
        piagam=lalu.get(JenisSurat.PIAGAM),
        pakta=ringkas_pakta(rencana.satker_id, pencanangan.tahun),
    )


def _tahap(rencana: Rencana) -> "QuerySet[Tahap]":
    lalu = Q(kode=KodeTahap.PENCANANGAN, tahun__lt=rencana.tahun, selesai__isnull=False)
    return Tahap.objects.filter(Q(tahun=rencana.tahun) | lalu, satker=rencana.satker_id)


def dokumen_tahap(rencana: Rencana) -> "QuerySet[DokumenTahap]":
    """What was not withdrawn, the oldest first."""
    lalu = Q(kode=KodeTahap.PENCANANGAN, tahun__lt=rencana.tahun)
    milik = DokumenTahap.objects.filter(Q(tahun=rencana.tahun) | lalu, satker=rencana.satker_id)
    return milik.filter(ditarik_pada__isnull=True).select_related("bukti", "berkas", "oleh")


def _pencanangan(rencana: Rencana, semua: Iterable[Tahap], lembar: LembarSyarat) -> Pencanangan:
    """Once declared stays declared: the newest year before that knows the day, or this year's condition."""
    ini = rencana.tahun
    if any(t.kode == KodeTahap.PENCANANGAN and t.tahun == ini and t.selesai for t in semua):
        return Pencanangan(ini)
    terakhir = max((t for t in semua if t.tahun < ini), key=lambda t: t.tahun, default=None)
    for b in lembar.baris:
        if b.syarat.kode == PENCANANGAN_SYARAT and b.pemenuhan:
            hari = date.fromisoformat(b.pemenuhan.isian)
            return Pencanangan(terakhir.tahun if terakhir else ini, hari, "syarat pengusulan")
    if terakhir:
        return Pencanangan(terakhir.tahun, terakhir.selesai, f"tahapan {terakhir.tahun}")
    syarat = PemenuhanSyarat.objects.filter(satker=rencana.satker_id, tahun__lt=ini, kode=PENCANANGAN_SYARAT)
    if ada := syarat.order_by("-tahun").first():
        return Pencanangan(ada.tahun, date.fromisoformat(ada.isian), f"syarat pengusulan {ada.tahun}")
    return Pencanangan(ini)


def _nilai(rencana: Rencana, pengguna: Pengguna) -> dict[JenisPenilaian, Nilai]:
    """Both assessments, in one query."""
    soal = (
        Pertanyaan.objects.filter(indikator__komponen__instrumen=OuterRef("instrumen"))
        .order_by()
        .values("indikator__komponen__instrumen")
        .annotate(n=Count("pk"))
    )
    titik = RiwayatNilai.objects.filter(penilaian=OuterRef("pk")).order_by("tanggal")
    milik = (
        Penilaian.objects.bagi(pengguna)
        .filter(satker=rencana.satker_id, tahun=rencana.tahun)
        .annotate(
            soal=Subquery(soal.values("n")),
            dijawab=Count("jawaban", filter=TERJAWAB),
            awal=Subquery(titik.values("tanggal")[:1]),
        )
    )
    hasil = {jenis: Nilai() for jenis in JenisPenilaian}
    zona = ZoneInfo(rencana.satker.zona_waktu)
    for p in milik:
        if p.tertutup and p.jenis == JenisPenilaian.TPI:  # not even that it has begun
            continue
        saat = Nilai(
            ada=True,
            tertutup=p.tertutup,
            diajukan=p.status != StatusPenilaian.DRAF,
            dikunci=p.dikunci_pada.astimezone(zona).date() if p.dikunci_pada else None,
            mulai=p.awal,
        )
        isi: dict[str, Any] = {"soal": p.soal or 0, "dijawab": p.dijawab, "nilai": p.nilai_total, "lolos": p.lolos}
        hasil[JenisPenilaian(p.jenis)] = saat if saat.tertutup else replace(saat, **isi)
    return hasil
