"""The key that signs: out of a PKCS#12 file, in memory only, or in a PKCS#11 token. Nothing of it is kept or logged."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from threading import Lock

from asn1crypto import pkcs12 as bentuk
from asn1crypto import x509
from cryptography.exceptions import UnsupportedAlgorithm
from cryptography.hazmat.primitives.asymmetric.ec import EllipticCurvePrivateKey
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey
from cryptography.hazmat.primitives.serialization import pkcs12
from django.conf import settings
from django.views.decorators.debug import sensitive_variables
from pkcs11 import PinIncorrect, PinInvalid, PinLenRange, PinLocked, PKCS11Error, Session
from pkcs11 import lib as buka_pustaka
from pyhanko.config.pkcs11 import TokenCriteria
from pyhanko.sign.pkcs11 import PKCS11Signer, open_pkcs11_session
from pyhanko.sign.signers import Signer, SimpleSigner

from zona.inti.errors import DomainError
from zona.inti.waktu import tanggal_id
from zona.pengesahan.sertifikat import Sertifikat, baca_sertifikat, tidak_layak

BERKAS, SANDI = "sertifikat", "sandi"
"""Fields of the form that a refusal belongs to."""
_giliran_token = Lock()
"""Who is logged in to a token is known by process, not by session: a second PIN beside the first would not be asked."""


@sensitive_variables()
def buka_pkcs12(isi: bytes, sandi: str, kini: datetime) -> tuple[Signer, Sertifikat]:
    """Who signs, from the file and its password. Raises DomainError: no PKCS#12, a wrong password, no key or no
    certificate in it, a key that is too weak, a certificate that is not for signing or not valid now."""
    try:
        dikenal = bentuk.Pfx.load(isi, strict=True)["version"].native == "v3"
    except (ValueError, TypeError):
        dikenal = False
    if not dikenal:
        raise DomainError("Berkas ini bukan sertifikat PKCS#12 (.p12 atau .pfx).", kolom=BERKAS)
    try:
        kunci, sertifikat, _ = pkcs12.load_key_and_certificates(isi, sandi.encode() or None)
    except UnsupportedAlgorithm:
        raise DomainError("Berkas ini dikunci dengan cara lama. Ekspor ulang sertifikatnya.", kolom=BERKAS) from None
    except ValueError:
        raise DomainError("Sandi sertifikat tidak cocok, atau berkasnya rusak.", kolom=SANDI) from None
    if kunci is None or sertifikat is None:
        ada, tiada = ("sertifikat", "kunci privat") if kunci is None else ("kunci privat", "sertifikat")
        raise DomainError(f"Berkas ini memuat {ada} tanpa {tiada}. Ekspor ulang keduanya bersama.", kolom=BERKAS)
    if not isinstance(kunci, RSAPrivateKey | EllipticCurvePrivateKey):
        raise DomainError("Jenis kunci dalam berkas ini tidak didukung; yang didukung RSA dan EC.", kolom=BERKAS)
    penanda = SimpleSigner.load_pkcs12_data(isi, other_certs=[], passphrase=sandi.encode() or None)
    return penanda, _layak(penanda.signing_cert, kini)


def _layak(x: x509.Certificate | None, kini: datetime) -> Sertifikat:
    """Raises DomainError where the certificate cannot sign now."""
    assert x is not None  # noqa: S101  (both were found in the file)
    sertifikat = baca_sertifikat(x)
    if kini > sertifikat.sampai:
        raise DomainError(
            f"Sertifikat ini sudah habis berlaku pada {tanggal_id(sertifikat.sampai.date())}.", kolom=BERKAS
        )
    if kini < sertifikat.mulai:
        raise DomainError(f"Sertifikat ini baru berlaku mulai {tanggal_id(sertifikat.mulai.date())}.", kolom=BERKAS)
    if alasan := tidak_layak(x):
        raise DomainError(alasan, kolom=BERKAS)
    return sertifikat


def token_terpasang() -> bool:
    """Whether the installation names a PKCS#11 token."""
    return bool(settings.ZONA_PKCS11_PUSTAKA)


@contextmanager
@sensitive_variables()
def buka_token(pin: str, kini: datetime) -> Iterator[tuple[Signer, Sertifikat]]:
    """Who signs, from the token named by setting; the key never leaves it. One at a time in a worker. Raises
    DomainError: no token, a wrong PIN, no certificate or key of that label, one that cannot sign now."""
    if not token_terpasang():
        raise DomainError("Pemasangan ini tidak memakai token PKCS#11.")
    if not pin:
        raise DomainError("Tulis PIN token.", kolom=SANDI)
    nama = settings.ZONA_PKCS11_SERTIFIKAT
    with _giliran_token:
        sesi = _buka_sesi(pin)
        try:
            penanda = PKCS11Signer(sesi, cert_label=nama, key_label=nama)
            yield penanda, _layak(penanda.signing_cert, kini)
        except PKCS11Error:
            raise DomainError(f"Token tidak memuat sertifikat dan kunci berlabel “{nama}”.") from None
        finally:
            sesi.close()


def _buka_sesi(pin: str) -> Session:
    pustaka, label = settings.ZONA_PKCS11_PUSTAKA, settings.ZONA_PKCS11_TOKEN
    kriteria = TokenCriteria(label=label) if label else None
    try:
        buka_pustaka(pustaka)
    except PKCS11Error:
        raise DomainError(f"Pustaka token “{pustaka}” tidak dapat dibuka di peladen.") from None
    try:
        return open_pkcs11_session(pustaka, token_criteria=kriteria, user_pin=pin)
    except PKCS11Error as galat:
        if isinstance(galat, PinLocked):
            raise DomainError("PIN token terkunci karena terlalu sering keliru.", kolom=SANDI) from None
        if isinstance(galat, PinIncorrect | PinInvalid | PinLenRange):
            raise DomainError("PIN token tidak cocok.", kolom=SANDI) from None
        raise DomainError("Token tidak ditemukan; pasang token di peladen, lalu coba lagi.") from None
