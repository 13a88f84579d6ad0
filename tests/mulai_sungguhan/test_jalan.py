"""From a clean checkout and nothing else: `bin/run` until every role has worked with it, and what production installs.

The checkout is what the forge would see: the files git knows or would add, as they are in the working tree. So what is
tested here is what stands here, and what only lies here (ignored files, .venv, data/) is not there to help.
"""

import io
import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from django.conf import settings
from openpyxl import load_workbook
from pypdf import PdfReader

from tests.berkas_contoh import gambar
from tests.mulai_sungguhan.peramban import Peramban
from tests.mulai_sungguhan.proses import jalankan, pintu_bebas
from tests.pengesahan.pki import SANDI as SANDI_SERTIFIKAT
from tests.pengesahan.pki import buat_rantai

SANDI = "sandi-mesin-baru-19"
KEPALA = "Puji Retno Hardiningtyas"
TAHUN = "/kbntb/2023/"
BERNOMOR = [f"{peran}-{n}" for peran in ("koordinator", "anggota") for n in range(1, 7)]
PERAN = ["kepala", "ketua", *BERNOMOR, "penilai", "admin"]
MILIK_SENDIRI = ("ZONA_", "DATABASE_URL", "S3_", "DJANGO_", "PYTEST_", "PYTHON", "VIRTUAL_ENV", "COV_")
IMPOR = "tests/mulai_sungguhan/impor.py"


@pytest.fixture
def klona(tmp_path: Path) -> Path:
    tempat = tmp_path / "klona"
    perintah = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    daftar = subprocess.run(perintah, cwd=settings.AKAR, capture_output=True, check=True).stdout.decode().split("\0")
    for nama in filter(None, daftar):
        if (settings.AKAR / nama).exists():  # removed, and not yet told to git
            (tempat / nama).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(settings.AKAR / nama, tempat / nama)
    return tempat


@pytest.fixture
def mesin() -> dict[str, str]:
    """The environment of somebody who has just come: the machine's own, and none of ours. Its package cache is."""
    bersih = {k: v for k, v in os.environ.items() if not k.startswith(MILIK_SENDIRI)}
    milik = Path(sys.prefix, "bin")
    jalur = [p for p in bersih["PATH"].split(os.pathsep) if not Path(p).is_relative_to(milik)]
    return {**bersih, "PATH": os.pathsep.join(jalur)}


def impor_semua(python: Path, klona: Path, env: dict[str, str]) -> None:
    """Every module of the four packages, by that Python."""
    hasil = subprocess.run([str(python), IMPOR], cwd=klona, env=env, capture_output=True, text=True, check=False)
    assert hasil.returncode == 0, hasil.stdout + hasil.stderr
    assert int(hasil.stdout.split()[0]) > 500


def test_first_command_on_a_new_machine_serves_everyone(klona: Path, mesin: dict[str, str], tmp_path: Path) -> None:
    alamat = f"127.0.0.1:{pintu_bebas()}"
    env = {
        **mesin, "ZONA_ALAMAT": alamat, "ZONA_DATA": str(tmp_path / "data"), "ZONA_SANDI_CONTOH": SANDI,
        "ZONA_SABAR_DOKUMEN": "600",
    }  # fmt: skip
    with jalankan(["bin/run"], cwd=klona, env=env, catatan=tmp_path / "run") as jalan:
        jalan.tunggu_kata(f"Zona siap di http://{alamat}")
        langkah = jalan.galat.splitlines()
        langkah.remove("Memampatkan berkas statis …")  # beside the others
        assert langkah == [
            "Membuat lingkungan Python di .venv …",
            "Memasang pustaka Python dari requirements.txt …",
            "Memuat Zona …",
            "Menyusun basis data …",
            "Memuat kantor contoh …",
            "Menjalankan peladen …",
        ]
        setiap_peran_masuk(f"http://{alamat}")
        kepala_mengunduh_dan_menandatangani(f"http://{alamat}")
        anggota_mengunggah_foto(f"http://{alamat}")
        impor_semua(klona / ".venv/bin/python", klona, env)
        jalan.proses.send_signal(signal.SIGTERM)
        assert jalan.tunggu() == 0
    assert "Traceback" not in jalan.galat


def setiap_peran_masuk(alamat: str) -> None:
    for username in PERAN:
        beranda = Peramban(alamat).masuk(username, SANDI)
        assert (beranda.kode, beranda.jalur.startswith("/kbntb/")) == (200, True), f"{username}: {beranda.alamat}"
        assert beranda.halaman.select_one("h1, [aria-current=page]") is not None, username


def kepala_mengunduh_dan_menandatangani(alamat: str) -> None:
    kepala = Peramban(alamat)
    kepala.masuk("kepala", SANDI)
    pdf = kepala.buka(f"{TAHUN}dokumen/rencana-kerja.pdf")
    assert (pdf.kode, pdf.jenis, len(PdfReader(io.BytesIO(pdf.isi)).pages) > 10) == (200, "application/pdf", True)
    xlsx = kepala.buka(f"{TAHUN}dokumen/rencana-kerja.xlsx")
    assert (xlsx.kode, len(load_workbook(io.BytesIO(xlsx.isi)).sheetnames) > 1) == (200, True)
    halaman = kepala.buka(f"{TAHUN}dokumen/versi/1/pengesahan/")
    formulir = halaman.halaman.select_one("form[action$='/tanda-tangan/']")
    assert formulir is not None
    rantai = buat_rantai()
    sertifikat = {"sertifikat": ("kepala.p12", rantai.p12(rantai.terbitkan(KEPALA)))}
    sesudah = kepala.kirim(halaman, formulir, sertifikat, sandi=SANDI_SERTIFIKAT, alasan="Menetapkan rencana")
    assert (sesudah.kode, "Versi 1 sudah Anda tanda tangani." in sesudah.halaman.get_text()) == (200, True)
    tautan = sesudah.halaman.find("a", string=lambda kata: "Unduh yang bertanda tangan" in (kata or ""))
    bertanda = kepala.buka(str(tautan["href"]))
    assert (bertanda.kode, bertanda.isi[:5], b"/ByteRange" in bertanda.isi) == (200, b"%PDF-", True)


def anggota_mengunggah_foto(alamat: str) -> None:
    anggota = Peramban(alamat)
    beranda = anggota.masuk("anggota-1", SANDI)
    aksi = next(a["href"] for a in beranda.halaman.select(f"a[href*='{TAHUN}rencana/aksi/']"))
    halaman = anggota.buka(str(aksi))
    formulir = halaman.halaman.select_one("form.unggah")
    assert formulir is not None, aksi
    foto = {"berkas": ("foto-mesin-baru.jpg", gambar("JPEG", 640, 480))}
    sesudah = anggota.kirim(halaman, formulir, foto)
    assert sesudah.kode == 200
    tautan = sesudah.halaman.find("a", string=lambda kata: "foto-mesin-baru" in (kata or ""))
    assert tautan is not None, sesudah.alamat


def test_production_pins_alone_hold_all_that_is_imported(klona: Path, mesin: dict[str, str], tmp_path: Path) -> None:
    venv = tmp_path / "venv"
    python = venv / "bin" / "python"
    buat = ["python3", "-m", "venv", str(venv)]
    pasang = [
        str(python), "-m", "pip", "install", "--quiet", "--no-input", "--disable-pip-version-check", "--require-hashes",
        "--no-compile", "--only-binary", ":all:", "--requirement", "requirements-produksi.txt",
    ]  # fmt: skip
    for nomor, perintah in enumerate((buat, pasang)):
        with jalankan(perintah, cwd=klona, env=mesin, catatan=tmp_path / f"pasang-{nomor}") as jalan:
            assert jalan.tunggu() == 0, jalan.galat
    asing = {"DATABASE_URL": "postgres://zona@127.0.0.1/zona", "S3_BUCKET": "bukti"}
    impor_semua(python, klona, {**mesin, "ZONA_DATA": str(tmp_path / "data"), **asing})
