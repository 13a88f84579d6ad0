"""Laporan Hasil Evaluasi: what the assessor found, beside what the office said of itself."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from fractions import Fraction
from typing import Any
from zoneinfo import ZoneInfo

from django.http import Http404

from pengungkit.beku import Naskah, soal_naskah, struktur_dari
from pengungkit.domain.isian import teks_isian
from pengungkit.domain.skor import Bagian, Skor, hitung
from pengungkit.enums import JenisPenilaian, StatusPenilaian
from pengungkit.queries import IsiPenilaian, isi_penilaian, isian, penilaian_terlihat
from rencana_aksi.models import Rencana
from zona.dokumen.queries.kop import Kop, kop_satker
from zona.dokumen.queries.monev.isi import ANGKA, BOBOT, NO, TEKS, Baris, Kolom, Penanda, Tabel
from zona.inti.angka import angka_id, bulat
from zona.inti.waktu import tanggal_id
from zona.organisasi.enums import PENGARAH, Peran
from zona.organisasi.models import Keanggotaan, Pengguna, Penugasan

JAWAB = "jawab"
BANYAK = 10
"""How many improvements are recommended by name."""


@dataclass(frozen=True, slots=True)
class IsiLhe:
    """`dikunci`: when the assessor's was locked, in words; empty in a draft."""

    kop: Kop
    tahun: int
    instrumen: str
    mandiri: str
    dikunci: str
    total: str
    tabel: tuple[Tabel, ...]
    rekomendasi: tuple[str, ...]
    kepala: Penanda
    penilai: tuple[Penanda, ...]

    @property
    def draf(self) -> bool:
        return not self.dikunci


def susun_lhe(pengguna: Pengguna, rencana: Rencana) -> IsiLhe:
    """Seven queries, and those of `naskah_instrumen`. Raises Http404 where the person sees no assessment by TPI."""
    isi = {i.penilaian.jenis: i for i in isi_penilaian(penilaian_terlihat(pengguna, rencana)).values()}
    tpi, mandiri = isi.get(JenisPenilaian.TPI), isi.get(JenisPenilaian.MANDIRI)
    if tpi is None:
        raise Http404("Laporan hasil evaluasi ada sesudah TPI mengajukan penilaiannya.")
    if mandiri and mandiri.naskah["kode"] != tpi.naskah["kode"]:
        mandiri = None
    skor = _skor(tpi)
    lain = _skor(mandiri) if mandiri else None
    return IsiLhe(
        kop=kop_satker(rencana.satker),
        tahun=rencana.tahun,
        instrumen=tpi.naskah["nama"],
        mandiri=_keadaan(mandiri, rencana) if mandiri else "Tidak dibandingkan",
        dikunci=_saat(tpi, rencana),
        total=angka_id(skor.total.nilai),
        tabel=(_nilai(tpi.naskah, skor, lain), _ambang(skor), *_rincian(tpi, mandiri), _perbaikan(tpi, skor)),
        rekomendasi=tuple(_rekomendasi(skor)),
        kepala=_kepala(rencana),
        penilai=tuple(_penilai(rencana)),
    )


def _skor(isi: IsiPenilaian) -> Skor:
    return hitung(struktur_dari(isi.naskah), isian(isi.jawaban))


def _saat(isi: IsiPenilaian, rencana: Rencana) -> str:
    saat: datetime | None = isi.penilaian.dikunci_pada
    return tanggal_id(saat.astimezone(ZoneInfo(rencana.satker.zona_waktu)).date()) if saat else ""


def _keadaan(isi: IsiPenilaian, rencana: Rencana) -> str:
    saat = _saat(isi, rencana)
    return f"Dikunci {saat}" if saat else StatusPenilaian(isi.penilaian.status).label


def _nilai(naskah: Naskah, skor: Skor, lain: Skor | None) -> Tabel:
    """Areas, their sum, the parts of hasil, their sum; the total below."""

    def baris(kode: str, b: Bagian, unit: Bagian | None) -> Baris:
        selisih = bulat(b.nilai - unit.nilai) if unit else None
        return Baris((kode, b.nama, bulat(b.bobot, 3), bulat(unit.nilai) if unit else None, bulat(b.nilai), selisih))

    isi = [baris(k, b, lain.area[k] if lain else None) for k, b in skor.area.items()]
    isi.append(baris("", skor.pengungkit, lain.pengungkit if lain else None))
    for k in (k for k in naskah["komponen"] if not k["area"]):
        isi.append(baris(k["kode"], skor.komponen[k["kode"]], lain.komponen[k["kode"]] if lain else None))
    isi.append(baris("", skor.hasil, lain.hasil if lain else None))
    kolom = (
        Kolom("Kode", NO), Kolom("Bagian", TEKS), Kolom("Bobot", BOBOT), Kolom("Mandiri", ANGKA), Kolom("TPI", ANGKA),
        Kolom("Selisih", ANGKA),
    )  # fmt: skip
    jumlah = baris("", skor.total, lain.total if lain else None)
    return Tabel("nilai", "Nilai", kolom, tuple(isi), rinci=False, jumlah=jumlah)


def _ambang(skor: Skor) -> Tabel:
    kolom = (
        Kolom("Predikat", NO), Kolom("Ambang", TEKS), Kolom("Minimal", ANGKA), Kolom("TPI", ANGKA),
        Kolom("Putusan", JAWAB),
    )  # fmt: skip
    isi = [
        Baris((p.ambang.predikat.upper(), p.ambang.nama, p.ambang.minimal, bulat(p.bagian.nilai), _putusan(p)))
        for p in skor.putusan
    ]
    return Tabel("ambang", "Ambang, menurut penilaian TPI", kolom, tuple(isi), rinci=False)


def _putusan(p: Any) -> str:
    if p.lulus:
        return "lulus"
    return f"kurang {angka_id(p.kurang) if bulat(p.kurang) else 'di bawah 0,01'}"


def _rincian(tpi: IsiPenilaian, mandiri: IsiPenilaian | None) -> Iterator[Tabel]:
    """Where the two differ; what the assessor noted beside what they agree on."""
    beda, catatan = [], []
    for _, _, soal in soal_naskah(tpi.naskah):
        kode = soal["kode"]
        penilai, unit = tpi.jawaban.get(kode), mandiri.jawaban.get(kode) if mandiri else None
        kata = penilai.catatan if penilai else ""
        jawab_tpi, jawab_unit = (teks_isian(j.isian) if j else "" for j in (penilai, unit))
        if mandiri and jawab_tpi != jawab_unit:
            beda.append(Baris((kode, soal["teks"], jawab_unit or None, jawab_tpi or None, kata or None)))
        elif kata:
            catatan.append(Baris((kode, soal["teks"], jawab_tpi or None, kata)))
    awal = (Kolom("Kode", NO), Kolom("Pertanyaan", TEKS))
    if mandiri:
        kolom_beda = (*awal, Kolom("Unit", JAWAB), Kolom("TPI", JAWAB), Kolom("Catatan TPI", TEKS))
        yield Tabel("beda", "Perbedaan jawaban", kolom_beda, tuple(beda))
    kolom = (*awal, Kolom("TPI", JAWAB), Kolom("Catatan TPI", TEKS))
    yield Tabel("catatan", "Catatan TPI lainnya", kolom, tuple(catatan))


def _perbaikan(tpi: IsiPenilaian, skor: Skor) -> Tabel:
    """What would bring the most points: what a question lacks of 1, times its share of the indikator's bobot."""
    tambah: list[tuple[Fraction, Naskah]] = []
    for _, indikator, soal in soal_naskah(tpi.naskah):
        nilai = skor.soal[soal["kode"]].nilai or Fraction(0)
        tambah.append((Fraction(indikator["bobot"]) / len(indikator["soal"]) * (1 - nilai), soal))
    terbesar = sorted((t for t in tambah if t[0]), key=lambda t: -t[0])[:BANYAK]
    isi = [Baris((s["kode"], s["teks"], _kini(tpi.jawaban, s["kode"]), bulat(n))) for n, s in terbesar]
    kolom = (Kolom("Kode", NO), Kolom("Pertanyaan", TEKS), Kolom("TPI", JAWAB), Kolom("Tambahan", ANGKA))
    return Tabel("perbaikan", "Perbaikan dengan tambahan nilai terbesar", kolom, tuple(isi))


def _kini(jawaban: Mapping[str, Any], kode: str) -> str:
    tercatat = jawaban.get(kode)
    return (teks_isian(tercatat.isian) if tercatat else "") or "belum dinilai"


def _rekomendasi(skor: Skor) -> Iterator[str]:
    """What the gates come to. The score decides nothing else: other conditions stand beside it."""
    for predikat in ("wbk", "wbbm"):
        milik = [p for p in skor.putusan if p.ambang.predikat == predikat]
        gagal = [p for p in milik if not p.lulus]
        if milik and not gagal:
            yield (
                f"Menuju {predikat.upper()}: seluruh {len(milik)} ambang terpenuhi. Dari sisi nilai, unit ini dapat "
                "diusulkan; syarat pengusulan lainnya diperiksa tersendiri."
            )
        elif milik:
            apa = "; ".join(f"{p.ambang.nama} {_putusan(p)}" for p in gagal)
            berapa = f"{len(gagal)} dari {len(milik)} ambang belum terpenuhi ({apa})"
            yield f"Menuju {predikat.upper()}: belum direkomendasikan, {berapa}."
    if belum := len(skor.belum_dijawab):
        yield f"{belum} pertanyaan belum dinilai TPI dan dihitung 0."
    if skor.tak_terhitung:
        yield f"Tidak dapat dihitung karena penyebutnya 0, dan dihitung 0: {', '.join(skor.tak_terhitung)}."


def _kepala(rencana: Rencana) -> Penanda:
    milik = Keanggotaan.objects.filter(
        tim__satker=rencana.satker_id, tim__tahun=rencana.tahun, tim__kode=PENGARAH, peran=Peran.KEPALA
    )
    nama = milik.values_list("pengguna__nama", "pengguna__nip").first()
    return Penanda(nama[0], nama[1] or "") if nama else Penanda()


def _penilai(rencana: Rencana) -> Iterator[Penanda]:
    milik = Penugasan.objects.filter(satker=rencana.satker_id, peran=Peran.PENILAI).order_by("pengguna__nama")
    for nama, nip in milik.values_list("pengguna__nama", "pengguna__nip"):
        yield Penanda(nama, nip or "")
