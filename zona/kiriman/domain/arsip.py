"""A ZIP of folders from outside: looked at whole before anything of it is kept, unpacked one file at a time.

What makes the archive itself suspicious refuses it whole; what is wrong with one file only refuses that file.
"""

import stat
import struct
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from tempfile import TemporaryFile
from typing import BinaryIO, cast

from django.conf import settings

from zona.inti.berkas import EKSTENSI_DITERIMA, batas_byte
from zona.inti.berkas.jenis import HANYA, OFFICE_LAMA
from zona.inti.errors import DomainError
from zona.kiriman.domain.nama import akhiran, berkas_sistem, jalur_tampil, keluar, nama_mentah

PALING_BANYAK = 5_000
"""Entries, folders among them."""
DIREKTORI = 8 * 1024 * 1024
RASIO = 200
LONGGAR = 20 * 1024 * 1024
"""Unpacked bytes below which the ratio does not matter."""
SUAP = 256 * 1024
SANDI = 0x1 | 0x40 | 0x2000
"""Bits of the flags: the file, or the list of files, is encrypted."""
TAUTAN_WINDOWS = 0x400
CARA = {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED, zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA}

BUKAN = "Berkas ini bukan ZIP. Kemas mapnya sebagai ZIP, lalu kirim lagi."
RUSAK = "ZIP ini rusak atau terpotong. Kemas ulang mapnya, lalu kirim lagi."
KOSONG = "ZIP ini tidak memuat berkas."
BOM = "ZIP ini mengembang jauh melampaui ukuran wajar sehingga ditolak."
TERKUNCI = "ZIP ini dikunci dengan kata sandi. Kemas ulang tanpa kata sandi, lalu kirim lagi."
KELUAR = "ZIP ini memuat nama yang menunjuk ke luar arsipnya (diawali / atau memuat ..) sehingga ditolak."
TAUTAN = "ZIP ini memuat tautan atau berkas khusus, bukan hanya berkas dan map, sehingga ditolak."
KEMBAR = "ZIP ini memuat dua berkas bernama sama di map yang sama sehingga ditolak. Kemas ulang mapnya."
TUMPANG = (
    "Berkas-berkas di dalam ZIP ini saling menindih, seperti pada ZIP yang dibuat untuk merusak, sehingga ditolak."
)
BANYAK = f"ZIP ini memuat lebih dari {PALING_BANYAK:,} berkas dan map. Bagi per pengungkit.".replace(",", ".")
BERSARANG = "Arsip di dalam arsip tidak dibuka. Keluarkan isinya, lalu kirim lagi."
ENTRI_RUSAK = "Berkas ini rusak di dalam ZIP-nya. Kemas ulang, atau unggah berkasnya langsung."
PENUH = "Ruang penyimpanan di peladen hampir habis, jadi berkas ini belum dapat diambil. Hubungi admin."
ARSIP = {".zip", ".rar", ".7z", ".tar", ".gz", ".tgz", ".bz2", ".xz", ".iso", ".cab", ".zst"}


@dataclass(frozen=True, slots=True)
class Entri:
    """One file: its number in the list of the archive from 1 on, and why it cannot be taken (empty where it may)."""

    urutan: int
    jalur: str
    nama: str
    ukuran: int
    tolak: str


@dataclass(frozen=True, slots=True)
class IsiArsip:
    """The files in order, and how many left behind by operating systems were passed over."""

    entri: list[Entri]
    sistem: int


def baca_arsip(isi: BinaryIO) -> IsiArsip:
    """What is in it, by its list alone: nothing is unpacked. Raises DomainError with one sentence for what is not taken
    whole: no ZIP, damaged, locked, too many, names that lead out, links, the same name twice, overlaps, a bomb."""
    ukuran = isi.seek(0, 2)
    isi.seek(0)
    kepala = isi.read(4)
    if kepala != b"PK\x03\x04":
        raise DomainError(KOSONG if kepala == b"PK\x05\x06" else BUKAN)
    _periksa_ekor(isi, ukuran)
    try:
        with zipfile.ZipFile(isi) as arsip:
            daftar = arsip.infolist()
            _periksa(daftar, ukuran)
    except DomainError:
        raise
    except Exception as galat:  # a parser fed hostile bytes raises anything
        raise DomainError(RUSAK) from galat
    nama = [nama_mentah(e) for e in daftar]
    if len(set(nama)) != len(nama):
        raise DomainError(KEMBAR)
    isinya = [(n, e, m) for n, (e, m) in enumerate(zip(daftar, nama, strict=True), 1) if not m.endswith("/")]
    entri = [_entri(n, e, m) for n, e, m in isinya if not berkas_sistem(m)]
    if not entri:
        raise DomainError(KOSONG)
    return IsiArsip(entri, len(isinya) - len(entri))


def _periksa_ekor(isi: BinaryIO, ukuran: int) -> None:
    """The end record (and that of ZIP64), before zipfile reads the whole list into memory."""
    isi.seek(max(0, ukuran - 22 - 65536 - 20 - 56))
    ekor = isi.read()
    letak = len(ekor) - 22 if ekor[-22:-18] == b"PK\x05\x06" and ekor[-2:] == b"\0\0" else ekor.rfind(b"PK\x05\x06")
    if letak < 0 or letak + 22 > len(ekor):
        raise DomainError(RUSAK)
    banyak, panjang = struct.unpack_from("<HL", ekor, letak + 10)
    if ekor[:letak][-20:-16] == b"PK\x06\x07":
        besar = ekor[: letak - 20][-56:]
        if besar[:4] != b"PK\x06\x06":
            raise DomainError(RUSAK)
        banyak, panjang = struct.unpack_from("<QQ", besar, 32)
    if banyak > PALING_BANYAK or panjang > DIREKTORI:
        raise DomainError(BANYAK)


def _periksa(daftar: list[zipfile.ZipInfo], ukuran: int) -> None:
    if len(daftar) > PALING_BANYAK:
        raise DomainError(BANYAK)
    if any(e.flag_bits & SANDI for e in daftar):
        raise DomainError(TERKUNCI)
    if any(keluar(nama_mentah(e)) for e in daftar):
        raise DomainError(KELUAR)
    if any(_khusus(e) for e in daftar):
        raise DomainError(TAUTAN)
    urut = sorted(daftar, key=lambda e: e.header_offset)
    for ini, nanti in pairwise(urut):
        if ini.header_offset + 30 + ini.compress_size > nanti.header_offset:
            raise DomainError(TUMPANG)
    if urut and urut[-1].header_offset + 30 + urut[-1].compress_size > ukuran:
        raise DomainError(RUSAK)
    terurai = sum(e.file_size for e in daftar)
    if terurai > 2 * settings.ZONA_BATAS_KIRIMAN_MB * 1024 * 1024 or _mengembang(terurai, ukuran):
        raise DomainError(BOM)
    if any(_mengembang(e.file_size, e.compress_size) for e in daftar):
        raise DomainError(BOM)


def _mengembang(terurai: int, terkemas: int) -> bool:
    return terurai > LONGGAR and terurai > RASIO * terkemas


def _khusus(entri: zipfile.ZipInfo) -> bool:
    """A link or a device, as Unix or Windows write it down."""
    jenis = stat.S_IFMT(entri.external_attr >> 16)
    return jenis not in (0, stat.S_IFREG, stat.S_IFDIR) or bool(entri.external_attr & TAUTAN_WINDOWS)


def _entri(urutan: int, entri: zipfile.ZipInfo, mentah: str) -> Entri:
    jalur = jalur_tampil(mentah)
    nama = jalur.rpartition("/")[2]
    tolak = alasan_tolak(nama, entri.file_size)
    if not tolak and entri.compress_type not in CARA:
        tolak = ENTRI_RUSAK
    return Entri(urutan, jalur, nama, entri.file_size, tolak)


def alasan_tolak(nama: str, ukuran: int) -> str:
    """Why a file can never be taken, as far as its name and size tell; empty where it may."""
    ekor = akhiran(nama)
    if ekor in ARSIP:
        return BERSARANG
    if ekor in (".doc", ".xls", ".ppt"):
        return OFFICE_LAMA
    if ekor not in EKSTENSI_DITERIMA:
        return f"Berkas {ekor or 'tanpa akhiran'} tidak dapat menjadi bukti. {HANYA}"
    if not ukuran:
        return "Berkas ini kosong (0 byte)."
    if ukuran > batas_byte():
        return f"Berkas ini lebih besar daripada {settings.ZONA_BATAS_UNGGAH_MB} MB. Perkecil dahulu."
    return ""


@contextmanager
def keluarkan(arsip: zipfile.ZipFile, urutan: int, folder: Path) -> Iterator[BinaryIO]:
    """The file of that number, unpacked in pieces into a nameless file of the folder that is gone afterwards, also when
    the process is killed. Raises DomainError: damaged, longer than a file may be, the disk is full."""
    with TemporaryFile(dir=folder) as tujuan:
        _salin(arsip, urutan, cast(BinaryIO, tujuan))
        tujuan.seek(0)
        yield cast(BinaryIO, tujuan)


def _salin(arsip: zipfile.ZipFile, urutan: int, tujuan: BinaryIO) -> None:
    sisa = batas_byte() + 1  # one more: what opens the file then says that it is too large
    try:
        with arsip.open(arsip.infolist()[urutan - 1]) as sumber:
            while sisa and (suap := sumber.read(min(SUAP, sisa))):
                sisa -= len(suap)
                _tulis(tujuan, suap)
    except DomainError:
        raise
    except Exception as galat:  # a parser fed hostile bytes raises anything
        raise DomainError(ENTRI_RUSAK) from galat


def _tulis(tujuan: BinaryIO, suap: bytes) -> None:
    try:
        tujuan.write(suap)
    except OSError as galat:
        raise DomainError(PENUH) from galat
