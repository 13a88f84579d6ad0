"""Is a file our document, signed and nothing else? One check for what is signed here, what comes back signed, what is
kept, and `manage.py periksa_tanda_tangan`; read by a program of its own (`pemeriksa.py`) with little memory and time.
Pure of the database."""

import json
import re
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from pathlib import Path
from threading import BoundedSemaphore
from typing import Any

from asn1crypto import pem, x509
from django.conf import settings
from django.core.cache import cache as simpanan

from zona.pengesahan.baca import TAK_TERBACA, Putusan, TandaTerbaca
from zona.pengesahan.sertifikat import Sertifikat

PEMERIKSA = Path(__file__).with_name("pemeriksa.py")
DETIK = 30
"""Wall clock; the program itself has 10 of the processor."""
TERLALU_BERAT = "Berkas ini memerlukan waktu atau memori terlalu banyak untuk diperiksa, jadi tidak diterima."
SIBUK = "Pemeriksa sedang penuh. Coba lagi sebentar."
SIDIK_BSRE = "bsre.sha256"
"""In the folder of trusted roots: SHA-256 of those that are BSrE's, one a line, as openssl tells them."""
_tempat = BoundedSemaphore(2)


@dataclass(frozen=True, slots=True)
class Akar:
    """Roots to trust (DER), and the fingerprints of those that are BSrE's."""

    der: tuple[bytes, ...] = ()
    bsre: frozenset[str] = frozenset()


def periksa(isi: bytes, naskah: bytes, akar: Akar | None = None) -> Putusan:
    """`akar`: those of the installation where none are given."""
    akar = akar_terpasang() if akar is None else akar
    kepala = {"panjang": [len(b) for b in (isi, naskah, *akar.der)], "bsre": sorted(akar.bsre)}
    masukan = b"".join((json.dumps(kepala).encode(), b"\n", isi, naskah, *akar.der))
    if not _tempat.acquire(timeout=DETIK):
        return Putusan(None, (SIBUK,), bool(akar.der))
    try:
        hasil = subprocess.run(  # noqa: S603 - our own program
            [sys.executable, "-I", str(PEMERIKSA)], input=masukan, capture_output=True, timeout=DETIK, check=False
        )
    except subprocess.TimeoutExpired:
        return Putusan(None, (TERLALU_BERAT,), bool(akar.der))
    finally:
        _tempat.release()
    if hasil.returncode:
        return Putusan(None, (TERLALU_BERAT if hasil.returncode < 0 else TAK_TERBACA,), bool(akar.der))
    return _putusan(json.loads(hasil.stdout))


def periksa_tersimpan(isi: bytes, naskah: bytes, sha256: str) -> Putusan:
    """`periksa` of a file that never changes, read once an hour and whenever the trusted roots change."""
    kunci = f"tanda:{sha256}:{hash(_sidik_folder(settings.ZONA_SERTIFIKAT_TEPERCAYA))}"
    hasil: Putusan | None = simpanan.get(kunci)
    if hasil is None:
        hasil = periksa(isi, naskah)
        simpanan.set(kunci, hasil, timeout=3600)
    return hasil


def _putusan(isi: dict[str, Any]) -> Putusan:
    tanda = isi["tanda"]
    if tanda:
        sertifikat = tanda["sertifikat"]
        sertifikat |= {k: datetime.fromisoformat(sertifikat[k]) for k in ("mulai", "sampai")}
        tanda |= {"sertifikat": Sertifikat(**sertifikat), "pada": datetime.fromisoformat(tanda["pada"])}
    return Putusan(TandaTerbaca(**tanda) if tanda else None, tuple(isi["alasan"]), isi["akar"])


def akar_terpasang() -> Akar:
    return akar_folder(settings.ZONA_SERTIFIKAT_TEPERCAYA)


def akar_folder(folder: Any) -> Akar:
    return _baca_akar(_sidik_folder(folder))


def _sidik_folder(folder: Any) -> tuple[tuple[str, int], ...]:
    return tuple((str(p), p.stat().st_mtime_ns) for p in _isi_folder(folder))


def _isi_folder(folder: Any) -> Iterator[Path]:
    if folder and Path(folder).is_dir():
        jenis = (".pem", ".crt", ".cer", ".der")
        yield from sorted(p for p in Path(folder).iterdir() if p.suffix.lower() in jenis or p.name == SIDIK_BSRE)


@cache
def _baca_akar(sidik: tuple[tuple[str, int], ...]) -> Akar:
    """A file that holds no certificate is passed over."""
    der: list[bytes] = []
    bsre: set[str] = set()
    for nama, _ in sidik:
        isi = Path(nama).read_bytes()
        if Path(nama).name == SIDIK_BSRE:
            bsre |= set(re.findall(r"\b[0-9a-f]{64}\b", isi.decode("ascii", "ignore").replace(":", "").lower()))
            continue
        der += [satu for satu in _dalam(isi) if _sertifikat(satu)]
    return Akar(tuple(der), frozenset(bsre))


def _dalam(isi: bytes) -> list[bytes]:
    try:
        return [satu for *_, satu in pem.unarmor(isi, multiple=True)] if pem.detect(isi) else [isi]
    except ValueError:
        return []


def _sertifikat(der: bytes) -> bool:
    try:
        x509.Certificate.load(der, strict=True).subject.native  # noqa: B018 - it is read lazily
    except ValueError:
        return False
    return True
