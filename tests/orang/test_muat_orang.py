"""manage.py muat_orang."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
from django.conf import settings as pengaturan
from django.core.management import CommandError, call_command

from tests.orang.bantu import JUDUL, baris_asli, csv_byte, xlsx_byte
from zona.inti.models import Jejak
from zona.organisasi.models import Keanggotaan, Pengguna, Satker, Tim

NIP_A = "198103092006042002"


@pytest.fixture
def satker(db: None) -> Satker:
    return Satker.objects.create(kode="KB", nama="Kantor Bahasa", zona_waktu="Asia/Makassar")


def berkas(tmp_path: Path, isi: bytes, nama: str = "orang.csv") -> str:
    (tmp_path / nama).write_bytes(isi)
    return str(tmp_path / nama)


def jalankan(capsys, *argumen: str) -> dict:
    call_command("muat_orang", *argumen, "--json")
    return json.loads(capsys.readouterr().out)


@pytest.mark.parametrize("nama", ["orang.csv", "orang.xlsx"])
def test_real_roster_twice_changes_nothing(satker: Satker, tmp_path: Path, capsys, nama: str) -> None:
    isi = csv_byte(baris_asli()) if nama.endswith("csv") else xlsx_byte(baris_asli())
    argumen = [berkas(tmp_path, isi, nama), "--satker", "kb", "--tahun", "2023", "--nip-naskah"]
    kosong = {"ditolak": [], "ditanya": [], "keterangan": [], "satker": "KB", "tahun": 2023, "dimuat": True}
    assert jalankan(capsys, *argumen) == {"baru": 34, "berubah": 0, "sama": 0, **kosong}
    jejak = Jejak.objects.count()
    assert jalankan(capsys, *argumen) == {"baru": 0, "berubah": 0, "sama": 34, **kosong}
    assert Jejak.objects.count() == jejak
    assert set(Jejak.objects.values_list("oleh_nama", flat=True)) == {"Sistem"}


def test_teams_are_of_the_running_year_unless_told(satker: Satker, tmp_path: Path, capsys) -> None:
    jalankan(capsys, berkas(tmp_path, csv_byte([JUDUL, ["Ani", NIP_A, "", "I", "Anggota", ""]])), "--satker", "KB")
    assert list(Tim.objects.values_list("tahun", "kode")) == [(2023, "I")]  # ZONA_HARI_INI of the tests


def test_people_alone_make_no_team(satker: Satker, tmp_path: Path, capsys) -> None:
    call_command("muat_orang", berkas(tmp_path, b"Nama;NIP\nAni;\n"), "--satker", "KB")
    assert capsys.readouterr().out == "Orang dan tim KB 2023: 1 orang baru, 0 berubah, 0 sama.\n"
    assert (Pengguna.objects.count(), Tim.objects.count()) == (1, 0)


SALAH = [
    JUDUL,
    ["Ani", NIP_A, "", "I", "Anggota", ""],
    ["Budi", "1981", "", "", "", ""],
    ["Cici", "", "", "X", "Anggota", ""],
]


def test_refused_rows_are_named_and_nothing_is_written(satker: Satker, tmp_path: Path, capsys) -> None:
    nama = berkas(tmp_path, csv_byte(SALAH))
    with pytest.raises(CommandError) as galat:
        call_command("muat_orang", nama, "--satker", "KB", "--json")
    assert galat.value.returncode == 1
    assert str(galat.value).splitlines() == [
        "2 dari 3 baris belum dapat diterapkan; tidak ada yang ditulis.",
        f"{nama}: B3 (Budi): NIP 1981 berisi 4 angka, seharusnya 18. Perbaiki, atau simpan sebagaimana tercetak.",
        f'{nama}: D4 (Cici): Pengungkit "X" tidak dikenal; yang dikenal: I, II, III, IV, V, VI, atau Pengarah.',
    ]
    hasil = json.loads(capsys.readouterr().out)
    assert (hasil["dimuat"], hasil["baru"], [b["baris"] for b in hasil["ditolak"]]) == (False, 1, [4])
    assert [b["masalah"][0]["sel"] for b in hasil["ditanya"]] == ["B3"]
    assert (Pengguna.objects.count(), Keanggotaan.objects.count(), Jejak.objects.count()) == (0, 0, 0)


def test_right_rows_alone_when_told(satker: Satker, tmp_path: Path, capsys) -> None:
    call_command("muat_orang", berkas(tmp_path, csv_byte(SALAH)), "--satker", "KB", "--yang-benar-saja", "--json")
    keluar = capsys.readouterr()
    assert (json.loads(keluar.out)["baru"], keluar.err.count("ditinggalkan")) == (1, 2)
    assert list(Pengguna.objects.values_list("nama", flat=True)) == ["Ani"]


def test_namesakes_when_told(satker: Satker, tmp_path: Path, capsys) -> None:
    nama = berkas(
        tmp_path, csv_byte([JUDUL, ["Dedi", "", "", "I", "Anggota", ""], ["Dedi", "", "", "II", "Anggota", ""]])
    )
    with pytest.raises(CommandError, match="Orang yang sama, atau orang lain"):
        call_command("muat_orang", nama, "--satker", "KB")
    capsys.readouterr()
    assert jalankan(capsys, nama, "--satker", "KB", "--senama-orang-lain")["baru"] == 2
    assert jalankan(capsys, nama, "--satker", "KB")["sama"] == 2


BURUK = [
    (b"Nama;NIP\nAni;\n", ["--satker", "XX"], 'Satker "XX" tidak ada.', 1),
    (b"Nama;NIP\nAni;\n", ["--satker", "KB", "--tahun", "1999"], "tahun harus 2000 sampai 2100, bukan 1999", 1),
    (b"Ani;Analis\nBudi;Staf\n", ["--satker", "KB"], "Kolom nama tidak ditemukan", 1),
    (b"\x00\x01", ["--satker", "KB"], "bukan teks", 1),
]


@pytest.mark.parametrize(("isi", "argumen", "pesan", "kode"), BURUK)
def test_what_cannot_be_read_is_one_sentence(
    satker: Satker, tmp_path: Path, isi: bytes, argumen: list[str], pesan: str, kode: int
) -> None:
    with pytest.raises(CommandError, match=pesan) as galat:
        call_command("muat_orang", berkas(tmp_path, isi), *argumen)
    assert (galat.value.returncode, len(str(galat.value).splitlines())) == (kode, 1)


def test_file_that_is_not_there(satker: Satker, tmp_path: Path) -> None:
    with pytest.raises(CommandError, match="tidak dapat dibuka, berkasnya tidak ada"):
        call_command("muat_orang", str(tmp_path / "tiada.csv"), "--satker", "KB")


def test_bad_usage_ends_with_2() -> None:
    hasil = subprocess.run(
        [sys.executable, "manage.py", "muat_orang"], cwd=pengaturan.AKAR, capture_output=True, text=True, check=False
    )
    assert (hasil.returncode, hasil.stdout) == (2, "")
