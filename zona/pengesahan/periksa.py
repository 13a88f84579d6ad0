"""What a signed PDF says of itself: who signed, whether it is whole, whom it is trusted by. Fetches nothing, so
revocation of a certificate is not looked up. Pure of the database."""

import logging
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache
from io import BytesIO
from pathlib import Path

from asn1crypto import pem, x509
from django.conf import settings
from django.core.cache import cache as simpanan
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.validation import KeyUsageConstraints, validate_pdf_signature
from pyhanko.sign.validation.pdf_embedded import EmbeddedPdfSignature
from pyhanko_certvalidator import ValidationContext

from zona.inti.errors import DomainError
from zona.pengesahan.revisi import hanya_ditandatangani
from zona.pengesahan.sertifikat import Sertifikat, baca_sertifikat

GUNA = KeyUsageConstraints(key_usage={"digital_signature", "non_repudiation"}, match_all_key_usages=False)
TAK_TERBACA = "Tanda tangan dalam PDF ini tidak dapat dibaca."
HEKSA = frozenset(b"0123456789abcdefABCDEF")
BATAS_TANDA = 20
"""Signatures looked at in one file."""

# What it finds wrong is told on the page; a stranger's file is no news for the server's log.
for _nama in ("pyhanko", "pyhanko_certvalidator"):
    logging.getLogger(_nama).setLevel(logging.CRITICAL)


@dataclass(frozen=True, slots=True)
class TandaTerbaca:
    """`utuh`: the bytes it covers are those that were signed. `mencakup`: nothing but further signatures and what
    belongs to them was added after it. `pada`: by the time stamp, else as the signer's own clock had it; `bercap`:
    the former. `tepercaya`: its chain ends at a root in ZONA_SERTIFIKAT_TEPERCAYA."""

    sertifikat: Sertifikat
    pada: datetime | None
    bercap: bool
    utuh: bool
    mencakup: bool
    tepercaya: bool

    @property
    def tingkat(self) -> str:
        return "B-T" if self.bercap else "B-B"

    @property
    def baik(self) -> bool:
        return self.utuh and self.mencakup


def baca_tanda(pdf: bytes) -> tuple[TandaTerbaca, ...]:
    """The signatures in the file, in the order they were made; none where there is none. Raises DomainError for a file
    in which they cannot be read."""
    try:
        tanda = PdfFileReader(BytesIO(pdf), strict=False).embedded_regular_signatures[:BATAS_TANDA]
        return tuple(_baca(satu, pdf) for satu in tanda)
    except Exception as galat:  # a parser fed hostile bytes raises anything
        raise DomainError(TAK_TERBACA) from galat


def tanda_tersimpan(pdf: bytes, sha256: str) -> tuple[TandaTerbaca, ...]:
    """`baca_tanda` of a file that never changes, read once an hour and whenever the trusted roots change."""
    kunci = f"tanda:{sha256}:{hash(_sidik_akar())}"
    hasil: tuple[TandaTerbaca, ...] | None = simpanan.get(kunci)
    if hasil is None:
        hasil = baca_tanda(pdf)
        simpanan.set(kunci, hasil, timeout=3600)
    return hasil


def _baca(tanda: EmbeddedPdfSignature, pdf: bytes) -> TandaTerbaca:
    sertifikat = baca_sertifikat(tanda.signer_cert)
    saat = tanda.self_reported_timestamp
    konteks = _konteks(sertifikat, saat)
    keadaan = validate_pdf_signature(
        tanda, konteks, _konteks(sertifikat, saat), key_usage_settings=GUNA, skip_diff=True
    )
    cap = keadaan.timestamp_validity
    bercap = bool(cap and cap.intact and cap.valid)
    return TandaTerbaca(
        sertifikat=sertifikat,
        pada=cap.timestamp if cap and bercap else saat,
        bercap=bercap,
        utuh=keadaan.intact and keadaan.valid,
        mencakup=_mencakup(tanda, pdf),
        tepercaya=keadaan.trusted,
    )


def _mencakup(tanda: EmbeddedPdfSignature, pdf: bytes) -> bool:
    """The whole file from its first byte, with nothing left out but the signature itself."""
    awal, panjang, sesudah, sisa = (int(n) for n in tanda.byte_range)
    cms = pdf[panjang:sesudah]
    if awal or cms[:1] + cms[-1:] != b"<>" or set(cms[1:-1]) - HEKSA:
        return False
    akhir = sesudah + sisa
    return akhir == len(pdf) or hanya_ditandatangani(pdf, pdf[:akhir])


def _konteks(sertifikat: Sertifikat, saat: datetime | None) -> ValidationContext:
    """Trust as of the moment of signing: a certificate that ran out since was good then."""
    kini = datetime.now(UTC)
    return ValidationContext(
        trust_roots=list(_akar(_sidik_akar())),
        moment=saat if saat and saat <= kini and sertifikat.berlaku_pada(saat) else kini,
        allow_fetching=False,
        revocation_mode="soft-fail",
    )


def _berkas_akar() -> Iterator[Path]:
    folder = settings.ZONA_SERTIFIKAT_TEPERCAYA
    if folder and Path(folder).is_dir():
        yield from sorted(p for p in Path(folder).iterdir() if p.suffix.lower() in (".pem", ".crt", ".cer", ".der"))


def _sidik_akar() -> tuple[tuple[str, int], ...]:
    return tuple((str(p), p.stat().st_mtime_ns) for p in _berkas_akar())


@cache
def _akar(sidik: tuple[tuple[str, int], ...]) -> tuple[x509.Certificate, ...]:
    """The trusted roots; a file that holds none is passed over."""
    hasil = []
    for nama, _ in sidik:
        isi = Path(nama).read_bytes()
        der = [satu for *_, satu in pem.unarmor(isi, multiple=True)] if pem.detect(isi) else [isi]
        for satu in der:
            try:
                x = x509.Certificate.load(satu, strict=True)
                x.subject.native  # noqa: B018  (it is read lazily)
            except ValueError:
                continue
            hasil.append(x)
    return tuple(hasil)
