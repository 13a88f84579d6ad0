"""The evidence bundle from a real server: killed in the middle nothing of the office is harmed, and it is sent anew."""

import hashlib
import io
import os
import subprocess
import sys
import urllib.request
import zipfile
from http.client import HTTPException

import pytest
from django.conf import settings

from tests.basis import lingkungan_proses
from tests.e2e.conftest import Buka
from tests.e2e.peladen import Peladen
from tests.sabar import SABAR

pytestmark = pytest.mark.e2e

BUKTI = "/kbntb/2023/dokumen/bukti.zip"


def besarkan(peladen: Peladen) -> None:
    """One accepted file becomes 64 MB: more than sockets hold."""
    kueri = "SELECT b.id, b.kunci FROM bukti_fisik_berkas b JOIN bukti_fisik_bukti k ON k.berkas_id = b.id"
    pk, kunci = peladen.isi(f"{kueri} WHERE k.status = 'diterima'")[0]
    isi = os.urandom(64 * 1024 * 1024)
    (peladen.data / "berkas" / kunci).write_bytes(isi)
    ubah = "UPDATE bukti_fisik_berkas SET sha256 = ?, ukuran = ? WHERE id = ?"
    peladen.isi(ubah, hashlib.sha256(isi).hexdigest(), len(isi), pk)


def test_killed_in_the_middle_of_a_bundle(buka: Buka, rapuh: Peladen) -> None:
    besarkan(rapuh)
    halaman = buka(rapuh.alamat, "kepala")
    kuki = "; ".join(f"{k['name']}={k['value']}" for k in halaman.context.cookies())
    minta = urllib.request.Request(rapuh.alamat + BUKTI, headers={"Cookie": kuki})  # noqa: S310  (our own server)
    with urllib.request.urlopen(minta, timeout=SABAR) as tanggapan:  # noqa: S310  (our own server)
        assert tanggapan.read(4) == b"PK\x03\x04"
        rapuh.bunuh()
        with pytest.raises((OSError, HTTPException)):
            tanggapan.read()  # chunked: an end that never came is an error
    perintah = [sys.executable, "manage.py", "periksa_berkas"]
    hasil = subprocess.run(
        perintah, cwd=settings.AKAR, env=lingkungan_proses(rapuh.data), capture_output=True, text=True, check=False
    )
    assert (hasil.returncode, "Semua berkas ada dan utuh." in hasil.stdout) == (0, True), hasil.stdout + hasil.stderr
    rapuh.nyala()
    with urllib.request.urlopen(minta, timeout=SABAR) as tanggapan:  # noqa: S310  (our own server)
        isi = tanggapan.read()
    with zipfile.ZipFile(io.BytesIO(isi)) as arsip:
        assert arsip.testzip() is None
