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
from pengungkit.models import Penilaian, PenilaianBeku
from pengungkit.queries import IsiPenilaian, isi_penilaian, isian, penilaian_satker, penilaian_terlihat
from pengungkit.queries.jawaban import jawaban_beku
from rencana_aksi.models import Rencana
from zona.dokumen.queries.kop import Kop, kop_satker
from zona.dokumen.queries.monev.isi import ANGKA, BOBOT, NO, TEKS, Baris, Kolom, Penanda, Tabel
from zona.inti.angka import angka_id, bulat
from zona.inti.waktu import tanggal_id
from zona.nilai.queries.lke_bukti import BuktiLke, bukti_beku, bukti_diterima
from zona.organisasi.enums import PENGARAH, Peran
from zona.organisasi.models import Keanggotaan, Pengguna, Penugasan, Satker

JAWAB = "jawab"
BANYAK = 10
"""How many improvements are recommended by name."""


@dataclass(frozen=True, slots=True)
class IsiLhe:
    """`kop`: the assessor's office, which issues the report; `unit`: the office assessed. `nomor` and `dikunci` (when
    the assessor's was locked, in words) are empty in a draft."""

    kop: Kop
    unit: Kop
    tahun: int
    nomor: str
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
    """What is not locked yet, as the person sees it. Nine queries, and those of `naskah_instrumen`. Raises Http404
    where the person sees no assessment by TPI."""
    isi = {i.penilaian.jenis: i for i in isi_penilaian(penilaian_terlihat(pengguna, rencana)).values()}
    tpi = isi.get(JenisPenilaian.TPI)
    if tpi is None:
        raise Http404("Laporan hasil evaluasi ada sesudah TPI mengajukan penilaiannya.")
    bukti = bukti_diterima(rencana, [s for _, _, s in soal_naskah(tpi.naskah)])
    return _susun(tpi, isi.get(JenisPenilaian.MANDIRI), bukti, kantor_penilai(rencana.satker, None))


def susun_lhe_kunci(beku: PenilaianBeku, kantor: Satker, nomor: str) -> IsiLhe:
    """What a lock of the assessor's says, from what it kept: beside the office's own only where the assessor had seen
    it. Six queries, and those of `naskah_instrumen`."""
    tpi = beku.penilaian
    buta = tpi.buta and tpi.dibuka_pada is None
    lain = penilaian_satker(tpi.satker_id, tpi.tahun).filter(jenis=JenisPenilaian.MANDIRI)
    mandiri = next(iter(isi_penilaian([] if buta else lain).values()), None)
    isi = IsiPenilaian(tpi, beku.isi["instrumen"], jawaban_beku(beku.isi), beku)
    return _susun(isi, mandiri, bukti_beku(beku.isi["bukti"]), kantor, nomor, beku.dibuat_pada)


def kantor_penilai(satker: Satker, oleh: Pengguna | None) -> Satker:
    """The office that assesses: of who locks, else of the first of the assessors; the unit's own where nobody is (one
    query)."""
    if oleh is not None and oleh.satker is not None:
        return oleh.satker
    milik = Penugasan.objects.filter(satker=satker, peran=Peran.PENILAI, pengguna__satker__isnull=False)
    satu = milik.select_related("pengguna__satker").order_by("pengguna__nama").first()
    return (satu.pengguna.satker if satu else None) or satker


def _susun(
    tpi: IsiPenilaian, mandiri: IsiPenilaian | None, bukti: BuktiLke, kantor: Satker, nomor: str = "",
    saat: datetime | None = None,
) -> IsiLhe:  # fmt: skip
    satker = tpi.penilaian.satker
    if mandiri and mandiri.naskah["kode"] != tpi.naskah["kode"]:
        mandiri = None
    skor = _skor(tpi)
    lain = _skor(mandiri) if mandiri else None
    return IsiLhe(
        kop=kop_satker(kantor),
        unit=kop_satker(satker),
        tahun=tpi.penilaian.tahun,
        nomor=nomor,
        instrumen=tpi.naskah["nama"],
        mandiri=_keadaan(mandiri, satker) if mandiri else "Tidak dibandingkan",
        dikunci=_hari(saat, satker),
        total=angka_id(skor.total.nilai),
        tabel=(
            _nilai(tpi.naskah, skor, lain), _ambang(skor), *_rincian(tpi, mandiri), _tanpa_bukti(tpi, bukti),
            _perbaikan(tpi, skor),
        ),
        rekomendasi=tuple(_rekomendasi(skor)),
        kepala=_kepala(tpi.penilaian),
        penilai=tuple(_penilai(satker)),
    )  # fmt: skip


def _skor(isi: IsiPenilaian) -> Skor:
    return hitung(struktur_dari(isi.naskah), isian(isi.jawaban))


def _hari(saat: datetime | None, satker: Satker) -> str:
    return tanggal_id(saat.astimezone(ZoneInfo(satker.zona_waktu)).date()) if saat else ""


def _keadaan(isi: IsiPenilaian, satker: Satker) -> str:
    saat = _hari(isi.penilaian.dikunci_pada, satker)
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


def _tanpa_bukti(tpi: IsiPenilaian, bukti: BuktiLke) -> Tabel:
    """What the assessor answered beside which no accepted evidence stands."""
    isi = []
    for _, _, soal in soal_naskah(tpi.naskah):
        jawab = _jawab(tpi.jawaban, soal["kode"])
        if jawab and not bukti.diterima(soal["kode"]):
            isi.append(Baris((soal["kode"], soal["teks"], jawab)))
    kolom = (Kolom("Kode", NO), Kolom("Pertanyaan", TEKS), Kolom("TPI", JAWAB))
    return Tabel("tanpa-bukti", "Jawaban tanpa bukti yang diterima", kolom, tuple(isi))


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
    return _jawab(jawaban, kode) or "belum dinilai"


def _jawab(jawaban: Mapping[str, Any], kode: str) -> str:
    tercatat = jawaban.get(kode)
    return teks_isian(tercatat.isian) if tercatat else ""


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


def _kepala(penilaian: Penilaian) -> Penanda:
    milik = Keanggotaan.objects.filter(
        tim__satker=penilaian.satker_id, tim__tahun=penilaian.tahun, tim__kode=PENGARAH, peran=Peran.KEPALA
    )
    nama = milik.values_list("pengguna__nama", "pengguna__nip").first()
    return Penanda(nama[0], nama[1] or "") if nama else Penanda()


def _penilai(satker: Satker) -> Iterator[Penanda]:
    milik = Penugasan.objects.filter(satker=satker, peran=Peran.PENILAI).order_by("pengguna__nama")
    for nama, nip in milik.values_list("pengguna__nama", "pengguna__nip"):
        yield Penanda(nama, nip or "")
