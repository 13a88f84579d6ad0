"""The evidence bundle, streamed: a file is read, checked and sent in pieces, then the next. Nothing is held whole.

The index, the list and the checksums come last: by then it is known which files were really there.
"""

import hashlib
import logging
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from zipfile import ZIP_DEFLATED

from django.conf import settings
from django.core.files import File
from django.core.files.storage import default_storage
from django.template.loader import render_to_string
from zipstream.ng import ZipStream

from bukti_fisik.models import Berkas
from rencana_aksi.models import Rencana
from zona.dokumen.enums import Susunan
from zona.dokumen.exports.bundel_daftar import daftar_bukti
from zona.dokumen.exports.bundel_susun import Entri, Ruas, susun_bundel
from zona.inti.waktu import tanggal_id

log = logging.getLogger(__name__)

POTONGAN = 256 * 1024
INDEKS = "index"
GAYA = settings.AKAR / "static" / "css" / "bundel.css"
HILANG = "Berkasnya tidak ada di penyimpanan."
BERUBAH = "Isi berkasnya di penyimpanan tidak lagi sama dengan yang diunggah, sehingga tidak disertakan."
TAK_TERBACA = "Berkasnya sedang tidak dapat dibaca dari penyimpanan."
TIADA = (HILANG, BERUBAH, TAK_TERBACA)
BACA = """\
{judul}
{garis}

{isi}. {susunan}. Disusun {hari}.

Mulai dari index.html (klik dua kali; tidak memerlukan internet).
Daftarnya sebagai buku kerja: daftar-bukti.xlsx.

Yang tidak disertakan (tautan, berkas yang belum dipindai, berkas yang hilang
atau berubah) disebut di index.html dan daftar-bukti.xlsx.

Memeriksa bahwa semua berkas utuh
---------------------------------
Ekstrak dahulu seluruh ZIP, lalu di dalam foldernya:

Linux dan macOS (Terminal):

    sha256sum -c SHA256SUMS
    shasum -a 256 -c SHA256SUMS

Windows (PowerShell); tidak ada keluaran berarti semuanya utuh:

    Get-Content SHA256SUMS | ForEach-Object {{ $h, $f = $_ -split '  ', 2; if (-not (Test-Path -LiteralPath $f) -or (Get-FileHash -Algorithm SHA256 -LiteralPath $f).Hash -ne $h) {{ "TIDAK UTUH: $f" }} }}
"""  # noqa: E501  (one line to copy)


@dataclass
class Bundel:
    """A bundle not yet sent. Iterate `alirkan()` once."""

    rencana: Rencana
    susunan: str
    semua: bool
    hari: date
    akar: list[Ruas]
    jumlah: dict[str, str] = field(default_factory=dict)
    """Path in the bundle -> SHA-256 of what stands there, in the order it was sent."""
    _zip: ZipStream = field(default_factory=ZipStream)
    _termuat: dict[str, str] = field(default_factory=dict)

    @property
    def nama_berkas(self) -> str:
        """bukti-zi-kbntb-2023-lke-semua.zip"""
        ekor = ("-lke" if self.susunan == Susunan.LKE else "") + ("-semua" if self.semua else "")
        return f"bukti-zi-{self.rencana.satker.slug}-{self.rencana.tahun}{ekor}.zip"

    @property
    def judul(self) -> str:
        return f"Bukti fisik pembangunan Zona Integritas {self.rencana.satker.nama} {self.rencana.tahun}"

    @property
    def isi(self) -> str:
        return "Semua bukti beserta keadaannya" if self.semua else "Hanya bukti yang diterima"

    def alirkan(self) -> Iterator[bytes]:
        """The ZIP. A file that is gone or changed becomes a sentence in its place. Raises OSError where storage fails
        in the middle of a file that was whole a moment ago: then the archive has no end, and no program opens it."""
        susunan, hari = Susunan(self.susunan).label, tanggal_id(self.hari)
        baca = BACA.format(judul=self.judul, garis="=" * len(self.judul), isi=self.isi, susunan=susunan, hari=hari)
        yield from self._teks("BACA-DULU.txt", baca.replace("\n", "\r\n").encode())
        entri = [e for ruas in self.akar for e in ruas.semua()]
        for satu in entri:
            if satu.letak and satu.butir.bukti.berkas:
                yield from self._berkas(satu, satu.butir.bukti.berkas)
        konteks = {"b": self, "susunan": susunan, "hari": hari, "kurang": [e for e in entri if _kurang(e)]}
        yield from self._teks(f"{INDEKS}.html", render_to_string("dokumen/bundel/index.html", konteks).encode())
        yield from self._teks("gaya.css", GAYA.read_bytes())
        yield from self._teks("daftar-bukti.xlsx", daftar_bukti(entri, self.judul, self.rencana.satker.nama))
        sums = "".join(f"{sha256}  {letak}\n" for letak, sha256 in self.jumlah.items())
        yield from self._teks("SHA256SUMS", sums.encode())
        yield from self._zip.finalize()

    def _teks(self, letak: str, isi: bytes) -> Iterator[bytes]:
        self.jumlah[letak] = hashlib.sha256(isi).hexdigest()
        self._zip.add(isi, letak, compress_type=ZIP_DEFLATED)
        yield from self._zip.all_files()

    def _berkas(self, entri: Entri, berkas: Berkas) -> Iterator[bytes]:
        """The file, checked before its first byte is sent: read once to be hashed, once to be sent, from one handle
        (which S3 has fetched to a temporary file by then). The same bytes stand in a bundle once."""
        if pertama := self._termuat.get(berkas.sha256):
            yield from self._ganti(entri, f"Berkas yang sama ada di: {pertama}")
            return
        isi, kalimat = _buka(berkas)
        if isi is None:
            yield from self._ganti(entri, kalimat)
            return
        with isi:
            self._zip.add(iter(lambda: isi.read(POTONGAN), b""), entri.letak, size=berkas.ukuran)
            yield from self._zip.all_files()
        self.jumlah[entri.letak], entri.termuat = berkas.sha256, True
        self._termuat[berkas.sha256] = entri.letak

    def _ganti(self, entri: Entri, kalimat: str) -> Iterator[bytes]:
        """A sentence where the file would be."""
        entri.keterangan = kalimat
        entri.letak = f"{entri.letak.rpartition('.')[0]}.txt"
        while entri.letak in self.jumlah:
            entri.letak = f"{entri.letak.removesuffix('.txt')}-.txt"
        yield from self._teks(entri.letak, f"{kalimat}\r\n".encode())


def bundel(rencana: Rencana, hari: date, *, susunan: str, semua: bool) -> Bundel:
    """The bundle of a plan (satker and instrumen selected); all that is asked of the database is asked here."""
    return Bundel(rencana, susunan, semua, hari, susun_bundel(rencana, susunan, semua=semua))


def _kurang(entri: Entri) -> bool:
    """It should be here and is not."""
    return bool(entri.butir.bukti.berkas) and (not entri.letak or entri.keterangan in TIADA)


def _buka(berkas: Berkas) -> tuple[File | None, str]:
    """The file at its start, found whole; or a sentence on why it is not handed out."""
    isi = None
    try:
        isi = default_storage.open(berkas.kunci)
        if _sidik(isi) == berkas.sha256:
            isi.seek(0)
            return isi, ""
        kalimat = BERUBAH
    except FileNotFoundError:
        kalimat = HILANG
    except Exception:  # each kind of storage fails in its own way
        log.exception("membaca %s gagal", berkas.kunci)
        kalimat = TAK_TERBACA
    if isi is not None:
        isi.close()
    return None, kalimat


def _sidik(isi: File) -> str:
    jumlah = hashlib.sha256()
    while potongan := isi.read(POTONGAN):
        jumlah.update(potongan)
    return jumlah.hexdigest()
