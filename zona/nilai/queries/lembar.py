"""Everything the 60/40 page shows, in twelve queries whatever the size of plan and instrument."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from fractions import Fraction
from zoneinfo import ZoneInfo

from bukti_fisik.queries.kelengkapan import Kelengkapan, kelengkapan
from pengungkit.domain.isian import teks_nilai
from pengungkit.domain.skor import Bagian, Skor, hitung
from pengungkit.enums import JenisJawaban, JenisPenilaian, StatusPenilaian
from pengungkit.models import Penilaian
from pengungkit.queries import JawabanTercatat, isian, jawaban, penilaian_satker, struktur
from pengungkit.struktur import Soal, Struktur
from rencana_aksi.models import Rencana
from rencana_aksi.queries.capaian import CapaianAksi, capaian_aksi
from zona.nilai.queries.batang import Batang, batang
from zona.nilai.queries.instrumen import belum_dipastikan
from zona.nilai.queries.putusan import PutusanPredikat, putusan_predikat


@dataclass(frozen=True, slots=True)
class Kolom:
    """One assessment: the office's own, or the assessor's. `nama` as it stands inside a sentence."""

    nama: str
    skor: Skor
    penilaian: Penilaian | None


@dataclass(frozen=True, slots=True)
class Sel:
    """A number of the page with its bar. `bagian` is empty for capaian, which no question gives; `minimal` is the
    lowest threshold of the part (that of WBK), where it has one."""

    poin: Fraction
    batang: Batang
    bagian: Bagian | None = None
    minimal: Decimal | None = None


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
    """The page. `kolom` begins with the office's own assessment, whether or not it exists yet."""

    rencana: Rencana
    kolom: tuple[Kolom, ...]
    pengungkit: tuple[BarisPengungkit, ...]
    jumlah_pengungkit: BarisPengungkit
    hasil: tuple[BarisHasil, ...]
    jumlah_hasil: tuple[Sel, ...]
    batang_total: Batang
    predikat: tuple[PutusanPredikat, ...]
    jawaban: dict[str, JawabanTercatat]
    belum_dipastikan: tuple[str, ...]
    penilaian_asing: Penilaian | None

    @property
    def skor(self) -> Skor:
        return self.kolom[0].skor

    @property
    def terbuka(self) -> bool:
        """The office's own assessment can still be filled in."""
        penilaian = self.kolom[0].penilaian
        return not self.penilaian_asing and (penilaian is None or penilaian.status == StatusPenilaian.DRAF)

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


def susun_nilai(rencana: Rencana, hari_ini: date) -> LembarNilai:
    """The page of a plan's year, scored by the plan's instrument. An assessment of another instrument is named
    (`penilaian_asing`) and not scored here."""
    instrumen = rencana.instrumen
    bentuk = struktur(instrumen)
    semua = list(penilaian_satker(rencana.satker_id, rencana.tahun))
    milik = {p.jenis: p for p in semua if p.instrumen_id == instrumen.pk}
    tercatat = jawaban(milik.values())
    jenis = [j for j in JenisPenilaian if j == JenisPenilaian.MANDIRI or j in milik]
    isi = {j: tercatat[milik[j].pk] if j in milik else {} for j in jenis}
    kolom = tuple(Kolom(j.label[0].lower() + j.label[1:], hitung(bentuk, isian(isi[j])), milik.get(j)) for j in jenis)
    skor = kolom[0].skor
    baris = tuple(_baris_pengungkit(rencana, kolom, hari_ini))
    return LembarNilai(
        rencana=rencana,
        kolom=kolom,
        pengungkit=baris,
        jumlah_pengungkit=_jumlah(baris, kolom),
        hasil=tuple(_baris_hasil(bentuk, kolom, isi[JenisPenilaian.MANDIRI])),
        jumlah_hasil=tuple(_sel(k.skor, "hasil", k.skor.hasil) for k in kolom),
        batang_total=batang(skor.total.nilai, skor.total.bobot, _minimal(skor, "total", "")),
        predikat=tuple(putusan_predikat(skor, instrumen.ambang)),
        jawaban=isi[JenisPenilaian.MANDIRI],
        belum_dipastikan=tuple(belum_dipastikan(instrumen, bentuk)),
        penilaian_asing=next((p for p in semua if p.jenis == JenisPenilaian.MANDIRI and p.jenis not in milik), None),
    )


def _minimal(skor: Skor, jenis: str, kode: str) -> list[Decimal]:
    """The thresholds of a part, lowest first."""
    return sorted({p.ambang.minimal for p in skor.putusan if (p.ambang.jenis, p.ambang.kode) == (jenis, kode)})


def _sel(skor: Skor, jenis: str, bagian: Bagian) -> Sel:
    minimal = _minimal(skor, jenis, bagian.kode)[:1]
    return Sel(bagian.nilai, batang(bagian.nilai, bagian.bobot, minimal), bagian, *minimal)


def _baris_pengungkit(rencana: Rencana, kolom: tuple[Kolom, ...], hari_ini: date) -> Iterable[BarisPengungkit]:
    aksi, bukti = capaian_aksi(rencana, hari_ini), kelengkapan(rencana)
    for p in rencana.pengungkit.all():
        nilai = tuple(_sel(k.skor, "area", k.skor.area[p.kode]) for k in kolom)
        a, b = aksi.get(p.kode, CapaianAksi()), bukti.get(p.kode, Kelengkapan())
        sel_aksi, sel_bukti = (Sel(c.poin(p.bobot), batang(c.poin(p.bobot), p.bobot)) for c in (a, b))
        yield BarisPengungkit(p.kode, p.nama, p.bobot, nilai, a, sel_aksi, b, sel_bukti)


def _jumlah(baris: tuple[BarisPengungkit, ...], kolom: tuple[Kolom, ...]) -> BarisPengungkit:
    bobot = sum((b.bobot for b in baris), Decimal(0))
    nilai = tuple(_sel(k.skor, "pengungkit", k.skor.pengungkit) for k in kolom)
    poin = [sum((getattr(b, s).poin for b in baris), Fraction(0)) for s in ("sel_aksi", "sel_bukti")]
    sel_aksi, sel_bukti = (Sel(p, batang(p, bobot)) for p in poin)
    aksi = sum((b.aksi for b in baris), CapaianAksi())
    bukti = sum((b.bukti for b in baris), Kelengkapan())
    return BarisPengungkit("", "Jumlah pengungkit", bobot, nilai, aksi, sel_aksi, bukti, sel_bukti)


def _baris_hasil(
    bentuk: Struktur, kolom: tuple[Kolom, ...], tercatat: dict[str, JawabanTercatat]
) -> Iterable[BarisHasil]:
    for k in (k for k in bentuk.komponen if not k.area):
        nilai = tuple(_sel(c.skor, "komponen", c.skor.komponen[k.kode]) for c in kolom)
        yield BarisHasil(k.kode, k.nama, False, nilai)
        for i in k.indikator:
            nilai = tuple(_sel(c.skor, "indikator", c.skor.indikator[i.kode]) for c in kolom)
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
