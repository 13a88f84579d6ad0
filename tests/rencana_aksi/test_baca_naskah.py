"""Reading a plan file."""

from pathlib import Path

import pytest

from rencana_aksi.domain.baca_naskah import baca_yaml
from rencana_aksi.domain.masalah import Ditolak


def alasan(berkas: Path) -> str:
    with pytest.raises(Ditolak) as galat:
        baca_yaml(berkas)
    return galat.value.pesan


@pytest.mark.parametrize(
    ("isi", "hasil"),
    [
        ("a: 2023-02-30\nb: 5\nc: true", {"a": "2023-02-30", "b": 5, "c": True}),
        ("a: &x [Undangan]\nb: *x", {"a": ["Undangan"], "b": ["Undangan"]}),
        ("\ufeffa: ya", {"a": "ya"}),
    ],
)
def test_yaml_terbaca_tanggal_tetap_teks(tmp_path: Path, isi: str, hasil: dict[str, object]):
    (tmp_path / "x.yaml").write_text(isi, encoding="utf-8")
    assert baca_yaml(tmp_path / "x.yaml") == hasil


@pytest.mark.parametrize(
    ("isi", "pesan"),
    [
        (b"a: [1", "baris 1, kolom 6: YAML tidak dapat dibaca (expected ',' or ']', but got '<stream end>')"),
        (b"a: 1\nb: 2\na: 3", 'baris 3, kolom 1: YAML tidak dapat dibaca (kunci "a" ditulis dua kali)'),
        (b"{[1]: 2}", "baris 1, kolom 2: YAML tidak dapat dibaca (kunci harus berupa teks)"),
        (b"- 1", "isi berkas harus berupa pasangan kunci dan nilai"),
        (b"", "isi berkas harus berupa pasangan kunci dan nilai"),
        (b"a: \xff\xfe", "berkas bukan teks UTF-8"),
        (b"a: \x00", "YAML tidak dapat dibaca (ReaderError)"),
        (b"[" * 5000, "YAML tidak dapat dibaca (RecursionError)"),
        (b"a: &a [*a]", "isi berkas terlalu banyak, paling banyak 200000 nilai"),
        (b"x" * (2 * 1024 * 1024 + 1), "berkas terlalu besar, paling besar 2 MB"),
    ],
)
def test_berkas_ditolak(tmp_path: Path, isi: bytes, pesan: str):
    (tmp_path / "x.yaml").write_bytes(isi)
    assert alasan(tmp_path / "x.yaml") == pesan


def test_tag_python_tidak_dijalankan(tmp_path: Path):
    (tmp_path / "x.yaml").write_text(f"a: !!python/object/apply:pathlib.Path.touch [{tmp_path / 'y'}]")
    assert alasan(tmp_path / "x.yaml").startswith("baris 1, kolom 4: YAML tidak dapat dibaca")
    assert not (tmp_path / "y").exists()


def test_berkas_tidak_ada(tmp_path: Path):
    assert alasan(tmp_path / "tidak-ada.yaml") == "berkas tidak dapat dibaca, berkasnya tidak ada"


def test_berkas_yang_adalah_folder(tmp_path: Path):
    assert alasan(tmp_path) == "berkas tidak dapat dibaca, yang disebut folder, bukan berkas"
