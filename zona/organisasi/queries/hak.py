"""The rights table (rules.py) as people read it: of each right, who has it and on what condition, out of the very
expression that answers `boleh`. A right or a condition without words is an error (tests/test_hak.py)."""

import ast
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from itertools import product

from zona.organisasi.rules import HAK

KOLOM: dict[str, tuple[str, frozenset[str]]] = {
    "kepala": ("Kepala", frozenset({"kepala", "orang_dalam"})),
    "ketua": ("Ketua", frozenset({"ketua", "orang_dalam"})),
    "koordinator": ("Koordinator", frozenset({"orang_dalam"})),
    "anggota": ("Anggota", frozenset({"orang_dalam"})),
    "penilai": ("Penilai (TPI)", frozenset({"penilai", "orang_dalam"})),
    "admin": ("Admin satker", frozenset({"admin", "orang_dalam"})),
    "pegawai": ("Pegawai lain", frozenset({"orang_dalam"})),
}
"""Of each column its heading, and the predicates that hold for such a person without more."""
PERAN_BERSYARAT = {"koordinator_sendiri": "koordinator", "anggota_sendiri": "anggota"}
"""Roles that hold in one's own pengungkit: predicate → its column."""
PERAN = frozenset({"kepala", "ketua", "penilai", "admin", "orang_dalam"})
SYARAT = {
    "koordinator_sendiri": "pengungkitnya",
    "anggota_sendiri": "pengungkitnya",
    "penanggung_jawab": "yang ia penanggung jawabnya",
    "pembuat": "yang dibuatnya sendiri",
    "bukan_pembawa": "bukan bukti yang dibawanya sendiri",
    "di_luar_tim": "di luar tim tahun itu",
    "pihak_kedua": "bukan yang diusulkannya atau tentang dirinya",
    "pergantian_kepala": "pergantian kepala saja",
}
KATA = {
    "baca": "Membaca rencana, kemajuan, bukti, dan nilai",
    "buat_rencana": "Membuat rencana tahun baru",
    "ubah_rencana": "Mengubah baris rencana yang masih draf",
    "buang_rencana": "Membuang draf rencana pertama",
    "catat_status": "Mencatat status, realisasi, dan kendala",
    "tunjuk_penanggung": "Menunjuk penanggung jawab aksi",
    "unggah_bukti": "Mengunggah bukti dan menjawab pengembalian",
    "verifikasi_bukti": "Menerima atau mengembalikan bukti",
    "catat_bukti": "Memberi catatan pada bukti",
    "isi_lke": "Menjawab LKE (penilaian mandiri)",
    "nilai_lke": "Memberi nilai LKE (TPI)",
    "susun_laporan": "Menyusun laporan monev",
    "ajukan": "Mengajukan rencana dan penilaian",
    "sahkan": "Menetapkan rencana, mengunci penilaian mandiri, menandatangani",
    "kunci_tpi": "Mengunci penilaian TPI",
    "kelola_akun": "Mengelola akun, tim, peran, mutasi, dan ajakan",
    "usulkan_akun": "Mengusulkan akun dan susunan tim",
    "usulkan_pimpinan": "Mengusulkan pergantian kepala atau ketua, dengan SK",
    "setujui_pimpinan": "Mengonfirmasi pergantian kepala atau ketua",
    "kirim_kabar": "Menyiapkan teks WhatsApp dan kalender tim",
    "buka_pintu": "Membuka pintu penilai (tautan bukti)",
    "kelola_token": "Membuat token PortalRB",
    "susun_surat": "Menyusun dan menomori surat",
    "catat_pakta": "Mencatat penandatangan pakta integritas",
}
"""Every right in words."""


@dataclass(frozen=True, slots=True)
class BarisHak:
    """A right and, column by column, "ya", its condition, or a dash."""

    hak: str
    kata: str
    sel: list[tuple[str, str]]


def nama_predikat(hak: str) -> set[str]:
    """The predicates a right is made of."""
    return {s.id for s in ast.walk(_pohon(hak)) if isinstance(s, ast.Name)}


@cache
def tabel_hak() -> list[BarisHak]:
    """The whole table, in its order. Raises KeyError for a right or condition without words."""
    return [BarisHak(hak, KATA[hak], [(judul, _sel(hak, k)) for k, (judul, _) in KOLOM.items()]) for hak in HAK]


def _sel(hak: str, kolom: str) -> str:
    """True under which conditions: none ("ya"), those that cannot be missing, or never."""
    pohon, nama = _pohon(hak), nama_predikat(hak)
    tetap = {n: n in KOLOM[kolom][1] for n in nama & PERAN}
    tetap |= {n: False for n in nama & PERAN_BERSYARAT.keys() if PERAN_BERSYARAT[n] != kolom}
    bebas = sorted(nama - tetap.keys(), key=list(SYARAT).index)
    semua = dict.fromkeys(bebas, True)
    if not _nilai(pohon, tetap | semua):
        return "–"
    kemungkinan = (dict(zip(bebas, isi, strict=True)) for isi in product((True, False), repeat=len(bebas)))
    if all(_nilai(pohon, tetap | isi) for isi in kemungkinan):
        return "ya"
    perlu = [SYARAT[n] for n in bebas if not _nilai(pohon, tetap | semua | {n: False})]
    return "; ".join(dict.fromkeys(perlu))


@cache
def _pohon(hak: str) -> ast.expr:
    """The name of a combined predicate is its expression: ((kepala | ketua) & bukan_pembawa)."""
    return ast.parse(HAK[hak].name, mode="eval").body


def _nilai(s: ast.expr, isi: Mapping[str, bool]) -> bool:
    match s:
        case ast.Name(id=nama):
            return isi[nama]
        case ast.BinOp(left=kiri, op=ast.BitOr(), right=kanan):
            return _nilai(kiri, isi) or _nilai(kanan, isi)
        case ast.BinOp(left=kiri, op=ast.BitAnd(), right=kanan):
            return _nilai(kiri, isi) and _nilai(kanan, isi)
        case ast.UnaryOp(op=ast.Invert(), operand=dalam):
            return not _nilai(dalam, isi)
    raise ValueError(f"hak tidak terbaca: {ast.unparse(s)}")
