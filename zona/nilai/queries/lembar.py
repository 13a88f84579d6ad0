"""Everything the 60/40 page shows, in ten queries whatever the size of plan and instrument (five more the first time a
worker reads the instrument). A locked assessment is shown as it was locked."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from fractions import Fraction
from itertools import groupby
from zoneinfo import ZoneInfo

from bukti_fisik.queries.kelengkapan import Kelengkapan, kelengkapan
from pengungkit.beku import Naskah, soal_naskah, struktur_dari
from pengungkit.domain.isian import teks_nilai
from pengungkit.domain.skor import Bagian, Skor, hitung
from pengungkit.enums import JenisJawaban, JenisPenilaian, StatusPenilaian
from pengungkit.models import Penilaian
from pengungkit.queries import (
    IsiPenilaian,
    JawabanTercatat,
    isi_penilaian,
    isian,
    naskah_instrumen,
    penilaian_bagi,
)
from pengungkit.queries.penilaian import menilai_buta
from pengungkit.struktur import Soal, Struktur
from rencana_aksi.models import Rencana
from rencana_aksi.queries.capaian import CapaianAksi, capaian_aksi
from zona.nilai.queries.batang import Batang, batang
from zona.nilai.queries.instrumen import belum_dipastikan, cara_per_area
from zona.nilai.queries.putusan import PutusanPredikat, putusan_predikat
from zona.nilai.queries.riwayat import Riwayat, TahunLalu, riwayat_nilai, tahun_lalu
from zona.organisasi.models import Pengguna


@dataclass(frozen=True, slots=True)
class Kolom:
    """One assessment: the office's own, or the assessor's. `nama` as it stands inside a sentence."""

    nama: str
    skor: Skor
    penilaian: Penilaian | None
    predikat: tuple[PutusanPredikat, ...]


@dataclass(frozen=True, slots=True)
class Sel:
    """A number of the page with its bar. `bagian` is empty for capaian, which no question gives; `minimal` is the
    lowest threshold of the part (that of WBK), where it has one; `kolom` names the assessment."""

    poin: Fraction
    batang: Batang
    bagian: Bagian | None = None
    minimal: Decimal | None = None
    kolom: str = ""


@dataclass(frozen=True, slots=True)
class BarisPengungkit:
    """One of the six (or their sum): weight of the plan, points by assessment, capaian of actions and of evidence."""

    kode: str
    nama: str
    bobot: Decimal
    nilai: tuple[Sel, ...]
    aksi: CapaianAksi
    sel_aksi: Sel
    bukti: Kelengkapan
    sel_bukti: Sel

    @property
    def bobot_lain(self) -> Fraction | None:
        """The instrument's weight, where the plan says another."""
        bagian = self.nilai[0].bagian
        return bagian.bobot if bagian and bagian.bobot != self.bobot else None


@dataclass(frozen=True, slots=True)
class BarisHasil:
    """A komponen of hasil, or one indikator of it with what was entered (empty: nothing yet)."""

    kode: str
    nama: str
    indikator: bool
    nilai: tuple[Sel, ...]
    isian: str = ""
    yakin: bool = True


@dataclass(frozen=True, slots=True)
class LembarNilai:
    """The page. `kolom` begins with the office's own assessment, whether or not it exists yet; with the assessor's for
    who assesses blind (`tertutup`). `belum_dijawab`: code and words by komponen, once anything is answered."""

    rencana: Rencana
    kolom: tuple[Kolom, ...]
    pengungkit: tuple[BarisPengungkit, ...]
    jumlah_pengungkit: BarisPengungkit
    hasil: tuple[BarisHasil, ...]
    jumlah_hasil: tuple[Sel, ...]
    batang_total: Batang
    jawaban: dict[str, JawabanTercatat]
    belum_dijawab: tuple[tuple[str, list[tuple[str, str]]], ...]
    belum_dipastikan: tuple[str, ...]
    cara_per_area: str
    riwayat: Riwayat
    tahun_lalu: list[TahunLalu]
    tertutup: bool
    penilaian_asing: Penilaian | None

    @property
    def skor(self) -> Skor:
        return self.kolom[0].skor

    @property
    def predikat(self) -> tuple[PutusanPredikat, ...]:
        return self.kolom[0].predikat

    @property
    def beda_tpi(self) -> Fraction | None:
        """The assessor's total less the office's own."""
        return self.kolom[1].skor.total.nilai - self.skor.total.nilai if len(self.kolom) > 1 else None

    @property
    def terbuka(self) -> bool:
        """The office's own assessment can still be filled in."""
        penilaian = self.kolom[0].penilaian
        return (
            not self.tertutup
            and not self.penilaian_asing
            and (penilaian is None or penilaian.status == StatusPenilaian.DRAF)
        )

    @property
    def terakhir(self) -> tuple[str, datetime] | None:
        """Who entered the newest value of hasil, and when by the office's clock."""
        milik = [self.jawaban[b.kode] for b in self.hasil if b.kode in self.jawaban]
        if not milik:
            return None
        baru = max(milik, key=lambda j: j.pada)
        return baru.oleh or "sistem", baru.pada.astimezone(ZoneInfo(self.rencana.satker.zona_waktu)).replace(
            tzinfo=None
        )


def susun_nilai(rencana: Rencana, pengguna: Pengguna, hari_ini: date) -> LembarNilai:
    """The page of a plan's year as the person may see it, scored by the plan's instrument. An assessment of another
    instrument is named (`penilaian_asing`) and not scored here."""
    semua = penilaian_bagi(pengguna, rencana)
    terlihat = [p for p in semua if not p.tertutup]
    tertutup = menilai_buta(pengguna, rencana, semua)
    milik = {JenisPenilaian(p.jenis): p for p in terlihat if p.instrumen_id == rencana.instrumen_id}
    isi = {i.penilaian.jenis: i for i in isi_penilaian(milik.values()).values()}
    jenis = [j for j in JenisPenilaian if j in milik or (j == JenisPenilaian.MANDIRI and not tertutup)]
    naskah = isi[jenis[0]].naskah if jenis[0] in isi else naskah_instrumen(rencana.instrumen)
    bentuk = struktur_dari(naskah)
    kolom = tuple(_kolom(j, milik.get(j), isi.get(j), bentuk, naskah) for j in jenis)
    skor = kolom[0].skor
    pokok = isi[jenis[0]].jawaban if jenis[0] in isi else {}
    jawaban = {kode: j for kode, j in pokok.items() if j.berisi}
    baris = tuple(_baris_pengungkit(rencana, kolom, hari_ini))
    minimal = _minimal(skor, "total", "")
    return LembarNilai(
        rencana=rencana,
        kolom=kolom,
        pengungkit=baris,
        jumlah_pengungkit=_jumlah(baris, kolom),
        hasil=tuple(_baris_hasil(bentuk, kolom, jawaban)),
        jumlah_hasil=tuple(_sel(k, "hasil", k.skor.hasil) for k in kolom),
        batang_total=batang(skor.total.nilai, skor.total.bobot, minimal),
        jawaban=jawaban,
        belum_dijawab=tuple(_belum_dijawab(naskah, skor)) if jawaban else (),
        belum_dipastikan=tuple(belum_dipastikan(naskah, bentuk)),
        cara_per_area=cara_per_area(naskah),
        riwayat=riwayat_nilai([k.penilaian for k in kolom if k.penilaian], minimal, hari_ini),
        tahun_lalu=tahun_lalu(rencana, pengguna, {k.penilaian.jenis: k.skor.total.nilai for k in kolom if k.penilaian}),
        tertutup=tertutup,
        penilaian_asing=next((p for p in terlihat if p.jenis == JenisPenilaian.MANDIRI and p.jenis not in milik), None),
    )


def _kolom(
    jenis: JenisPenilaian, penilaian: Penilaian | None, isi: IsiPenilaian | None, bentuk: Struktur, naskah: Naskah
) -> Kolom:
    """One assessment scored by what it answers: the instrument as it is, or as it was locked."""
    if isi:
        bentuk, naskah = struktur_dari(isi.naskah), isi.naskah
    skor = hitung(bentuk, isian(isi.jawaban) if isi else {})
    nama = jenis.label[0].lower() + jenis.label[1:]
    return Kolom(nama, skor, penilaian, tuple(putusan_predikat(skor, naskah["ambang"])))


def _belum_dijawab(naskah: Naskah, skor: Skor) -> Iterator[tuple[str, list[tuple[str, str]]]]:
    belum = set(skor.belum_dijawab)
    for nama, milik in groupby(soal_naskah(naskah), key=lambda baris: f"{baris[0]['kode']} {baris[0]['nama']}"):
        if daftar := [(s["kode"], s["teks"]) for _, _, s in milik if s["kode"] in belum]:
            yield nama, daftar


def _minimal(skor: Skor, jenis: str, kode: str) -> list[Decimal]:
    """The thresholds of a part, lowest first."""
    return sorted({p.ambang.minimal for p in skor.putusan if (p.ambang.jenis, p.ambang.kode) == (jenis, kode)})


def _sel(kolom: Kolom, jenis: str, bagian: Bagian) -> Sel:
    minimal = _minimal(kolom.skor, jenis, bagian.kode)[:1]
    isi = batang(bagian.nilai, bagian.bobot, minimal)
    return Sel(bagian.nilai, isi, bagian, minimal[0] if minimal else None, kolom.nama)


def _baris_pengungkit(rencana: Rencana, kolom: tuple[Kolom, ...], hari_ini: date) -> Iterable[BarisPengungkit]:
    aksi, bukti = capaian_aksi(rencana, hari_ini), kelengkapan(rencana)
    for p in rencana.pengungkit.all():
        nilai = tuple(_sel(k, "area", k.skor.area[p.kode]) for k in kolom)
        a, b = aksi.get(p.kode, CapaianAksi()), bukti.get(p.kode, Kelengkapan())
        sel_aksi, sel_bukti = (Sel(c.poin(p.bobot), batang(c.poin(p.bobot), p.bobot)) for c in (a, b))
        yield BarisPengungkit(p.kode, p.nama, p.bobot, nilai, a, sel_aksi, b, sel_bukti)


def _jumlah(baris: tuple[BarisPengungkit, ...], kolom: tuple[Kolom, ...]) -> BarisPengungkit:
    bobot = sum((b.bobot for b in baris), Decimal(0))
    nilai = tuple(_sel(k, "pengungkit", k.skor.pengungkit) for k in kolom)
    poin = [sum((getattr(b, s).poin for b in baris), Fraction(0)) for s in ("sel_aksi", "sel_bukti")]
    sel_aksi, sel_bukti = (Sel(p, batang(p, bobot)) for p in poin)
    aksi = sum((b.aksi for b in baris), CapaianAksi())
    bukti = sum((b.bukti for b in baris), Kelengkapan())
    return BarisPengungkit("", "Jumlah pengungkit", bobot, nilai, aksi, sel_aksi, bukti, sel_bukti)


def _baris_hasil(
    bentuk: Struktur, kolom: tuple[Kolom, ...], tercatat: dict[str, JawabanTercatat]
) -> Iterable[BarisHasil]:
    for k in (k for k in bentuk.komponen if not k.area):
        nilai = tuple(_sel(c, "komponen", c.skor.komponen[k.kode]) for c in kolom)
        yield BarisHasil(k.kode, k.nama, False, nilai)
        for i in k.indikator:
            nilai = tuple(_sel(c, "indikator", c.skor.indikator[i.kode]) for c in kolom)
            yakin = all(s.yakin for s in i.semua_soal())
            yield BarisHasil(i.kode, i.nama, True, nilai, _isian(i.soal[0], tercatat.get(i.kode)), yakin)


def _isian(soal: Soal, tercatat: JawabanTercatat | None) -> str:
    """3,36 dari 4 · 87,5 % · B. the option's words."""
    if tercatat is None:
        return ""
    teks = teks_nilai(tercatat.isian.pilihan or tercatat.isian.angka)
    if tercatat.isian.pilihan:
        return f"{teks}. {tercatat.teks}" if tercatat.teks else teks
    return f"{teks} %" if soal.jenis == JenisJawaban.PERSEN else f"{teks} dari 4"
