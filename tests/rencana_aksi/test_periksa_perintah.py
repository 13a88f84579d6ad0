"""manage.py periksa_rencana."""

import json
import os
import subprocess
import sys
from io import StringIO

import pytest
from django.conf import settings
from django.core.management import CommandError, call_command

from rencana_aksi.domain.temuan import terima_temuan
from rencana_aksi.queries.periksa import temuan_dari
from tests.pabrik import Kantor


def jalankan(*argumen: str) -> str:
    keluaran = StringIO()
    call_command("periksa_rencana", *argumen, stdout=keluaran)
    return keluaran.getvalue()


def test_perintah_json_is_one_object(kantor: Kantor, ketua) -> None:
    temuan = temuan_dari(kantor.rencana)[0]
    terima_temuan(rencana=kantor.rencana, temuan=temuan, sidik=temuan.sidik, catatan="Rutin", oleh=ketua)
    isi = json.loads(jalankan("--satker", "uji", "--tahun", "2023", "--json"))
    daftar = isi.pop("temuan")
    assert isi == {
        "satker": "UJI",
        "tahun": 2023,
        "versi": 1,
        "terbuka": 22,
        "diterima": 1,
        "jumlah": {
            "tanpa-jadwal": 0,
            "di-luar-tahun-rencana": 0,
            "akhir-pekan-atau-hari-libur": 0,
            "berkala-tanpa-tanggal": 6,
            "aksi-tanpa-penanggung-jawab": 11,
            "bukti-beda-tanggal": 0,
            "syarat-tanpa-aksi": 6,
            "pengungkit-tanpa-aksi": 0,
            "pengungkit-tanpa-tim": 0,
            "pengungkit-tanpa-koordinator": 0,
            "nip-bukan-18-angka": 0,
            "nomor-ganda": 0,
            "bobot-tidak-berjumlah": 0,
        },
    }
    assert [(t["kode"], t["tempat"]) for t in daftar[:2]] == [
        ("berkala-tanpa-tanggal", "I.1.b"),
        ("berkala-tanpa-tanggal", "II.1.b"),
    ]
    assert daftar[0] == {
        "kode": "berkala-tanpa-tanggal",
        "alasan": "berkala tanpa tanggal",
        "objek": "aksi",
        "objek_id": kantor.aksi["I", "b"].pk,
        "tempat": "I.1.b",
        "hal": "Aksi I.1.b",
        "uraian": 'Jadwalnya "Secara berkala", tanpa satu tanggal pun.',
        "cara": 'Sepakati tanggalnya, atau tulis pengulangannya, misalnya "setiap triwulan".',
        "sidik": temuan.sidik,
        "diterima": {"oleh": "Ketua", "pada": "2023-03-15", "catatan": "Rutin"},
    }
    assert [t["diterima"] for t in daftar[1:]] == [None] * 22


def test_perintah_tells_people(kantor: Kantor) -> None:
    baris = jalankan("--satker", "UJI", "--tahun", "2023").splitlines()
    assert baris[:4] == [
        "Rencana Kerja 2023 UJI: 23 temuan, 0 diterima.",
        "",
        "berkala tanpa tanggal (6)",
        '  I.1.b    Aksi I.1.b: Jadwalnya "Secara berkala", tanpa satu tanggal pun. '
        'Sepakati tanggalnya, atau tulis pengulangannya, misalnya "setiap triwulan".',
    ]


@pytest.mark.parametrize(("satker", "tahun"), [("tiada", "2023"), ("uji", "2031")])
def test_perintah_of_an_unknown_plan(kantor: Kantor, satker: str, tahun: str) -> None:
    with pytest.raises(CommandError, match=f'^Rencana {tahun} satker "{satker}" tidak ada.$') as galat:
        jalankan("--satker", satker, "--tahun", tahun, "--json")
    assert galat.value.returncode == 1


@pytest.mark.parametrize("argumen", [[], ["--satker", "UJI"], ["--satker", "UJI", "--tahun", "dua"], ["--apa"]])
def test_perintah_used_wrongly_ends_with_2(argumen: list[str], tmp_path) -> None:
    hasil = subprocess.run(
        [sys.executable, "manage.py", "periksa_rencana", *argumen],
        cwd=settings.AKAR,
        env={**os.environ, "ZONA_DATA": str(tmp_path)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (hasil.returncode, hasil.stdout) == (2, "")
