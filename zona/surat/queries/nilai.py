"""The office's own assessment as a paper tells it."""

from dataclasses import dataclass

from pengungkit.beku import struktur_dari
from pengungkit.domain.skor import Bagian, hitung
from pengungkit.enums import JenisPenilaian
from pengungkit.queries import isi_penilaian, isian, penilaian_bagi, penilaian_satker, penilaian_terlihat
from rencana_aksi.models import Rencana
from zona.inti.angka import angka_id, bobot_id
from zona.organisasi.models import Pengguna


@dataclass(frozen=True, slots=True)
class BarisNilai:
    """`jumlah`: a sum of the rows above it."""

    nama: str
    bobot: str
    nilai: str
    jumlah: bool = False


@dataclass(frozen=True, slots=True)
class NilaiMandiri:
    """`terkunci`: it changes no more."""

    total: str
    baris: tuple[BarisNilai, ...]
    terkunci: bool = False


def nilai_mandiri(rencana: Rencana, pengguna: Pengguna | None) -> NilaiMandiri | None:
    """Komponen by komponen; None where there is none yet, or the person may not see it (a blind assessor; None: the
    office itself). Three queries, and those of `naskah_instrumen`."""
    semua = penilaian_terlihat(pengguna, rencana) if pengguna else penilaian_satker(rencana.satker_id, rencana.tahun)
    milik = [p for p in semua if p.jenis == JenisPenilaian.MANDIRI]
    isi = next(iter(isi_penilaian(milik).values()), None)
    if isi is None:
        return None
    skor = hitung(struktur_dari(isi.naskah), isian(isi.jawaban))
    hasil = [skor.komponen[k["kode"]] for k in isi.naskah["komponen"] if not k["area"]]
    baris = [
        *(_baris(b) for b in skor.area.values()),
        _baris(skor.pengungkit, "Jumlah pengungkit"),
        *map(_baris, hasil),
        _baris(skor.hasil, "Jumlah hasil"),
        _baris(skor.total, "Nilai total"),
    ]
    return NilaiMandiri(angka_id(skor.total.nilai), tuple(baris), isi.beku is not None)


def mandiri_tertutup(pengguna: Pengguna, rencana: Rencana) -> bool:
    """Whether the office's own assessment is kept from the person: then so is each paper that tells its points (one
    query)."""
    return any(p.tertutup for p in penilaian_bagi(pengguna, rencana) if p.jenis == JenisPenilaian.MANDIRI)


def _baris(b: Bagian, jumlah: str = "") -> BarisNilai:
    return BarisNilai(jumlah or b.nama, bobot_id(b.bobot), angka_id(b.nilai), bool(jumlah))
