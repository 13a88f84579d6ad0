"""A PKCS#11 token of one's own: SoftHSM2, with the key and certificate of one person."""

import subprocess
from pathlib import Path

import pkcs11
from cryptography.hazmat.primitives import serialization
from pkcs11.util.rsa import decode_rsa_private_key

from tests.pengesahan.pki import Orang

PUSTAKA = "/usr/lib/softhsm/libsofthsm2.so"
TOKEN, KEPALA, TANPA_KUNCI, PIN = "Kantor Uji", "kepala", "tanpa-kunci", "73915284"


def siapkan_token(folder: Path) -> str:
    """Make it, empty; returns the name of its configuration, for SOFTHSM2_CONF: it must stand there before the library
    is first used in a process."""
    (folder / "token").mkdir()
    atur = folder / "softhsm2.conf"
    atur.write_text(f"directories.tokendir = {folder / 'token'}\nobjectstore.backend = file\nlog.level = ERROR\n")
    subprocess.run(
        ["softhsm2-util", "--init-token", "--free", "--label", TOKEN, "--pin", PIN, "--so-pin", PIN],
        env={"SOFTHSM2_CONF": str(atur), "PATH": "/usr/bin:/bin"}, check=True, capture_output=True,
    )  # fmt: skip
    return str(atur)


def isi_token(orang: Orang) -> None:
    """KEPALA has certificate and key, TANPA_KUNCI the certificate alone."""
    kunci = orang.kunci.private_bytes(
        serialization.Encoding.DER, serialization.PrivateFormat.TraditionalOpenSSL, serialization.NoEncryption()
    )
    simpan = {pkcs11.Attribute.TOKEN: True}
    with pkcs11.lib(PUSTAKA).get_token(token_label=TOKEN).open(rw=True, user_pin=PIN) as sesi:
        sesi.create_object({**decode_rsa_private_key(kunci), **simpan, pkcs11.Attribute.LABEL: KEPALA})
        for label in (KEPALA, TANPA_KUNCI):
            sesi.create_object(
                {
                    pkcs11.Attribute.CLASS: pkcs11.ObjectClass.CERTIFICATE,
                    pkcs11.Attribute.CERTIFICATE_TYPE: pkcs11.CertificateType.X_509,
                    pkcs11.Attribute.VALUE: orang.der,
                    pkcs11.Attribute.SUBJECT: orang.sertifikat.subject.public_bytes(),
                    pkcs11.Attribute.LABEL: label,
                    **simpan,
                }
            )
