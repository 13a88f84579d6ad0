"""Reading a plan file into plain dicts and lists. Dates stay text: a date that is none is then told with its path."""

from collections.abc import Hashable
from pathlib import Path
from typing import Any

import yaml

from rencana_aksi.domain.masalah import Ditolak, Masalah
from zona.inti.perintah import sebab_berkas

BATAS_BYTE = 2 * 1024 * 1024
BATAS_SIMPUL = 200_000


class _Pemuat(yaml.SafeLoader):
    """YAML without dates, without `<<`, and with a key written twice refused."""

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Hashable, Any]:
        ada: set[str] = set()
        for kunci, _ in node.value:
            alasan = ""
            if not isinstance(kunci, yaml.ScalarNode):
                alasan = "kunci harus berupa teks"
            elif kunci.value in ada:
                alasan = f'kunci "{kunci.value}" ditulis dua kali'
            if alasan:
                raise yaml.constructor.ConstructorError(None, None, alasan, kunci.start_mark)
            ada.add(kunci.value)
        return super().construct_mapping(node, deep=deep)


_Pemuat.yaml_implicit_resolvers = {
    awal: [(tag, pola) for tag, pola in aturan if not tag.endswith((":timestamp", ":merge"))]
    for awal, aturan in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


def baca_yaml(berkas: Path) -> dict[str, Any]:
    """The content of a YAML plan file. Raises Ditolak: not there, not readable, above 2 MB, not YAML, not a mapping."""
    try:
        with berkas.open("rb") as sumber:
            mentah = sumber.read(BATAS_BYTE + 1)
    except OSError as galat:
        raise Ditolak([Masalah("", f"berkas tidak dapat dibaca, {sebab_berkas(galat)}")]) from None
    if len(mentah) > BATAS_BYTE:
        raise Ditolak([Masalah("", f"berkas terlalu besar, paling besar {BATAS_BYTE // 1024 // 1024} MB")])
    try:
        isi = yaml.load(mentah.decode("utf-8-sig"), Loader=_Pemuat)  # noqa: S506  (a SafeLoader)
    except UnicodeDecodeError:
        raise Ditolak([Masalah("", "berkas bukan teks UTF-8")]) from None
    except yaml.MarkedYAMLError as galat:
        tempat = galat.problem_mark
        jalur = f"baris {tempat.line + 1}, kolom {tempat.column + 1}" if tempat else ""
        raise Ditolak([Masalah(jalur, f"YAML tidak dapat dibaca ({galat.problem})")]) from None
    except (yaml.YAMLError, ValueError, RecursionError) as galat:
        raise Ditolak([Masalah("", f"YAML tidak dapat dibaca ({type(galat).__name__})")]) from None
    _hitung(isi)
    if not isinstance(isi, dict):
        raise Ditolak([Masalah("", "isi berkas harus berupa pasangan kunci dan nilai")])
    return isi


def _hitung(isi: object) -> None:
    """Refuse what grows beyond measure once its aliases are written out."""
    banyak, tumpukan = 0, [isi]
    while tumpukan:
        banyak += 1
        if banyak > BATAS_SIMPUL:
            raise Ditolak([Masalah("", f"isi berkas terlalu banyak, paling banyak {BATAS_SIMPUL} nilai")])
        satu = tumpukan.pop()
        if isinstance(satu, dict):
            tumpukan += satu.values()
        elif isinstance(satu, list):
            tumpukan += satu
