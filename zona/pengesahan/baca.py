"""What a signed file is: our document with one signature on it and nothing else, by whom, when, and whether its chain
is trusted. Fetches nothing, so revocation is not looked up. Pure: run with little time and memory by `pemeriksa.py`.
"""

import asyncio
import logging
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from asn1crypto import x509
from pyhanko.sign.validation import KeyUsageConstraints, validate_pdf_signature, validate_pdf_timestamp
from pyhanko.sign.validation.pdf_embedded import EmbeddedPdfSignature
from pyhanko_certvalidator import CertificateValidator, ValidationContext
from pyhanko_certvalidator.errors import PathError

from zona.pengesahan.polis import Polis, Terisi, tempat_tanda
from zona.pengesahan.sertifikat import Sertifikat, baca_sertifikat, beda_nama, tidak_layak
from zona.pengesahan.susunan import Berubah, Susunan, urai

MEDAN = "TandaTanganKepala"
"""The field made ready for the signature; what stands before the name in its description."""
UNTUK = "Tanda tangan "
GUNA = KeyUsageConstraints(key_usage={"digital_signature", "non_repudiation"}, match_all_key_usages=False)
CMS_TERBESAR = 256 * 1024
TAK_TERBACA = "Tanda tangan dalam PDF ini tidak dapat dibaca."

# What it finds wrong is told on the page; a stranger's file is no news for the server's log.
for _nama in ("pyhanko", "pyhanko_certvalidator"):
    logging.getLogger(_nama).setLevel(logging.CRITICAL)


@dataclass(frozen=True, slots=True)
class TandaTerbaca:
    """`pada`: by the time stamp, else as the signer's own clock had it; `bercap`: the former. `tepercaya`: its chain
    ends in a root given; `bsre`: in one that is marked as BSrE's."""

    sertifikat: Sertifikat
    pada: datetime
    bercap: bool
    tepercaya: bool
    bsre: bool

    @property
    def tingkat(self) -> str:
        return "B-T" if self.bercap else "B-B"


@dataclass(frozen=True, slots=True)
class Putusan:
    """`alasan`: why it is no signature on our document; then `tanda` is None unless it could be read. `akar`: whether
    there was any root to trust."""

    tanda: TandaTerbaca | None
    alasan: tuple[str, ...]
    akar: bool

    @property
    def tepercaya(self) -> bool:
        return bool(self.tanda and self.tanda.tepercaya)

    @property
    def semua_alasan(self) -> tuple[str, ...]:
        """Also that roots are configured and the chain ends in none of them."""
        rantai = bool(self.tanda and self.akar and not self.tepercaya)
        return (*self.alasan, RANTAI) if rantai else self.alasan


RANTAI = "Rantai sertifikatnya tidak berakhir pada akar yang dipercaya di sini."


def putuskan(isi: bytes, naskah: bytes, akar: Sequence[bytes], bsre: frozenset[str], kini: datetime) -> Putusan:
    """`akar`: roots to trust, DER; `bsre`: SHA-256 of those that are BSrE's."""
    try:
        tanda, alasan = _putuskan(isi, naskah, [x509.Certificate.load(a) for a in akar], bsre, kini)
    except Berubah as galat:
        tanda, alasan = None, (str(galat),)
    except Exception:  # a parser fed hostile bytes raises anything
        tanda, alasan = None, (TAK_TERBACA,)
    return Putusan(tanda, alasan, bool(akar))


def _putuskan(
    isi: bytes, naskah: bytes, akar: list[x509.Certificate], bsre: frozenset[str], kini: datetime
) -> tuple[TandaTerbaca, tuple[str, ...]]:
    susunan = urai(isi, naskah)
    tempat, untuk = tempat_tanda(susunan.pdf.get_historical_resolver(susunan.semula - 1), MEDAN)
    polis = Polis(tempat)
    polis.review_file(susunan.pdf, susunan.semula - 1)
    terbaca = _terbaca(isi, susunan, polis.terisi)
    kepala = [t for t in terbaca if t.sig_object_type == "/Sig"]
    if len(kepala) != 1:
        raise Berubah(f"PDF ini memuat {len(kepala)} tanda tangan; yang diterima satu.")
    for cap in terbaca:
        if cap.sig_object_type == "/DocTimeStamp":
            _periksa_cap(cap, kini)
    return _tanda(kepala[0], akar, bsre, kini, untuk.removeprefix(UNTUK))


def _terbaca(isi: bytes, susunan: Susunan, terisi: list[Terisi]) -> list[EmbeddedPdfSignature]:
    """Every signature that was made, as pyHanko reads it, each over all that stood before it."""
    semua = susunan.pdf.embedded_signatures
    if sorted((t.field_name, t.signed_revision) for t in semua) != sorted((t.nama, t.revisi) for t in terisi):
        raise Berubah("Tanda tangan dalam PDF ini tidak sama dengan yang ditambahkan.")
    for satu in semua:
        _periksa_cakupan(isi, satu, susunan.akhir[satu.signed_revision - susunan.semula])
    return list(semua)


def _periksa_cakupan(isi: bytes, tanda: EmbeddedPdfSignature, akhir: int) -> None:
    """Over the whole file up to the end of its own revision, with nothing left out but the signature itself."""
    awal, panjang, sesudah, sisa = (int(n) for n in tanda.byte_range)
    cms = isi[panjang:sesudah]
    if awal or not akhir <= sesudah + sisa <= akhir + 2 or len(cms) > CMS_TERBESAR or cms[:1] + cms[-1:] != b"<>":
        raise Berubah("Tanda tangan tidak mencakup seluruh dokumen.")
    if bytes.fromhex(cms[1:-1].decode("ascii")) != bytes(tanda.sig_object.raw_get("/Contents")):
        raise Berubah("Yang dikecualikan dari tanda tangan bukan tanda tangan itu sendiri.")


def _periksa_cap(cap: EmbeddedPdfSignature, kini: datetime) -> None:
    keadaan = validate_pdf_timestamp(cap, _konteks([], kini), skip_diff=True)
    if not keadaan.intact or not keadaan.valid:
        raise Berubah("Cap waktu yang ditambahkan tidak cocok dengan dokumennya.")


def _tanda(
    t: EmbeddedPdfSignature, akar: list[x509.Certificate], bsre: frozenset[str], kini: datetime, untuk: str
) -> tuple[TandaTerbaca, tuple[str, ...]]:
    sertifikat, saat = baca_sertifikat(t.signer_cert), t.self_reported_timestamp
    saat = saat.replace(tzinfo=saat.tzinfo or UTC) if saat else None
    moment = saat if saat and saat <= kini and sertifikat.berlaku_pada(saat) else kini
    keadaan = validate_pdf_signature(
        t, _konteks(akar, moment), _konteks(akar, moment), key_usage_settings=GUNA, skip_diff=True
    )
    if not keadaan.intact or not keadaan.valid:
        raise Berubah("Tanda tangan tidak cocok dengan isi dokumennya.")
    cap = keadaan.timestamp_validity
    bercap = bool(cap and cap.intact and cap.valid)
    pada = cap.timestamp if cap and bercap else saat
    if pada is None:
        raise Berubah("Tanda tangan ini tidak menyebut waktunya.")
    jalur = keadaan.validation_path if keadaan.trusted else None
    tepercaya, ujung = jalur is not None, jalur.first.sha256.hex() if jalur else ""
    alasan = (tidak_layak(t.signer_cert), _masa(sertifikat, pada, kini), beda_nama(sertifikat.nama, untuk))
    return TandaTerbaca(sertifikat, pada, bercap, tepercaya, ujung in bsre), tuple(a for a in alasan if a)


def rantai(
    x: x509.Certificate, lain: Sequence[x509.Certificate], akar: Sequence[bytes], bsre: frozenset[str], kini: datetime
) -> tuple[bool, bool]:
    """Of a certificate that is about to sign: whether its chain is trusted, and ends in a root of BSrE's."""
    konteks = _konteks([x509.Certificate.load(a) for a in akar], kini)
    try:
        jalur = asyncio.run(CertificateValidator(x, list(lain), validation_context=konteks).async_validate_path())
    except PathError:
        return False, False
    return True, jalur.first.sha256.hex() in bsre


def _masa(s: Sertifikat, pada: datetime, kini: datetime) -> str:
    if pada > kini:
        return "Waktu tanda tangannya sesudah hari ini."
    if s.berlaku_pada(pada):
        return ""
    return (
        f"Sertifikat {s.nama} tidak berlaku saat dipakai menandatangani (berlaku {s.mulai:%d-%m-%Y} sampai "
        f"{s.sampai:%d-%m-%Y})."
    )


def _konteks(akar: list[x509.Certificate], moment: datetime) -> ValidationContext:
    """Trust as of the moment of signing: a certificate that ran out since was good then."""
    return ValidationContext(trust_roots=akar, moment=moment, allow_fetching=False, revocation_mode="soft-fail")
