"""What a stage still lacks, in words, with the place where one mends it. Pure: facts in, sentences out.

Sources: Bab 2.1 (pencanangan) and 2.2 (the other stages) of the source document; the conditions of a proposal are those
of zona/nilai/syarat.py."""

from collections.abc import Callable
from dataclasses import dataclass

from zona.inti.angka import angka_id
from zona.surat.enums import JenisSurat, KeadaanSurat
from zona.tahapan.alur import Tanggal
from zona.tahapan.enums import JenisDokumen, Keadaan, KodeTahap
from zona.tahapan.fakta import Fakta, Nilai

PIAGAM = {"": "belum ada", KeadaanSurat.DRAF.value: "masih draf"}
"""What a piagam lacks before it has its date; after that, only the signed paper."""


@dataclass(frozen=True, slots=True)
class Kurang:
    """`ke`: the name of the address where it is mended, `isian` what that takes after office and year, `ekor` what
    follows the address, `tahun` the year where it is not the plan's own. `pengisi`: only who may fill in the stages
    gets there."""

    kalimat: str
    ke: str
    isian: tuple[str, ...] = ()
    ekor: str = ""
    pengisi: bool = False
    tahun: int | None = None


def _isi(kode: KodeTahap, kalimat: str, ekor: str = "") -> Kurang:
    """Mended on the stage's own page."""
    return Kurang(kalimat, "tahapan:tahap", (kode.value,), ekor, pengisi=True)


def _dokumen(kode: KodeTahap, jenis: JenisDokumen, fakta: Fakta, kalimat: str) -> list[Kurang]:
    return [] if fakta.punya(kode, jenis) else [_isi(kode, kalimat, "#dokumen")]


def _pencanangan(f: Fakta, t: Tanggal, k: Keadaan) -> list[Kurang]:
    kode = KodeTahap.PENCANANGAN
    hasil = [] if t.selesai else [_isi(kode, "Tanggal pencanangan belum diisi")]
    hasil += _pakta(f)
    if not f.punya(kode, JenisDokumen.PIAGAM):
        kata = f"Piagam pencanangan {PIAGAM.get(f.piagam, 'yang bertanda tangan belum diunggah')}"
        hasil.append(Kurang(kata, "surat:surat", (JenisSurat.PIAGAM.value,), tahun=f.tahun_pencanangan))
    return hasil + _dokumen(kode, JenisDokumen.PUBLIKASI, f, "Publikasi pencanangan (berita atau siaran) belum ada")


def _pakta(f: Fakta) -> list[Kurang]:
    """The head and all or most of the staff sign; who has not may follow later. A scan of all of it is enough where no
    signature is recorded by name."""
    p = f.pakta
    if not p.tanda:
        ada = f.punya(KodeTahap.PENCANANGAN, JenisDokumen.PAKTA)
        kata = [] if ada else ["Pakta integritas yang ditandatangani belum ada"]
    else:
        kata = [] if p.kepala else ["Kepala belum menandatangani pakta integritas"]
        if p.tanda < p.orang:
            susul = "dapat disusulkan" if p.tanda * 2 > p.orang else "harus lebih dari separuh"
            kata.append(f"{p.orang - p.tanda} dari {p.orang} pegawai belum menandatangani pakta integritas ({susul})")
    return [Kurang(k, "surat:penanda", tahun=f.tahun_pencanangan) for k in kata]


def _pembangunan(f: Fakta, t: Tanggal, k: Keadaan) -> list[Kurang]:
    b = f.bangun
    hasil = []
    if not f.ditetapkan:
        hasil.append(Kurang("Rencana kerja belum ditetapkan", "rencana_aksi:versi"))
    elif not f.bertanda:
        hasil.append(Kurang("Rencana kerja yang ditetapkan belum ditandatangani", "dokumen:dokumen"))
    if not b.total:
        hasil.append(Kurang("Rencana aksi belum disusun", "matriks:matriks"))
    if b.terlambat:
        hasil.append(Kurang(f"{b.terlambat} pelaksanaan terlambat", "matriks:matriks", ekor="?terlambat=1"))
    if k == Keadaan.SELESAI and b.selesai + b.terlambat < b.total:
        sisa = b.total - b.selesai - b.terlambat
        hasil.append(Kurang(f"{sisa} pelaksanaan belum selesai", "matriks:matriks"))
    if b.tanpa_bukti:
        hasil.append(Kurang(f"{b.tanpa_bukti} bukti belum ada, aksinya sudah selesai", "bukti_fisik:siap"))
    if b.kembali:
        hasil.append(Kurang(f"{b.kembali} bukti dikembalikan, belum diperbaiki", "bukti_fisik:siap"))
    if f.monev:
        hasil.append(Kurang(f"Laporan monev belum selesai: {', '.join(f.monev)}", "dokumen:daftar_laporan"))
    return hasil


def _pemilihan(f: Fakta, t: Tanggal, k: Keadaan) -> list[Kurang]:
    kode = KodeTahap.PEMILIHAN
    hasil = [] if t.selesai else [_isi(kode, "Tanggal pemilihan unit belum diisi")]
    if not f.ketikan.strategis:
        hasil.append(_isi(kode, "Belum dinyatakan penting atau strategis dalam pelayanan publik"))
    if not f.ketikan.sumber_daya:
        hasil.append(_isi(kode, "Belum dinyatakan mengelola sumber daya cukup besar dan berhasil dalam reformasi"))
    return hasil + _dokumen(kode, JenisDokumen.CALON, f, "Dokumen penetapan calon unit belum ada")


def _mandiri(f: Fakta, t: Tanggal, k: Keadaan) -> list[Kurang]:
    n = f.mandiri
    if not n.ada:
        return [Kurang("Lembar kerja evaluasi belum mulai dijawab", "nilai:lke")]
    hasil = _belum_dijawab(n)
    if n.dikunci is None:
        kata = "Belum dikunci kepala" if n.diajukan else "Belum diajukan ketua"
        hasil.append(Kurang(kata, "nilai:lke"))
    return hasil + _ambang(n)


def _tpi(f: Fakta, t: Tanggal, k: Keadaan) -> list[Kurang]:
    n = f.tpi
    if not n.ada:
        return [Kurang("TPI belum mengajukan penilaiannya, sehingga laporan hasil evaluasi belum ada", "nilai:lke")]
    hasil = _belum_dijawab(n)
    if n.dikunci is None:
        hasil.append(Kurang("Belum dikunci TPI; laporan hasil evaluasi masih draf", "nilai:lke"))
    return hasil + _ambang(n)


def _belum_dijawab(n: Nilai) -> list[Kurang]:
    sisa = n.soal - n.dijawab
    kata = f"{sisa} dari {n.soal} pertanyaan belum dijawab"
    return [Kurang(kata, "nilai:lke")] if sisa > 0 and n.dikunci is None else []


def _ambang(n: Nilai) -> list[Kurang]:
    if n.lolos is not False:
        return []
    nilai = f"Nilai {angka_id(n.nilai)}" if n.nilai is not None else "Nilai"
    return [Kurang(f"{nilai} belum lulus semua ambang WBK", "nilai:nilai")]


def _pengusulan(f: Fakta, t: Tanggal, k: Keadaan) -> list[Kurang]:
    hasil = [
        Kurang(s.kalimat, "surat:surat", (s.surat,))
        if s.surat
        else Kurang(s.kalimat, "nilai:syarat_isi", (s.kode,), pengisi=True)
        for s in f.syarat
    ]
    if not f.diusulkan:
        hasil.append(Kurang("Usulan belum dibuat", "nilai:syarat", ekor="#usulan"))
    return hasil


def _penetapan(f: Fakta, t: Tanggal, k: Keadaan) -> list[Kurang]:
    kode = KodeTahap.PENETAPAN
    belum = [
        nama
        for nama, ada in (("nomor", f.ketikan.nomor), ("tanggal", t.selesai), ("predikat", f.ketikan.predikat))
        if not ada
    ]
    hasil = [_isi(kode, f"Keputusan Menteri belum dicatat: {', '.join(belum)}")] if belum else []
    return hasil + _dokumen(kode, JenisDokumen.SK, f, "Salinan keputusan belum ada")


MENURUT_TAHAP: dict[KodeTahap, Callable[[Fakta, Tanggal, Keadaan], list[Kurang]]] = {
    KodeTahap.PENCANANGAN: _pencanangan,
    KodeTahap.PEMBANGUNAN: _pembangunan,
    KodeTahap.PEMILIHAN: _pemilihan,
    KodeTahap.MANDIRI: _mandiri,
    KodeTahap.TPI: _tpi,
    KodeTahap.PENGUSULAN: _pengusulan,
    KodeTahap.PENETAPAN: _penetapan,
}


def kekurangan(kode: KodeTahap, fakta: Fakta, tanggal: Tanggal, kini: Keadaan) -> tuple[Kurang, ...]:
    """In the order in which one would mend them."""
    return tuple(MENURUT_TAHAP[kode](fakta, tanggal, kini))
