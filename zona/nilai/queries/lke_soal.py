"""One question of the LKE as it is drawn: each column's answer in words or as a form, the difference, the evidence."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import Any
from zoneinfo import ZoneInfo

from pengungkit.beku import Naskah, soal_naskah
from pengungkit.domain.isian import teks_nilai
from pengungkit.domain.skor import NilaiSoal
from pengungkit.enums import JenisPenilaian
from pengungkit.queries.jawaban import JawabanTercatat
from rencana_aksi.models import Kendala
from zona.inti.angka import angka_id, bulat
from zona.inti.waktu import tanggal_pendek
from zona.nilai.queries.lke import Kolom, LembarLke
from zona.nilai.queries.lke_bukti import BuktiSoal
from zona.nilai.queries.lke_lazim import Lazim, bukti_lazim


@dataclass(frozen=True, slots=True)
class BidangMasukan:
    """A count of a PERSEN question: what it asks for, and what stands or was typed in it."""

    kode: str
    teks: str
    nilai: Any
    galat: str = ""


@dataclass(frozen=True, slots=True)
class Sel:
    """A column's answer to a question. `ubah`: this person may change it now; `jawaban`, `masukan` and `catatan` are
    then what the form holds, as saved or (after a refusal) as typed. `rumus`: what the counts come to, in words.
    `salah`: what is wrong, by field."""

    kolom: Kolom
    soal: Naskah
    ubah: bool
    tercatat: JawabanTercatat | None
    jawaban: str
    masukan: tuple[BidangMasukan, ...]
    catatan: str
    revisi: int
    waktu: str
    salah: Mapping[str, str]
    rumus: str = ""
    galat: tuple[str, ...] = ()

    @property
    def kunci(self) -> str:
        """The stem of its ids on the page."""
        return f"{self.kolom.jenis.value}-{kunci_soal(self.soal['kode'])}"

    @property
    def dijawab(self) -> bool:
        return self.tercatat is not None and self.tercatat.berisi


@dataclass(frozen=True, slots=True)
class SoalLke:
    """The question. `judul`: the indikator that begins with it, empty within one. `lazim`: what offices usually prove
    it with, where it may still get evidence and the plan has none that looks like it."""

    soal: Naskah
    komponen: str
    judul: str
    sel: tuple[Sel, ...]
    beda: str
    bukti: list[BuktiSoal]
    saran: list[BuktiSoal]
    lazim: list[Lazim]
    boleh_kait: bool
    tanpa_bukti: bool
    kendala: Kendala | None
    boleh_kendala: bool

    @property
    def kunci(self) -> str:
        return kunci_soal(self.soal["kode"])


def kunci_soal(kode: str) -> str:
    """P1.1.a as it stands in ids of the page."""
    return kode.replace(".", "-")


def daftar_soal(lembar: LembarLke, komponen: str, terisi: Mapping[str, Any] | None = None) -> list[SoalLke]:
    """The questions of a komponen; one query for kendala, where TPI has begun. `terisi`: {"soal", "jenis", "form",
    "galat"} of an answer that was refused."""
    semua = [(k, i, s) for k, i, s in soal_naskah(lembar.naskah) if k["kode"] == komponen]
    kendala = _kendala(lembar, [s["id"] for _, _, s in semua])
    sebelumnya = ""
    hasil = []
    for k, i, s in semua:
        judul, sebelumnya = (f"{i['kode']} {i['nama']}" if i["kode"] != sebelumnya else ""), i["kode"]
        hasil.append(_soal(lembar, k, i, s, judul, kendala.get(s["id"]), terisi))
    return hasil


def _kendala(lembar: LembarLke, soal: list[int]) -> dict[int, Kendala]:
    """By question: they come of notes of TPI."""
    if not any(p.jenis == JenisPenilaian.TPI for p in lembar.semua):
        return {}
    milik = Kendala.objects.filter(
        pertanyaan__in=soal, aksi__rencana_kerja__pengungkit__rencana=lembar.rencana
    ).select_related("penanggung_jawab")
    return {k.pertanyaan_id: k for k in milik.order_by("-pk") if k.pertanyaan_id}


def _soal(
    lembar: LembarLke, komponen: Naskah, indikator: Naskah, soal: Naskah, judul: str, kendala: Kendala | None,
    terisi: Mapping[str, Any] | None,
) -> SoalLke:  # fmt: skip
    area, kode = komponen["area"], soal["kode"]
    sel = tuple(_sel(lembar, kolom, area, soal, terisi) for kolom in lembar.kolom)
    kait = lembar.boleh(JenisPenilaian.MANDIRI, area) and lembar.kolom[0].terbuka
    tpi = next((s.tercatat for s in sel if s.kolom.jenis == JenisPenilaian.TPI and not s.kolom.terbuka), None)
    boleh = lembar.boleh(JenisPenilaian.TPI, area) or lembar.boleh(JenisPenilaian.MANDIRI, area)
    bukti = lembar.bukti.terkait.get(kode, [])
    mirip = lembar.bukti.saran(soal) if kait or not bukti else []
    lazim = lembar.kolom[0].terbuka and not (bukti or mirip)
    return SoalLke(
        soal=soal,
        komponen=komponen["kode"],
        judul=judul,
        sel=sel,
        beda=_beda(lembar, indikator, soal),
        bukti=bukti,
        saran=mirip if kait else [],
        lazim=bukti_lazim(lembar.naskah["kode"], kode) if lazim else [],
        boleh_kait=kait,
        tanpa_bukti=bool(lembar.tanpa_bukti([soal])),
        kendala=kendala,
        boleh_kendala=bool(boleh and tpi and tpi.catatan and kendala is None),
    )


def _sel(lembar: LembarLke, kolom: Kolom, area: str, soal: Naskah, terisi: Mapping[str, Any] | None) -> Sel:
    j = kolom.jawaban(soal["kode"])
    ubah = kolom.terbuka and not kolom.tertutup and lembar.boleh(kolom.jenis, area)
    salah = terisi if terisi and (terisi["soal"], terisi["jenis"]) == (soal["kode"], kolom.jenis) else None
    form = salah["form"] if salah else None
    nilai = kolom.skor.soal[soal["kode"]] if kolom.skor else None
    isian = j.isian if j else None
    tersimpan = teks_nilai(isian.pilihan or isian.angka) if isian else ""
    return Sel(
        kolom=kolom,
        soal=soal,
        ubah=ubah,
        tercatat=j,
        jawaban=form.data.get("jawaban", "") if form else tersimpan,
        masukan=_masukan(soal, form, isian.masukan if isian else {}),
        catatan=form.data.get("catatan", "") if form else j.catatan if j else "",
        revisi=j.revisi if j else 0,
        waktu=_waktu(lembar, j) if j else "",
        rumus=_rumus(soal, nilai) if soal["masukan"] and nilai else "",
        galat=tuple(salah["galat"]) if salah else (),
        salah=_salah(form),
    )  # fmt: skip


def _salah(form: Any) -> dict[str, str]:
    galat = form.errors if form else {}
    return {kolom: " ".join(galat.get(kolom, [])) for kolom in ("jawaban", "catatan")}


def _masukan(soal: Naskah, form: Any, isian: Mapping[str, int]) -> tuple[BidangMasukan, ...]:
    data, galat = (form.data, form.errors) if form else (isian, {})
    return tuple(
        BidangMasukan(m["kode"], m["teks"], data.get(m["kode"], ""), " ".join(galat.get(m["kode"], [])))
        for m in soal["masukan"]
    )


def _waktu(lembar: LembarLke, j: JawabanTercatat) -> str:
    saat = j.pada.astimezone(ZoneInfo(lembar.rencana.satker.zona_waktu))
    return f"{j.oleh or 'Sistem'}, {tanggal_pendek(saat.date())} pukul {saat:%H.%M}"


def _rumus(soal: Naskah, nilai: NilaiSoal) -> str:
    if nilai.keadaan == "tak_terhitung":
        return "Tidak dapat dihitung: penyebutnya 0. Dihitung 0 dan disebut begitu."
    if nilai.nilai is None:
        return ""
    return f"Hasil: {angka_id(nilai.nilai * 100)} %"


def _beda(lembar: LembarLke, indikator: Naskah, soal: Naskah) -> str:
    """What the assessor gives more or less, where both columns are seen and answered."""
    skor = [k.skor for k in lembar.kolom if k.skor and k.isi]
    if len(skor) < 2 or any(s.soal[soal["kode"]].keadaan == "belum" for s in skor):
        return ""
    unit, tpi = (s.soal[soal["kode"]].nilai or Fraction(0) for s in skor)
    poin = (tpi - unit) * Fraction(Decimal(indikator["bobot"])) / len(indikator["soal"])
    if not poin:
        return "TPI sama dengan unit."
    arah = "lebih rendah" if poin < 0 else "lebih tinggi"
    besar = angka_id(abs(poin)) if bulat(poin) else "kurang dari 0,01"
    return f"TPI {arah} {besar} poin."
