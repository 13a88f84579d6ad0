"""A small plan as a file gives it, right in every way; each test spoils its own copy."""

from pathlib import Path
from typing import Any

from tests.pabrik import BOBOT, NAMA_AREA

SUMBER = Path(__file__).parents[2] / "fixtures" / "naskah" / "matriks-2023.yaml"


def naskah(**kepala: Any) -> dict[str, Any]:
    """Six pengungkit; each has a row of two actions with three pieces of evidence, one of them of the whole row."""
    return {
        "tahun": 2024,
        "tempat": "Mataram",
        "pengungkit": [
            {
                "kode": kode,
                "nama": NAMA_AREA[kode],
                "bobot": int(bobot),
                "program_prioritas": [f"Program {kode}"],
                "rencana_kerja": [
                    {
                        "nomor": 1,
                        "uraian": f"Kerja {kode}",
                        "aksi": [
                            {
                                "kode": "a",
                                "uraian": f"Rapat {kode}",
                                "jadwal": {"teks": "25 Januari 2024", "tanggal": ["2024-01-25"]},
                            },
                            {"kode": "b", "uraian": f"Pemutakhiran {kode}", "janggal": "tanpa jadwal"},
                        ],
                        "bukti": [
                            {"teks": "Notula", "aksi": "a", "tiap_pelaksanaan": True},
                            {"teks": "Tangkap layar", "aksi": "b"},
                            {"teks": "Laporan kegiatan"},
                        ],
                    }
                ],
            }
            for kode, bobot in BOBOT.items()
        ],
        "hasil": [{"nama": "Bersih dari KKN", "bobot": 20}, {"nama": "Pelayanan publik", "bobot": 20}],
        **kepala,
    }
