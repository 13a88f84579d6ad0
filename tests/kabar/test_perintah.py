"""manage.py ingatkan, as cron runs it."""

import email
import json
import subprocess
import sys
from email import policy
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings

from tests.basis import di_basis, lingkungan_proses
from tests.sabar import SABAR


@pytest.fixture
def kantor(data_contoh: Path) -> Path:
    """The demo office's own folder; everyone has an address but one."""
    di_basis(data_contoh, "UPDATE organisasi_pengguna SET posel = username || '@contoh.id'")
    di_basis(data_contoh, "UPDATE organisasi_pengguna SET posel = '' WHERE username = 'anggota-5'")
    return data_contoh


def mulai(data: Path, *argumen: str, surat: str = "file:") -> subprocess.Popen[str]:
    """The command in a process of its own; its letters are files in the folder surat/."""
    return subprocess.Popen(
        [sys.executable, "manage.py", "ingatkan", *argumen],
        cwd=settings.AKAR,
        env={**lingkungan_proses(data), "EMAIL_URL": surat, "ZONA_TINGKAT_LOG": "CRITICAL"},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def jalankan(data: Path, *argumen: str, surat: str = "file:") -> tuple[int, str, str]:
    proses = mulai(data, *argumen, surat=surat)
    keluaran, galat = proses.communicate(timeout=SABAR)
    return proses.returncode, keluaran, galat


def kotak(data: Path) -> list[Any]:
    """Every letter there is."""
    pesan = []
    for berkas in sorted((data / "surat").glob("*.log")):
        for satu in berkas.read_bytes().split(b"-" * 79 + b"\n"):
            if satu.strip():
                pesan.append(email.message_from_bytes(satu.lstrip(), policy=policy.default))
    return pesan


TANPA = "1 orang dilewati karena tanpa alamat pos-el: Toni Samsul Hidayat, M.Pd."


def test_command_says_what_it_did_and_does_it_once(kantor: Path) -> None:
    assert jalankan(kantor) == (0, f"KBNTB, 15 Maret 2023: 4 surat terkirim; {TANPA}\n", "")
    assert len(kotak(kantor)) == 4
    assert jalankan(kantor, "--satker", "kbntb") == (0, f"KBNTB, 15 Maret 2023: 0 surat terkirim; {TANPA}\n", "")
    assert len(kotak(kantor)) == 4
    kepada = {p["To"]: p["Subject"] for p in kotak(kantor)}
    assert kepada["koordinator-2@contoh.id"] == "Zona Integritas KBNTB: 1 terlambat"


def test_two_commands_at_once_send_once(kantor: Path) -> None:
    proses = [mulai(kantor, "--tanggal", "2023-03-13", "--json") for _ in range(3)]
    hasil = [json.loads(p.communicate(timeout=SABAR)[0]) for p in proses]
    assert [p.returncode for p in proses] == [0, 0, 0]
    alamat = [p["To"] for p in kotak(kantor)]
    assert len(alamat) == len(set(alamat)) == 5
    assert sorted(t["alamat"] for h in hasil for t in h["satker"][0]["terkirim"]) == sorted(alamat)


def test_command_fails_when_letters_do_and_makes_up_for_it(kantor: Path) -> None:
    kode, keluaran, galat = jalankan(kantor, "--json", surat="smtp://127.0.0.1:9/?timeout=5")
    hasil = json.loads(keluaran)["satker"][0]
    assert (kode, len(hasil["gagal"]), hasil["terkirim"]) == (1, 4, [])
    assert galat.startswith("CommandError: Tidak semua pengingat terkirim; sisanya dikirim pada putaran berikutnya.\n")
    assert "KBNTB: Rizki Gayatri, S.Hum.: Peladen surat tidak dapat dihubungi: " in galat
    assert jalankan(kantor, "--tanggal", "2023-03-16")[0] == 0
    assert len(kotak(kantor)) == 4


def test_json_is_one_object(kantor: Path) -> None:
    """The console's letters, the default outside production, go to the other stream."""
    kode, keluaran, galat = jalankan(kantor, "--json", surat="console://")
    hasil = json.loads(keluaran)
    assert kode == 0
    assert galat.count("Subject: ") == 4
    satker = hasil.pop("satker")
    assert hasil == {"galat": []}
    assert {k: v for k, v in satker[0].items() if k != "terkirim"} == {
        "satker": "KBNTB",
        "tanggal": "2023-03-15",
        "gagal": [],
        "tanpa_posel": ["Toni Samsul Hidayat, M.Pd."],
        "tanpa_penanggung_jawab": [],
        "tidak_diketahui": [],
    }
    assert satker[0]["terkirim"][2] == {
        "nama": "Rizki Gayatri, S.Hum.",
        "alamat": "koordinator-2@contoh.id",
        "perihal": "Zona Integritas KBNTB: 1 terlambat",
    }


@pytest.mark.parametrize(
    ("argumen", "kode", "kalimat"),
    [
        (("--satker", "TIADA"), 1, 'CommandError: Satker "TIADA" tidak ada.'),
        (("--tanggal", "2023-02-30"), 2, "2023-02-30 bukan tanggal; tulis seperti 2023-03-15"),
        (("--tanggal",), 2, "expected one argument"),
    ],
)
def test_bad_usage_sends_nothing(kantor: Path, argumen: tuple[str, ...], kode: int, kalimat: str) -> None:
    hasil, keluaran, galat = jalankan(kantor, *argumen)
    assert (hasil, keluaran) == (kode, "")
    assert kalimat in galat
    assert kotak(kantor) == []
