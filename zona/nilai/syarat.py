"""The conditions of a proposal beside the score: PermenPANRB 90/2021, Lampiran II Bab II, as PermenPANRB 5/2024 (Tabel
5) replaced it. Their codes are those of PemenuhanSyarat; what is least of them stands in the instrument. Pure.

What is filled in is kept as text: a date as 2022-01-15, a percentage as 87.5, a predikat as BB, ya or tidak, the number
of a letter as it is written."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal, InvalidOperation
from enum import StrEnum
from typing import Any

from zona.inti.angka import bobot_id
from zona.inti.waktu import BULAN, TAHUN_AKHIR, TAHUN_AWAL, tanggal_id


class Bentuk(StrEnum):
    TANGGAL = "tanggal"
    PERSEN = "persen"
    PREDIKAT = "predikat"
    NOMOR = "nomor"
    YA = "ya"


PREDIKAT_SAKIP = ("AA", "A", "BB", "B", "CC", "C", "D")
"""Best first."""

PANJANG_NOMOR = 60
BERNILAI = ("surat_usulan", "sptjm")
"""Conditions that papers prove which tell the score, signed or frozen ones too."""


@dataclass(frozen=True, slots=True)
class Syarat:
    """`isian`: what the field asks for. `bukti`: what usually proves it. `wbbm_saja`: asked of a WBBM only."""

    kode: str
    nama: str
    bentuk: Bentuk
    isian: str
    bukti: str
    wbbm_saja: bool = False


SYARAT = (
    Syarat(
        "layanan_inti", "Layanan inti instansi, berdampak besar bagi masyarakat", Bentuk.YA,
        "Unit ini memberi layanan inti instansinya", "Peraturan organisasi, standar pelayanan, data pengguna layanan",
    ),
    Syarat(
        "zi_setahun", "Membangun ZI paling sedikit 1 tahun", Bentuk.TANGGAL, "Tanggal pencanangan ZI",
        "Piagam pencanangan atau SK tim kerja ZI",
    ),
    Syarat(
        "tlhp", "Tindak lanjut hasil pemeriksaan APIP dan BPK 100 %", Bentuk.PERSEN, "Rekomendasi yang ditindaklanjuti",
        "Surat keterangan TLHP dari APIP",
    ),
    Syarat(
        "lhkpn", "Pelaporan LHKPN 100 %", Bentuk.PERSEN, "Wajib lapor yang sudah melapor",
        "Rekap kepatuhan dari e-LHKPN",
    ),
    Syarat(
        "lhkasn", "Pelaporan LHKASN 100 %", Bentuk.PERSEN, "Pegawai yang sudah melapor",
        "Rekap pelaporan dari SIHARKA atau SPT",
    ),
    Syarat(
        "sakip", "Nilai SAKIP unit (evaluasi internal)", Bentuk.PREDIKAT, "Predikat SAKIP terakhir",
        "Laporan hasil evaluasi SAKIP",
    ),
    Syarat(
        "survei_mandiri", "Survei mandiri persepsi korupsi dan kualitas pelayanan", Bentuk.TANGGAL,
        "Tanggal laporan survei", "Laporan survei IPAK dan IPKP",
    ),
    Syarat(
        "predikat_wbk", "Sudah berpredikat Menuju WBK", Bentuk.TANGGAL, "Tanggal penetapan predikat WBK",
        "SK penetapan Menteri PANRB", wbbm_saja=True,
    ),
    Syarat(
        "surat_usulan", "Surat usulan pimpinan instansi", Bentuk.NOMOR, "Nomor surat usulan",
        "Surat usulan yang ditandatangani",
    ),
    Syarat(
        "sptjm", "Surat pernyataan tanggung jawab mutlak (SPTJM)", Bentuk.NOMOR, "Nomor SPTJM",
        "SPTJM yang ditandatangani di atas meterai",
    ),
)  # fmt: skip

BATAS = Syarat(
    "batas_usulan", "Batas usulan yang diumumkan", Bentuk.TANGGAL, "Tanggal batas yang diumumkan",
    "Surat edaran Kementerian PANRB",
)  # fmt: skip
"""No condition: kept beside them where another day than the regulation's was announced."""

MENURUT_KODE = {s.kode: s for s in (*SYARAT, BATAS)}


class IsianSyaratSalah(ValueError):
    """What was filled in is nothing the condition knows; the text says what it must be."""


def rapikan(syarat: Syarat, isian: str) -> str:
    """The text as it is kept. Raises IsianSyaratSalah."""
    teks = isian.strip()
    if not teks:
        raise IsianSyaratSalah("Isian ini wajib diisi.")
    match syarat.bentuk:
        case Bentuk.TANGGAL:
            return _tanggal(teks).isoformat()
        case Bentuk.PERSEN:
            return _persen(teks)
        case Bentuk.PREDIKAT:
            return _salah_satu(teks, PREDIKAT_SAKIP)
        case Bentuk.YA:
            return _salah_satu(teks, ("ya", "tidak"))
    if len(teks) > PANJANG_NOMOR:
        raise IsianSyaratSalah(f"Paling panjang {PANJANG_NOMOR} huruf.")
    return teks


def _tanggal(teks: str) -> date:
    try:
        hari = date.fromisoformat(teks)
    except ValueError:
        raise IsianSyaratSalah("Isi tanggal yang benar.") from None
    if not TAHUN_AWAL <= hari.year <= TAHUN_AKHIR:
        raise IsianSyaratSalah(f"Tahunnya harus antara {TAHUN_AWAL} dan {TAHUN_AKHIR}.")
    return hari


def _persen(teks: str) -> str:
    salah = "Isi persentase dari 0 sampai 100, paling banyak 2 angka di belakang koma, misalnya 87,5."
    try:
        nilai = Decimal(teks.replace(",", "."))
    except InvalidOperation:
        raise IsianSyaratSalah(salah) from None
    if not nilai.is_finite() or not 0 <= nilai <= 100 or nilai != round(nilai, 2):
        raise IsianSyaratSalah(salah)
    return f"{nilai.normalize():f}"


def _salah_satu(teks: str, boleh: tuple[str, ...]) -> str:
    if teks not in boleh:
        raise IsianSyaratSalah("Pilih salah satu yang ada.")
    return teks


def kata_isian(syarat: Syarat, isian: str) -> str:
    """As people read it: 15 Januari 2022, 87,5 %, BB, ya."""
    if syarat.bentuk == Bentuk.TANGGAL:
        return tanggal_id(date.fromisoformat(isian))
    return f"{bobot_id(Decimal(isian))} %" if syarat.bentuk == Bentuk.PERSEN else isian


def setahun_sesudah(hari: date) -> date:
    """The same day a year on; 29 February has its on 1 March."""
    return date(hari.year + 1, 3, 1) if (hari.month, hari.day) == (2, 29) else hari.replace(year=hari.year + 1)


def periksa_syarat(syarat: Syarat, isian: str, hari_ini: date, sakip_minimal: str) -> str:
    """Why the condition is not met by what is filled in; empty where it is."""
    if syarat.kode == "zi_setahun":
        genap = setahun_sesudah(date.fromisoformat(isian))
        return f"genap 1 tahun pada {tanggal_id(genap)}" if genap > hari_ini else ""
    match syarat.bentuk:
        case Bentuk.TANGGAL:
            return "tanggalnya sesudah hari ini" if date.fromisoformat(isian) > hari_ini else ""
        case Bentuk.PERSEN:
            kurang = 100 - Decimal(isian)
            return f"kurang {bobot_id(kurang)} persen" if kurang else ""
        case Bentuk.PREDIKAT:
            cukup = PREDIKAT_SAKIP.index(isian) <= PREDIKAT_SAKIP.index(sakip_minimal)
            return "" if cukup else f"minimal {sakip_minimal}"
        case Bentuk.YA:
            return "" if isian == "ya" else "belum terpenuhi"
    return ""


def sakip_minimal(syarat_pengusulan: Mapping[str, Any], *, wbbm: bool) -> str:
    """The least predikat the instrument asks for; B and BB where it does not say."""
    sakip = (syarat_pengusulan.get("instansi") or {}).get("sakip") or {}
    minimal = sakip.get("wbbm" if wbbm else "wbk")
    return minimal if minimal in PREDIKAT_SAKIP else "BB" if wbbm else "B"


def batas_peraturan(syarat_pengusulan: Mapping[str, Any], tahun: int) -> date | None:
    """The last day the instrument gives ("31 Mei (atau …)") in that year; None where it gives none."""
    kata = str(syarat_pengusulan.get("batas_usulan", "")).split()
    if len(kata) < 2 or not kata[0].isdecimal() or kata[1] not in BULAN:
        return None
    try:
        return date(tahun, BULAN.index(kata[1]) + 1, int(kata[0]))
    except ValueError:
        return None
