"""How an office stands to the conditions of its proposal, and the proposal itself; four queries."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any
from zoneinfo import ZoneInfo

from django.db.models import OuterRef, Q, QuerySet, Subquery

from bukti_fisik.enums import Pindai, StatusBukti
from bukti_fisik.models import Bukti, KeadaanTautan
from pengungkit.enums import JenisPenilaian, StatusPenilaian
from pengungkit.models import Instrumen, Penilaian
from rencana_aksi.models import Rencana
from zona.inti.waktu import tanggal_id
from zona.nilai.enums import KategoriUsulan
from zona.nilai.models import PemenuhanSyarat, Usulan
from zona.nilai.syarat import (
    BATAS,
    SYARAT,
    Syarat,
    batas_peraturan,
    kata_isian,
    periksa_syarat,
    sakip_minimal,
)
from zona.organisasi.models import Pengguna, Satker


@dataclass(frozen=True, slots=True)
class BarisSyarat:
    """One condition. `keadaan`: terpenuhi, menunggu (its proof waits, or nobody opened its address), tanpa_bukti (met,
    but nothing proves it), kurang, belum (not filled in). `kata`: what was filled in; `kalimat`: the state in words."""

    syarat: Syarat
    pemenuhan: PemenuhanSyarat | None
    keadaan: str
    kalimat: str
    kata: str = ""
    diisi: date | None = None


@dataclass(frozen=True, slots=True)
class LembarSyarat:
    """`sumber`: the instrument whose conditions these are; it is the plan's own unless that has none. `batas`: the last
    day, of the regulation or as it was announced. `kurang`: what still misses, in words, gates of the score too."""

    rencana: Rencana
    sumber: Instrumen | None
    kategori: KategoriUsulan
    baris: tuple[BarisSyarat, ...]
    pengumuman: PemenuhanSyarat | None
    batas: date | None
    sisa_hari: int | None
    usulan: Usulan | None
    kurang: tuple[str, ...]

    @property
    def terpenuhi(self) -> int:
        return sum(b.keadaan == "terpenuhi" for b in self.baris)

    @property
    def diusulkan(self) -> bool:
        return self.usulan is not None and self.usulan.ditarik_pada is None

    @property
    def isi_sumber(self) -> dict[str, Any]:
        return self.sumber.syarat_pengusulan if self.sumber else {}


def lembar_syarat(rencana: Rencana, pengguna: Pengguna | None, hari_ini: date, kategori: str = "") -> LembarSyarat:
    """The page of a plan's year as the person may see it, seen for `kategori`; for that of its proposal where none is
    asked for."""
    ada = {p.kode: p for p in pemenuhan_syarat(rencana)}
    usulan = Usulan.objects.filter(satker=rencana.satker_id, tahun=rencana.tahun).select_related("diusulkan_oleh")
    milik = usulan.first()
    if kategori not in KategoriUsulan.values or (milik and milik.ditarik_pada is None):
        kategori = milik.kategori if milik else KategoriUsulan.WBK
    untuk = KategoriUsulan(kategori)
    wbbm = untuk == KategoriUsulan.WBBM
    sumber = _sumber(rencana)
    isi = sumber.syarat_pengusulan if sumber else {}
    minimal = sakip_minimal(isi, wbbm=wbbm)
    zona = ZoneInfo(rencana.satker.zona_waktu)
    baris = tuple(_baris(s, ada.get(s.kode), hari_ini, minimal, zona) for s in SYARAT if wbbm or not s.wbbm_saja)
    pengumuman = ada.get(BATAS.kode)
    batas = date.fromisoformat(pengumuman.isian) if pengumuman else batas_peraturan(isi, rencana.tahun)
    sisa = (batas - hari_ini).days if batas else None
    kurang = [f"{b.syarat.nama}: {b.kalimat}" for b in baris if b.keadaan != "terpenuhi"]
    if batas and sisa is not None and sisa < 0:
        kurang.append(f"Batas usulan {tanggal_id(batas)} sudah lewat {-sisa} hari")
    kurang += _nilai(rencana, pengguna, wbbm=wbbm)
    return LembarSyarat(rencana, sumber, untuk, baris, pengumuman, batas, sisa, milik, tuple(kurang))


def pemenuhan_syarat(rencana: Rencana) -> "QuerySet[PemenuhanSyarat]":
    """Each with what the last visit of its address, or its bukti's, found: `tautan_hidup`, `tautan_kata`."""
    milik = PemenuhanSyarat.objects.filter(satker=rencana.satker_id, tahun=rencana.tahun)
    alamat = Q(alamat=OuterRef("tautan")) | Q(alamat=OuterRef("bukti__tautan"))
    kunjungan = KeadaanTautan.objects.filter(alamat, satker=OuterRef("satker")).exclude(alamat="").order_by("pk")
    milik = milik.annotate(
        tautan_hidup=Subquery(kunjungan.values("hidup")[:1]), tautan_kata=Subquery(kunjungan.values("keterangan")[:1])
    )
    return milik.select_related("bukti", "berkas", "diisi_oleh", "dikunjungi_oleh")


def alamat_syarat(satker: Satker | None) -> Iterable[tuple[int, str]]:
    """(office, address) of what proves conditions by an address, of one office or of all."""
    milik = PemenuhanSyarat.objects.exclude(tautan="")
    return (milik.filter(satker=satker) if satker else milik).order_by().values_list("satker", "tautan")


def bukti_pilihan(rencana: Rencana) -> "QuerySet[Bukti]":
    """What of the plan's evidence may prove a condition: all that was not withdrawn or returned."""
    milik = Bukti.objects.filter(syarat__rencana_kerja__pengungkit__rencana=rencana)
    tolak = [StatusBukti.DITARIK, StatusBukti.DIKEMBALIKAN]
    return milik.exclude(status__in=tolak).select_related("syarat__rencana_kerja__pengungkit__rencana")


def _sumber(rencana: Rencana) -> Instrumen | None:
    """Where the plan's instrument says nothing of proposals (52/2014), the one in force does."""
    if rencana.instrumen.syarat_pengusulan:
        return rencana.instrumen
    return Instrumen.objects.filter(bawaan=True).exclude(syarat_pengusulan={}).first()


def _baris(
    syarat: Syarat, pemenuhan: PemenuhanSyarat | None, hari_ini: date, minimal: str, zona: ZoneInfo
) -> BarisSyarat:
    if pemenuhan is None:
        return BarisSyarat(syarat, None, "belum", "belum diisi")
    kata = kata_isian(syarat, pemenuhan.isian)
    diisi = pemenuhan.diisi_pada.astimezone(zona).date()
    if sebab := periksa_syarat(syarat, pemenuhan.isian, hari_ini, minimal):
        return BarisSyarat(syarat, pemenuhan, "kurang", sebab, kata, diisi)
    return BarisSyarat(syarat, pemenuhan, *_terbukti(pemenuhan), diisi=diisi, kata=kata)


def _terbukti(p: Any) -> tuple[str, str]:
    """(keadaan, in words) of a condition that is met (of `pemenuhan_syarat`), by its proof: only what was judged, or
    opened, proves."""
    if p.bukti and p.bukti.status != StatusBukti.DITERIMA:
        kata = f"buktinya {p.bukti.get_status_display().lower()}"
        return ("menunggu" if p.bukti.status == StatusBukti.MENUNGGU else "tanpa_bukti"), kata
    if p.tautan_hidup is False:
        return "tanpa_bukti", f"tautannya mati: {p.tautan_kata}"
    if p.tautan and not (p.dikunjungi_oleh_id or p.tautan_hidup):
        return "menunggu", "tautannya belum dikunjungi"
    if p.berkas and not p.berkas.boleh_keluar:
        return "menunggu", Pindai(p.berkas.pindai).label.lower()
    if not (p.bukti_id or p.berkas_id or p.tautan):
        return "tanpa_bukti", "belum ada buktinya"
    return "terpenuhi", "terpenuhi"


def _nilai(rencana: Rencana, pengguna: Pengguna | None, *, wbbm: bool) -> list[str]:
    """What the score and its lock still owe; every WBK gate counts, those of WBBM stand on the 60/40 page. Of a closed
    one only the lock."""
    milik = Penilaian.objects.bagi(pengguna).filter(
        satker=rencana.satker_id, tahun=rencana.tahun, jenis=JenisPenilaian.MANDIRI, instrumen=rencana.instrumen_id
    )
    mandiri = milik.first()
    if mandiri is None:
        return ["Penilaian mandiri belum dimulai"]
    kurang = [] if mandiri.status == StatusPenilaian.DIKUNCI else ["Penilaian mandiri belum dikunci"]
    if mandiri.tertutup:
        return kurang
    if mandiri.lolos is False:
        kurang.append("Nilai belum lulus semua ambang WBK")
    if wbbm:
        minimal = [g for g in rencana.instrumen.ambang.get("gerbang", []) if g["predikat"] == "wbbm"]
        total = next((g for g in minimal if g["jenis"] == "total"), None)
        if total and (mandiri.nilai_total is None or mandiri.nilai_total < Decimal(total["minimal"])):
            kurang.append("Nilai total belum mencapai ambang WBBM")
    return kurang
