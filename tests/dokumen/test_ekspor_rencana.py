"""manage.py ekspor_rencana: written whole, or a sentence and exit 1."""

import hashlib
import json
import zipfile
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, ManagementUtility, call_command

from tests.bukti_contoh import taruh
from tests.pabrik import Kantor


def ekspor(
    keluaran: Path, bentuk: str = "xlsx", satker: str = "UJI", tahun: int = 2023, **lain: Any
) -> dict[str, object]:
    hasil = StringIO()
    pilihan = {"satker": satker, "tahun": tahun, "format": bentuk, "keluaran": str(keluaran), **lain}
    call_command("ekspor_rencana", json=True, stdout=hasil, **pilihan)
    return json.loads(hasil.getvalue())


@pytest.mark.parametrize(("bentuk", "awal"), [("pdf", b"%PDF-1.7"), ("xlsx", b"PK")])
def test_command_writes_the_document(kantor: Kantor, tmp_path: Path, bentuk: str, awal: bytes) -> None:
    berkas = tmp_path / f"rencana.{bentuk}"
    berkas.write_bytes(b"yang lama")
    hasil = ekspor(berkas, bentuk, satker="uji")
    isi = berkas.read_bytes()
    assert isi.startswith(awal)
    assert hasil == {"berkas": str(berkas), "ukuran": len(isi), "sha256": hashlib.sha256(isi).hexdigest()}
    assert [b.name for b in tmp_path.iterdir() if b.is_file()] == [berkas.name]


def test_command_writes_the_same_file_again(kantor: Kantor, tmp_path: Path) -> None:
    assert ekspor(tmp_path / "a")["sha256"] == ekspor(tmp_path / "b")["sha256"]


@pytest.mark.parametrize(
    ("pilihan", "pesan"),
    [
        ({"satker": "TIADA"}, 'Rencana satker "TIADA" tahun 2023 tidak ada.'),
        ({"tahun": 2019}, 'Rencana satker "UJI" tahun 2019 tidak ada.'),
        ({"keluaran": "tiada/a.xlsx"}, "tidak dapat ditulis"),
    ],
)
def test_command_fails_with_a_sentence(kantor: Kantor, tmp_path: Path, pilihan: dict[str, str], pesan: str) -> None:
    keluaran = tmp_path / pilihan.pop("keluaran", "a.xlsx")
    with pytest.raises(CommandError, match=pesan) as galat:
        ekspor(keluaran, **pilihan)
    assert (galat.value.returncode, keluaran.exists()) == (1, False)


def test_command_does_not_offer_what_is_not_made(capsys: pytest.CaptureFixture[str]) -> None:
    perintah = ["ekspor_rencana", "--satker=UJI", "--tahun=2023", "--format=docx", "--keluaran=a.docx"]
    with pytest.raises(SystemExit) as galat:
        ManagementUtility(["manage.py", *perintah]).execute()
    assert (galat.value.code, "'docx'" in capsys.readouterr().err) == (2, True)


def test_command_writes_the_evidence(kantor: Kantor, tmp_path: Path) -> None:
    taruh(kantor, "laporan.pdf")
    taruh(kantor, "nanti.pdf", "menunggu")
    isi = {}
    for nama, pilihan in (("a", {}), ("b", {"semua": True, "susunan": "lke"})):
        hasil = ekspor(tmp_path / nama, "zip", **pilihan)
        byte = (tmp_path / nama).read_bytes()
        assert (hasil["ukuran"], hasil["sha256"]) == (len(byte), hashlib.sha256(byte).hexdigest())
        with zipfile.ZipFile(tmp_path / nama) as arsip:
            isi[nama] = [n for n in arsip.namelist() if n.endswith(".pdf")]
    assert [len(isi[n]) for n in "ab"] == [1, 2]
    assert {n.partition("/")[0] for n in isi["b"]} == {"09-lain Belum dikaitkan ke LKE"}
