"""A certificate chain of one's own: root, issuing authority, people, and a time stamping authority on 127.0.0.1."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, HTTPServer
from threading import Thread

from asn1crypto import keys, tsp
from asn1crypto import x509 as asn1_x509
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.hazmat.primitives.serialization import pkcs12
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID
from pyhanko.sign.timestamps.dummy_client import DummyTimeStamper

SANDI = "rahasia-sertifikat-7431"
BSRE = "OSD BSrE G1"
GUNA = (
    "digital_signature", "content_commitment", "key_encipherment", "data_encipherment", "key_agreement",
    "key_cert_sign", "crl_sign", "encipher_only", "decipher_only",
)  # fmt: skip


@dataclass
class Orang:
    """A certificate and its key."""

    sertifikat: x509.Certificate
    kunci: rsa.RSAPrivateKey

    @property
    def pem(self) -> bytes:
        return self.sertifikat.public_bytes(serialization.Encoding.PEM)

    @property
    def der(self) -> bytes:
        return self.sertifikat.public_bytes(serialization.Encoding.DER)

    @property
    def sidik(self) -> str:
        return self.sertifikat.fingerprint(hashes.SHA256()).hex()


@dataclass
class Rantai:
    """Root, and the authority that signs certificates of people."""

    akar: Orang
    penerbit: Orang

    def terbitkan(
        self, nama: str, *, mulai: int = -30, hari: int = 365, guna: bool = True, tsa: bool = False, nip: str = ""
    ) -> Orang:
        """A certificate that began `mulai` days from now and lasts `hari` days."""
        return _buat(nama, self.penerbit, mulai=mulai, hari=hari, tanda=guna, tsa=tsa, nip=nip)

    def p12(self, orang: Orang, sandi: str = SANDI) -> bytes:
        rantai = [self.penerbit.sertifikat, self.akar.sertifikat]
        kunci = serialization.BestAvailableEncryption(sandi.encode()) if sandi else serialization.NoEncryption()
        return pkcs12.serialize_key_and_certificates(b"ttd", orang.kunci, orang.sertifikat, rantai, kunci)

    def tanpa_kunci(self, orang: Orang) -> bytes:
        """A PKCS#12 that holds the certificate alone."""
        kunci = serialization.BestAvailableEncryption(SANDI.encode())
        return pkcs12.serialize_key_and_certificates(b"ttd", None, None, [orang.sertifikat], kunci)


def buat_rantai(penerbit: str = "CA Uji") -> Rantai:
    akar = _buat("Akar Uji", None, ca=True, hari=3650)
    return Rantai(akar, _buat(penerbit, akar, ca=True, hari=1825))


def _buat(
    nama: str, penerbit: Orang | None, *, ca: bool = False, mulai: int = -30, hari: int = 365, tanda: bool = True,
    tsa: bool = False, nip: str = "",
) -> Orang:  # fmt: skip
    kunci = rsa.generate_private_key(public_exponent=65537, key_size=2048)
    subjek = x509.Name(
        [x509.NameAttribute(NameOID.ORGANIZATION_NAME, "Uji"), x509.NameAttribute(NameOID.COMMON_NAME, nama)]
        + ([x509.NameAttribute(NameOID.SERIAL_NUMBER, nip)] if nip else [])
    )
    awal = datetime.now(UTC) + timedelta(days=mulai)
    guna = dict.fromkeys(GUNA, False)
    if ca:
        guna |= {"key_cert_sign": True, "crl_sign": True}
    else:
        guna |= {"digital_signature": tanda, "content_commitment": tanda and not tsa, "key_encipherment": not tanda}
    pembangun = (
        x509.CertificateBuilder()
        .subject_name(subjek)
        .issuer_name(penerbit.sertifikat.subject if penerbit else subjek)
        .public_key(kunci.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(awal)
        .not_valid_after(awal + timedelta(days=hari))
        .add_extension(x509.BasicConstraints(ca=ca, path_length=None), critical=True)
        .add_extension(x509.KeyUsage(**guna), critical=True)
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(kunci.public_key()), critical=False)
    )
    if penerbit:
        dari = x509.AuthorityKeyIdentifier.from_issuer_public_key(penerbit.kunci.public_key())
        pembangun = pembangun.add_extension(dari, critical=False)
    if tsa:
        pembangun = pembangun.add_extension(x509.ExtendedKeyUsage([ExtendedKeyUsageOID.TIME_STAMPING]), critical=True)
    return Orang(pembangun.sign(penerbit.kunci if penerbit else kunci, hashes.SHA256()), kunci)


def kunci_asn1(orang: Orang) -> tuple[asn1_x509.Certificate, keys.PrivateKeyInfo]:
    der = orang.kunci.private_bytes(
        serialization.Encoding.DER, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    return asn1_x509.Certificate.load(orang.der), keys.PrivateKeyInfo.load(der)


@contextmanager
def peladen_cap_waktu(orang: Orang) -> Iterator[str]:
    """Its address while it answers."""
    penyetempel = DummyTimeStamper(*kunci_asn1(orang))

    class Penjawab(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            minta = tsp.TimeStampReq.load(self.rfile.read(int(self.headers["Content-Length"])))
            isi = penyetempel.request_tsa_response(minta).dump()
            self.send_response(200)
            self.send_header("Content-Type", "application/timestamp-reply")
            self.send_header("Content-Length", str(len(isi)))
            self.end_headers()
            self.wfile.write(isi)

        def log_message(self, *args: object) -> None:
            """Quiet."""

    with HTTPServer(("127.0.0.1", 0), Penjawab) as peladen:
        utas = Thread(target=peladen.serve_forever, daemon=True)
        utas.start()
        try:
            yield f"http://127.0.0.1:{peladen.server_port}/"
        finally:
            peladen.shutdown()
            utas.join()
