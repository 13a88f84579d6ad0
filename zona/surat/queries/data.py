"""What a paper says that nobody typed into it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from rencana_aksi.models import Rencana
from zona.dokumen.queries.kop import Kop, kop_satker
from zona.dokumen.queries.tim import Anggota, KelompokTim, tim_rencana
from zona.inti.waktu import tanggal_id
from zona.nilai.enums import KategoriUsulan
from zona.nilai.queries.syarat import BarisSyarat, lembar_syarat
from zona.organisasi.models import Pengguna
from zona.surat.models import Surat
from zona.surat.queries.nilai import NilaiMandiri, nilai_mandiri
from zona.surat.queries.pakta import Penanda, daftar_penanda, ringkas

TITIK = "………………………"
HARI = ("Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu")
PREDIKAT = {
    KategoriUsulan.WBK: "Wilayah Bebas dari Korupsi (WBK)",
    KategoriUsulan.WBK_AFIRMASI: "Wilayah Bebas dari Korupsi (WBK)",
    KategoriUsulan.WBBM: "Wilayah Birokrasi Bersih dan Melayani (WBBM)",
}
SURAT_SENDIRI = ("surat_usulan", "sptjm")
"""Conditions that are these papers themselves: no row in them."""


@dataclass(frozen=True, slots=True)
class SyaratSurat:
    """A condition as a paper tells it; what is not filled in is empty. `sebab`: why it is not met; empty where it
    is."""

    nama: str
    isian: str
    bukti: str
    sebab: str = ""


@dataclass(frozen=True, slots=True)
class DataSurat:
    """`penanda`: who counts. `area`: names of the pengungkit by code."""

    kop: Kop
    tahun: int
    predikat: str
    area: Mapping[str, str]
    tim: tuple[KelompokTim, ...]
    syarat: tuple[SyaratSurat, ...]
    nilai: NilaiMandiri | None
    penanda: tuple[Penanda, ...]

    @property
    def kepala(self) -> Anggota | None:
        return next((a for tim in self.tim for a in tim.anggota if a.kepala), None)

    def kata(self, surat: Surat) -> dict[str, str]:
        """The words for `{nama}` (tempat.py); room to write what is not known yet."""
        kepala, hari = self.kepala, surat.tanggal
        return {
            "satker": self.kop.nama,
            "induk": self.kop.induk[0] if self.kop.induk else TITIK,
            "alamat": self.kop.alamat or TITIK,
            "kota": self.kop.kota or TITIK,
            "tahun": str(self.tahun),
            "nomor": surat.nomor or TITIK,
            "tanggal": tanggal_id(hari) if hari else TITIK,
            "hari": HARI[hari.weekday()] if hari else TITIK,
            "kepala": kepala.nama if kepala else "",
            "nip_kepala": kepala.nip if kepala else "",
            "jabatan_kepala": (kepala.jabatan if kepala else "") or f"Kepala {self.kop.nama}",
            "predikat": self.predikat,
            "nilai": self.nilai.total if self.nilai else TITIK,
            "jumlah_pegawai": str(ringkas(self.penanda).jumlah),
        }


def data_surat(rencana: Rencana, pengguna: Pengguna | None, hari_ini: date) -> DataSurat:
    """As it stands today, for that person (a blind assessor sees no points; None: all); sixteen queries at most, and
    those of `naskah_instrumen`."""
    lembar = lembar_syarat(rencana, pengguna, hari_ini)
    kategori = KategoriUsulan(lembar.kategori)
    return DataSurat(
        kop=kop_satker(rencana.satker),
        tahun=rencana.tahun,
        predikat=PREDIKAT[kategori],
        area=dict(rencana.pengungkit.values_list("kode", "nama")),
        tim=tim_rencana(rencana),
        syarat=tuple(_syarat(b) for b in lembar.baris if b.syarat.kode not in SURAT_SENDIRI),
        nilai=nilai_mandiri(rencana, pengguna),
        penanda=tuple(p for p in daftar_penanda(rencana.satker_id, rencana.tahun) if p.dihitung),
    )


def _syarat(baris: BarisSyarat) -> SyaratSurat:
    p = baris.pemenuhan
    sebab = "" if baris.keadaan == "terpenuhi" else baris.kalimat
    if p is None:
        return SyaratSurat(baris.syarat.nama, "", "", sebab)
    bukti = p.bukti.nama if p.bukti else p.nama_berkas or p.tautan
    return SyaratSurat(baris.syarat.nama, baris.kata, bukti, sebab)
